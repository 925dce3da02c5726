import { createHash, randomBytes } from 'node:crypto'
import type { Address } from '../../db/tables/people.ts'
import type { Db } from '../../db/database.ts'
import type { Assurance } from '../contract.ts'
import { storedLevel } from './level.ts'

/** A person who has signed in, as routes need them. `birthDate` is a day. */
export interface CitizenCaller {
  kind: 'citizen'
  person: {
    id: string
    givenName: string
    familyName: string
    birthDate: string | null
    address: Address | null
    email: string | null
    phone: string | null
    language: 'cs' | 'en'
    /** The subject of the city's ledger, once paired. */
    subjectId: string | null
  }
}

/** A town-hall official who has signed in and is active. */
export interface OfficialCaller {
  kind: 'official'
  official: {
    id: string
    name: string
    department: string
    /** Inboxes and duties. */
    roles: string[]
    /** Inboxes whose supervisor they are. */
    supervises: string[]
    /** Who they are as a citizen: nobody decides in their own matter. */
    personId: string | null
    subjectId: string | null
  }
}

export interface SessionFacts {
  /** SHA-256 of the cookie. */
  id: string
  means: string
  assurance: Assurance
  idToken: string | null
  /** When its owner proved who they are; null when that is not known. */
  authenticatedAt: Date | null
  createdAt: Date
  seenAt: Date
  expiresAt: Date
}

/** Whose a session is. */
export type Owner = { kind: 'citizen'; person: { id: string } } | { kind: 'official'; official: { id: string } }

export interface SignedIn {
  session: SessionFacts
  who: CitizenCaller | OfficialCaller
}

/** Nobody stays signed in longer, however busy. */
const absolute = 12 * 3_600_000
/** A move is written down at most this often. */
const touch = 60_000

const hash = (cookie: string) => createHash('sha256').update(cookie).digest('base64url')

const endOf = (createdAt: Date, now: Date, idleMinutes: number) =>
  new Date(Math.min(now.getTime() + idleMinutes * 60_000, createdAt.getTime() + absolute))

/**
 * Opens a session and returns its cookie: 256 random bits, of which the table keeps the hash alone.
 * A new sign-in is always a new session, so a cookie planted before it is worth nothing.
 */
export async function openSession(
  db: Db,
  owner: Owner,
  means: { means: string; assurance: Assurance; idToken: string | null; authenticatedAt: Date | null },
  idleMinutes: number,
  now: Date,
): Promise<{ cookie: string; expiresAt: Date }> {
  const cookie = randomBytes(32).toString('base64url')
  const expiresAt = endOf(now, now, idleMinutes)
  await db
    .insertInto('session')
    .values({
      id: hash(cookie),
      personId: owner.kind === 'citizen' ? owner.person.id : null,
      officialId: owner.kind === 'official' ? owner.official.id : null,
      ...means,
      createdAt: now,
      seenAt: now,
      expiresAt,
    })
    .execute()
  return { cookie, expiresAt }
}

/** The living session of a cookie with its person or official, or null. Officials who left are out at once. */
export async function findSession(db: Db, cookie: string, now: Date): Promise<SignedIn | null> {
  return /^[\w-]{43}$/.test(cookie) ? livingSession(db, hash(cookie), now) : null
}

/** The same by the session's id, for a page that stays open: whether its person is still signed in, and who they are by now. */
export async function livingSession(db: Db, id: string, now: Date): Promise<SignedIn | null> {
  const session = await db
    .selectFrom('session')
    .select(['id', 'personId', 'officialId', 'means', 'assurance', 'idToken', 'createdAt', 'seenAt', 'expiresAt'])
    .select('authenticatedAt')
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!session) return null
  const { personId, officialId, ...rest } = session
  const facts: SessionFacts = { ...rest, assurance: storedLevel(rest.assurance) }
  const who = personId ? await citizenCaller(db, personId) : officialId ? await activeOfficial(db, officialId) : null
  return who && { session: facts, who }
}

/** A person as a caller; null when there is no such account. */
export async function citizenCaller(db: Db, id: string): Promise<CitizenCaller | null> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'birthDate', 'address', 'email', 'phone', 'language', 'subjectId'])
    .where('id', '=', id)
    .executeTakeFirst()
  return person ? { kind: 'citizen', person: { ...person, language: person.language === 'en' ? 'en' : 'cs' } } : null
}

async function activeOfficial(db: Db, id: string): Promise<OfficialCaller | null> {
  const official = await db
    .selectFrom('official as o')
    .leftJoin('person as p', 'p.id', 'o.personId')
    .select(['o.id', 'o.name', 'o.department', 'o.roles', 'o.supervises', 'o.personId', 'p.subjectId'])
    .where('o.id', '=', id)
    .where('o.active', '=', true)
    .executeTakeFirst()
  return official ? { kind: 'official', official } : null
}

/** Moves the end of the session on, as the person has made a move; `always` writes even within the minute. */
export async function keepAlive(
  db: Db,
  session: SessionFacts,
  idleMinutes: number,
  now: Date,
  always = false,
): Promise<Date> {
  if (!always && now.getTime() - session.seenAt.getTime() < touch) return session.expiresAt
  const expiresAt = endOf(session.createdAt, now, idleMinutes)
  await db.updateTable('session').set({ seenAt: now, expiresAt }).where('id', '=', session.id).execute()
  return expiresAt
}

export async function closeSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

/** Removes what nobody can use any more: sessions past their end, attempts to sign in that were given up, old wrong codes. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
  await db
    .deleteFrom('login_attempt')
    .where('createdAt', '<', new Date(now.getTime() - 3_600_000))
    .execute()
  await db
    .deleteFrom('passkey_challenge')
    .where('createdAt', '<', new Date(now.getTime() - 3_600_000))
    .execute()
  await db
    .deleteFrom('desk_try')
    .where('at', '<', new Date(now.getTime() - 86_400_000))
    .execute()
}
