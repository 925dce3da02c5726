import Type from 'typebox'
import { readEvent } from '../../activities/payments/events.ts'
import { Refusal } from '../errors.ts'
import { keepEvent } from '../gateway-news.ts'
import { route } from '../route.ts'

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
      const told = await deps.db.transaction().execute(tx => keepEvent(tx, event))
      if (told) deps.teller.tell(told)
      ctx.log.info({ event: event.id, type: event.type, told }, 'gateway event stored')
      return { status: 200, body: { received: true as const } }
    },
  }),
]
