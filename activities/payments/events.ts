import Stripe from 'stripe'

/** What an event of the gateway asks of us: to ask for the truth, to let a human look, or nothing that another event does not say. */
export type EventEffect = 'ask' | 'dispute' | 'refund' | 'none'

export interface ReadEvent {
  id: string
  type: string
  payload: unknown
  effect: EventEffect
  /** Our order, from the metadata, and the gateway's payment, as far as the event names them. */
  order: string | undefined
  intent: string | undefined
  /** The gateway's checkout, of events about one. */
  checkout: string | undefined
}

/** Each paid checkout brings several events; one of them is enough to ask. */
const effects: Readonly<Record<string, EventEffect>> = {
  'checkout.session.completed': 'ask',
  'checkout.session.expired': 'ask',
  'checkout.session.async_payment_succeeded': 'ask',
  'checkout.session.async_payment_failed': 'ask',
  'payment_intent.payment_failed': 'ask',
  'charge.refunded': 'refund',
  'charge.dispute.created': 'dispute',
}

/** Whether an event of this type may be the first news of money. */
export const tellsOfMoney = (type: string): boolean =>
  type === 'checkout.session.completed' || type === 'checkout.session.async_payment_succeeded'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Verifies the signature on the raw body (docs.stripe.com/webhooks, 5 minutes of tolerance); null when it is not the gateway's. */
export function readEvent(body: Buffer, signature: string, secret: string): ReadEvent | null {
  let event: Stripe.Event
  try {
    event = Stripe.webhooks.constructEvent(body, signature, secret)
  } catch {
    return null
  }
  const object: Record<string, unknown> = { ...event.data.object }
  const metadata = typeof object['metadata'] === 'object' && object['metadata'] !== null ? object['metadata'] : {}
  const order = 'order' in metadata ? metadata.order : undefined
  const intent = object['object'] === 'payment_intent' ? object['id'] : object['payment_intent']
  return {
    id: event.id,
    type: event.type,
    payload: event,
    effect: effects[event.type] ?? 'none',
    order: typeof order === 'string' && uuid.test(order) ? order : undefined,
    intent: typeof intent === 'string' ? intent : undefined,
    checkout: object['object'] === 'checkout.session' && typeof object['id'] === 'string' ? object['id'] : undefined,
  }
}
