import { sql } from 'kysely'
import type { Away } from '../../activities/absences.ts'
import type { Db } from '../../db/database.ts'
import { dayText } from '../../city/typeset.ts'
import type { Absence, Language, NewAbsence } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { colleague, inboxesOf, type Reach } from './reach.ts'
import { officialsNow } from './task-view.ts'

/** For whom an official may enter and cancel absences: themselves, and who works in an inbox they supervise. */
const answersFor = ({ official }: Reach, other: { id: string; roles: string[] }): boolean =>
  other.id === official.id || other.roles.some(role => official.supervises.includes(role))

/** Present and coming absences that concern an official: their own, their inboxes', and those in which they substitute. */
export async function absencesFor(db: Db, reach: Reach, day: string): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absence as a')
    .innerJoin('official as o', 'o.id', 'a.officialId')
    .innerJoin('official as s', 's.id', 'a.substituteId')
    .select(['a.id', 'a.fromDay', 'a.toDay', 'o.id as officialId', 'o.name', 'o.roles', 'o.supervises'])
    .select(['s.id as substituteId', 's.name as substituteName'])
    .where('a.cancelledAt', 'is', null)
    .where('a.toDay', '>=', day)
    .where('o.active', '=', true)
    .orderBy('a.fromDay')
    .orderBy('o.name')
    .execute()
  return rows
    .filter(
      row =>
        [row.officialId, row.substituteId].includes(reach.official.id) ||
        inboxesOf(row).some(inbox => reach.inboxes.includes(inbox)),
    )
    .map(row => ({
      id: row.id,
      official: colleague(reach, { id: row.officialId, name: row.name }),
      substitute: colleague(reach, { id: row.substituteId, name: row.substituteName }),
      from: row.fromDay,
      to: row.toDay,
      current: row.fromDay <= day,
      mayCancel: answersFor(reach, { id: row.officialId, roles: row.roles }),
    }))
}

/** For whom absences may be entered, and who may substitute. */
export async function absenceChoices(db: Db, reach: Reach) {
  const officials = await officialsNow(db)
  const mine = (one: { roles: string[]; supervises: string[] }) =>
    inboxesOf(one).some(inbox => reach.inboxes.includes(inbox))
  return {
    officials: officials
      .filter(one => answersFor(reach, one))
      .toSorted((a, b) => Number(b.id === reach.official.id) - Number(a.id === reach.official.id))
      .map(one => colleague(reach, one)),
    colleagues: officials
      .filter(({ roles }) => roles.length > 0)
      .toSorted((a, b) => Number(mine(b)) - Number(mine(a)))
      .map(one => colleague(reach, one)),
  }
}

/** Keeps an absence. Throws Refusal `forbidden`, `invalid` with words at the field, or `absence-overlaps`. */
export async function enterAbsence(
  tx: Db,
  reach: Reach,
  { official = reach.official.id, substitute, from, to }: NewAbsence,
  day: string,
  language: Language,
): Promise<string> {
  const officials = await officialsNow(tx)
  const absent = officials.find(({ id }) => id === official)
  if (!absent || !answersFor(reach, absent)) throw new Refusal('forbidden')
  const wrong = (path: string, rule: keyof typeof sentences) =>
    new Refusal('invalid', { problems: [{ path, rule, message: sentences[rule][language] }] })
  if (to < from) throw wrong('/to', 'end-before-start')
  if (to < day) throw wrong('/to', 'past')
  if (!officials.some(({ id }) => id === substitute)) throw wrong('/substitute', 'unknown-official')
  if (substitute === official) throw wrong('/substitute', 'substitutes-self')
  const id = crypto.randomUUID()
  const { rows } = await sql<{ id: string }>`
    insert into absence (id, official_id, substitute_id, from_day, to_day, created_by)
    values (${id}, ${official}, ${substitute}, ${from}, ${to}, ${reach.official.id})
    on conflict do nothing returning id`.execute(tx)
  if (rows.length > 0) return id
  const earlier = await overlapping(tx, official, from, to)
  throw new Refusal('absence-overlaps', {
    values: {
      name: absent.name,
      from: dayText(earlier?.fromDay ?? from, language),
      to: dayText(earlier?.toDay ?? to, language),
    },
  })
}

const overlapping = (tx: Db, official: string, from: string, to: string) =>
  tx
    .selectFrom('absence')
    .select(['fromDay', 'toDay'])
    .where('officialId', '=', official)
    .where('cancelledAt', 'is', null)
    .where('fromDay', '<=', to)
    .where('toDay', '>=', from)
    .executeTakeFirst()

/** Ends an absence that has not passed: from this instant the substitute has nothing. Throws Refusal `not-yours`. */
export async function cancelAbsence(tx: Db, reach: Reach, id: string, day: string): Promise<Pick<Away, 'official'>> {
  const row = await tx
    .selectFrom('absence as a')
    .innerJoin('official as o', 'o.id', 'a.officialId')
    .select(['o.id', 'o.roles'])
    .where('a.id', '=', id)
    .where('a.cancelledAt', 'is', null)
    .where('a.toDay', '>=', day)
    .executeTakeFirst()
  if (!row || !answersFor(reach, row)) throw new Refusal('not-yours')
  await tx
    .updateTable('absence')
    .set({ cancelledAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
  return { official: row.id }
}

const sentences = {
  'end-before-start': {
    cs: 'Poslední den nemůže být před prvním. Opravte jeden z nich.',
    en: 'The last day cannot come before the first. Correct one of them.',
  },
  past: {
    cs: 'Tyto dny už minuly. Zvolte dnešek nebo pozdější den.',
    en: 'These days have passed. Choose today or a later day.',
  },
  'unknown-official': {
    cs: 'Vyberte, kdo bude zastupovat.',
    en: 'Choose who will substitute.',
  },
  'substitutes-self': {
    cs: 'Nikdo nezastupuje sám sebe. Vyberte někoho jiného.',
    en: 'Nobody substitutes themselves. Choose somebody else.',
  },
}
