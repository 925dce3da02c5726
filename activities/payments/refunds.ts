import { sql } from 'kysely'
import type { City } from '../../city/city.ts'
import { amountOn } from '../../city/rates.ts'
import type { Db } from '../../db/database.ts'
import { isDuplicate } from '../../db/duplicate.ts'
import { accountToIban } from '../../forms/bank.ts'
import { today } from '../../forms/day.ts'
import { NothingLeft } from '../ledger/port.ts'
import { GatewayRefusal, type RefundTruth } from './gateway.ts'
import type { OrderDeps } from './orders.ts'
import { moveOrder } from './order-rows.ts'
import { findRefund, moveRefund, refundable, type RefundRow } from './refund-rows.ts'

export interface RefundDeps extends OrderDeps {
  city: City
}

/** Which money: a payment in the ledger, or an order whose money the ledger never took. */
export interface RefundOf {
  payment?: string
  order?: string
}

export interface RefundWish {
  /** Derived from the case, so that asking again finds the same refund. */
  id: string
  caseId: string
  of: RefundOf
  /** The official who proposes it, or `portal`. */
  by: string
  /** Account of the payer, as people write it or IBAN, when it goes by bank transfer; otherwise it goes back to the card. */
  account?: string
}

/** Amounts in haléře, or minor units of `currency`. `confirm`: somebody else must confirm it. `taken`: another refund of it is under way. */
export type Proposal =
  { state: 'proposed'; amount: number; currency: string; confirm: boolean } | { state: 'nothing' } | { state: 'taken' }

/**
 * Proposes to give back all that settled nothing (přeplatek, § 155 daňového řádu). Above the city's limit, and whenever the portal
 * itself proposes it, an official must confirm. Two proposals for one payment meet in Postgres: the second is told `taken`.
 */
export async function proposeRefund({ db, city }: RefundDeps, wish: RefundWish): Promise<Proposal> {
  const before = await findRefund(db, wish.id)
  if (before) return proposal(before)
  const money = await refundable(db, wish.of)
  if (!money || money.amount === 0) return { state: 'nothing' }
  const limit = amountOn(city.rates, 'refund-four-eyes', today()).amount
  const row = {
    id: wish.id,
    caseId: wish.caseId,
    orderId: money.order,
    paymentId: money.payment,
    kind: 'refund',
    via: wish.account ? 'transfer' : 'card',
    account: wish.account ? (accountToIban(wish.account) ?? wish.account) : null,
    variableSymbol: wish.account ? sql<string>`nextval('refund_symbol')` : null,
    amount: money.amount,
    currency: money.currency,
    state: 'requested',
    fourEyes: wish.by === 'portal' || money.currency !== 'CZK' || money.amount > limit,
    proposedBy: wish.by,
  }
  try {
    await db.insertInto('refund').values(row).execute()
  } catch (error) {
    // another refund of it is under way, or a second try of this one came first
    if (!isDuplicate(error)) throw error
    const same = await findRefund(db, wish.id)
    return same ? proposal(same) : { state: 'taken' }
  }
  return proposal(row)
}

const proposal = ({ amount, currency, fourEyes }: Pick<RefundRow, 'amount' | 'currency' | 'fourEyes'>): Proposal => ({
  state: 'proposed',
  amount,
  currency,
  confirm: fourEyes,
})

/** Confirms a proposal: from here on the ledger holds the money as given back. `nothing`: it was used for a debt meanwhile. */
export async function approveRefund(
  { db, ledger }: RefundDeps,
  { id, by }: { id: string; by: string },
): Promise<'approved' | 'nothing'> {
  const refund = await findRefund(db, id)
  if (!refund) throw new Error(`There is no refund ${id}.`)
  if (refund.state !== 'requested') return refund.state === 'rejected' ? 'nothing' : 'approved'
  try {
    if (refund.paymentId)
      await ledger.registerRefund({ externalId: id, payment: refund.paymentId, amount: refund.amount, from: 'rest' })
  } catch (error) {
    if (!(error instanceof NothingLeft)) throw error
    await moveRefund(db, id, 'rejected', { approvedBy: null })
    return 'nothing'
  }
  await moveRefund(db, id, 'approved', { approvedBy: by })
  return 'approved'
}

export async function rejectRefund({ db }: RefundDeps, id: string): Promise<void> {
  await moveRefund(db, id, 'rejected', {})
}

/** Sends an approved refund back to its card; asking again sends nothing twice. A gateway that does not answer says nothing: ask again. */
export async function sendRefund(deps: RefundDeps, id: string): Promise<'done' | 'failed'> {
  const refund = await findRefund(deps.db, id)
  if (!refund) throw new Error(`There is no refund ${id}.`)
  if (refund.state !== 'approved') return refund.state === 'done' ? 'done' : 'failed'
  const truth = await send(deps, refund)
  if (truth.state === 'failed') {
    await failed(deps, refund, truth)
    return 'failed'
  }
  await deps.db.transaction().execute(async tx => {
    await moveRefund(tx, id, 'done', { externalId: truth.id, doneAt: new Date() })
    if (!refund.paymentId && refund.orderId) await moveOrder(tx, refund.orderId, 'returned', {})
  })
  return 'done'
}

async function send({ gateway }: RefundDeps, { id, intentId, amount }: RefundRow): Promise<RefundTruth> {
  if (!intentId) throw new Error(`Refund ${id} has no payment at the gateway.`)
  try {
    return await gateway.refund({ key: id, payment: intentId, amount })
  } catch (error) {
    if (error instanceof GatewayRefusal) return { id: '', state: 'failed', failure: error.message }
    throw error
  }
}

/** An official has sent it from the city's account by a bank order, or the bank has returned it. */
export async function transferred(
  deps: RefundDeps,
  { id, returned }: { id: string; returned: boolean },
): Promise<void> {
  const refund = await findRefund(deps.db, id)
  if (!refund) throw new Error(`There is no refund ${id}.`)
  if (!returned) return moveRefund(deps.db, id, 'done', { doneAt: new Date() })
  await failed(deps, refund, { id: '', state: 'failed' })
}

/** Uses an overpayment for other debts of the same debtors. Gives the haléře that found one. */
export async function spendRest({ db, ledger }: RefundDeps, of: RefundOf): Promise<number> {
  const money = await refundable(db, of)
  if (!money?.payment || money.amount === 0) return 0
  return (await ledger.spendRest(money.payment)).reduce((sum, { amount }) => sum + amount, 0)
}

/**
 * Money that could not go back is an overpayment again. The ledger first: a crash in between finds the refund still to be failed, and the
 * ledger takes it back once.
 */
export async function failed({ db, ledger }: RefundDeps, refund: RefundRow, truth: RefundTruth): Promise<void> {
  if (refund.paymentId) await ledger.cancelRefund(refund.id)
  await db.transaction().execute(async tx => {
    await moveRefund(tx, refund.id, 'failed', { failure: truth.failure ?? null })
    if (!refund.paymentId && refund.orderId && refund.state === 'done') await moveOrder(tx, refund.orderId, 'held', {})
    // news that was taken for the news of this refund was of another one
    if (refund.orderId && refund.state === 'approved') await judgeAgain(tx, refund.orderId)
  })
}

/** News of refunds that were taken for ours are judged again by the API, as if they had been found in the gateway's list. */
export const judgeAgain = (db: Db, order: string) =>
  db
    .updateTable('gateway_event')
    .set({ state: 'found' })
    .where('orderId', '=', order)
    .where('state', '=', 'ignored')
    .where('type', '=', 'charge.refunded')
    .execute()
