import { defineEntity, p } from '@mikro-orm/postgresql'

/** A postal address as the registers give it: RÚIAN code and the text snapshot (domain.md § 2.2). */
export interface Address {
  ruianCode?: string
  street?: string
  houseNumber?: string
  orientationNumber?: string
  city: string
  zip?: string
  country?: string
}

/** A natural person who has signed in at least once. Linked to the city's ledger by `subjectId` once paired. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    givenName: p.string(),
    familyName: p.string(),
    birthDate: p.date().nullable(),
    address: p.json<Address>().nullable(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    language: p.string().default('cs'),
    subjectId: p.uuid().nullable(),
    pairedAt: p.datetime().nullable(),
    pairedBy: p.string().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
})

/** One means of identification (issuer + subject) that leads to a person: never an e-mail address. */
export const Identity = defineEntity({
  name: 'Identity',
  tableName: 'identity',
  properties: {
    issuer: p.string().primary(),
    sub: p.string().primary(),
    personId: p.uuid(),
    means: p.string(),
    assurance: p.string(),
    firstAt: p.datetime().defaultRaw('now()'),
    lastAt: p.datetime().defaultRaw('now()'),
  },
})

/** A signed-in browser. `id` is the SHA-256 of the cookie, so a leaked table opens nothing. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.string().primary(),
    personId: p.uuid().nullable(),
    officialId: p.string().nullable(),
    means: p.string(),
    assurance: p.string(),
    idToken: p.text().nullable(),
    /** When its owner proved who they are; a session may be opened by a sign-in of hours ago. Unknown when the provider does not say. */
    authenticatedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    seenAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
  },
})

/** One trip to the identity provider; the row is deleted when its code is redeemed, so a code works once. */
export const LoginAttempt = defineEntity({
  name: 'LoginAttempt',
  tableName: 'login_attempt',
  properties: {
    state: p.string().primary(),
    browser: p.string(),
    nonce: p.string(),
    verifier: p.string(),
    returnTo: p.string(),
    assurance: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
})

/** Who did what, for whom and how identified. Append-only by trigger. */
export const Audit = defineEntity({
  name: 'Audit',
  tableName: 'audit',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    at: p.datetime().defaultRaw('now()'),
    actor: p.string(),
    actorKind: p.string(),
    assurance: p.string().nullable(),
    what: p.string(),
    caseId: p.uuid().nullable(),
    requestId: p.string().nullable(),
    details: p.json<Record<string, unknown>>().nullable(),
  },
})
