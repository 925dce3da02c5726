import type Stripe from 'stripe'
import { stripeClient, stripeGateway } from '../activities/payments/stripe.ts'
import type { Db } from '../db/database.ts'
import { until } from './portal.ts'
import { stack } from './stack.ts'

const access = () => ({ apiKey: stack.env['STRIPE_API_KEY'] ?? '', apiUrl: stack.env['STRIPE_API_URL'] })

/** The gateway's API, past the portal. */
export const gatewayClient = (): Stripe => stripeClient(access())

/** The gateway as the worker sees it. */
export const realGateway = () => stripeGateway(access())

/** What the gateway itself says of a checkout: open, paid or expired. */
export const atGateway = async (session: string): Promise<string> => (await realGateway().ask(session)).state

/** News of an order that the portal has kept, oldest first. */
export const newsOf = (db: Db, order: string) =>
  db
    .selectFrom('gateway_event')
    .select(['id', 'type', 'state'])
    .where('orderId', '=', order)
    .orderBy('receivedAt')
    .execute()

/** The cases that the house has opened about the money of an order, oldest first. */
export const reviewsOf = async (db: Db, order: string): Promise<{ id: string; reason: unknown }[]> => {
  const rows = await db
    .selectFrom('message as m')
    .innerJoin('case as c', 'c.id', 'm.caseId')
    .select(['c.id', 'm.data'])
    .where('c.agenda', '=', 'payment-review')
    .orderBy('m.at')
    .execute()
  return rows.flatMap(({ id, data }) => (noticeOf(data, order) ? [{ id, reason: data.reason }] : []))
}

/** The one case that the house has opened about the money of an order; waits for it. Throws when there are more. */
export async function reviewOf(db: Db, order: string): Promise<{ id: string; reason: unknown }> {
  const [first, ...others] = await until(
    () => reviewsOf(db, order),
    found => found.length > 0,
  )
  if (!first || others.length > 0) throw new Error(`There are ${others.length + 1} reviews of order ${order}.`)
  return first
}

const noticeOf = (data: unknown, order: string): data is { reason: unknown } =>
  typeof data === 'object' && data !== null && 'order' in data && data.order === order && 'reason' in data
