import { randomUUID } from 'node:crypto'
import { agrees, totalsOf } from '../../api/money/days/totals.ts'
import { moneyDays } from '../../api/money/months/standing.ts'
import { firstOf, monthOf } from '../../api/money/months/view.ts'
import type { City } from '../../city/city.ts'
import { addDays, addMonths, type Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'

/** Days that the demo city's treasurers have not closed yet. */
const left = 12

/**
 * The days of the demo city as its two treasurers have closed them: all from the first of the month before the last to a few days ago,
 * and the first of these months as a whole. The last month waits to be closed.
 */
export async function writeClosings(tx: Db, city: City, day: Day, [one, other]: [string, string]): Promise<void> {
  const payouts = city.cardPayouts.map(({ iban }) => iban)
  const begin = addMonths(firstOf(day.slice(0, 7)), -2)
  const by = { state: 'confirmed', proposedBy: one, decidedBy: other }
  const at = (on: Day, time: string) => new Date(`${on}T${time}:00Z`)
  for (const { day: its } of await moneyDays(tx, begin, addDays(day, -left - 1))) {
    const totals = await totalsOf(tx, its, payouts)
    const next = addDays(its, 1)
    await tx
      .insertInto('day_closing')
      .values({
        ...{ id: randomUUID(), day: its, totals: json<unknown>(totals), ...by },
        note: agrees(totals) ? null : 'Přeplatek: plátce poslal příkaz dvakrát, nabídli jsme mu vrácení.',
        ...{ proposedAt: at(next, '07:10'), decidedAt: at(next, '09:25') },
      })
      .execute()
  }
  const month = begin.slice(0, 7)
  const { days, totals } = await monthOf(tx, month, payouts)
  if (days.length === 0) return
  const after = addMonths(begin, 1)
  await tx
    .insertInto('month_closing')
    .values({
      ...{ id: randomUUID(), month: begin, totals: json<unknown>(totals), note: null, ...by },
      ...{ proposedAt: at(addDays(after, 1), '08:00'), decidedAt: at(addDays(after, 1), '10:40') },
    })
    .execute()
}
