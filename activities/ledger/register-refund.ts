import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { NothingLeft, type OutgoingRefund, type RegisteredRefund } from './port.ts'
import { lockLiabilities, settle } from './register-payment.ts'

/** Takes money out of a payment, inside the caller's transaction; see `Ledger.registerRefund`. The payment's row is locked first, so two refunds meet on it. */
export async function registerRefund(tx: Db, refund: OutgoingRefund): Promise<RegisteredRefund> {
  const { externalId, payment, amount, from } = refund
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new RangeError('A refund is a whole number of haléře above 0.')
  const rest = await lockRest(tx, payment)
  const before = await tx
    .selectFrom('payment_return')
    .select('reopened')
    .where('externalId', '=', externalId)
    .executeTakeFirst()
  if (before) return { reopened: before.reopened, already: true }
  const missing = Math.max(0, amount - rest)
  if (missing > 0 && from === 'rest')
    throw new NothingLeft(`Of payment ${payment} ${rest} haléře are left, not ${amount}.`)
  const reopened = missing > 0 ? await takeFromDebts(tx, payment, missing) : []
  await tx
    .updateTable('payment')
    .set({ unallocated: rest - (amount - missing), returned: sql<number>`returned + ${amount}` })
    .where('id', '=', payment)
    .execute()
  await tx
    .insertInto('payment_return')
    .values({ externalId, paymentId: payment, amount, reopened: json(reopened) })
    .execute()
  return { reopened, already: false }
}

/** Money that came back from a refund is an overpayment again. Debts that were opened again stay open: a person decides on them. */
export async function cancelRefund(tx: Db, externalId: string): Promise<void> {
  const back = await tx
    .updateTable('payment_return')
    .set({ cancelledAt: sql<Date>`now()` })
    .where('externalId', '=', externalId)
    .where('cancelledAt', 'is', null)
    .returning(['paymentId', 'amount'])
    .executeTakeFirst()
  if (!back) return
  await tx
    .updateTable('payment')
    .set({
      unallocated: sql<number>`unallocated + ${back.amount}`,
      returned: sql<number>`returned - ${back.amount}`,
    })
    .where('id', '=', back.paymentId)
    .execute()
}

/** Haléře of a payment that settled nothing, its row locked. Throws {@link NothingLeft} for one the ledger does not know. */
export async function lockRest(tx: Db, payment: string): Promise<number> {
  const row = await tx
    .selectFrom('payment')
    .select('unallocated')
    .where('id', '=', payment)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NothingLeft(`The ledger knows no payment ${payment}.`)
  return row.unallocated
}

/** Takes so many haléře back from what the payment settled: the debt due last owes again first. */
async function takeFromDebts(tx: Db, payment: string, missing: number): Promise<RegisteredRefund['reopened']> {
  const settled = await tx
    .selectFrom('allocation as a')
    .innerJoin('liability as l', 'l.id', 'a.liabilityId')
    .select(['a.liabilityId', 'a.amount'])
    .where('a.paymentId', '=', payment)
    .orderBy('l.due', 'desc')
    .orderBy('l.id')
    .execute()
  await lockLiabilities(
    tx,
    settled.map(line => line.liabilityId),
  )
  const reopened: RegisteredRefund['reopened'] = []
  let left = missing
  for (const { liabilityId, amount } of settled) {
    const taken = Math.min(left, amount)
    if (taken === 0) break
    const line = { paymentId: payment, liabilityId }
    if (taken === amount)
      await tx
        .deleteFrom('allocation')
        .where(eb => eb.and(line))
        .execute()
    else
      await tx
        .updateTable('allocation')
        .set({ amount: amount - taken })
        .where(eb => eb.and(line))
        .execute()
    await settle(tx, liabilityId, -taken)
    reopened.push({ liability: liabilityId, amount: taken })
    left -= taken
  }
  if (left > 0) throw new NothingLeft(`Of payment ${payment} ${left} haléře are missing for what should go back.`)
  return reopened
}
