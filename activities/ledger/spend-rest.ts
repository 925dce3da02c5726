import { sql } from 'kysely'
import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import type { RegisteredPayment } from './port.ts'
import { settle } from './register-payment.ts'
import { lockRest } from './register-refund.ts'

/**
 * Uses what is left of a payment for other open debts of those whose debts it paid or was meant to pay, in the same law, inside the
 * caller's transaction; see `Ledger.spendRest`. A specified amount (určená částka) is left out: it is paid whole, in time, by its payer.
 */
export async function spendRest(
  tx: Db,
  payment: string,
  { overdueOn }: { overdueOn?: Day } = {},
): Promise<RegisteredPayment['allocations']> {
  let rest = await lockRest(tx, payment)
  const used: RegisteredPayment['allocations'] = []
  if (rest === 0) return used
  const { rows: debts } = await sql<{ id: string; owed: number }>`
    select l.id, (l.principal + l.accessories - l.paid - l.written_off)::int8 as owed
    from liability l
    where l.state = 'open' and l.kind <> 'specified-amount' and l.principal + l.accessories > l.paid + l.written_off
      and (${overdueOn ?? null}::date is null or l.due < ${overdueOn ?? null}::date)
      and (l.subject_id, l.world) in (
        select meant.subject_id, meant.world from liability meant
        where meant.id in (select i.liability_id from payment_order_item i join payment p on p.order_id = i.order_id where p.id = ${payment}
                           union select liability_id from allocation where payment_id = ${payment}))
      and not exists (select from payment_order_item i where i.liability_id = l.id and i.live)
    order by l.due, l.id for update of l`.execute(tx)
  for (const { id, owed } of debts) {
    const amount = Math.min(rest, Number(owed))
    if (amount === 0) break
    await tx
      .insertInto('allocation')
      .values({ paymentId: payment, liabilityId: id, amount, at: sql`now()` })
      .onConflict(oc =>
        oc.columns(['paymentId', 'liabilityId']).doUpdateSet({ amount: sql`allocation.amount + ${amount}` }),
      )
      .execute()
    await settle(tx, id, amount)
    used.push({ liability: id, amount })
    rest -= amount
  }
  if (used.length > 0) await tx.updateTable('payment').set({ unallocated: rest }).where('id', '=', payment).execute()
  return used
}
