import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { derivedId } from '../ids.ts'
import type { GoneMoney } from './gateway.ts'
import { moveOrder } from './order-rows.ts'
import { askOrder } from './orders.ts'
import { failed, judgeAgain, type RefundDeps } from './refunds.ts'
import { findRefund, refundable } from './refund-rows.ts'

/** What went back to a payer past the portal and was entered by a case. Amounts in haléře, or minor units of the money that is held. */
export interface TakenBack {
  amount: number
  reopened: { liability: string; amount: number }[]
  /** More went back than the ledger still had of the payment: it had gone back by another way before. */
  missing: number
}

interface Back {
  /** Of the step; cases under way have counted with it. */
  id: string
  caseId: string
  order: string
}
type Kind = 'chargeback' | 'outside'

/** The payer's bank took a payment back (chargeback): what it settled is owed again. Null when the gateway knows of no such thing, or it was entered. */
export const chargeBack = (deps: RefundDeps, back: Back): Promise<TakenBack | null> =>
  enter(deps, back, 'chargeback', intent => deps.gateway.lostDisputes(intent))

/** Refunds made at the gateway past the portal are entered. Null when the portal knows of all that went back. */
export const recordOutsideRefund = (deps: RefundDeps, back: Back): Promise<TakenBack | null> =>
  enter(deps, back, 'outside', intent => outside(deps, intent))

/**
 * The bank of the payer returned what was sent to the card: it is an overpayment again. Null when the gateway says that it was not so.
 * Throws while the refund is being sent: its news has overtaken the gateway's answer.
 */
export async function refundCameBack(deps: RefundDeps, id: string): Promise<{ amount: number } | null> {
  const { db, gateway } = deps
  const refund = await findRefund(db, id)
  if (refund?.state === 'approved') throw new Error(`Refund ${id} is still being sent: ask again.`)
  if (!refund?.externalId || (refund.state !== 'done' && refund.state !== 'failed')) return null
  const truth = await gateway.askRefund(refund.externalId)
  if (truth.state !== 'failed') return null
  await failed(deps, refund, truth)
  const { intentId, orderId } = refund
  if (intentId && orderId) {
    const gone = await outside(deps, intentId)
    if (gone.length > (await entered(db, gone))) await judgeAgain(db, orderId)
  }
  return { amount: refund.amount }
}

/** What the gateway has sent back and the portal did not ask for. */
async function outside({ gateway }: RefundDeps, intent: string): Promise<GoneMoney[]> {
  return (await gateway.refundsOf(intent)).filter(refund => refund.state !== 'failed' && refund.ours === undefined)
}

/** How many of them were entered. */
async function entered(db: Db, gone: readonly GoneMoney[]): Promise<number> {
  if (gone.length === 0) return 0
  const rows = await db
    .selectFrom('refund')
    .select('id')
    .where(
      'externalId',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
  return rows.length
}

/**
 * Enters one by one, each under the gateway's id, what the gateway names: however many cases hear of it at once, it is entered once.
 * News of money that goes back may overtake the news that it came, so the order is asked first.
 */
async function enter(
  deps: RefundDeps,
  { caseId, order }: Back,
  kind: Kind,
  ask: (intent: string) => Promise<GoneMoney[]>,
): Promise<TakenBack | null> {
  const { db } = deps
  await askOrder(deps, order)
  const row = await db
    .selectFrom('payment_order')
    .select('intentId')
    .where('id', '=', order)
    .where('intentId', 'is not', null)
    .executeTakeFirst()
  if (!row?.intentId) return null
  for (const gone of await ask(row.intentId)) await enterOne(deps, { caseId, order, kind, gone })
  if (kind === 'outside') await failAgain(deps, order)
  await endHeld(db, order)
  return enteredBy(db, caseId, kind)
}

async function enterOne(
  { db, ledger }: RefundDeps,
  { caseId, order, kind, gone }: { caseId: string; order: string; kind: Kind; gone: GoneMoney },
): Promise<void> {
  const known = await db.selectFrom('refund').select('id').where('externalId', '=', gone.id).executeTakeFirst()
  if (known) return
  const id = derivedId('gone', gone.id)
  const payment = await db
    .selectFrom('payment')
    .select(['id', 'amount', 'returned'])
    .where('orderId', '=', order)
    .executeTakeFirst()
  if (payment) {
    // a try that ended between ledger and row has taken it out already
    const taken = await db
      .selectFrom('payment_return')
      .select('externalId')
      .where('externalId', '=', id)
      .executeTakeFirst()
    const left = taken ? 0 : Math.min(gone.amount, payment.amount - payment.returned)
    if (left > 0) await ledger.registerRefund({ externalId: id, payment: payment.id, amount: left, from: 'debts' })
  }
  await db
    .insertInto('refund')
    .values({
      id,
      caseId,
      orderId: order,
      paymentId: payment?.id ?? null,
      kind,
      via: 'card',
      amount: gone.amount,
      currency: gone.currency,
      state: 'done',
      fourEyes: false,
      proposedBy: 'gateway',
      approvedBy: 'gateway',
      externalId: gone.id,
      doneAt: sql<Date>`now()`,
    })
    .onConflict(oc => oc.column('id').doNothing())
    .execute()
}

/** What has failed between the gateway's answer and our row found no row to be told of; it is an overpayment again. */
async function failAgain(deps: RefundDeps, order: string): Promise<void> {
  const rows = await deps.db
    .selectFrom('refund')
    .select(['id', 'externalId'])
    .where('orderId', '=', order)
    .where('kind', '=', 'outside')
    .where('state', '=', 'done')
    .execute()
  for (const { id, externalId } of rows) {
    const truth = externalId === null ? null : await deps.gateway.askRefund(externalId)
    const refund = truth?.state === 'failed' ? await findRefund(deps.db, id) : undefined
    if (truth && refund) await failed(deps, refund, truth)
  }
}

/** Money that was held and has all gone back waits for nobody's decision. */
async function endHeld(db: Db, order: string): Promise<void> {
  const held = await refundable(db, { order })
  if (held?.payment === null && held.amount === 0) await moveOrder(db, order, 'returned', {})
}

/** What a case has entered, however often it tried. */
async function enteredBy(db: Db, caseId: string, kind: Kind): Promise<TakenBack | null> {
  const rows = await db
    .selectFrom('refund as r')
    .leftJoin('payment_return as b', join => join.on(sql`b.external_id`, '=', sql`r.id::text`))
    .select(['r.amount', 'r.paymentId', 'b.amount as taken', 'b.reopened'])
    .where('r.caseId', '=', caseId)
    .where('r.kind', '=', kind)
    .where('r.state', '=', 'done')
    .execute()
  if (rows.length === 0) return null
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    amount: sum(row => row.amount),
    reopened: rows.flatMap(({ reopened }) => reopened ?? []),
    missing: sum(({ amount, taken, paymentId }) => (paymentId === null ? 0 : amount - (taken ?? 0))),
  }
}
