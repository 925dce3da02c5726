/** What the gateway says of one checkout. Amounts in haléře, instants ISO 8601. */
export type CheckoutTruth =
  { state: 'open'; url: string; failure?: string } | { state: 'expired' } | { state: 'paid'; payment: PaidByCard }

export interface PaidByCard {
  /** The gateway's id of the payment: the ledger's external id. */
  id: string
  amount: number
  currency: string
  paidAt: string
  brand?: string
  last4?: string
}

export interface CheckoutRequest {
  /** The order's id: the gateway opens one checkout for it, however often it is asked. */
  order: string
  caseId: string
  language: 'cs' | 'en'
  lines: { name: string; amount: number }[]
  email?: string
  /** Epoch seconds after which the gateway closes the checkout by itself. */
  expiresAt: number
  returnTo: { success: string; cancel: string }
}

/**
 * A card gateway with a hosted page. Each call may time out, which says nothing of what the gateway did:
 * ask again, never take it for a refusal. Throws {@link GatewayRefusal} when the gateway will not do it whatever is repeated.
 */
export interface CardGateway {
  open(checkout: CheckoutRequest): Promise<{ id: string; url: string }>
  ask(checkoutId: string): Promise<CheckoutTruth>
  /** Closes an open checkout; tells the truth it found, e.g. that it was paid a moment before. */
  close(checkoutId: string): Promise<CheckoutTruth>
  /** The checkout opened for an order around an instant, when its own answer was lost; null when none was. */
  find(order: string, around: Date): Promise<string | null>
  /** Sends money of a payment back to its card: once for each `key`, however often it is asked. Throws {@link GatewayRefusal} when it will not. */
  refund(wish: { key: string; payment: string; amount?: number }): Promise<RefundTruth>
  askRefund(id: string): Promise<RefundTruth>
  /** All that was to be sent back of a payment, whoever asked for it. */
  refundsOf(payment: string): Promise<(GoneMoney & RefundTruth & { ours?: string })[]>
  /** What the payer's bank has taken back of a payment for good (lost disputes). */
  lostDisputes(payment: string): Promise<GoneMoney[]>
  /** What happened at the gateway from an instant on, oldest first, read page by page: also what its webhooks have lost. */
  events(since: Date): AsyncIterable<unknown>
}

/** What the gateway says of money it sends back. `failed` may come days later: the bank of the payer did not take it. */
export interface RefundTruth {
  id: string
  state: 'pending' | 'done' | 'failed'
  failure?: string
}

/** Money that left a payment at the gateway, under the gateway's id. Minor units of the currency. */
export interface GoneMoney {
  id: string
  amount: number
  currency: string
}

export class GatewayRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'GatewayRefusal'
  }
}
