import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bench, idOf, order, sdk, type Bench } from './testing.ts'

let now: number
let b: Bench
beforeEach(async () => {
  now = Date.now()
  b = await bench({ now: () => now })
})
afterEach(() => b.close())

const create = (key: string, change = {}) => b.stripe.checkout.sessions.create(order(change), { idempotencyKey: key })

test('the same request under the same key is done once and answered alike', async () => {
  const first = await create('case-1/7')
  const again = await create('case-1/7')
  expect(again).toEqual(first)
  expect(first.lastResponse.headers).not.toHaveProperty('idempotent-replayed')
  expect(again.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.lastResponse.requestId,
    'idempotency-key': 'case-1/7',
  })
  expect((await b.stripe.checkout.sessions.list()).data).toHaveLength(1)
})

test('the answer is replayed even when the world has moved on', async () => {
  const { id } = await create('k')
  b.gateway.controls.pay(id)
  expect(await create('k')).toMatchObject({ id, status: 'open' })
  expect(await b.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete' })
})

test('another request under a used key is refused', async () => {
  const { id } = await create('k')
  await expect(create('k', { client_reference_id: 'order-2' })).rejects.toBeInstanceOf(
    Stripe.errors.StripeIdempotencyError,
  )
  const elsewhere = b.stripe.checkout.sessions.expire(id, {}, { idempotencyKey: 'k' })
  await expect(elsewhere).rejects.toMatchObject({ rawType: 'idempotency_error', statusCode: 400 })
})

test('the order of parameters does not matter', async () => {
  const { client_reference_id, ...rest } = order()
  const { id } = await create('k')
  const turned = await b.stripe.checkout.sessions.create({ ...rest, client_reference_id }, { idempotencyKey: 'k' })
  expect(turned.id).toBe(id)
})

test('a request that failed validation may come again under its key', async () => {
  await expect(create('k', { success_url: 'nowhere' })).rejects.toMatchObject({ code: 'url_invalid' })
  expect(await create('k')).toMatchObject({ status: 'open' })
})

test('a refusal by the state of things is replayed', async () => {
  const { id } = await create('k')
  b.gateway.controls.pay(id, '4000000000000259')
  const payment_intent = idOf((await b.stripe.checkout.sessions.retrieve(id)).payment_intent)
  const refund = () => b.stripe.refunds.create({ payment_intent }, { idempotencyKey: 'r' })
  await expect(refund()).rejects.toMatchObject({ code: 'charge_disputed' })
  const [dispute] = (await b.stripe.disputes.list()).data
  b.gateway.controls.closeDispute(dispute?.id ?? '', 'won')
  const replayed = await refund().catch((error: unknown) => error)
  expect(replayed).toMatchObject({ code: 'charge_disputed', headers: { 'idempotent-replayed': 'true' } })
})

test('two requests at once under one key: the second is told to wait', async () => {
  b.gateway.controls.misbehave({ on: 'api', does: 'delay', ms: 60_000, times: 1 })
  const first = create('k')
  while (b.gateway.controls.faults().length > 0) await new Promise(setImmediate)
  const second = await create('k').catch((error: unknown) => error)
  expect(second).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  b.gateway.controls.behave()
  const { id } = await first
  expect(await create('k')).toMatchObject({ id })
})

test('a key is forgotten after a day', async () => {
  const { id } = await create('k')
  now += 24 * 60 * 60 * 1000 + 1
  expect((await create('k')).id).not.toBe(id)
})

test('a key of more than 255 characters is refused', async () => {
  await expect(create('k'.repeat(256))).rejects.toMatchObject({ statusCode: 400 })
})

test('the SDK finds the truth after a lost answer, by the key it made itself', async () => {
  const patient = sdk(b.gateway, { retries: 2 })
  b.gateway.controls.misbehave({ on: 'api', does: 'reset', when: 'after', times: 1 })
  const { id } = await patient.checkout.sessions.create(order())
  expect((await b.stripe.checkout.sessions.list()).data.map(one => one.id)).toEqual([id])
  expect(b.gateway.controls.requests().map(one => [one.method, one.status, one.replayed])).toEqual([
    ['POST', null, false],
    ['POST', 200, true],
    ['GET', 200, false],
  ])
})
