import type { Act } from '../act.ts'
import type { Kind, Kinds, StoredObject } from '../objects/types.ts'
import { currentSession, expireSession } from '../payments.ts'
import { refund } from '../refunds.ts'
import { invalid, missing, refused } from './errors.ts'
import { expand, lineItemsOf } from './expand.ts'
import { listObjects } from './lists.ts'
import { createSession, type SessionRules } from './new-session.ts'
import { mergeMetadata, type Reader } from './params.ts'

/** One call of the API: the ids of its path, its parameters, the act it belongs to. The answer becomes JSON. */
export type Handler = (act: Act, params: Reader, id: string) => Record<string, unknown>
export interface Route {
  method: 'GET' | 'POST'
  path: string
  handler: Handler
}

/** Everything of Stripe's API that the gateway speaks, in the order of Stripe's reference. */
export function apiRoutes(rules: SessionRules): Route[] {
  return [
    get('/v1/balance', balance),
    get('/v1/balance_transactions', list('balance_transaction', ['type', 'source', 'currency'])),
    get('/v1/balance_transactions/:id', one('balance_transaction')),
    get('/v1/charges', list('charge', ['payment_intent'])),
    get('/v1/charges/:id', one('charge')),
    get('/v1/disputes', list('dispute', ['charge', 'payment_intent'])),
    get('/v1/disputes/:id', one('dispute')),
    get('/v1/events', events),
    get('/v1/events/:id', one('event')),
    get('/v1/payment_intents', list('payment_intent', [])),
    get('/v1/payment_intents/:id', one('payment_intent')),
    post('/v1/payment_intents/:id', shown(updateIntent)),
    post('/v1/payment_intents/:id/cancel', shown(cancelIntent)),
    get('/v1/refunds', list('refund', ['charge', 'payment_intent'])),
    get('/v1/refunds/:id', one('refund')),
    post('/v1/refunds', shown(createRefund)),
    post('/v1/refunds/:id', shown(updateRefund)),
    get('/v1/checkout/sessions', list('checkout.session', ['payment_intent', 'status', 'customer_details.email'])),
    get(
      '/v1/checkout/sessions/:id',
      shown((act, _params, id) => currentSession(act, id)),
    ),
    get('/v1/checkout/sessions/:id/line_items', lineItems),
    post(
      '/v1/checkout/sessions',
      shown((act, params) => createSession(act, params, rules)),
    ),
    post('/v1/checkout/sessions/:id', shown(updateSession)),
    post(
      '/v1/checkout/sessions/:id/expire',
      shown((act, _params, id) => expireSession(act, id)),
    ),
  ]
}

const get = (path: string, handler: Handler): Route => ({ method: 'GET', path, handler })
const post = (path: string, handler: Handler): Route => ({ method: 'POST', path, handler })

/** Answers an object, with what the caller wanted expanded, and refuses parameters that nobody read. */
function shown(handler: (act: Act, params: Reader, id: string) => StoredObject): Handler {
  return (act, params, id) => {
    const paths = params.texts('expand')
    const object = handler(act, params, id)
    params.finish()
    return expand(act.store, object, paths)
  }
}

function one(kind: Exclude<Kind, 'checkout.session'>): Handler {
  return (act, params, id) => {
    const paths = params.texts('expand')
    params.finish()
    return expand(act.store, existing(act, kind, id), paths)
  }
}

function list(kind: Kind, filters: string[]): Handler {
  return (act, params) => listObjects(act.store, kind, params, urls[kind], filters)
}

const urls: Record<Kind, string> = {
  'checkout.session': '/v1/checkout/sessions',
  balance_transaction: '/v1/balance_transactions',
  charge: '/v1/charges',
  dispute: '/v1/disputes',
  event: '/v1/events',
  payment_intent: '/v1/payment_intents',
  refund: '/v1/refunds',
}

function existing<K extends Kind>(act: Act, kind: K, id: string): Kinds[K] {
  const object = act.store.find(kind, id)
  if (!object) throw missing(kind, id)
  return object
}

/** Events, of one `type` or of several `types`. */
function events(act: Act, params: Reader): Record<string, unknown> {
  const types = params.texts('types')
  return listObjects(act.store, 'event', params, urls.event, ['type'], types.length > 0 ? { type: types } : {})
}

function lineItems(act: Act, params: Reader, id: string): Record<string, unknown> {
  currentSession(act, id)
  params.integer('limit', { min: 1, max: 100 })
  params.finish()
  return lineItemsOf(act.store, id)
}

/** What the merchant has at Stripe, fees taken off, by currency in haléře or cents. */
function balance(act: Act, params: Reader): Record<string, unknown> {
  params.finish()
  const rows = act.store.database
    .prepare(
      `select json_extract(body, '$.currency') as currency, sum(json_extract(body, '$.net')) as amount
       from object where kind = 'balance_transaction' group by currency`,
    )
    .all()
  const pending = rows.map(row => ({ amount: Number(row['amount']), currency: String(row['currency']) }))
  return { object: 'balance', available: pending.map(one => ({ ...one, amount: 0 })), livemode: false, pending }
}

function updateSession(act: Act, params: Reader, id: string) {
  const session = currentSession(act, id)
  session.metadata = mergeMetadata(session.metadata, params.metadata())
  act.store.update('checkout.session', session)
  return session
}

function updateIntent(act: Act, params: Reader, id: string) {
  const intent = existing(act, 'payment_intent', id)
  intent.metadata = mergeMetadata(intent.metadata, params.metadata())
  intent.description = params.text('description') ?? intent.description
  act.store.update('payment_intent', intent)
  return intent
}

/** A payment intent made by Checkout lives and ends with its session: Stripe never lets it be cancelled by itself. */
function cancelIntent(act: Act, params: Reader, id: string): StoredObject {
  const intent = existing(act, 'payment_intent', id)
  params.oneOf('cancellation_reason', ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'])
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw refused(
      'payment_intent_unexpected_state',
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
    )
  }
  throw refused(
    'payment_intent_unexpected_state',
    `You cannot cancel the PaymentIntent ${id} of a Checkout Session. Expire the Checkout Session instead.`,
  )
}

function createRefund(act: Act, params: Reader): StoredObject {
  const charge = params.text('charge')
  const paymentIntent = params.text('payment_intent')
  if (charge === undefined && paymentIntent === undefined) {
    throw invalid(
      'payment_intent',
      'parameter_missing',
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  return refund(act, {
    charge,
    paymentIntent,
    amount: params.integer('amount', { min: 1 }),
    reason: params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null,
    metadata: mergeMetadata({}, params.metadata()),
  })
}

function updateRefund(act: Act, params: Reader, id: string): StoredObject {
  const made = existing(act, 'refund', id)
  const before = made.metadata
  made.metadata = mergeMetadata(before ?? {}, params.metadata())
  act.store.update('refund', made)
  act.emit('refund.updated', made, { metadata: before })
  return made
}
