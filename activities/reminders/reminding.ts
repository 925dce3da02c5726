import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../city/calendar.ts'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import { isMinor } from '../mandates/granting.ts'
import { heldBy } from '../mandates/rows.ts'
import { permitted } from '../mandates/rules.ts'
import { payingAgenda } from '../payments/payable-for.ts'
import { reminderDays, type ReminderDays } from './days.ts'
import { isOpen } from './rows.ts'

/** So many people are looked up at once. */
const atOnce = 100

/**
 * Writes the reminders of a day: one letter a person, of all that they may pay and that is due soon or has been for some days; each
 * debt once before and once after. On days that are not working days there are none. Any number of workers may do it at once.
 * Gives the number of letters.
 */
export async function remind({ db, city }: { db: Db; city: City }, now: Date): Promise<number> {
  const day = today(now)
  const days = reminderDays(day, city.rates)
  if (!days) return 0
  let written = 0
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await peopleToRemind(db, days, last)
    for (const { id } of people) if (await remindOf(db, id, days, day)) written++
    const next = people.at(-1)
    if (!next || people.length < atOnce) break
    last = next.id
  }
  if (written > 0) await sql`select pg_notify('outbox', '')`.execute(db)
  return written
}

/**
 * Debts of which people are to be reminded, and instalments of those that are spread, which have due days of their own: `id`,
 * `subject_id`, `kind`, `plan_id`, `instalment`. Served by the indexes on due days.
 */
const debts = (days: ReminderDays) => sql`
  select l.id, l.subject_id, ${kindOf(days, 'l')} as kind, null::uuid as plan_id, null::int as instalment
  from liability l
  where l.state = 'open' and l.principal + l.accessories - l.paid - l.written_off > 0 and ${inDays(days, 'l')}
    and not exists (select from instalment_plan where liability_id = l.id and state = 'running')
  union all
  select l.id, l.subject_id, ${kindOf(days, 'i')}, p.id, i.n
  from instalment i join instalment_plan p on p.id = i.plan_id and p.state = 'running' join liability l on l.id = p.liability_id
  where l.state = 'open' and ${inDays(days, 'i')} and ${isOpen}`

const kindOf = ({ before }: ReminderDays, table: 'l' | 'i') =>
  sql`case when ${sql.ref(`${table}.due`)} >= ${before.from} then 'before' else 'after' end`
const inDays = (
  { before, after }: ReminderDays,
  table: 'l' | 'i',
) => sql`(${sql.ref(`${table}.due`)} between ${before.from} and ${before.to}
  or ${sql.ref(`${table}.due`)} between ${after.from} and ${after.to})`

/** Who may be meant, in order of their ids after `last`: debtors with an account, and agents of debtors. Precisely it is asked for each. */
async function peopleToRemind(db: Db, days: ReminderDays, last: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    with debt as (${debts(days)})
    select distinct p.id from debt
    join lateral (
      select id from person where subject_id = debt.subject_id
      union select a.person_id from mandate m join mandate_agent a on a.mandate_id = m.id
      where m.principal_id = debt.subject_id and m.state = 'active' and a.person_id is not null) p on true
    left join reminder_choice c on c.person_id = p.id
    where p.id > ${last} and coalesce(c.email or c.portal, true)
      and not exists (select from reminder r where r.liability_id = debt.id and r.kind = debt.kind and r.person_id = p.id
        and (r.plan_id, r.instalment) is not distinct from (debt.plan_id, debt.instalment))
    order by p.id limit ${atOnce}`.execute(db)
  return rows
}

/** Writes one person's letter; false when there is nothing that they may pay and have not been reminded of. */
async function remindOf(db: Db, person: string, days: ReminderDays, day: Day): Promise<boolean> {
  const subjects = await subjectsOf(db, person, day)
  if (subjects.length === 0) return false
  try {
    await db.transaction().execute(async tx => {
      const letter = randomUUID()
      const { rows } = await sql<{ letter: string }>`
        insert into reminder_letter (id, person_id, portal, state)
        select ${letter}, p.id, coalesce(c.portal, true), case when coalesce(c.email, false) then 'pending' else 'not-wanted' end
        from person p left join reminder_choice c on c.person_id = p.id
        where p.id = ${person} and coalesce(c.email or c.portal, true) returning id as letter`.execute(tx)
      if (rows.length === 0) throw new Nothing()
      const { numAffectedRows } = await sql`
        insert into reminder (liability_id, kind, person_id, letter_id, plan_id, instalment)
        select id, kind, ${person}, ${letter}, plan_id, instalment from (${debts(days)}) as debt
        where subject_id in (${sql.join(subjects)}) order by id, instalment
        on conflict do nothing`.execute(tx)
      // another worker was quicker
      if (!numAffectedRows) throw new Nothing()
    })
    return true
  } catch (error) {
    if (error instanceof Nothing) return false
    throw error
  }
}
class Nothing extends Error {}

/**
 * Whose debts somebody is reminded of: their own, and those of principals for whom a mandate lets them pay. Children are never
 * reminded, and nobody of what is in the records of somebody who has died: that is for the heirs to settle with the office.
 */
async function subjectsOf(db: Db, person: string, day: Day): Promise<string[]> {
  const { birthDate, subjectId, note } = await db
    .selectFrom('person as p')
    .leftJoin('subject as s', 's.id', 'p.subjectId')
    .select(['p.birthDate', 'p.subjectId', 's.note'])
    .where('p.id', '=', person)
    .executeTakeFirstOrThrow()
  if (note === 'deceased' || (birthDate !== null && isMinor(birthDate, day))) return []
  const held = await heldBy(db, person, day)
  const principals = [...new Set(held.map(({ principal }) => principal))].filter(
    principal => 'mandate' in permitted(held, { person, principal, agenda: payingAgenda, action: 'pay', day }),
  )
  const living = principals.length === 0 ? [] : await livingAmong(db, principals)
  return [...(subjectId === null ? [] : [subjectId]), ...living]
}

const livingAmong = async (db: Db, subjects: string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('subject')
    .select('id')
    .where('id', 'in', subjects)
    .where('note', 'is distinct from', 'deceased')
    .execute()
  return rows.map(({ id }) => id)
}
