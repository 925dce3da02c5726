import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { RefundOf } from './refunds.ts'
import { comesFrom, refundMoves, type RefundState } from './states.ts'

export type RefundRow = NonNullable<Awaited<ReturnType<typeof findRefund>>>

/** A refund with the gateway's payment that it goes back from. */
export const findRefund = (db: Db, id: string) =>
  db
    .selectFrom('refund as r')
    .leftJoin('payment_order as o', 'o.id', 'r.orderId')
    .select([
      'r.id',
      'r.paymentId',
      'r.orderId',
      'r.amount',
      'r.currency',
      'r.state',
      'r.fourEyes',
      'r.externalId',
      'o.intentId',
    ])
    .where('r.id', '=', id)
    .executeTakeFirst()

/** Moves a refund along a legal edge; from any other state nothing happens. */
export async function moveRefund(
  db: Db,
  id: string,
  next: RefundState,
  change: Partial<{ approvedBy: string | null; externalId: string; failure: string | null; doneAt: Date }>,
): Promise<void> {
  await db
    .updateTable('refund')
    .set({ state: next, ...change })
    .where('id', '=', id)
    .where('state', 'in', comesFrom(refundMoves, next))
    .execute()
}

/** What may go back: of a payment in the ledger what settled nothing; of an order whose money the ledger never took, what has not gone yet. */
export async function refundable(
  db: Db,
  { payment, order }: RefundOf,
): Promise<{ payment: string | null; order: string | null; amount: number; currency: string } | null> {
  if (payment !== undefined || order !== undefined) {
    const known = await db
      .selectFrom('payment')
      .select(['id', 'orderId', 'unallocated', 'currency'])
      .where(payment === undefined ? 'orderId' : 'id', '=', payment ?? order ?? '')
      .executeTakeFirst()
    if (known) return { payment: known.id, order: known.orderId, amount: known.unallocated, currency: known.currency }
  }
  if (order === undefined) return null
  const held = await db
    .selectFrom('payment_order')
    .select(['receivedAmount', 'receivedCurrency'])
    .where('id', '=', order)
    .where('state', '=', 'held')
    .executeTakeFirst()
  if (held?.receivedAmount == null || held.receivedCurrency === null) return null
  const { gone } = await db
    .selectFrom('refund')
    .select(sql<number>`coalesce(sum(amount), 0)::int8`.as('gone'))
    .where('orderId', '=', order)
    .where('state', 'in', ['approved', 'done'])
    .executeTakeFirstOrThrow()
  const amount = Math.max(0, held.receivedAmount - Number(gone))
  return { payment: null, order, amount, currency: held.receivedCurrency }
}
