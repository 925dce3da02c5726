import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { DeskAccount, DeskPerson, DeskQuery } from '../contract.ts'
import { addressLine } from '../views/address.ts'
import type { Check } from './presence.ts'

/** Accounts of this name, born that day: letters as they are written, their case aside. There is no other way to look for people. */
export const accountsOf = async (db: Db, { givenName, familyName, birthDate }: DeskQuery): Promise<DeskAccount[]> => {
  const rows = await accounts(db)
    .where(eb => eb(eb.fn('lower', ['p.familyName']), '=', eb.fn<string>('lower', [eb.val(tidy(familyName))])))
    .where(eb => eb(eb.fn('lower', ['p.givenName']), '=', eb.fn<string>('lower', [eb.val(tidy(givenName))])))
    .where('p.birthDate', '=', birthDate)
    .orderBy('p.createdAt')
    .limit(20)
    .execute()
  return rows.map(accountView)
}

/** A name as accounts keep it. */
export const tidy = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ')

const accounts = (db: Db) =>
  db
    .selectFrom('person as p')
    .leftJoin('subject as s', 's.id', 'p.subjectId')
    .select(['p.id', 'p.givenName', 'p.familyName', 'p.birthDate', 'p.address', 'p.createdAt', 's.name as subject'])
    .select([
      sql<
        string[]
      >`array(select means from identity i where i.person_id = p.id group by means order by max(last_at) desc)`.as(
        'means',
      ),
      sql<number>`(select count(*)::int from passkey k where k.person_id = p.id)`.as('passkeys'),
      sql<number>`(select count(*)::int from "case" c where c.person_id = p.id)`.as('cases'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]

const accountView = (row: Row): DeskAccount => ({
  id: row.id,
  name: `${row.givenName} ${row.familyName}`,
  birthDate: row.birthDate,
  address: row.address && addressLine(row.address),
  means: [...row.means, ...(row.passkeys > 0 ? ['passkey'] : [])],
  subject: row.subject,
  cases: row.cases,
  since: row.createdAt.toISOString(),
})

/** The person at the desk, with the check that lets the official see them. */
export async function deskPerson(db: Db, check: Check, now: Date): Promise<DeskPerson> {
  const row = await accounts(db).where('p.id', '=', check.personId).executeTakeFirstOrThrow()
  const code = await db
    .selectFrom('desk_code')
    .select(['createdAt', 'expiresAt'])
    .where('personId', '=', check.personId)
    .where('usedAt', 'is', null)
    .where('voidAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  const { givenName, familyName, birthDate } = row
  const namesakes = birthDate === null ? [] : await accountsOf(db, { givenName, familyName, birthDate })
  return {
    ...accountView(row),
    check: { document: check.document, register: check.register, at: check.at.toISOString() },
    code: code ? { at: code.createdAt.toISOString(), validUntil: code.expiresAt.toISOString() } : null,
    others: namesakes.filter(({ id }) => id !== row.id),
  }
}
