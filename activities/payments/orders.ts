import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Ledger } from '../ledger/port.ts'
import { recheckInTime, unaskedOf } from '../mandates/rechecking.ts'
import type { OrderRequest, OrderTruth } from '../records.ts'
import type { Registers } from '../registers/port.ts'
import { GatewayRefusal, type CardGateway, type PaidByCard } from './gateway.ts'
import { wayBack } from './way-back.ts'
import { createOrder, expireOrder, findOrder, moveOrder, orderLines, releaseItems, type Order } from './order-rows.ts'

export interface OrderDeps {
  db: Db
  registers: Registers
  ledger: Ledger
  gateway: CardGateway
  /** Address of the portal, for the way back from the gateway. */
  portalUrl: string
  /** The key of the cases, for the tickets of slips. */
  caseKey: Buffer
}

/**
 * Opens an order: re-reads every debt, freezes the amounts, and asks the gateway for its page. Doing it again finds the same order.
 * `changed` when a debt is no longer owed as the payer saw it, or another live order pays it; `mandate-ended` when the payer may not
 * pay (any more) for one of the debtors: nothing was charged.
 */
export async function openOrder(deps: OrderDeps, request: OrderRequest): Promise<OrderTruth> {
  const order = (await findOrder(deps.db, request.id)) ?? (await newOrder(deps, request))
  if (typeof order === 'string') return { state: order }
  if (order.void && order.state === 'created') {
    await expireOrder(deps.db, order.id)
    return { state: 'expired' }
  }
  if (order.state !== 'created') return askOrder(deps, order.id)
  const back = wayBack(deps, request)
  try {
    const checkout = await deps.gateway.open({
      order: order.id,
      caseId: request.caseId,
      language: request.language,
      lines: await orderLines(deps.db, order.id, request.language),
      ...(request.email && { email: request.email }),
      // Far longer than the order, which the case closes at the gateway when its time is up; and the same at every try,
      // because the gateway refuses another request under one idempotency key.
      expiresAt: Math.floor(order.expiresAt.getTime() / 1000) + 12 * 3600,
      returnTo: { success: `${back}?returned=success`, cancel: `${back}?returned=cancelled` },
    })
    await moveOrder(deps.db, order.id, 'open', { checkoutId: checkout.id, checkoutUrl: checkout.url })
    // withdrawn while the gateway was slow: nobody has seen the page, so it can be closed
    if ((await findOrder(deps.db, order.id))?.state === 'expired') return settleLate(deps, order, checkout.id)
    return { state: 'open', amount: order.amount, url: checkout.url }
  } catch (error) {
    if (!(error instanceof GatewayRefusal)) throw error
    await expireOrder(deps.db, order.id)
    return { state: 'expired' }
  }
}

/** A case may open its order long after it was filed: mandates that nobody has asked after since are asked after, if registers answer. */
async function newOrder(deps: OrderDeps, request: OrderRequest) {
  const unasked = await unaskedOf(deps.db, request.personId)
  await Promise.all(unasked.map(mandate => recheckInTime(deps, mandate, () => {})))
  return createOrder(deps.db, request)
}

async function settleLate(deps: OrderDeps, order: Order, checkout: string): Promise<OrderTruth> {
  await deps.db.updateTable('payment_order').set({ checkoutId: checkout }).where('id', '=', order.id).execute()
  return closeOrder(deps, order.id)
}

/** Asks the gateway for the truth and brings the order to it; paid money is posted to the ledger, once. */
export async function askOrder(deps: OrderDeps, id: string): Promise<OrderTruth> {
  return settle(deps, id, checkout => deps.gateway.ask(checkout))
}

/**
 * Closes the checkout at the gateway, unless it was paid before; then that is the truth. A try to open the order may be still under way:
 * one side leaves its row before it looks for the other's, so at least one of them finds the other.
 */
export async function closeOrder(deps: OrderDeps, id: string): Promise<OrderTruth> {
  if (!(await findOrder(deps.db, id)))
    await deps.db
      .insertInto('void_order')
      .values({ id })
      .onConflict(oc => oc.doNothing())
      .execute()
  return settle(deps, id, checkout => deps.gateway.close(checkout))
}

async function settle(deps: OrderDeps, id: string, ask: CardGateway['ask']): Promise<OrderTruth> {
  const order = await findOrder(deps.db, id)
  if (!order) return { state: 'expired' }
  if (order.state === 'posted') return posted(deps.db, order)
  if (order.state === 'held' || order.state === 'returned') return held(order)
  if (order.state === 'expired' && !order.checkoutId) return { state: 'expired' }
  if (!order.checkoutId) {
    // never opened: no address was ever given to anybody, so nobody can pay it
    await expireOrder(deps.db, id)
    return { state: 'expired' }
  }
  const truth = await ask(order.checkoutId)
  if (truth.state === 'paid') return post(deps, order, truth.payment)
  if (truth.state === 'expired') {
    await expireOrder(deps.db, id)
    return truth
  }
  if ((truth.failure ?? null) !== order.failure)
    await deps.db
      .updateTable('payment_order')
      .set({ failure: truth.failure ?? null })
      .where('id', '=', id)
      .execute()
  return {
    state: 'open',
    amount: order.amount,
    url: truth.url || (order.checkoutUrl ?? ''),
    ...(truth.failure && { failure: truth.failure }),
  }
}

/** The ledger first, under the gateway's id of the payment, then the order: a crash in between finds the payment already known. */
async function post(deps: OrderDeps, order: Order, paid: PaidByCard): Promise<OrderTruth> {
  await moveOrder(deps.db, order.id, 'paid', { intentId: paid.id, paidAt: new Date(paid.paidAt) })
  if (paid.currency !== 'CZK') return hold(deps.db, order, paid)
  const items = await deps.db
    .selectFrom('payment_order_item')
    .select(['liabilityId as liability', 'amount'])
    .where('orderId', '=', order.id)
    .execute()
  const registered = await deps.ledger.registerPayment({
    externalId: paid.id,
    orderId: order.id,
    channel: 'card',
    ...(order.payer !== null && { payer: order.payer }),
    amount: paid.amount,
    currency: 'CZK',
    paidAt: paid.paidAt,
    ...(paid.brand && { cardBrand: paid.brand }),
    ...(paid.last4 && { cardLast4: paid.last4 }),
    items: paid.amount === order.amount ? items : within(items, paid.amount),
  })
  await deps.db.transaction().execute(async tx => {
    await moveOrder(tx, order.id, 'posted', {
      postedAt: sql<Date>`now()` as never,
      reviewReason: paid.amount !== order.amount ? 'amount-differs' : registered.unallocated > 0 ? 'overpaid' : null,
    })
    await releaseItems(tx, order.id)
  })
  return posted(deps.db, { ...order, amount: paid.amount })
}

/** Money that is not in the currency of the debts stays at the gateway until a person decides on it; the debts may be paid otherwise. */
async function hold(db: Db, order: Order, paid: PaidByCard): Promise<OrderTruth> {
  const received = { receivedAmount: paid.amount, receivedCurrency: paid.currency }
  await db.transaction().execute(async tx => {
    await moveOrder(tx, order.id, 'held', { ...received, reviewReason: 'currency' })
    await releaseItems(tx, order.id)
  })
  return held({ ...order, ...received })
}

const held = ({ receivedAmount, receivedCurrency }: Order): OrderTruth => ({
  state: 'held',
  amount: receivedAmount ?? 0,
  currency: receivedCurrency ?? '',
})

/** Less money than ordered settles the lines in turn, as far as it reaches. */
function within(items: { liability: string; amount: number }[], money: number) {
  let left = money
  return items.flatMap(item => {
    const amount = Math.min(item.amount, left)
    left -= amount
    return amount > 0 ? [{ ...item, amount }] : []
  })
}

async function posted(db: Db, order: Order): Promise<OrderTruth> {
  const { paymentId, paid, reviewReason } = await db
    .selectFrom('payment_order as o')
    .innerJoin('payment as p', 'p.externalId', 'o.intentId')
    .select(['p.id as paymentId', 'p.amount as paid', 'o.reviewReason'])
    .where('o.id', '=', order.id)
    .executeTakeFirstOrThrow()
  return {
    state: 'posted',
    payment: paymentId,
    amount: paid,
    review: reviewReason === 'amount-differs' || reviewReason === 'overpaid' ? reviewReason : null,
  }
}
