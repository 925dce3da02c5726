import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type {
  DeskCodeIssued,
  DeskDocument,
  DeskPerson,
  NewDeskPerson,
  PasskeyCreation,
  SessionInfo,
} from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { addDays } from '../city/calendar.ts'
import { today } from '../forms/day.ts'
import { beginningOf } from '../workflows/deadline.ts'
import { Authenticator } from './authenticator.ts'
import { holding, stranger } from './portal.ts'
import { clerk } from './residents.ts'
import { stack } from './stack.ts'
import type { Visitor, Answer } from './visitor.ts'

/** An official with the duty of the desk, signed in. */
export async function deskClerk(db: Db): Promise<Visitor & { id: string; name: string; cookie: string }> {
  const made = await clerk(db, 'finance')
  await db
    .updateTable('official')
    .set({ roles: ['finance', 'desk'] })
    .where('id', '=', made.id)
    .execute()
  return Object.assign(holding(made.cookie), made)
}

/** A document that is valid for years. */
export const idCard = (more: Partial<DeskDocument> = {}): DeskDocument => ({
  ...{ kind: 'id-card', end: '501', validTo: addDays(today(), 900) },
  ...more,
})

/** Somebody nobody knows yet, born on a day of their own so that wrong codes of other tests do not count against them. */
export function newcomer(): { givenName: string; familyName: string; birthDate: string } {
  const word = randomUUID().slice(0, 8)
  const birthDate = addDays('1950-01-01', randomInt(0, 18_000))
  return { givenName: 'Příchozí', familyName: `Nováček ${word}`, birthDate }
}
export type Newcomer = ReturnType<typeof newcomer>

/** The register of inhabitants knows the newcomer, too. */
export async function inRegister(who: Newcomer, more: { died?: string } = {}): Promise<string> {
  const aifo = `aifo-${randomUUID()}`
  await stack.registers.controls.enter({
    persons: [
      {
        ...who,
        aifo,
        birthNumber: null,
        died: more.died ?? null,
        address: { street: 'Zkušební', houseNumber: '12', city: 'Kladno', zip: '272 01', ruianCode: '99000777' },
        limitedCapacity: false,
      },
    ],
  })
  return aifo
}

/** A service at the desk ends with its day: one that would begin in the last seconds of it begins on the next. */
async function clearOfMidnight(seconds = 8): Promise<void> {
  const left = Date.parse(beginningOf(addDays(today(), 1))) - Date.now()
  if (left < seconds * 1000) await new Promise(resolve => setTimeout(resolve, left + 100))
}

/** Whoever came to a desk before midnight, in a run of tests that lasts beyond it, has come again today. */
export const cameAgain = (db: Db) =>
  db
    .updateTable('identity_check')
    .set({ at: sql<Date>`now()` })
    .where('endedAt', 'is', null)
    .where('at', '>', sql<Date>`now() - interval '1 hour'`)
    .where(sql<boolean>`at < date_trunc('day', now(), 'Europe/Prague')`)
    .execute()

/** Founds an account at the desk; throws unless it was made. */
export async function founded(desk: Visitor, who: Newcomer, more: Partial<NewDeskPerson> = {}): Promise<DeskPerson> {
  await clearOfMidnight()
  const { status, body } = await found(desk, who, more)
  if (status !== 201) throw new Error(`The account was not founded: ${status} ${JSON.stringify(body)}`)
  return body
}
export const found = (desk: Visitor, who: Newcomer, more: Partial<NewDeskPerson> = {}): Promise<Answer<DeskPerson>> =>
  desk.post<DeskPerson>('/api/desk/people', { ...who, document: idCard(), ...more })

/** A code for the person at the desk. */
export async function printed(desk: Visitor, person: string): Promise<string> {
  const { status, body } = await desk.post<DeskCodeIssued>(`/api/desk/people/${person}/code`, undefined)
  if (status !== 201) throw new Error(`No code was printed: ${status} ${JSON.stringify(body)}`)
  return body.code
}

/** A code that is none, of the right shape. */
export const wrongCode = (): string => `${randomInt(1000, 9999)}-${randomInt(1000, 9999)}-${randomInt(1000, 9999)}`

export const enter = (who: Visitor, code: string, birthDate: string) =>
  who.post<PasskeyCreation>('/api/auth/desk-code', { code, birthDate })

/** Somebody with the code at their own device: makes a passkey and is signed in by it. */
export async function withPasskey(code: string, birthDate: string): Promise<{ who: Visitor; device: Authenticator }> {
  const who = stranger()
  const device = new Authenticator()
  const begun = await enter(who, code, birthDate)
  const made = await who.post('/api/auth/passkey/register', device.make(begun.body))
  if (made.status !== 204) throw new Error(`The passkey was not made: ${made.status} ${JSON.stringify(made.body)}`)
  return { who, device }
}

export const sessionOf = async (who: Visitor) => (await who.get<SessionInfo>('/api/session')).body.user

/** Forgets the wrong codes that came from this machine, which all tests share. */
export const forgetTries = (db: Db) => db.deleteFrom('desk_try').execute()
