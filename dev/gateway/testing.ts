import { createServer } from 'node:http'
import Stripe from 'stripe'
import { startGateway, type Gateway, type GatewayOptions } from './gateway.ts'

export const apiKey = 'sk_test_local_gateway_key'
export const webhookSecret = 'whsec_local_gateway_secret'

/** A webhook as the receiver got it. */
export interface Received {
  body: string
  signature: string
  type: string
  id: string
}

export interface Bench {
  gateway: Gateway
  stripe: Stripe
  received: Received[]
  /** What the receiver answers from now on; 0 cuts the connection. */
  answerWith(status: number): void
  /** Waits until every webhook has arrived, then gives the types in the order of arrival. */
  types(): Promise<string[]>
  /** Stops the gateway and starts it again on the same file. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A gateway on a free port, the official SDK pointed at it, and a receiver of its webhooks. */
export async function bench(options: Partial<GatewayOptions> = {}): Promise<Bench> {
  const received: Received[] = []
  let status = 200
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      const { id, type } = JSON.parse(body)
      received.push({ body, signature: String(request.headers['stripe-signature'] ?? ''), type, id })
      if (status === 0) request.socket.destroy()
      else response.writeHead(status).end()
    })
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  const webhookUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/webhooks/stripe`

  const settings = {
    port: 0,
    dataFile: ':memory:',
    apiKey,
    webhookUrl,
    webhookSecret,
    merchant: 'Město Kladno',
    retryScheduleMs: [5, 5, 10],
    sweepEveryMs: 100_000,
    ...options,
  }
  const gateway = await startGateway(settings)
  const self: Bench = {
    gateway,
    stripe: sdk(gateway),
    received,
    answerWith: to => (status = to),
    async types() {
      await self.gateway.controls.settled()
      return received.map(one => one.type)
    },
    async restart() {
      await self.gateway.close()
      self.gateway = await startGateway(settings)
      self.stripe = sdk(self.gateway)
    },
    async close() {
      await self.gateway.close()
      receiver.closeAllConnections()
      await new Promise(resolve => receiver.close(resolve))
    },
  }
  return self
}

/** The official SDK, told only where the gateway is. */
export function sdk(gateway: Gateway, options: { key?: string; timeout?: number; retries?: number } = {}): Stripe {
  const { hostname, port } = new URL(gateway.url)
  return new Stripe(options.key ?? apiKey, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: options.retries ?? 0,
    timeout: options.timeout ?? 5000,
    telemetry: false,
  })
}

/** What the portal sends to open a checkout of 780 Kč. */
export function order(change: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: 'order-1',
    locale: 'cs',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'czk', unit_amount: 78_000, product_data: { name: 'Poplatek za odpad 2026' } },
      },
    ],
    success_url: 'http://localhost:3000/platby/order-1?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://localhost:3000/platby/order-1',
    metadata: { order: 'order-1', vs: '2026000001' },
    payment_intent_data: { description: 'Poplatek za odpad 2026', metadata: { order: 'order-1' } },
    ...change,
  }
}

/** The id behind a reference, expanded or not. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  if (!reference) throw new Error('There is no reference to follow.')
  return typeof reference === 'string' ? reference : reference.id
}

/** Posts a form as a browser does, without following where it leads. */
export function postForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

/** A card form filled in, as a payer would. */
export const cardForm = (number: string, change: Record<string, string> = {}): Record<string, string> => ({
  number: number.replace(/(\d{4})(?=\d)/g, '$1 '),
  expiry: '12/34',
  cvc: '123',
  holder: 'Jana Nováková',
  ...change,
})
