import type { Db } from '../../../db/database.ts'
import { ibanToAccount } from '../../../forms/bank.ts'
import { today } from '../../../forms/day.ts'
import type { DayView } from '../../contract.ts'
import { closingOf } from './closing.ts'
import { onTheWay } from './entries.ts'
import { pendingOrders, unknownEvents, type Asked } from './listing.ts'
import { sealOf, totalsOf } from './totals.ts'

/** A day as its treasurer sees it. */
export async function dayView(db: Db, { day, payouts, inboxes }: Asked, now: Date): Promise<DayView> {
  const [totals, way, statements, pending, unknown] = await Promise.all([
    totalsOf(db, day, payouts),
    onTheWay(day, now).execute(db),
    statementsOf(db, day),
    pendingOrders(db, inboxes, now),
    unknownEvents(db),
  ])
  const [{ atGateway, late } = { atGateway: 0, late: 0 }] = way.rows
  return {
    ...{ day, over: day < today(now), seal: sealOf(totals), totals, onTheWay: { atGateway, late } },
    ...{ statements, closing: await closingOf(db, day, totals), pending, unknown },
  }
}

async function statementsOf(db: Db, day: string): Promise<DayView['statements']> {
  const rows = await db
    .selectFrom('bank_statement')
    .select(['id', 'account', 'number', 'year'])
    .where('toDay', '>=', day)
    .where('fromDay', '<=', day)
    .orderBy('account')
    .orderBy('number')
    .limit(100)
    .execute()
  return rows.map(({ account, ...row }) => ({ ...row, account: ibanToAccount(account) ?? account }))
}
