import type Stripe from 'stripe'

/**
 * Stripe's objects as the gateway keeps them: the SDK's own types, with every reference held as an id (never expanded)
 * and with only those states that this gateway can reach. Amounts are haléře (or cents), times are Unix seconds.
 */
export type Session = Omit<Stripe.Checkout.Session, 'payment_intent' | 'status' | 'payment_status' | 'metadata'> & {
  payment_intent: string | null
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  metadata: Metadata
}

export type PaymentIntent = Omit<Stripe.PaymentIntent, 'latest_charge' | 'status' | 'last_payment_error'> & {
  latest_charge: string | null
  status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled'
  last_payment_error: PaymentError | null
}

export type Charge = Omit<Stripe.Charge, 'payment_intent' | 'balance_transaction' | 'status'> & {
  payment_intent: string
  balance_transaction: string | null
  status: 'succeeded' | 'failed'
}

export type Refund = Omit<Stripe.Refund, 'payment_intent' | 'charge' | 'balance_transaction' | 'status'> & {
  payment_intent: string
  charge: string
  balance_transaction: string | null
  status: 'pending' | 'succeeded' | 'failed'
}

export type Dispute = Omit<Stripe.Dispute, 'payment_intent' | 'charge' | 'status'> & {
  payment_intent: string
  charge: string
  status: 'needs_response' | 'won' | 'lost'
}

export type BalanceTransaction = Omit<Stripe.BalanceTransaction, 'source'> & { source: string }

export type Event = Omit<Stripe.EventBase, 'data' | 'type'> & {
  type: EventType
  data: { object: StoredObject; previous_attributes?: Record<string, unknown> }
}

/** The line items of a session, read with `expand[]=line_items` or from their own address. Decimals travel as text. */
export type LineItem = Omit<Stripe.LineItem, 'price'> & {
  price: Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string }
}

export type PaymentError = {
  type: 'card_error' | 'invalid_request_error'
  code: string
  decline_code?: string
  doc_url: string
  message: string
  param?: string
  charge?: string
}

export type Metadata = Record<string, string>
export type StoredObject = Session | PaymentIntent | Charge | Refund | Dispute | BalanceTransaction

export const eventTypes = [
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.failed',
  'charge.refunded',
  'charge.succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'refund.created',
  'refund.failed',
  'refund.updated',
] as const
export type EventType = (typeof eventTypes)[number]

/** What the store keeps, by the word Stripe writes into `object`. */
export interface Kinds {
  'checkout.session': Session
  payment_intent: PaymentIntent
  charge: Charge
  refund: Refund
  dispute: Dispute
  balance_transaction: BalanceTransaction
  event: Event
}
export type Kind = keyof Kinds

/** What belongs to an object and is never shown through the API. */
export interface Hidden {
  'checkout.session': { lineItems: LineItem[]; intent: IntentWishes }
  payment_intent: { session: string; card: StoredCard | null }
  charge: { afterwards: 'refund-later' | 'refund-fails' | null }
  refund: { outcome: 'succeeded' | 'failed' | null }
  dispute: Record<string, never>
  balance_transaction: Record<string, never>
  event: Record<string, never>
}

/** `payment_intent_data` of the session, kept until the payer's first attempt makes the payment intent. */
export interface IntentWishes {
  description: string | null
  metadata: Metadata
  receiptEmail: string | null
  statementSuffix: string | null
  alwaysAuthenticate: boolean
}

/** What remains of a card after the form: never its number nor its code. */
export interface StoredCard {
  test: string
  brand: string
  last4: string
  expMonth: number
  expYear: number
  holder: string
  country: string
  fingerprint: string
}
