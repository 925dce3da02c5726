import { addDays } from '../../../city/calendar.ts'
import type { Db } from '../../../db/database.ts'
import { today } from '../../../forms/day.ts'
import type { UnclosedDays } from '../../contract.ts'
import { firstDay, moneyDays, standingOf } from './standing.ts'

/** So many days are shown with what differs; how many there are is said. */
const most = 31
const mostMonths = 13

/** Days that are over and not closed, the oldest first, with what differs; and the months since the first of them that was asked for. */
export async function unclosedDays(db: Db, payouts: readonly string[], now: Date): Promise<UnclosedDays> {
  const since = await firstDay(db)
  const last = addDays(today(now), -1)
  if (since === null || since > last) return { since, count: 0, days: [], months: [] }
  const all = await moneyDays(db, since, last)
  const open = all.filter(({ state }) => state !== 'confirmed')
  const days: UnclosedDays['days'] = []
  // one after another: the connections of the pool are for everybody
  for (const one of open.slice(0, most)) {
    const { totals: _, ...shown } = await standingOf(db, one, payouts)
    days.push(shown)
  }
  const signed = await db
    .selectFrom('month_closing')
    .select(['month', 'state'])
    .where('state', '<>', 'withdrawn')
    .execute()
  const months = [...Map.groupBy(all, ({ day }) => day.slice(0, 7))].map(
    ([month, its]): UnclosedDays['months'][number] => {
      const state = signed.find(row => row.month === `${month}-01`)?.state
      return {
        ...{ month, days: its.length, open: its.filter(one => one.state !== 'confirmed').length },
        state: state === 'proposed' || state === 'confirmed' ? state : null,
      }
    },
  )
  return { since, count: open.length, days, months: months.toReversed().slice(0, mostMonths) }
}
