import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { readEvent } from './events.ts'

const secret = 'whsec_test'
const order = '11111111-1111-4111-8111-111111111111'
const event = (type: string, object: Record<string, unknown>) =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } })
const signed = (body: string, key = secret, timestamp?: number) =>
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret: key, ...(timestamp && { timestamp }) })

test('a signed event says what to do and for which order', () => {
  const body = event('checkout.session.completed', {
    object: 'checkout.session',
    payment_intent: 'pi_1',
    metadata: { order },
  })
  expect(readEvent(Buffer.from(body), signed(body), secret)).toMatchObject({
    id: 'evt_1',
    effect: 'ask',
    order,
    intent: 'pi_1',
  })
})

test('a payment intent is its own payment; news that another event brings too does nothing', () => {
  const body = event('payment_intent.succeeded', { object: 'payment_intent', id: 'pi_2', metadata: {} })
  expect(readEvent(Buffer.from(body), signed(body), secret)).toMatchObject({
    effect: 'none',
    intent: 'pi_2',
    order: undefined,
  })
})

test.each(['charge.dispute.created', 'charge.refunded'])('%s asks for a human', type => {
  const body = event(type, { object: 'charge', payment_intent: 'pi_3' })
  expect(['dispute', 'refund']).toContain(readEvent(Buffer.from(body), signed(body), secret)?.effect)
})

test('what the gateway did not sign is not read: another secret, a changed body, an old signature, none', () => {
  const body = event('checkout.session.completed', { metadata: { order } })
  expect(readEvent(Buffer.from(body), signed(body, 'whsec_other'), secret)).toBeNull()
  expect(readEvent(Buffer.from(body.replace('evt_1', 'evt_2')), signed(body), secret)).toBeNull()
  expect(readEvent(Buffer.from(body), signed(body, secret, Math.floor(Date.now() / 1000) - 600), secret)).toBeNull()
  expect(readEvent(Buffer.from(body), '', secret)).toBeNull()
})

test('an order id that is none of ours is not believed', () => {
  const body = event('checkout.session.completed', { metadata: { order: "1'; drop table payment" } })
  expect(readEvent(Buffer.from(body), signed(body), secret)?.order).toBeUndefined()
})
