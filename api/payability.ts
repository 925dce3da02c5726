import type { BasketContext } from '../activities/ledger/payable.ts'
import { cardCreditDay } from '../city/fees.ts'
import type { Db } from '../db/database.ts'
import { dayAt } from '../workflows/deadline.ts'
import type { Deps } from './deps.ts'

export interface LiveOrder {
  case: string
  personId: string
  /** ISO instant at which the order expires. */
  until: string
}

/** Debts that an order pays which may still be paid itself, by the debt's id. */
export async function liveOrders(db: Db, liabilities: string[]): Promise<Map<string, LiveOrder>> {
  if (liabilities.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment_order_item as i')
    .innerJoin('payment_order as o', 'o.id', 'i.orderId')
    .select(['i.liabilityId', 'o.caseId', 'o.personId', 'o.expiresAt'])
    .where('i.live', '=', true)
    .where('i.liabilityId', 'in', liabilities)
    .execute()
  return new Map(
    rows.map(r => [r.liabilityId, { case: r.caseId, personId: r.personId, until: r.expiresAt.toISOString() }]),
  )
}

/** What the rules of paying need to know of this moment. */
export function basketContext(deps: Pick<Deps, 'city' | 'now'>, orders: Map<string, LiveOrder>): BasketContext {
  const today = dayAt(deps.now().toISOString())
  return {
    creditedOn: cardCreditDay(today, deps.city.rates),
    held: new Map([...orders].map(([id, order]) => [id, order.until])),
  }
}
