import { defineEntity, p } from '@mikro-orm/postgresql'

/** An official has seen a person and their identity document at the desk. Of its number only the last three characters are kept. */
export const IdentityCheck = defineEntity({
  name: 'IdentityCheck',
  tableName: 'identity_check',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    officialId: p.string(),
    document: p.string(), // id-card | passport | residence-permit
    documentEnd: p.string(),
    validTo: p.date(),
    /** What the register of inhabitants said: confirmed | not-found | several | away. */
    register: p.string(),
    at: p.datetime().defaultRaw('now()'),
    /** The session of the official in which the person stepped to the desk: with it the service ends. */
    session: p.string().nullable(),
    /** When the person left the desk; until then the official may act for them. */
    endedAt: p.datetime().nullable(),
  },
})

/** A one-time code printed at the desk, kept as its hash; void after five wrong tries of who may have it, or when a newer one is printed. */
export const DeskCode = defineEntity({
  name: 'DeskCode',
  tableName: 'desk_code',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    checkId: p.uuid(),
    hash: p.string(),
    officialId: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    wrong: p.integer().default(0),
    usedAt: p.datetime().nullable(),
    usedFor: p.string().nullable(), // identity | passkey
    voidAt: p.datetime().nullable(),
  },
})

/** A passkey (WebAuthn credential) of a person whom the desk has identified. */
export const Passkey = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    id: p.string().primary(),
    personId: p.uuid(),
    publicKey: p.blob(),
    counter: p.bigint('number'),
    transports: p.array(),
    label: p.string(),
    assurance: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
    lastAt: p.datetime().nullable(),
  },
})

/** What a browser has been asked to sign; deleted when it is answered, so an answer works once. */
export const PasskeyChallenge = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenge',
  properties: {
    browser: p.string().primary(),
    challenge: p.string(),
    personId: p.uuid().nullable(),
    /** The code that allows it, used up once the passkey is there. */
    codeId: p.uuid().nullable(),
    purpose: p.string(), // register | sign-in
    createdAt: p.datetime().defaultRaw('now()'),
  },
})

/** A wrong code, by a hash of the address it came from; forgotten after a day. */
export const DeskTry = defineEntity({
  name: 'DeskTry',
  tableName: 'desk_try',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    address: p.string(),
    at: p.datetime().defaultRaw('now()'),
  },
})
