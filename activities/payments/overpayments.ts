import { sql } from 'kysely'
import { amountOn } from '../../city/rates.ts'
import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import type { RefundDeps } from './refunds.ts'

/** Money that settled nothing (přeplatek), as its payer may ask it back. Haléře. */
export interface Overpayment {
  payment: string
  amount: number
  paidAt: string
  channel: 'card' | 'bank' | 'cash'
}

/** Overpayments of those whose debts a payment paid or was meant to pay, newest first; and of an account that paid for others by card. */
export async function overpaymentsOf(
  db: Db,
  owner: { subject: string | null; person: string },
): Promise<Overpayment[]> {
  const { rows } = await sql<{ payment: string; amount: number; paidAt: Date; channel: Overpayment['channel'] }>`
    select p.id as payment, p.unallocated as amount, p.paid_at as "paidAt", p.channel from payment p
    where p.unallocated > 0 and p.id in (
      select a.payment_id from allocation a join liability l on l.id = a.liability_id where l.subject_id = ${owner.subject}
      union
      select q.id from payment q join payment_order o on o.id = q.order_id where o.person_id = ${owner.person}
      union
      select q.id from payment q join payment_order_item i on i.order_id = q.order_id join liability l on l.id = i.liability_id
      where l.subject_id = ${owner.subject})
    order by p.paid_at desc`.execute(db)
  return rows.map(({ paidAt, ...row }) => ({
    ...row,
    amount: Number(row.amount),
    paidAt: new Date(paidAt).toISOString(),
  }))
}

/** What became of an overpayment that is asked back. Haléře. */
export interface OverpaymentLeft {
  /** Used for what was overdue. */
  used: number
  left: number
  /** Day of the payment, in Prague. */
  paidOn: Day
  /** So much or less is not given back on request; 0 where private law holds. */
  limit: number
}

/** Uses an overpayment for what is overdue, as the law has it before anything goes back (§ 154 daňového řádu). Asking again says the same. */
export async function overpayment({ db, ledger, city }: RefundDeps, payment: string): Promise<OverpaymentLeft> {
  const day = today()
  const before = await db
    .selectFrom('payment')
    .select(['unallocated', sql<Day>`(paid_at at time zone 'Europe/Prague')::date::text`.as('paidOn')])
    .where('id', '=', payment)
    .executeTakeFirst()
  const used = (await ledger.spendRest(payment, { overdueOn: day })).reduce((sum, { amount }) => sum + amount, 0)
  const limit = (await isPrivate(db, payment)) ? 0 : amountOn(city.rates, 'overpayment-kept-up-to', day).amount
  return { used, left: (before?.unallocated ?? 0) - used, paidOn: before?.paidOn ?? day, limit }
}

/** Whether all debts that the payment paid or was meant to pay are contracts. */
async function isPrivate(db: Db, payment: string): Promise<boolean> {
  const { rows } = await sql<{ all: boolean | null }>`
    select bool_and(l.world = 'private') as all from liability l where l.id in (
      select liability_id from allocation where payment_id = ${payment}
      union
      select i.liability_id from payment_order_item i join payment p on p.order_id = i.order_id where p.id = ${payment})`.execute(
    db,
  )
  return rows[0]?.all === true
}
