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
}

export class GatewayRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'GatewayRefusal'
  }
}
