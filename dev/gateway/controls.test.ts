import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bench, order, sdk, webhookSecret, type Bench } from './testing.ts'

let b: Bench
beforeEach(async () => {
  b = await bench()
})
afterEach(() => b.close())

const open = () => b.stripe.checkout.sessions.create(order())
const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

test('held webhooks wait for their release, and can come backwards', async () => {
  const { controls } = b.gateway
  controls.misbehave({ on: 'webhook', does: 'hold' })
  const { id } = await open()
  controls.pay(id)
  expect(await b.types()).toEqual([])
  expect(controls.deliveries().map(one => one.state)).toEqual(['held', 'held', 'held', 'held'])
  controls.behave()
  expect(controls.deliver('reversed')).toBe(4)
  expect((await b.types()).toSorted()).toEqual([
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.created',
    'payment_intent.succeeded',
  ])
})

/** Resolves once this many webhooks have arrived. */
async function arrived(at: Bench, count: number): Promise<void> {
  while (at.received.length < count) await new Promise(setImmediate)
}

test('webhooks can be dropped, doubled and turned round', async () => {
  let now = Date.now()
  const slow = await bench({ now: () => now })
  const { controls } = slow.gateway
  controls.misbehave({ on: 'webhook', does: 'drop', type: 'charge.succeeded' })
  controls.misbehave({ on: 'webhook', does: 'duplicate', copies: 3, type: 'checkout.session.completed' })
  controls.misbehave({ on: 'webhook', does: 'reorder', ms: 30 })
  const { id } = await slow.stripe.checkout.sessions.create(order())
  controls.pay(id)
  for (const count of [3, 4, 5]) {
    await arrived(slow, count)
    now += 60
  }
  expect(await slow.types()).toEqual([
    ...Array(3).fill('checkout.session.completed'),
    'payment_intent.succeeded',
    'payment_intent.created',
  ])
  expect(new Set(slow.received.map(one => one.id)).size).toBe(3)
  await slow.close()
})

test('a delayed webhook comes when its time has come', async () => {
  let now = Date.now()
  const slow = await bench({ now: () => now })
  slow.gateway.controls.misbehave({ on: 'webhook', does: 'delay', ms: 60, times: 1 })
  const { id } = await slow.stripe.checkout.sessions.create(order())
  slow.gateway.controls.pay(id)
  await arrived(slow, 3)
  now += 60
  expect((await slow.types()).at(-1)).toBe('payment_intent.created')
  await slow.close()
})

test('a forged webhook does not verify; refused, it comes again with an honest signature', async () => {
  const { controls } = b.gateway
  controls.misbehave({ on: 'webhook', does: 'forge', times: 1 })
  b.answerWith(400)
  await b.stripe.checkout.sessions.expire((await open()).id)
  while (b.received.length < 1) await new Promise(setImmediate)
  b.answerWith(200)
  await controls.settled()
  const verdicts = b.received.map(one => {
    try {
      return b.stripe.webhooks.constructEvent(one.body, one.signature, webhookSecret).type
    } catch (error) {
      return error instanceof Stripe.errors.StripeSignatureVerificationError ? 'refused' : 'odd'
    }
  })
  expect(verdicts[0]).toBe('refused')
  expect(verdicts.at(-1)).toBe('checkout.session.expired')
  expect(controls.attempts()[0]).toMatchObject({ signature: 'forged', status: 400 })
})

test.each(['wrong-secret', 'altered', 'stale', 'unsigned'] as const)('forges on demand: %s', async manner => {
  const { controls } = b.gateway
  const { id } = await open()
  controls.pay(id)
  await b.types()
  const event = b.received.find(one => one.type === 'checkout.session.completed')?.id ?? ''
  b.answerWith(400)
  expect(await controls.forge(event, manner)).toBe(400)
  const { body, signature } = b.received.at(-1) ?? { body: '', signature: '' }
  expect(() => b.stripe.webhooks.constructEvent(body, signature, webhookSecret)).toThrow(
    Stripe.errors.StripeSignatureVerificationError,
  )
})

test('sends an event again on demand', async () => {
  const { controls } = b.gateway
  await b.stripe.checkout.sessions.expire((await open()).id)
  await b.types()
  controls.redeliver(b.received[0]?.id ?? '')
  expect(await b.types()).toEqual(['checkout.session.expired', 'checkout.session.expired'])
})

test.each([
  [429, Stripe.errors.StripeRateLimitError],
  [500, Stripe.errors.StripeAPIError],
  [503, Stripe.errors.StripeAPIError],
])('answers %s for the next calls, then well again; nothing was done', async (status, kind) => {
  b.gateway.controls.misbehave({ on: 'api', does: 'status', status, method: 'POST', times: 2 })
  for (let i = 0; i < 2; i++) expect(await errorOf(open())).toBeInstanceOf(kind)
  expect((await b.stripe.checkout.sessions.list()).data).toEqual([])
  await open()
  expect((await b.stripe.checkout.sessions.list()).data).toHaveLength(1)
})

test.each([
  ['timeout', 'before', 0],
  ['timeout', 'after', 1],
  ['reset', 'before', 0],
  ['reset', 'after', 1],
  ['status', 'after', 1],
] as const)('%s %s the work: the key finds the truth', async (does, when, done) => {
  const hasty = sdk(b.gateway, { timeout: 500 })
  const { controls } = b.gateway
  // Until it is cleared: the SDK tries a connection that was cut once more by itself.
  const fault = controls.misbehave({ on: 'api', does, when, path: '/v1/checkout', method: 'POST' })
  const error = await errorOf(hasty.checkout.sessions.create(order(), { idempotencyKey: 'k' }))
  expect(error).toBeInstanceOf(Stripe.errors.StripeError)
  controls.behave(fault)
  expect((await b.stripe.checkout.sessions.list()).data).toHaveLength(done)
  await b.stripe.checkout.sessions.create(order(), { idempotencyKey: 'k' })
  expect((await b.stripe.checkout.sessions.list()).data).toHaveLength(1)
})

test('a late answer is an answer', async () => {
  b.gateway.controls.misbehave({ on: 'api', does: 'delay', ms: 30, times: 1 })
  expect(await open()).toMatchObject({ status: 'open' })
  expect(b.gateway.controls.requests()[0]).toMatchObject({ status: 200, fault: 'delay before' })
})

test('the whole gateway can be away, page and API', async () => {
  const { id } = await open()
  b.gateway.controls.misbehave({ on: 'everything', does: 'reset' })
  expect(await errorOf(open())).toBeInstanceOf(Stripe.errors.StripeConnectionError)
  await expect(fetch(`${b.gateway.url}/c/pay/${id}`)).rejects.toThrow()
  b.gateway.controls.behave()
  expect(await b.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' })
})

async function control(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${b.gateway.url}/_control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

test('the controls answer over HTTP as well', async () => {
  const { id } = await open()
  expect(await control({ do: 'misbehave', fault: { on: 'webhook', does: 'hold' } })).toMatchObject({ status: 200 })
  expect(await control({ do: 'pay', session: id })).toEqual({ status: 200, answer: { result: { outcome: 'paid' } } })
  expect(await control({ do: 'behave' })).toEqual({ status: 200, answer: { result: null } })
  expect(await control({ do: 'deliver' })).toEqual({ status: 200, answer: { result: 4 } })
  expect(await control({ do: 'settled' })).toMatchObject({ status: 200 })

  const journal: unknown = await (await fetch(`${b.gateway.url}/_control`)).json()
  expect(journal).toMatchObject({
    faults: [],
    totals: { 'order-1': { captured: 78_000, refunded: 0, disputed: 0, sessions: 1, paid: 1 } },
    requests: [{ method: 'POST', path: '/v1/checkout/sessions', status: 200 }],
    deliveries: Array(4).fill({ state: 'delivered' }),
    attempts: Array(4).fill({ status: 200, signature: 'valid' }),
  })
})

test.each([
  [{ do: 'dance' }, 400],
  [{ do: 'pay' }, 400],
  [{ do: 'pay', session: 'cs_x' }, 404],
  [{ do: 'misbehave', fault: { on: 'api', does: 'dance' } }, 400],
  [{ do: 'misbehave', fault: { on: 'webhook', does: 'delay', ms: 'long' } }, 400],
  [[], 400],
])('refuses the command %j', async (body, status) => {
  expect(await control(body)).toMatchObject({ status, answer: { error: { message: expect.any(String) } } })
})

test('the controls do not answer to web pages', async () => {
  expect(await control({ do: 'behave' }, { origin: 'https://example.com' })).toMatchObject({ status: 403 })
  expect(await control({ do: 'behave' }, { 'content-type': 'text/plain' })).toMatchObject({ status: 400 })
})
