import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { IncomingPayment } from './port.ts'

/** A payment from outside the portal's orders: a line of a bank statement. */
export type BulkPayment = Omit<IncomingPayment, 'orderId' | 'cardBrand' | 'cardLast4'> & { creditedOn: string }

/**
 * Takes many payments inside the caller's transaction, as `registerPayment` would one after another, but in few statements. The caller
 * has locked the debts and seen that each item is owed: a constraint stops what would pay a debt over. Throws when an external id is
 * known already. Gives the ids of the payments in the ledger, in the order given.
 */
export async function registerPayments(tx: Db, payments: readonly BulkPayment[]): Promise<string[]> {
  const ids = payments.map(() => randomUUID())
  const rows = payments.map(({ items, ...payment }, at) => ({
    ...{ id: ids[at], external_id: payment.externalId, channel: payment.channel, payer: payment.payer ?? null },
    ...{ amount: payment.amount, currency: payment.currency, paid_at: payment.paidAt, credited_on: payment.creditedOn },
    unallocated: payment.amount - items.reduce((sum, { amount }) => sum + amount, 0),
  }))
  await sql`insert into payment (id, external_id, channel, payer, amount, unallocated, currency, paid_at, credited_on)
    select id, external_id, channel, payer, amount, unallocated, currency, paid_at, credited_on
    from jsonb_populate_recordset(null::payment, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  const parts = payments.flatMap(({ items }, at) => items.map(item => ({ paymentId: ids[at] ?? '', ...item })))
  await allocate(tx, parts)
  return ids
}

/** What settles what, and the debts brought up to date with it. */
async function allocate(tx: Db, parts: { paymentId: string; liability: string; amount: number }[]): Promise<void> {
  const part = sql`jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part ("paymentId" uuid, liability uuid, amount bigint)`
  await sql`insert into allocation (payment_id, liability_id, amount) select "paymentId", liability, amount from ${part}`.execute(
    tx,
  )
  await sql`
    update liability l set paid = paid + sums.amount, as_of = now(),
      state = case when paid + sums.amount + written_off = principal + accessories then 'settled' else state end
    from (select liability, sum(amount)::bigint as amount from ${part} group by liability) as sums where l.id = sums.liability`.execute(
    tx,
  )
}
