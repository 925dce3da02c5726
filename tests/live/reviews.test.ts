import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { gatewayClient, reviewOf, reviewsOf } from '../gateway.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { balances } from '../debts.ts'
import { decide, officer } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { agree } from '../money.ts'
import { cards, checkout, ended, file, opened, payByCard, payer, seen, withdraw } from '../paying.ts'
import { until } from '../portal.ts'
import { stack } from '../stack.ts'

const { controls } = stack.gateway
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(() => database.close())
afterEach(() => controls.behave())

const stateOf = async (order: string) =>
  (await db.selectFrom('payment_order').select('state').where('id', '=', order).executeTakeFirstOrThrow()).state
const backInLedger = async (order: string) =>
  (await db.selectFrom('payment').select('returned').where('orderId', '=', order).executeTakeFirstOrThrow()).returned

/** Somebody gives money back at the gateway, past the portal; all of it when no amount is named. */
async function refundOutside(order: string, amount?: number): Promise<void> {
  const { intentId } = await db
    .selectFrom('payment_order')
    .select('intentId')
    .where('id', '=', order)
    .executeTakeFirstOrThrow()
  await gatewayClient().refunds.create({ payment_intent: intentId ?? '', ...(amount !== undefined && { amount }) })
}

describe('money that a person must look at', () => {
  test('a dispute opens a case for the finance department, and the payer is told', async () => {
    const { who, view, order } = await opened(db)
    await payByCard(view)
    await ended(who, view.id)
    await controls.dispute(checkout(view))
    const { id, reason } = await reviewOf(db, order)
    expect(reason).toBe('dispute')
    await decide(await officer(db, 'finance'), id, { verdict: 'correct', words: 'O sporu rozhodne vaše banka.' })
    expect((await ended(who, id)).outcome).toBe('reviewed')
    expect(await agree(db, view.id, id)).toMatchObject({ ledger: 78_000 })
    await keepHistory(id, 'disputed')
  })

  test('a refund made at the gateway is looked at by a clerk', async () => {
    const { who, view, order } = await opened(db)
    await payByCard(view)
    await ended(who, view.id)
    await refundOutside(order, 10_000)
    const { id, reason } = await reviewOf(db, order)
    expect(reason).toBe('refund')
    await decide(await officer(db, 'finance'), id, { verdict: 'keep', words: 'Sto korun jsme vám vrátili.' })
    await ended(who, id)
    expect(await agree(db, view.id, id)).toMatchObject({ gateway: 78_000 })
    expect(await backInLedger(order)).toBe(10_000)
    await keepHistory(id, 'refunded-outside')
  })

  test('two of them, one of which the payer’s bank does not take: that one is an overpayment', async () => {
    const { who, view, order } = await opened(db)
    await payByCard(view, cards.refundFails)
    await ended(who, view.id)
    await refundOutside(order, 10_000)
    await refundOutside(order, 20_000)
    await until(
      () =>
        db
          .selectFrom('payment_return as r')
          .innerJoin('payment as p', 'p.id', 'r.paymentId')
          .select(sql<number>`coalesce(sum(r.amount), 0)::int`.as('sum'))
          .where('p.orderId', '=', order)
          .executeTakeFirstOrThrow(),
      ({ sum }) => sum === 30_000,
    )
    await until(
      async () => (await controls.sweep(), backInLedger(order)),
      sum => sum === 0,
      15,
    )
    const reviews = await reviewsOf(db, order)
    expect(reviews.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['refund', 'refund-failed']))
    const official = await officer(db, 'finance')
    const cases = await Promise.all(
      reviews.map(async ({ id }) => {
        const { outcome } = await seen(who, id, one => one.state === 'closed' || one.open.length > 0)
        if (outcome === null) await decide(official, id, { verdict: 'keep', words: 'Evidujeme přeplatek.' })
        return ended(who, id)
      }),
    )
    expect(cases.map(({ outcome }) => outcome)).toContain('reviewed')
    expect(await agree(db, view.id)).toMatchObject({ gateway: 78_000 })
  })

  test('money of another currency, given back past the portal, waits for nobody', async () => {
    const { view, order } = await opened(db)
    await controls.bringOther(checkout(view), { currency: 'eur' })
    await payByCard(view)
    await until(
      () => stateOf(order),
      state => state === 'held',
    )
    await refundOutside(order)
    const end = await until(
      () => stateOf(order),
      state => state !== 'held',
    )
    expect(end).toBe('returned')
  })

  test('money for a case that has closed is never lost: the ledger has it, a clerk decides, the payer is told', async () => {
    const { who, debts } = await payer(db, 78_000)
    // the gateway opens its page, but its answer is lost again and again; the payer gives up
    await controls.misbehave({ on: 'api', does: 'reset', when: 'after', method: 'POST', path: '/v1/checkout/sessions' })
    const { body: filed } = await file(who, [{ liability: debts[0] ?? '', amount: 78_000 }])
    const connecting = await seen(who, filed.id, ({ payment }) => payment?.state === 'connecting')
    const order = connecting.payment?.order ?? ''
    expect((await withdraw(who, filed.id)).body).toMatchObject({ outcome: 'withdrawn' })
    await controls.behave()
    expect(await agree(db, filed.id)).toMatchObject({ gateway: 0 })

    const { data } = await gatewayClient().checkout.sessions.list({ limit: 20 })
    const session = data.find(one => one.client_reference_id === order)
    await controls.pay(session?.id ?? '')
    const { id, reason } = await reviewOf(db, order)
    expect(reason).toBe('late')
    await decide(await officer(db, 'finance'), id, { verdict: 'keep', words: 'Platbu jsme zapsali k vašemu závazku.' })
    const done = await ended(who, id)
    expect(done.outcome).toBe('reviewed')
    expect(await balances(db, ...debts)).toEqual([0])
    expect(await agree(db, filed.id, id)).toEqual({ gateway: 78_000, orders: 78_000, ledger: 78_000 })
    await keepHistory(id, 'late-money')
  })
})
