import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bench, idOf, order, webhookSecret, type Bench } from './testing.ts'

let b: Bench
beforeEach(async () => {
  b = await bench()
})
afterEach(() => b.close())

const paid = ['charge.succeeded', 'checkout.session.completed', 'payment_intent.created', 'payment_intent.succeeded']

async function pay(card?: string): Promise<string> {
  const { id } = await b.stripe.checkout.sessions.create(order())
  b.gateway.controls.pay(id, card)
  return id
}

test('the SDK verifies a webhook and finds the session in it', async () => {
  const id = await pay()
  expect((await b.types()).toSorted()).toEqual(paid)
  const completed = b.received.find(one => one.type === 'checkout.session.completed')
  const event = b.stripe.webhooks.constructEvent(completed?.body ?? '', completed?.signature ?? '', webhookSecret)
  expect(event).toMatchObject({
    object: 'event',
    api_version: '2026-10-28.endive',
    livemode: false,
    type: 'checkout.session.completed',
    request: { id: null, idempotency_key: null },
    data: { object: { id, object: 'checkout.session', payment_status: 'paid', client_reference_id: 'order-1' } },
  })
  expect(await b.stripe.events.retrieve(event.id)).toEqual(event)
})

test('a changed body does not verify', async () => {
  await pay()
  await b.types()
  const [one] = b.received
  const verify = () => b.stripe.webhooks.constructEvent(`${one?.body} `, one?.signature ?? '', webhookSecret)
  expect(verify).toThrow(Stripe.errors.StripeSignatureVerificationError)
})

test.each([
  ['4000000000000002', 'card_declined', 'generic_decline'],
  ['4000000000009995', 'card_declined', 'insufficient_funds'],
  ['4000000000000069', 'expired_card', 'expired_card'],
  ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
  ['4000000000000119', 'processing_error', 'processing_error'],
])('card %s fails with %s / %s and leaves the session open', async (card, code, decline_code) => {
  const id = await pay(card)
  expect((await b.types()).toSorted()).toEqual([
    'charge.failed',
    'payment_intent.created',
    'payment_intent.payment_failed',
  ])
  const { status, payment_intent } = await b.stripe.checkout.sessions.retrieve(id)
  expect(status).toBe('open')
  expect(await b.stripe.paymentIntents.retrieve(idOf(payment_intent))).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { type: 'card_error', code, decline_code },
  })
  expect(b.gateway.controls.pay(id)).toEqual({ outcome: 'paid' })
  expect(b.gateway.controls.totals()['order-1']).toMatchObject({ captured: 78_000, sessions: 1, paid: 1 })
})

test.each([
  ['4000002760003184', 'approve', 'paid'],
  ['4000002500003155', 'approve', 'paid'],
  ['4000002760003184', 'refuse', 'declined'],
  ['4000008400001629', 'approve', 'declined'],
] as const)('card %s, at the bank: %s → %s', async (card, bank, outcome) => {
  const { id } = await b.stripe.checkout.sessions.create(order())
  expect(b.gateway.controls.pay(id, card, bank)).toMatchObject({ outcome })
  expect(await b.types()).toContain('payment_intent.requires_action')
  const session = await b.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
  const secure = { three_d_secure: { result: 'authenticated' } }
  expect(session).toMatchObject(
    outcome === 'paid'
      ? { status: 'complete', payment_intent: { latest_charge: { payment_method_details: { card: secure } } } }
      : { status: 'open', payment_intent: { status: 'requires_payment_method', next_action: null } },
  )
})

test('a disputed payment is told after it was paid', async () => {
  await pay('4000000000000259')
  expect((await b.types()).toSorted()).toEqual(
    [...paid, 'charge.dispute.created', 'charge.dispute.funds_withdrawn'].toSorted(),
  )
})

test('a refund through the API is told with the request that caused it', async () => {
  const id = await pay()
  const { payment_intent } = await b.stripe.checkout.sessions.retrieve(id)
  const refund = await b.stripe.refunds.create(
    { payment_intent: idOf(payment_intent), amount: 1000 },
    { idempotencyKey: 'refund-1' },
  )
  await b.types()
  const told = b.received.filter(one => one.type === 'charge.refunded' || one.type === 'refund.created')
  expect(told).toHaveLength(2)
  const events = told.map(one => b.stripe.webhooks.constructEvent(one.body, one.signature, webhookSecret))
  expect(events.map(event => event.request)).toEqual(
    Array(2).fill({ id: refund.lastResponse.requestId, idempotency_key: 'refund-1' }),
  )
  const charge = events.find(event => event.type === 'charge.refunded')
  expect(charge?.data).toMatchObject({
    object: { amount_refunded: 1000, refunded: false },
    previous_attributes: { amount_refunded: 0 },
  })
})

test.each([500, 301, 0])('an answer %s is no acknowledgement: the webhook comes again', async status => {
  b.answerWith(status)
  const { id } = await b.stripe.checkout.sessions.create(order())
  await b.stripe.checkout.sessions.expire(id)
  while (b.received.length < 3) await new Promise(setImmediate)
  b.answerWith(200)
  await b.gateway.controls.settled()
  expect(new Set(b.received.map(one => one.id)).size).toBe(1)
  const [delivery] = b.gateway.controls.deliveries()
  expect(delivery?.state).toBe('delivered')
  const attempts = b.gateway.controls.attempts()
  expect(attempts).toHaveLength(delivery?.attempts ?? 0)
  expect(attempts[0]).toMatchObject(status === 0 ? { status: null, error: expect.any(String) } : { status })
  expect(attempts.at(-1)).toMatchObject({ status: 200, error: null })
})

test('whoever cannot wait for the next try hurries it', async () => {
  const slow = await bench({ retryScheduleMs: [3_600_000] })
  slow.answerWith(500)
  const { id } = await slow.stripe.checkout.sessions.create(order())
  await slow.stripe.checkout.sessions.expire(id)
  while (slow.gateway.controls.attempts().length < 1) await new Promise(setImmediate)
  slow.answerWith(200)
  expect(slow.gateway.controls.hurry()).toBe(1)
  await slow.gateway.controls.settled()
  expect(slow.gateway.controls.deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }])
  await slow.close()
})

test('is given up in the end', async () => {
  // the third wait would end past the time of giving up, however slow the tries themselves are
  const short = await bench({ retryScheduleMs: [1, 1, 120_000], giveUpAfterMs: 60_000 })
  short.answerWith(500)
  const { id } = await short.stripe.checkout.sessions.create(order())
  await short.stripe.checkout.sessions.expire(id)
  await short.gateway.controls.settled()
  expect(short.gateway.controls.deliveries()).toMatchObject([{ state: 'failed', attempts: 3 }])
  expect(short.received).toHaveLength(3)
  await short.close()
})

test('a receiver that does not answer is tried again', async () => {
  const hasty = await bench({
    webhookUrl: 'http://192.0.2.1:9/',
    webhookTimeoutMs: 20,
    retryScheduleMs: [1],
    giveUpAfterMs: 30,
  })
  const { id } = await hasty.stripe.checkout.sessions.create(order())
  await hasty.stripe.checkout.sessions.expire(id)
  await hasty.gateway.controls.settled()
  expect(hasty.gateway.controls.attempts()[0]).toMatchObject({ status: null, error: expect.any(String) })
  await hasty.close()
})

test('without an address nothing is sent, and events are there to be read', async () => {
  const deaf = await bench({ webhookUrl: null })
  const { id } = await deaf.stripe.checkout.sessions.create(order())
  deaf.gateway.controls.pay(id)
  expect(deaf.gateway.controls.deliveries()).toEqual([])
  expect((await deaf.stripe.events.list()).data).toHaveLength(4)
  await deaf.close()
})
