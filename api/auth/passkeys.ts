import { createHash, randomBytes } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Db } from '../../db/database.ts'
import { audit } from '../audit.ts'
import type { Assurance, NewPasskey, PasskeyProof } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { storedLevel } from './level.ts'

/** So long a browser has to sign, in milliseconds. */
const challengeLife = 300_000

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The mark of a browser: the cookie it has, or a new one. */
export const markOf = (cookie: string | undefined): string =>
  cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : randomBytes(32).toString('base64url')

/** The portal as passkeys know it (relying party): its host and its origin. */
const relyingParty = ({ settings }: Pick<Deps, 'settings'>) => {
  const { hostname, origin } = new URL(settings.portalUrl)
  return { id: hostname, origin }
}

interface Owner {
  id: string
  name: string
  /** The desk's code that allows it; none for somebody who is signed in. */
  code?: string
}

/**
 * What a browser needs to make a passkey for this person: kept on the device or in its keychain, so that no name is typed, and opened
 * by PIN, finger or face, as two factors are what level substantial asks for.
 */
export async function beginPasskey(
  deps: Deps,
  owner: Owner,
  mark: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { db, city } = deps
  const known = await db.selectFrom('passkey').select('id').where('personId', '=', owner.id).execute()
  const options = await generateRegistrationOptions({
    rpName: `${city.portalName.cs} ${city.name.cs}`,
    rpID: relyingParty(deps).id,
    userID: new Uint8Array(Buffer.from(owner.id)),
    userName: owner.name,
    userDisplayName: owner.name,
    timeout: challengeLife,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(deps, mark, {
    ...{ challenge: options.challenge, purpose: 'register', personId: owner.id, codeId: owner.code ?? null },
  })
  return options
}

/** What a browser needs to sign in: whichever of its passkeys for the portal its owner picks. Says nothing of anybody. */
export async function beginSigningIn(deps: Deps, mark: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(deps).id,
    timeout: challengeLife,
    userVerification: 'required',
  })
  await keepChallenge(deps, mark, { challenge: options.challenge, purpose: 'sign-in', personId: null, codeId: null })
  return options
}

async function keepChallenge(
  { db, now }: Deps,
  mark: string,
  asked: { challenge: string; purpose: 'register' | 'sign-in'; personId: string | null; codeId: string | null },
): Promise<void> {
  const row = { ...asked, createdAt: now() }
  await db
    .insertInto('passkey_challenge')
    .values({ browser: hash(mark), ...row })
    .onConflict(oc => oc.column('browser').doUpdateSet(row))
    .execute()
}

/** What the browser was asked, taken away so that an answer works once. Throws Refusal `passkey-expired`. */
export async function takeChallenge(
  { db, now }: Deps,
  mark: string | undefined,
  purpose: 'register' | 'sign-in',
): Promise<{ challenge: string; personId: string | null; codeId: string | null }> {
  const asked = await db
    .deleteFrom('passkey_challenge')
    .where('browser', '=', hash(mark ?? ''))
    .where('purpose', '=', purpose)
    .returning(['challenge', 'personId', 'codeId', 'createdAt'])
    .executeTakeFirst()
  if (!asked || now().getTime() - asked.createdAt.getTime() > challengeLife) throw new Refusal('passkey-expired')
  return asked
}

/** A passkey that the browser has made, checked. */
export interface MadePasskey {
  id: string
  publicKey: Buffer
  counter: number
  transports: string[]
  label: string
}

/** Checks what the browser has made against what it was asked. Throws Refusal `passkey-refused`. */
export async function checkMade(deps: Deps, challenge: string, { response, label }: NewPasskey): Promise<MadePasskey> {
  const { id, origin } = relyingParty(deps)
  const { transports, ...rest } = response.response
  const verified = await verifyRegistrationResponse({
    response: { ...response, response: { ...rest, transports: known(transports) } },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'a passkey was not made as asked')
    return { verified: false as const }
  })
  if (!verified.verified) throw new Refusal('passkey-refused')
  const { credential } = verified.registrationInfo
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: known(transports),
    label: label.trim() || 'Passkey',
  }
}

const knownTransports = ['ble', 'hybrid', 'internal', 'nfc', 'usb'] as const
const known = (transports: readonly string[] = []): AuthenticatorTransport[] =>
  knownTransports.filter(one => transports.includes(one))

/** Stores a passkey for its person, at the level it was vouched for. Throws Refusal `passkey-refused` if it is somebody's already. */
export async function keepPasskey(
  tx: Db,
  personId: string,
  assurance: Assurance,
  made: MadePasskey,
  now: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows: kept } = await tx
    .insertInto('passkey')
    .values({ ...made, personId, assurance, createdAt: now })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  if (kept !== 1n) throw new Refusal('passkey-refused')
}

/** Whose passkey has signed, and at which level. Throws Refusal `passkey-unknown` or `passkey-refused`. */
export async function checkProof(
  deps: Deps,
  challenge: string,
  { response }: PasskeyProof,
  requestId: string,
): Promise<{ personId: string; assurance: Assurance }> {
  const { db, now } = deps
  const passkey = await db.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst()
  if (!passkey) throw new Refusal('passkey-unknown')
  const { id, origin } = relyingParty(deps)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'a passkey did not sign as asked')
    return { verified: false as const, authenticationInfo: undefined }
  })
  if (!verified.verified || verified.authenticationInfo === undefined) {
    const acting = { who: null, assurance: null, requestId }
    await audit(db, acting, { what: 'passkey refused', forPerson: passkey.personId })
    throw new Refusal('passkey-refused')
  }
  await db
    .updateTable('passkey')
    .set({ counter: verified.authenticationInfo.newCounter, lastAt: now() })
    .where('id', '=', passkey.id)
    .execute()
  return { personId: passkey.personId, assurance: storedLevel(passkey.assurance) }
}
