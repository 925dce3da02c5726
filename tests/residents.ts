import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Assurance } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'

/** A citizen with an account, debts and a session. `owes` are ids of liabilities, in the order asked for. */
export interface Resident {
  id: string
  name: string
  subject: string
  owes: string[]
  /** Value of the session cookie. */
  cookie: string
}

/** An official with a session. */
export interface Clerk {
  id: string
  name: string
  cookie: string
}

/** Rows of one statement: Postgres takes at most 65 535 parameters. */
const batch = 1000

/**
 * Makes citizens straight in Postgres, as if each had signed in and been paired: people no other test touches, and as many as a
 * load needs. `owes` are the balances of their debts in haléře (waste fees, open, due far ahead).
 */
export async function residents(
  db: Db,
  count: number,
  {
    owes = [],
    assurance = 'substantial',
    paired = true,
  }: { owes?: number[]; assurance?: Assurance; paired?: boolean } = {},
): Promise<Resident[]> {
  const made = Array.from({ length: count }, () => {
    const word = randomUUID().slice(0, 8)
    return {
      id: randomUUID(),
      subject: randomUUID(),
      given: 'Zkušební',
      family: `Obyvatel ${word}`,
      cookie: newCookie(),
      owes: owes.map(() => randomUUID()),
    }
  })
  const now = new Date()
  for (const some of batches(made)) {
    await db
      .insertInto('subject')
      .values(
        some.map(one => ({
          id: one.subject,
          kind: 'person',
          name: `${one.given} ${one.family}`,
          givenName: one.given,
          familyName: one.family,
          birthDate: '1990-01-01',
          address: json({ city: 'Kladno' }),
        })),
      )
      .execute()
    await db
      .insertInto('person')
      .values(
        some.map(one => ({
          id: one.id,
          givenName: one.given,
          familyName: one.family,
          birthDate: '1990-01-01',
          language: 'cs',
          ...(paired && { subjectId: one.subject, pairedAt: now, pairedBy: 'verified-data' }),
        })),
      )
      .execute()
    await db
      .insertInto('session')
      .values(some.map(one => sessionRow(one.cookie, { personId: one.id }, assurance, now)))
      .execute()
  }
  const debts = made.flatMap(one => one.owes.map((id, at) => liabilityRow(id, one.subject, owes[at] ?? 0, now)))
  for (const some of batches(debts)) await db.insertInto('liability').values(some).execute()
  return made.map(({ id, given, family, subject, owes: ids, cookie }) => ({
    id,
    name: `${given} ${family}`,
    subject,
    owes: ids,
    cookie,
  }))
}

/** Makes one citizen. */
export async function resident(db: Db, how: Parameters<typeof residents>[2] = {}): Promise<Resident> {
  const [one] = await residents(db, 1, how)
  if (!one) throw new Error('Nobody was made.')
  return one
}

/** What an official may be besides a member of one department. */
export interface Duties {
  roles?: string[]
  supervises?: string[]
  /** Their own account as a citizen. */
  personId?: string
  email?: string
}

/** Makes an official of a department, whose inbox they have. */
export async function clerk(db: Db, department: string, duties: Duties = {}): Promise<Clerk> {
  const word = randomUUID().slice(0, 8)
  const [id, name, cookie] = [`test-${department}-${word}`, `Úředník ${word}`, newCookie()]
  await db
    .insertInto('official')
    .values({ id, name, department, roles: [department], active: true, ...duties })
    .execute()
  await db
    .insertInto('session')
    .values(sessionRow(cookie, { officialId: id }, 'substantial', new Date()))
    .execute()
  return { id, name, cookie }
}

/** One more browser in which an official is signed in; gives its cookie. */
export async function newSession(db: Db, officialId: string): Promise<string> {
  const cookie = newCookie()
  await db
    .insertInto('session')
    .values(sessionRow(cookie, { officialId }, 'substantial', new Date()))
    .execute()
  return cookie
}

const newCookie = () => randomBytes(32).toString('base64url')

function sessionRow(
  cookie: string,
  owner: { personId?: string; officialId?: string },
  assurance: Assurance,
  now: Date,
) {
  const id = createHash('sha256').update(cookie).digest('base64url')
  const expiresAt = new Date(now.getTime() + 30 * 60_000)
  return {
    id,
    personId: null,
    officialId: null,
    ...owner,
    means: 'bankid',
    assurance,
    idToken: null,
    createdAt: now,
    seenAt: now,
    expiresAt,
  }
}

function liabilityRow(id: string, subjectId: string, principal: number, now: Date) {
  const year = now.getUTCFullYear()
  return {
    id,
    subjectId,
    number: `TEST-${id}`,
    kind: 'waste',
    world: 'tax',
    year,
    period: String(year),
    instalment: 1,
    instalments: 1,
    description: json({ cs: `Poplatek za komunální odpad ${year}`, en: `Municipal waste fee ${year}` }),
    legalBasis: json({ cs: 'Obecně závazná vyhláška', en: 'Municipal ordinance' }),
    issued: `${year}-01-15`,
    due: `${year + 1}-12-31`,
    variableSymbol: String(randomInt(1_000_000_000, 9_999_999_999)),
    account: 'CZ6301000000196750510277',
    principal,
    accessories: 0,
    paid: 0,
    writtenOff: 0,
    currency: 'CZK',
    state: 'open',
    asOf: now,
    changedAt: now,
  }
}

function* batches<T>(rows: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch)
}
