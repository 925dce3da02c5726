import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { IncomingPayment, RegisteredPayment } from './port.ts'

/**
 * Takes one payment into the ledger, inside the caller's transaction; see `Ledger.registerPayment`.
 * Two calls with one external id meet on its unique index: the second waits for the first and then reads what it did.
 * Two payments of one debt meet on the debt's row, locked in order of id so that baskets which share debts cannot deadlock.
 */
export async function registerPayment(tx: Db, payment: IncomingPayment): Promise<RegisteredPayment> {
  const asked = askedAmounts(payment)
  const inserted = await insertPayment(tx, payment)
  if (inserted === null) return earlier(tx, payment.externalId)

  const locked = await lockLiabilities(tx, [...asked.keys()])
  const allocations = locked.flatMap(({ id, owed }) => {
    const amount = Math.min(asked.get(id) ?? 0, owed)
    return amount > 0 ? [{ liability: id, amount }] : []
  })
  for (const { liability, amount } of allocations) {
    await tx
      .insertInto('allocation')
      .values({ paymentId: inserted, liabilityId: liability, amount, at: sql`now()` })
      .execute()
    await settle(tx, liability, amount)
  }
  const unallocated = payment.amount - allocations.reduce((sum, { amount }) => sum + amount, 0)
  await tx.updateTable('payment').set({ unallocated }).where('id', '=', inserted).execute()
  return { id: inserted, allocations, unallocated, already: false }
}

/** Haléře asked for each debt; a debt named twice is one. Throws RangeError for amounts that make no sense. */
function askedAmounts({ amount, items }: IncomingPayment): Map<string, number> {
  const asked = new Map<string, number>()
  for (const item of items) asked.set(item.liability, (asked.get(item.liability) ?? 0) + item.amount)
  const amounts = [amount, ...items.map(item => item.amount)]
  if (amounts.some(value => !Number.isSafeInteger(value) || value <= 0)) {
    throw new RangeError('A payment and each of its items must be a whole number of haléře greater than 0.')
  }
  if (items.reduce((sum, item) => sum + item.amount, 0) > amount) {
    throw new RangeError('The items of a payment ask for more than was paid.')
  }
  return asked
}

/** The new payment's id, or null if its external id is already known. */
async function insertPayment(tx: Db, payment: IncomingPayment): Promise<string | null> {
  const row = await tx
    .insertInto('payment')
    .values({
      id: randomUUID(),
      externalId: payment.externalId,
      channel: payment.channel,
      orderId: payment.orderId === undefined ? null : unlessPaid(payment.orderId),
      payer: payment.payer ?? null,
      amount: payment.amount,
      unallocated: payment.amount,
      currency: payment.currency,
      paidAt: sql<Date>`${payment.paidAt}::timestamptz`,
      creditedOn: payment.creditedOn ?? null,
      postedAt: sql<Date>`now()`,
      cardBrand: payment.cardBrand ?? null,
      cardLast4: payment.cardLast4 ?? null,
    })
    .onConflict(conflict => conflict.column('externalId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The order, or null if another payment paid it already: that money must be taken too, and one order has one payment. */
const unlessPaid = (orderId: string) =>
  sql<
    string | null
  >`case when exists (select from payment where order_id = ${orderId}) then null else ${orderId}::uuid end`

/** What the first registration of this external id did. */
async function earlier(tx: Db, externalId: string): Promise<RegisteredPayment> {
  const payment = await tx
    .selectFrom('payment')
    .select(['id', 'unallocated'])
    .where('externalId', '=', externalId)
    .executeTakeFirstOrThrow()
  const allocations = await tx
    .selectFrom('allocation')
    .select(['liabilityId as liability', 'amount'])
    .where('paymentId', '=', payment.id)
    .orderBy('liabilityId')
    .execute()
  return { ...payment, allocations, already: true }
}

/** Locks the debts in order of id and says what is owed on each; unknown ids are left out. */
export async function lockLiabilities(tx: Db, ids: string[]): Promise<{ id: string; owed: number }[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('liability')
    .select(['id', 'principal', 'accessories', 'paid', 'writtenOff', 'state'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(row => ({
    id: row.id,
    owed: row.state === 'cancelled' ? 0 : row.principal + row.accessories - row.paid - row.writtenOff,
  }))
}

/** Haléře that settle a debt, or with a minus, that no longer do: it owes again. */
export async function settle(tx: Db, id: string, amount: number): Promise<void> {
  await sql`
    update liability set paid = paid + ${amount}, as_of = now(),
      state = case when state = 'cancelled' then state when paid + ${amount} + written_off = principal + accessories then 'settled'
                   when state = 'settled' then 'open' else state end
    where id = ${id}`.execute(tx)
}
