import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from '../../db/database.ts'
import { houseActor } from '../../db/house.ts'
import { json } from '../../db/json.ts'
import { derivedId } from '../ids.ts'
import { toEvent } from './events.ts'
import { closeOrder, type OrderDeps } from './orders.ts'

/** A webhook gets so long to come by itself; the list is read again from so far before the last look. */
const patienceMs = 2 * 60_000
const overlapMs = 10 * 60_000
/** The first look goes back so far. Stripe tries to deliver for three days, and lists thirty. */
const firstLookMs = 3 * 24 * 3600_000
const atOnce = 100

export interface Swept {
  events: number
  asked: number
  found: number
  abandoned: number
}

/**
 * Looks for what never came: events whose webhooks were lost, orders whose end nobody knows, pages whose address was lost, orders that
 * their cases have left behind. Whoever holds the turn does it, other workers pass. An outage of the gateway ends the look; the next one
 * begins where it stopped.
 */
export async function sweepPayments(deps: OrderDeps, log: Logger, now = new Date()): Promise<Swept | null> {
  if (!(await takeTurn(deps.db))) return null
  const events = await missedEvents(deps, now)
  const asked = await askAgain(deps.db, now)
  const swept = { events, asked, found: await lostPages(deps, now), abandoned: await abandonedOrders(deps, now) }
  if (Object.values(swept).some(count => count > 0)) log.info(swept, 'payments swept')
  return swept
}

async function takeTurn(db: Db): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('gateway_cursor')
    .values({ name: 'turn', at: sql<Date>`now()` })
    .onConflict(oc =>
      oc
        .column('name')
        .doUpdateSet({ at: sql<Date>`now()` })
        .where('gateway_cursor.at', '<', sql<Date>`now() - interval '30 seconds'`),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps what the gateway's list has and no webhook brought; the API says what each is and tells its case. */
async function missedEvents({ db, gateway }: OrderDeps, now: Date): Promise<number> {
  const cursor = await db.selectFrom('gateway_cursor').select('at').where('name', '=', 'events').executeTakeFirst()
  const since = new Date(cursor ? cursor.at.getTime() - overlapMs : now.getTime() - firstLookMs)
  let missed = 0
  for await (const raw of gateway.events(since)) {
    const event = toEvent(raw)
    if (createdAt(raw) > now.getTime() - patienceMs) continue
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('gateway_event')
      .values({ id: event.id, type: event.type, payload: json(event.payload), state: 'found' })
      .onConflict(oc => oc.column('id').doNothing())
      .executeTakeFirst()
    missed += Number(numInsertedOrUpdatedRows ?? 0n)
  }
  const at = new Date(now.getTime() - patienceMs)
  await db
    .insertInto('gateway_cursor')
    .values({ name: 'events', at })
    .onConflict(oc => oc.column('name').doUpdateSet({ at }))
    .execute()
  return missed
}

const createdAt = (event: unknown): number =>
  typeof event === 'object' && event !== null && 'created' in event && typeof event.created === 'number'
    ? event.created * 1000
    : 0

/** Orders past their time, or paid and not posted: their cases ask the gateway once more. A case that has closed becomes a review. */
async function askAgain(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async tx => {
    const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
    const orders = await tx
      .selectFrom('payment_order')
      .select(['id', 'caseId'])
      .where('state', 'in', ['created', 'open', 'paid'])
      .where('expiresAt', '<', before(0))
      .where(eb =>
        eb.or([
          eb.and([eb('state', '=', 'paid'), eb('paidAt', '<', before(2))]),
          eb.and([eb('state', '<>', 'paid'), eb('expiresAt', '<', before(10))]),
        ]),
      )
      .where(eb => eb.or([eb('askedAt', 'is', null), eb('askedAt', '<', before(10))]))
      .orderBy('expiresAt')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute()
    await tellCases(tx, orders, now, {})
    return orders.length
  })
}

/** Orders that ended before the gateway's answer about their page had come: a page that does stand open is closed; money on it is kept. */
async function lostPages(deps: OrderDeps, now: Date): Promise<number> {
  const { db, gateway } = deps
  const orders = await db
    .selectFrom('payment_order')
    .select(['id', 'caseId', 'createdAt'])
    .where('state', '=', 'expired')
    .where('checkoutId', 'is', null)
    .where('askedAt', 'is', null)
    .where('createdAt', '>', new Date(now.getTime() - firstLookMs))
    .where('createdAt', '<', new Date(now.getTime() - patienceMs))
    .orderBy('createdAt')
    .limit(atOnce)
    .execute()
  let found = 0
  for (const order of orders) {
    const checkoutId = await gateway.find(order.id, order.createdAt)
    if (checkoutId) {
      found++
      await db
        .updateTable('payment_order')
        .set({ checkoutId })
        .where('id', '=', order.id)
        .where('checkoutId', 'is', null)
        .execute()
      await endLate(deps, order, now)
    }
    await db.updateTable('payment_order').set({ askedAt: now }).where('id', '=', order.id).execute()
  }
  return found
}

/**
 * Orders of cases that have closed without them: a workflow task that was given up had made the order, and the one in its place heard of a
 * withdrawal first, so it never came to pay (docs/adr/0018). Their debts are free again within minutes, not when the order's time is up.
 */
async function abandonedOrders(deps: OrderDeps, now: Date): Promise<number> {
  const orders = await deps.db
    .selectFrom('payment_order as o')
    .innerJoin('case as c', 'c.id', 'o.caseId')
    .select(['o.id', 'o.caseId'])
    .where('o.state', 'in', ['created', 'open'])
    .where('c.state', '=', 'closed')
    .where('c.closedAt', '<', new Date(now.getTime() - patienceMs))
    .limit(atOnce)
    .execute()
  for (const order of orders) await endLate(deps, order, now)
  return orders.length
}

/** Closes an order that its case does not wait for any more; if it was paid after all, the money becomes a review. */
async function endLate(deps: OrderDeps, order: { id: string; caseId: string }, now: Date): Promise<void> {
  const truth = await closeOrder(deps, order.id)
  if (truth.state === 'posted' || truth.state === 'held')
    await deps.db.transaction().execute(tx => tellCases(tx, [order], now, { late: 'yes' }))
}

/** Stored like every message; the relay tells it. Its id comes from order and look, so that a repeated look tells nothing twice. */
async function tellCases(
  tx: Db,
  orders: readonly { id: string; caseId: string }[],
  now: Date,
  more: { late?: 'yes' },
): Promise<void> {
  if (orders.length === 0) return
  await tx
    .insertInto('message')
    .values(
      orders.map(({ id, caseId }) => ({
        id: derivedId('sweep', `${id} ${now.toISOString()}`),
        caseId,
        kind: 'payment',
        actor: json(houseActor),
        data: json({ order: id, ...more }),
      })),
    )
    .onConflict(oc => oc.column('id').doNothing())
    .execute()
  await tx
    .updateTable('payment_order')
    .set({ askedAt: now })
    .where(
      'id',
      'in',
      orders.map(({ id }) => id),
    )
    .execute()
}
