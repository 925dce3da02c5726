import { createHash } from 'node:crypto'
import Stripe from 'stripe'

/**
 * What an event of the gateway asks of us: to ask for the truth, to open a review of the payment for a reason, or nothing that another
 * event does not say. `unknown`: it cannot be understood, and a person must look at it.
 */
export type EventEffect =
  'ask' | 'dispute' | 'dispute-lost' | 'dispute-won' | 'refund' | 'refund-failed' | 'none' | 'unknown'

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
  /** The gateway's refund, of events about one, and ours, when it was sent by the portal. */
  refund: string | undefined
  ours: string | undefined
  /** How much of the charge has gone back, of events about one. Minor units. */
  refunded: number | undefined
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
  'refund.failed': 'refund-failed',
}

/** Kinds of events that say nothing which another event, or asking, does not say. */
const silent =
  /^(charge\.(succeeded|failed|updated|pending|captured)|charge\.dispute\.(funds_|updated)|charge\.refund\.|payment_intent\.|refund\.|balance\.|payout\.|checkout\.)/

/** Given the object that an event is about. */
function effectOf(type: string, object: Record<string, unknown>): EventEffect {
  if (type === 'charge.dispute.closed')
    return object['status'] === 'won' ? 'dispute-won' : object['status'] === 'lost' ? 'dispute-lost' : 'none'
  return effects[type] ?? (silent.test(type) ? 'none' : 'unknown')
}

/** Whether an event of this type may be the first news of money. */
export const tellsOfMoney = (type: string): boolean =>
  type === 'checkout.session.completed' || type === 'checkout.session.async_payment_succeeded'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Verifies the signature on the raw body (docs.stripe.com/webhooks, 5 minutes of tolerance); null when it is not the gateway's. What it
 * signed and cannot be read is kept under the hash of its bytes, to be looked at.
 */
export function readEvent(body: Buffer, signature: string, secret: string): ReadEvent | null {
  const { signature: verifier } = Stripe.webhooks
  if (!verifier) throw new Error('The gateway’s library cannot verify signatures.')
  try {
    verifier.verifyHeader(body, signature, secret, Stripe.webhooks.DEFAULT_TOLERANCE)
  } catch {
    return null
  }
  const text = body.toString('utf8')
  try {
    return toEvent(JSON.parse(text))
  } catch {
    const id = `unreadable_${createHash('sha256').update(body).digest('hex')}`
    return { ...toEvent({ id, type: 'unreadable' }), payload: { text: text.replaceAll('\0', '') } }
  }
}

/**
 * An event as the gateway's list gives it, or its verified webhook. Throws TypeError for what is no event at all; one whose content is
 * not understood is `unknown`, so that it is kept and shown.
 */
export function toEvent(event: unknown): ReadEvent {
  if (!isRecord(event) || typeof event['id'] !== 'string' || typeof event['type'] !== 'string')
    throw new TypeError('This is no event of the gateway.')
  const data = isRecord(event['data']) ? event['data'] : {}
  const object = isRecord(data['object']) ? data['object'] : null
  const metadata = object && isRecord(object['metadata']) ? object['metadata'] : {}
  const kind = object?.['object']
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const id = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : undefined)
  const refunded = kind === 'charge' ? object?.['amount_refunded'] : undefined
  return {
    id: event['id'],
    type: event['type'],
    payload: event,
    effect: object ? effectOf(event['type'], object) : 'unknown',
    order: id(metadata['order']),
    intent: text(kind === 'payment_intent' ? object?.['id'] : object?.['payment_intent']),
    checkout: kind === 'checkout.session' ? text(object?.['id']) : undefined,
    refund: kind === 'refund' ? text(object?.['id']) : undefined,
    ours: kind === 'refund' ? id(metadata['refund']) : undefined,
    refunded: Number.isSafeInteger(refunded) ? Number(refunded) : undefined,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
