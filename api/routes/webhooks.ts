import Type from 'typebox'
import { readEvent } from '../../activities/payments/events.ts'
import { houseActor } from '../actors.ts'
import { Refusal } from '../errors.ts'
import { fileCase, fileMessage } from '../filing.ts'
import { route } from '../route.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'

const Received = Type.Object({ received: Type.Literal(true) })

/** The card gateway's news. Stored first, acknowledged once stored, acted on once: the event's id is the key. */
export const webhooks = [
  route({
    method: 'post',
    path: '/api/webhooks/stripe',
    summary: 'Signed events of the card gateway.',
    who: 'anyone',
    webhook: true,
    answers: { 200: Received },
    refuses: ['forged-webhook'],
    async handle(ctx, deps) {
      const event = readEvent(
        ctx.rawBody,
        String(ctx.headers['stripe-signature'] ?? ''),
        deps.settings.stripeWebhookSecret,
      )
      if (!event) throw new Refusal('forged-webhook')
      const told = await deps.db.transaction().execute(tx => store(tx, event))
      if (told) deps.teller.tell(told)
      ctx.log.info({ event: event.id, type: event.type, told }, 'gateway event stored')
      return { status: 200, body: { received: true as const } }
    },
  }),
]

type Event = NonNullable<ReturnType<typeof readEvent>>

/** Keeps the event and, where it concerns an order, the message to its case. Gives the message's id; null for one seen before. */
async function store(tx: Db, event: Event): Promise<string | null> {
  const order = await orderOf(tx, event)
  const state = event.effect === 'none' ? 'ignored' : order ? 'told' : 'unknown'
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('gateway_event')
    .values({
      id: event.id,
      type: event.type,
      payload: json(event.payload),
      orderId: order?.id ?? null,
      state,
      reason: state === 'unknown' ? 'no order of ours' : null,
    })
    .onConflict(oc => oc.column('id').doNothing())
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
      data: { order: order.id, reason: event.effect },
    })
  return id
}

/** Where the gateway's answer to our opening was lost, its event is the first to name the checkout: without it nobody could ask. */
const learnCheckout = (tx: Db, order: string, checkoutId: string) =>
  tx.updateTable('payment_order').set({ checkoutId }).where('id', '=', order).where('checkoutId', 'is', null).execute()

const orderOf = (tx: Db, { order, intent }: Event) =>
  order || intent
    ? tx
        .selectFrom('payment_order')
        .select(['id', 'caseId', 'personId'])
        .where(eb =>
          eb.or([...(order ? [eb('id', '=', order)] : []), ...(intent ? [eb('intentId', '=', intent)] : [])]),
        )
        .limit(1)
        .executeTakeFirst()
    : Promise.resolve(undefined)
