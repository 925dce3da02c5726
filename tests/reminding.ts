import { randomUUID } from 'node:crypto'
import { remind } from '../activities/reminders/reminding.ts'
import { ticketOf } from '../activities/tickets.ts'
import { loadCity } from '../city/city.ts'
import type { Db } from '../db/database.ts'
import { resident, type Resident } from './residents.ts'
import { caseKey } from './temporal.ts'

/** The house reminds as on that day, at noon; people whose debts are due around it are the test's own. */
export const remindOn = (db: Db, day: string) => remind({ db, city: loadCity() }, new Date(`${day}T11:00:00Z`))

/** Moves the due days of debts. */
export const dueOn = (db: Db, due: string, ...debts: string[]) =>
  db.updateTable('liability').set({ due }).where('id', 'in', debts).execute()

/** Somebody wants reminders by these channels, and has an address for them. */
export async function wants(
  db: Db,
  { id }: Pick<Resident, 'id'>,
  channels: { email: boolean; portal: boolean },
  email: string | null = null,
): Promise<void> {
  await db.updateTable('person').set({ email }).where('id', '=', id).execute()
  await db
    .insertInto('reminder_choice')
    .values({ personId: id, ...channels })
    .execute()
}

/** What somebody was reminded of: debts with their kinds, a list for each letter, oldest first. */
export async function remindedOf(db: Db, { id }: Pick<Resident, 'id'>) {
  const rows = await db
    .selectFrom('reminder as r')
    .innerJoin('reminder_letter as l', 'l.id', 'r.letterId')
    .select(['r.liabilityId', 'r.kind', 'l.id as letter', 'l.state', 'l.portal'])
    .where('r.personId', '=', id)
    .orderBy('l.createdAt')
    .execute()
  return [...Map.groupBy(rows, ({ letter }) => letter)].map(([letter, lines]) => ({
    ticket: ticketOf(caseKey(), 'reminder', letter),
    state: lines[0]?.state,
    portal: lines[0]?.portal,
    debts: Object.fromEntries(lines.map(({ liabilityId, kind }) => [liabilityId, kind])),
  }))
}

/** Somebody who has just been reminded in the portal of five debts, one of them late, without the day of everybody else. */
export async function remindedResident(
  db: Db,
  email: string | null = null,
): Promise<{ cookie: string; ticket: string; debtor: Resident }> {
  const debtor = await resident(db, { owes: [78_000, 120_050, 64_000, 9_900, 30_000] })
  await wants(db, debtor, { email: true, portal: true }, email)
  const letter = randomUUID()
  await db
    .insertInto('reminder_letter')
    .values({ id: letter, personId: debtor.id, portal: true, state: 'not-wanted' })
    .execute()
  const lines = debtor.owes.map((liabilityId, at) => ({
    ...{ liabilityId, personId: debtor.id, letterId: letter },
    kind: at === 0 ? 'after' : 'before',
  }))
  await db.insertInto('reminder').values(lines).execute()
  return { cookie: debtor.cookie, ticket: ticketOf(caseKey(), 'reminder', letter), debtor }
}
