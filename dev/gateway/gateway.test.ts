import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startGateway } from './gateway.ts'
import { apiKey, bench, idOf, order, sdk, type Bench } from './testing.ts'

let b: Bench
beforeEach(async () => {
  b = await bench()
})
afterEach(() => b.close())

/** The Stripe error that a call ends with. */
async function failure(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => undefined,
    (problem: unknown) => problem,
  )
  if (error instanceof Stripe.errors.StripeError) return error
  throw new Error(`A Stripe error was expected, not ${String(error)}`)
}

test('opens a session and gives it back, with its lines when asked', async () => {
  const made = await b.stripe.checkout.sessions.create(order({ customer_email: 'jana@example.cz' }))
  expect(made).toMatchObject({
    object: 'checkout.session',
    status: 'open',
    payment_status: 'unpaid',
    amount_total: 78_000,
    currency: 'czk',
    client_reference_id: 'order-1',
    customer_email: 'jana@example.cz',
    metadata: { order: 'order-1', vs: '2026000001' },
    payment_intent: null,
    url: `${b.gateway.url}/c/pay/${made.id}`,
  })
  expect(made.expires_at - made.created).toBe(24 * 60 * 60)
  expect(made.lastResponse.requestId).toMatch(/^req_/)
  expect(made.lastResponse.apiVersion).toBe('2026-10-28.endive')
  expect(made.line_items).toBeUndefined()

  const found = await b.stripe.checkout.sessions.retrieve(made.id, { expand: ['line_items'] })
  expect(found.line_items?.data).toMatchObject([
    { description: 'Poplatek za odpad 2026', amount_total: 78_000, quantity: 1, price: { unit_amount: 78_000 } },
  ])
  const lines = await b.stripe.checkout.sessions.listLineItems(made.id)
  expect(lines.data).toHaveLength(1)
})

test('a paid session leads to the payment intent, the charge and its card', async () => {
  const { id } = await b.stripe.checkout.sessions.create(order())
  expect(b.gateway.controls.pay(id, '5555 5555 5555 4444')).toEqual({ outcome: 'paid' })

  const session = await b.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', url: null })
  expect(session.payment_intent).toMatchObject({
    status: 'succeeded',
    amount: 78_000,
    amount_received: 78_000,
    description: 'Poplatek za odpad 2026',
    metadata: { order: 'order-1' },
    latest_charge: {
      paid: true,
      captured: true,
      payment_method_details: { type: 'card', card: { brand: 'mastercard', last4: '4444' } },
    },
  })

  const intent = idOf(session.payment_intent)
  const byIntent = await b.stripe.checkout.sessions.list({ payment_intent: intent })
  expect(byIntent.data.map(one => one.id)).toEqual([id])
  const charges = await b.stripe.charges.list({ payment_intent: intent, expand: ['data.balance_transaction'] })
  // 1.5 % of 780 Kč and 6.50 Kč.
  expect(charges.data[0]?.balance_transaction).toMatchObject({ amount: 78_000, fee: 1820, net: 76_180 })
  const balance = await b.stripe.balance.retrieve()
  expect(balance.pending).toMatchObject([{ amount: 76_180, currency: 'czk' }])
})

test.each([
  ['a key of somebody else', 'sk_test_wrong_key_0000', 401, 'Invalid API Key provided: sk_test_****0000'],
  ['an empty key', ' ', 401, 'You did not provide an API key'],
])('refuses %s', async (_what, key, status, message) => {
  const error = await failure(sdk(b.gateway, { key }).checkout.sessions.list())
  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
  expect(error.statusCode).toBe(status)
  expect(error.message).toContain(message)
})

test('takes the key by Basic authentication as well', async () => {
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`
  const response = await fetch(`${b.gateway.url}/v1/balance`, { headers: { authorization } })
  expect(response.status).toBe(200)
})

const line = (price: Partial<Stripe.Checkout.SessionCreateParams.LineItem.PriceData>, quantity = 1) => ({
  line_items: [
    { quantity, price_data: { currency: 'czk', unit_amount: 78_000, product_data: { name: 'Poplatek' }, ...price } },
  ],
})

test.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, string, string]>([
  ['less than 15 Kč', line({ unit_amount: 1499 }), 'amount_too_small', 'line_items'],
  ['nine digits', line({ unit_amount: 99_999_999 }, 2), 'amount_too_large', 'line_items'],
  [
    'a negative amount',
    line({ unit_amount: -1 }),
    'parameter_invalid_integer',
    'line_items[0][price_data][unit_amount]',
  ],
  [
    'half a heller',
    line({ unit_amount: 1500.5 }),
    'parameter_invalid_integer',
    'line_items[0][price_data][unit_amount]',
  ],
  ['quantity zero', line({}, 0), 'parameter_invalid_integer', 'line_items[0][quantity]'],
  ['an unknown currency', line({ currency: 'xxx' }), 'currency_not_supported', 'line_items[0][price_data][currency]'],
  ['no lines', { line_items: [] }, 'parameter_missing', 'line_items'],
  ['no return address', { success_url: undefined }, 'parameter_missing', 'success_url'],
  ['a script as an address', { success_url: 'javascript:alert(1)' }, 'url_invalid', 'success_url'],
  ['an empty reference', { client_reference_id: '' }, 'parameter_invalid_empty', 'client_reference_id'],
  ['a long reference', { client_reference_id: 'x'.repeat(201) }, 'parameter_invalid_string', 'client_reference_id'],
  ['a bad e-mail', { customer_email: 'jana' }, 'email_invalid', 'customer_email'],
  ['29 minutes', { expires_at: Math.floor(Date.now() / 1000) + 29 * 60 }, 'parameter_invalid_integer', 'expires_at'],
  ['25 hours', { expires_at: Math.floor(Date.now() / 1000) + 25 * 3600 }, 'parameter_invalid_integer', 'expires_at'],
  ['a long metadata value', { metadata: { a: 'x'.repeat(501) } }, 'parameter_invalid_string', 'metadata[a]'],
  ['a parameter not served', { allow_promotion_codes: true }, 'parameter_unknown', 'allow_promotion_codes'],
  [
    'a nested parameter not served',
    { payment_intent_data: { transfer_group: 'x' } },
    'parameter_unknown',
    'payment_intent_data[transfer_group]',
  ],
])('refuses a session with %s', async (_what, change, code, param) => {
  const error = await failure(b.stripe.checkout.sessions.create(order(change)))
  expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
  expect(error).toMatchObject({ code, param, statusCode: 400 })
  expect(error.doc_url).toBe(`https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}`)
  expect((await b.stripe.checkout.sessions.list()).data).toEqual([])
})

test('takes exactly 15 Kč and an expiry of 31 minutes', async () => {
  const expires_at = Math.floor(Date.now() / 1000) + 31 * 60
  const made = await b.stripe.checkout.sessions.create(order({ ...line({ unit_amount: 1500 }), expires_at }))
  expect(made).toMatchObject({ amount_total: 1500, expires_at })
})

test('says what it does not have', async () => {
  for (const [ask, kind] of [
    [() => b.stripe.checkout.sessions.retrieve('cs_x'), 'checkout.session'],
    [() => b.stripe.paymentIntents.retrieve('pi_x'), 'payment_intent'],
    [() => b.stripe.charges.retrieve('ch_x'), 'charge'],
    [() => b.stripe.refunds.retrieve('re_x'), 'refund'],
    [() => b.stripe.events.retrieve('evt_x'), 'event'],
  ] as const) {
    const error = await failure(ask())
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' })
    expect(error.message).toContain(`No such ${kind}: '`)
  }
  expect((await failure(b.stripe.customers.list())).message).toContain('Unrecognized request URL (GET: /v1/customers)')
})

test('expands only what can be expanded', async () => {
  const { id } = await b.stripe.checkout.sessions.create(order())
  const error = await failure(b.stripe.checkout.sessions.retrieve(id, { expand: ['customer_email'] }))
  expect(error.message).toBe('This property cannot be expanded (customer_email).')
})

test('an open session can be expired, a paid one cannot; its payment intent cannot be cancelled by itself', async () => {
  const [late, paid] = [
    await b.stripe.checkout.sessions.create(order()),
    await b.stripe.checkout.sessions.create(order()),
  ]
  expect(await b.stripe.checkout.sessions.expire(late.id)).toMatchObject({ status: 'expired', url: null })
  b.gateway.controls.pay(paid.id)
  expect((await failure(b.stripe.checkout.sessions.expire(paid.id))).message).toContain('has a status of `complete`')
  expect(b.gateway.controls.pay(late.id)).toEqual({ outcome: 'closed', status: 'expired' })

  const declined = await b.stripe.checkout.sessions.create(order())
  b.gateway.controls.pay(declined.id, '4000000000000002')
  const { payment_intent } = await b.stripe.checkout.sessions.retrieve(declined.id)
  const intent = idOf(payment_intent)
  expect(await failure(b.stripe.paymentIntents.cancel(intent))).toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
  await b.stripe.checkout.sessions.expire(declined.id)
  expect(await b.stripe.paymentIntents.retrieve(intent)).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'expired',
  })
})

test('gives money back in parts, and never more than came', async () => {
  const { id } = await b.stripe.checkout.sessions.create(order())
  b.gateway.controls.pay(id)
  const payment_intent = idOf((await b.stripe.checkout.sessions.retrieve(id)).payment_intent)

  const first = await b.stripe.refunds.create({ payment_intent, amount: 30_000, metadata: { reason: 'mistake' } })
  expect(first).toMatchObject({ status: 'succeeded', amount: 30_000, payment_intent, metadata: { reason: 'mistake' } })
  const tooMuch = await failure(b.stripe.refunds.create({ payment_intent, amount: 48_001 }))
  expect(tooMuch).toMatchObject({ param: 'amount', statusCode: 400 })
  expect(await b.stripe.refunds.create({ payment_intent })).toMatchObject({ amount: 48_000 })
  expect(await failure(b.stripe.refunds.create({ payment_intent }))).toMatchObject({ code: 'charge_already_refunded' })

  const charge = await b.stripe.charges.retrieve(idOf(first.charge), { expand: ['refunds'] })
  expect(charge).toMatchObject({ refunded: true, amount_refunded: 78_000 })
  expect(charge.refunds?.data.map(one => one.amount)).toEqual([48_000, 30_000])
  expect(b.gateway.controls.totals()).toEqual({
    'order-1': { captured: 78_000, refunded: 78_000, disputed: 0, sessions: 1, paid: 1 },
  })
})

test('refuses a refund of what was not paid, or is disputed', async () => {
  const unpaid = await b.stripe.checkout.sessions.create(order())
  b.gateway.controls.pay(unpaid.id, '4000000000009995')
  const intent = idOf((await b.stripe.checkout.sessions.retrieve(unpaid.id)).payment_intent)
  const error = await failure(b.stripe.refunds.create({ payment_intent: intent }))
  expect(error).toMatchObject({ code: 'payment_intent_unexpected_state' })
  expect(await failure(b.stripe.refunds.create({}))).toMatchObject({ code: 'parameter_missing' })
  expect(await failure(b.stripe.refunds.create({ charge: 'ch_x' }))).toMatchObject({ statusCode: 404, param: 'charge' })

  const disputed = await b.stripe.checkout.sessions.create(order({ client_reference_id: 'order-2' }))
  b.gateway.controls.pay(disputed.id, '4000000000000259')
  const other = idOf((await b.stripe.checkout.sessions.retrieve(disputed.id)).payment_intent)
  expect(await failure(b.stripe.refunds.create({ payment_intent: other }))).toMatchObject({ code: 'charge_disputed' })
  expect(b.gateway.controls.totals()['order-2']).toMatchObject({ captured: 78_000, disputed: 78_000 })

  const [dispute] = (await b.stripe.disputes.list({ payment_intent: other })).data
  expect(dispute).toMatchObject({ status: 'needs_response', amount: 78_000 })
  b.gateway.controls.closeDispute(dispute?.id ?? '', 'won')
  expect(await b.stripe.refunds.create({ payment_intent: other })).toMatchObject({ status: 'succeeded' })
})

test('lists newest first, page by page, in a window of time', async () => {
  const made: string[] = []
  for (let i = 0; i < 5; i++) made.unshift((await b.stripe.checkout.sessions.create(order())).id)
  for (const id of made) b.gateway.controls.expire(id)

  const first = await b.stripe.events.list({ limit: 2, type: 'checkout.session.expired' })
  expect(first).toMatchObject({ has_more: true, url: '/v1/events' })
  const second = await b.stripe.events.list({ limit: 2, starting_after: first.data[1]?.id })
  const back = await b.stripe.events.list({ limit: 2, ending_before: second.data[0]?.id })
  expect(back.data.map(one => one.id)).toEqual(first.data.map(one => one.id))

  const all: string[] = []
  for await (const event of b.stripe.events.list({ limit: 2 })) all.push(event.id)
  expect(new Set(all).size).toBe(5)
  expect(all.slice(0, 2)).toEqual(first.data.map(one => one.id))

  const { created } = first.data[0] ?? { created: 0 }
  expect((await b.stripe.events.list({ created: { gt: created } })).data).toEqual([])
  expect((await b.stripe.events.list({ created: { gte: created - 60, lte: created } })).data).toHaveLength(5)
  expect((await b.stripe.events.list({ types: ['charge.refunded'] })).data).toEqual([])
  const none = await failure(b.stripe.events.list({ starting_after: 'evt_x' }))
  expect(none).toMatchObject({ code: 'resource_missing', param: 'starting_after' })
})

test('metadata can be added to and taken away', async () => {
  const { id } = await b.stripe.checkout.sessions.create(order())
  const changed = await b.stripe.checkout.sessions.update(id, { metadata: { vs: '', case: 'KL-1' } })
  expect(changed.metadata).toEqual({ order: 'order-1', case: 'KL-1' })
})

test('a session past its time is expired even before the sweeper comes', async () => {
  let now = Date.now()
  const late = await bench({ now: () => now, allowShortExpiry: true })
  const { id } = await late.stripe.checkout.sessions.create(order({ expires_at: Math.floor(now / 1000) + 2 }))
  expect(await late.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' })
  now += 2000
  expect(late.gateway.controls.pay(id)).toEqual({ outcome: 'closed', status: 'expired' })
  expect(await late.types()).toEqual(['checkout.session.expired'])
  await late.close()
})

test('the sweeper expires late sessions and ends refunds that end later', async () => {
  let now = Date.now()
  const slow = await bench({ now: () => now })
  const { id } = await slow.stripe.checkout.sessions.create(order())
  const refunds: Stripe.Refund[] = []
  for (const card of ['4000000000007726', '4000000000005126']) {
    const paid = await slow.stripe.checkout.sessions.create(order({ client_reference_id: card }))
    slow.gateway.controls.pay(paid.id, card)
    const { payment_intent } = await slow.stripe.checkout.sessions.retrieve(paid.id)
    refunds.push(await slow.stripe.refunds.create({ payment_intent: idOf(payment_intent) }))
  }
  expect(refunds.map(one => one.status)).toEqual(['pending', 'succeeded'])

  now += 24 * 60 * 60 * 1000
  slow.gateway.controls.sweep()
  expect(await slow.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'expired' })
  const ended = await Promise.all(refunds.map(one => slow.stripe.refunds.retrieve(one.id)))
  expect(ended.map(one => one.status)).toEqual(['succeeded', 'failed'])
  expect(slow.gateway.controls.totals()).toMatchObject({
    '4000000000007726': { refunded: 78_000 },
    '4000000000005126': { refunded: 0 },
  })
  const types = await slow.types()
  expect(types).toContain('checkout.session.expired')
  expect(types.filter(type => type === 'refund.updated')).toHaveLength(2)
  expect(types).toContain('refund.failed')
  await slow.close()
})

test('does not start in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const start = startGateway({ port: 0, dataFile: ':memory:', apiKey, webhookUrl: null, webhookSecret: 'whsec_x' })
  await expect(start).rejects.toThrow('does not start in production')
  vi.unstubAllEnvs()
})
