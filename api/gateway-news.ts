import { sql } from 'kysely'
import { houseActor } from '../db/house.ts'
import { toEvent, type ReadEvent } from '../activities/payments/events.ts'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import { fileCase, fileMessage } from './filing.ts'

/**
 * Keeps an event of the gateway in the caller's transaction, whether its webhook brought it or the sweep found it, and where it
 * concerns a payment of ours, the message to its case or a case of its own. Gives the message's id; null when there is nothing to tell,
 * or the event was kept before.
 */
export async function keepEvent(tx: Db, event: ReadEvent): Promise<string | null> {
  const order = await orderOf(tx, event)
  const { state, reason } = await whatItIs(tx, event, order)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('gateway_event')
    .values({ id: event.id, type: event.type, payload: json(event.payload), orderId: order?.id ?? null, state, reason })
    .onConflict(oc =>
      oc
        .column('id')
        .doUpdateSet({ orderId: order?.id ?? null, state, reason })
        .where(eb => eb.or([eb('gateway_event.state', '=', 'found'), eb('gateway_event.reason', '=', noOrder)])),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n || state !== 'told' || !order) return null
  if (event.checkout !== undefined) await learnCheckout(tx, order.id, event.checkout)
  const id = crypto.randomUUID()
  if (event.effect === 'ask')
    await fileMessage(tx, {
      id,
      caseId: order.caseId,
      kind: 'payment',
      actor: houseActor,
      data: { order: order.id, event: event.id },
    })
  else
    await fileCase(tx, {
      messageId: id,
      agenda: 'payment-review',
      personId: order.personId,
      actor: houseActor,
      data: {
        order: order.id,
        reason: event.effect,
        ...(order.refund !== null && { refund: order.refund }),
      },
    })
  return id
}

type State = 'told' | 'ignored' | 'unknown'
const noOrder = 'no order of ours'

async function whatItIs(
  tx: Db,
  { effect, refunded }: ReadEvent,
  order: { id: string; refund: string | null } | undefined,
): Promise<{ state: State; reason: string | null }> {
  if (effect === 'none') return { state: 'ignored', reason: null }
  if (effect === 'unknown') return { state: 'unknown', reason: 'not understood' }
  if (order === undefined) return { state: 'unknown', reason: noOrder }
  // the gateway tells of what we have sent back ourselves, maybe before its answer to us has come
  if (effect === 'refund' && refunded !== undefined && refunded <= (await knownToGoBack(tx, order.id)))
    return { state: 'ignored', reason: 'our own refund' }
  // who enters a refund asks for its end afterwards
  if (effect === 'refund-failed' && order.refund === null) return { state: 'ignored', reason: 'a refund not entered' }
  return { state: 'told', reason: null }
}

/** What has gone back to a card, or is being sent, as far as the portal knows. Minor units. */
async function knownToGoBack(tx: Db, order: string): Promise<number> {
  const { sum } = await tx
    .selectFrom('refund')
    .select(sql<string>`coalesce(sum(amount), 0)`.as('sum'))
    .where('orderId', '=', order)
    .where('kind', 'in', ['refund', 'outside'])
    .where('via', '=', 'card')
    .where('state', 'in', ['approved', 'done'])
    .executeTakeFirstOrThrow()
  return Number(sum)
}

/**
 * Events that the worker found in the gateway's list are acted on as if their webhooks had come, and so is news that came before its
 * payment was known: a dispute names the gateway's payment alone, which the order learns when it is asked after. Gives the messages to tell.
 */
export async function takeFoundEvents(db: Db): Promise<string[]> {
  const found = db
    .selectFrom('gateway_event')
    .select(['payload', 'receivedAt'])
    .where('state', '=', 'found')
    .orderBy('receivedAt')
    .limit(100)
  const early = db
    .selectFrom('gateway_event as e')
    .innerJoin('payment_order as o', 'o.intentId', 'e.intentId')
    .select(['e.payload', 'e.receivedAt'])
    .where('e.state', '=', 'unknown')
    .where('e.reason', '=', noOrder)
    .where('e.receivedAt', '>', sql<Date>`now() - interval '7 days'`)
    .orderBy('e.receivedAt')
    .limit(100)
  const events = [...(await found.execute()), ...(await early.execute())]
  const messages: string[] = []
  for (const { payload } of events.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())) {
    const message = await db.transaction().execute(tx => keepEvent(tx, toEvent(payload)))
    if (message) messages.push(message)
  }
  return messages
}

/** Where the gateway's answer to our opening was lost, its event is the first to name the checkout: without it nobody could ask. */
const learnCheckout = (tx: Db, order: string, checkoutId: string) =>
  tx.updateTable('payment_order').set({ checkoutId }).where('id', '=', order).where('checkoutId', 'is', null).execute()

/** The order that an event is about, by our id, the gateway's payment, or a refund that we know. */
const orderOf = (tx: Db, { order, intent, refund, ours }: ReadEvent) =>
  order || intent || refund
    ? tx
        .selectFrom('payment_order as o')
        .leftJoin('refund as r', join =>
          join
            .onRef('r.orderId', '=', 'o.id')
            .on(eb => eb.or([eb('r.externalId', '=', refund ?? ''), ...(ours ? [eb('r.id', '=', ours)] : [])])),
        )
        .select(['o.id', 'o.caseId', 'o.personId', 'r.id as refund'])
        .where(eb =>
          eb.or([
            ...(order ? [eb('o.id', '=', order)] : []),
            ...(intent ? [eb('o.intentId', '=', intent)] : []),
            ...(refund ? [eb('r.externalId', '=', refund)] : []),
          ]),
        )
        .limit(1)
        .executeTakeFirst()
    : Promise.resolve(undefined)
