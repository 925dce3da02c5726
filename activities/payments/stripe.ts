import Stripe from 'stripe'
import {
  GatewayRefusal,
  type CardGateway,
  type CheckoutRequest,
  type CheckoutTruth,
  type GoneMoney,
  type RefundTruth,
} from './gateway.ts'

export interface StripeSettings {
  apiKey: string
  /** Address of the local gateway that speaks Stripe's API; empty for Stripe itself. */
  apiUrl?: string | undefined
}

/** The official client, pointed at Stripe or at the local gateway. Its own retries repeat the idempotency key. */
export function stripeClient({ apiKey, apiUrl }: StripeSettings): Stripe {
  const url = apiUrl ? new URL(apiUrl) : undefined
  return new Stripe(apiKey, {
    timeout: 4000,
    maxNetworkRetries: 0,
    telemetry: false,
    ...(url && {
      host: url.hostname,
      port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
      protocol: url.protocol === 'https:' ? 'https' : 'http',
    }),
  })
}

/** A case that cannot reach the gateway gives up within its payer's half hour. */
const openingSeconds = 3600

/** Checkout Sessions of Stripe (docs.stripe.com/payments/checkout): card data never touch the portal. */
export function stripeGateway(settings: StripeSettings): CardGateway {
  const stripe = stripeClient(settings)
  const retrieve = async (id: string) =>
    truth(await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] }))
  return {
    async open(checkout) {
      try {
        const session = await stripe.checkout.sessions.create(parameters(checkout), { idempotencyKey: checkout.order })
        if (!session.url) throw new Error(`The gateway opened checkout ${session.id} without an address.`)
        return { id: session.id, url: session.url }
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) throw new GatewayRefusal(error.message)
        throw error
      }
    },
    ask: retrieve,
    async close(id) {
      const found = await retrieve(id)
      if (found.state !== 'open') return found
      try {
        await stripe.checkout.sessions.expire(id)
      } catch (error) {
        // it ended between the two calls; what it says now is the truth
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
      }
      return retrieve(id)
    },
    async find(order, around) {
      const at = Math.floor(around.getTime() / 1000)
      const created = { gte: at - 60, lte: at + openingSeconds }
      for await (const session of stripe.checkout.sessions.list({ created, limit: 100 }))
        if (session.client_reference_id === order) return session.id
      return null
    },
    async refund({ key, payment, amount }) {
      const wish = { payment_intent: payment, metadata: { refund: key }, ...(amount !== undefined && { amount }) }
      try {
        return refundTruth(await stripe.refunds.create(wish, { idempotencyKey: key }))
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError) throw new GatewayRefusal(error.message)
        throw error
      }
    },
    askRefund: async id => refundTruth(await stripe.refunds.retrieve(id)),
    async refundsOf(payment) {
      const found = []
      for await (const one of stripe.refunds.list({ payment_intent: payment, limit: 100 })) {
        const ours = one.metadata?.['refund']
        found.push({ ...refundTruth(one), ...goneMoney(one), ...(ours !== undefined && { ours }) })
      }
      return found
    },
    async lostDisputes(payment) {
      const lost = []
      for await (const one of stripe.disputes.list({ payment_intent: payment, limit: 100 }))
        if (one.status === 'lost') lost.push(goneMoney(one))
      return lost
    },
    async *events(since) {
      // the list begins with the newest; what is missing is short, so it is turned round here
      const found: unknown[] = []
      const created = { gte: Math.floor(since.getTime() / 1000) }
      for await (const event of stripe.events.list({ created, limit: 100 })) found.unshift(event)
      yield* found
    },
  }
}

const goneMoney = ({ id, amount, currency }: { id: string; amount: number; currency: string }): GoneMoney => ({
  id,
  amount,
  currency: currency.toUpperCase(),
})

function refundTruth({ id, status, failure_reason: failure }: Stripe.Refund): RefundTruth {
  const state = status === 'succeeded' ? 'done' : status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
  return { id, state, ...(failure && { failure }) }
}

function parameters(checkout: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { order: checkout.order, case: checkout.caseId }
  return {
    mode: 'payment',
    client_reference_id: checkout.order,
    locale: checkout.language,
    line_items: checkout.lines.map(({ name, amount }) => ({
      quantity: 1,
      price_data: { currency: 'czk', unit_amount: amount, product_data: { name } },
    })),
    ...(checkout.email && { customer_email: checkout.email }),
    expires_at: checkout.expiresAt,
    metadata,
    payment_intent_data: { metadata },
    success_url: checkout.returnTo.success,
    cancel_url: checkout.returnTo.cancel,
  }
}

function truth(session: Stripe.Checkout.Session): CheckoutTruth {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null
  if (session.payment_status === 'paid' && intent) {
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
    const card = charge?.payment_method_details?.card
    return {
      state: 'paid',
      payment: {
        id: intent.id,
        amount: intent.amount_received,
        currency: intent.currency.toUpperCase(),
        paidAt: new Date((charge?.created ?? intent.created) * 1000).toISOString(),
        ...(card?.brand && { brand: card.brand }),
        ...(card?.last4 && { last4: card.last4 }),
      },
    }
  }
  if (session.status === 'expired') return { state: 'expired' }
  // `complete` and unpaid is money still on its way: not the end
  const failure = intent?.last_payment_error
  const code = failure?.decline_code ?? failure?.code
  return { state: 'open', url: session.url ?? '', ...(code && { failure: code }) }
}
