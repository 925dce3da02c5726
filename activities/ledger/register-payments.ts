import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { IncomingPayment } from './port.ts'

/** Rows of one statement: Postgres takes at most 65 535 parameters. */
const batch = 3000

/** A payment from outside the portal's orders: a line of a bank statement. */
export type BulkPayment = Omit<IncomingPayment, 'orderId' | 'cardBrand' | 'cardLast4'> & { creditedOn: string }

/**
 * Takes many payments inside the caller's transaction, as `registerPayment` would one after another, but in few statements. The caller
 * has locked the debts and seen that each item is owed: a constraint stops what would pay a debt over. Throws when an external id is
 * known already. Gives the ids of the payments in the ledger, in the order given.
 */
export async function registerPayments(tx: Db, payments: readonly BulkPayment[]): Promise<string[]> {
  const ids = payments.map(() => randomUUID())
  for (let from = 0; from < payments.length; from += batch) {
    const some = payments.slice(from, from + batch)
    await tx
      .insertInto('payment')
      .values(
        some.map(({ items, payer, paidAt, ...payment }, at) => ({
          ...payment,
          id: ids[from + at] ?? '',
          orderId: null,
          payer: payer ?? null,
          unallocated: payment.amount - items.reduce((sum, { amount }) => sum + amount, 0),
          paidAt: sql<Date>`${paidAt}::timestamptz`,
          postedAt: sql<Date>`now()`,
        })),
      )
      .execute()
  }
  const parts = payments.flatMap(({ items }, at) => items.map(item => ({ paymentId: ids[at] ?? '', ...item })))
  for (let from = 0; from < parts.length; from += 10_000) await allocate(tx, parts.slice(from, from + 10_000))
  return ids
}

/** What settles what, and the debts brought up to date with it. */
async function allocate(tx: Db, parts: { paymentId: string; liability: string; amount: number }[]): Promise<void> {
  const columns = sql`unnest(${parts.map(({ paymentId }) => paymentId)}::uuid[], ${parts.map(({ liability }) => liability)}::uuid[], ${parts.map(({ amount }) => amount)}::bigint[]) as part (payment_id, liability_id, amount)`
  await sql`insert into allocation (payment_id, liability_id, amount) select * from ${columns}`.execute(tx)
  await sql`
    update liability l set paid = paid + sums.amount, as_of = now(),
      state = case when paid + sums.amount + written_off = principal + accessories then 'settled' else state end
    from (select liability_id, sum(amount)::bigint as amount from ${columns} group by liability_id) as sums
    where l.id = sums.liability_id`.execute(tx)
}
