import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openOrder } from '../../activities/payments/orders.ts'
import { proposeRefund, type RefundDeps } from '../../activities/payments/refunds.ts'
import { orderMoves, refundMoves } from '../../activities/payments/states.ts'
import { sweepPayments } from '../../activities/payments/sweep.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import type { CaseView, Overpayments } from '../../api/contract.ts'
import { balances, owing, payAtDesk } from '../debts.ts'
import { answer, decide, officer, taskOf } from '../deciding.ts'
import { atGateway, gatewayClient, realGateway, reviewOf, reviewsOf } from '../gateway.ts'
import { moneyHands, strayOrder } from '../hands.ts'
import { keepHistory } from '../histories.ts'
import { agree } from '../money.ts'
import { overpaid as overpaidIn } from '../overpaying.ts'
import {
  cards,
  checkout,
  ended,
  file,
  lastWords,
  opened,
  openPayment,
  payByCard,
  payer,
  plain,
  seen,
  withdraw,
} from '../paying.ts'
import { until } from '../portal.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

const { controls } = stack.gateway
let database: Database
let db: Database['db']
let hands: RefundDeps
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 6)
  db = database.db
  hands = moneyHands(db)
})
afterAll(() => database.close())
afterEach(() => controls.behave())

const log = pino({ level: 'silent' })
/** The sweep as it looks after a while: whatever came until now has had its time. */
const sweptLater = async (minutes = 5) => {
  await db.deleteFrom('gateway_cursor').execute()
  return sweepPayments(hands, log, new Date(Date.now() + minutes * 60_000))
}
const moneyOf = (order: string) =>
  db
    .selectFrom('payment')
    .select(['id', 'amount', 'unallocated', 'returned'])
    .where('orderId', '=', order)
    .executeTakeFirstOrThrow()
const backAtGateway = async (order: string) => (await controls.totals())[order]?.refunded

const overpaid = (amount: number, card?: string) => overpaidIn(db, amount, card)
const giveBack = { verdict: 'refund', words: 'Dluh už byl zaplacen v pokladně.' }

describe('an overpayment goes back to the card', () => {
  test('up to the city’s limit one official is enough; the payer is told; nobody reviews our own refund', async () => {
    const { who, id, order, liability } = await overpaid(40_000)
    await decide(await officer(db, 'finance'), id, giveBack)
    const done = await ended(who, id)
    expect(lastWords(done)).toContain('Odeslali jsme 400 Kč zpět na kartu')
    expect(await backAtGateway(order)).toBe(40_000)
    expect(await moneyOf(order)).toMatchObject({ amount: 40_000, unallocated: 0, returned: 40_000 })
    expect(await balances(db, liability)).toEqual([0])
    await controls.settled()
    expect(await reviewsOf(db, order)).toEqual([])
    expect(await agree(db, id)).toMatchObject({ gateway: 40_000 })
    await keepHistory(id, 'overpaid-then-refunded')
  })

  test('above it a second one confirms, who is not the first', async () => {
    const { who, id, order } = await overpaid(600_000)
    const [first, second] = [await officer(db, 'finance'), await officer(db, 'finance')]
    await decide(first, id, giveBack)
    const { stepKey } = await taskOf(second, id)
    expect(stepKey).toMatch(/^confirmation/)
    expect((await answer(first, id, stepKey, { verdict: 'confirm' })).status).toBe(403)
    expect(await backAtGateway(order)).toBe(0)
    await decide(second, id, { verdict: 'confirm' })
    await ended(who, id)
    expect(await backAtGateway(order)).toBe(600_000)
    await keepHistory(id, 'refund-confirmed')
  })

  test('not confirmed, it is looked at again; used for another debt, it settles the oldest', async () => {
    const { who, debts } = await payer(db, 600_000, 30_000)
    const [paidTwice = '', other = ''] = debts
    const { body: filed } = await file(who, [{ liability: paidTwice, amount: 600_000 }])
    const view = await seen(who, filed.id, ({ payment }) => payment?.state === 'open')
    await payAtDesk(db, paidTwice, 600_000)
    await payByCard(view)
    const [first, second] = [await officer(db, 'finance'), await officer(db, 'finance')]
    await decide(first, filed.id, giveBack)
    await decide(second, filed.id, { verdict: 'reject', words: 'Plátce má ještě nedoplatek.' })
    await decide(first, filed.id, { verdict: 'use', words: 'Zbytek vedeme jako přeplatek.' })
    expect(lastWords(await ended(who, filed.id))).toContain('Z přeplatku jsme 300 Kč použili')
    expect(await balances(db, paidTwice, other)).toEqual([0, 0])
    expect(await moneyOf(view.payment?.order ?? '')).toMatchObject({ unallocated: 570_000, returned: 0 })
  })

  test('the gateway does not answer: asked until it does, and given back once', async () => {
    const { who, id, order } = await overpaid(20_000)
    const refunds = { on: 'api', method: 'POST', path: '/v1/refunds' } as const
    await controls.misbehave({ ...refunds, does: 'timeout', when: 'after', times: 1 })
    await controls.misbehave({ ...refunds, does: 'status', status: 429, times: 1 })
    const clerk = await officer(db, 'finance')
    // the answer may be that it is stored: the case still asks
    expect((await answer(clerk, id, (await taskOf(clerk, id)).stepKey, giveBack)).status).toBeLessThan(300)
    await ended(who, id, 30)
    expect(await backAtGateway(order)).toBe(20_000)
    expect(await moneyOf(order)).toMatchObject({ returned: 20_000 })
  })

  test('the bank of the payer does not take it: an overpayment again, and the payer is told', async () => {
    const { who, id, order } = await overpaid(25_000, cards.refundFails)
    await decide(await officer(db, 'finance'), id, giveBack)
    await ended(who, id)
    await until(
      async () => (await controls.sweep(), reviewsOf(db, order)),
      found => found.length > 0,
      15,
    )
    const review = await reviewOf(db, order)
    expect(review.reason).toBe('refund-failed')
    await decide(await officer(db, 'finance'), review.id, { verdict: 'keep', words: 'Požádejte o vrácení na účet.' })
    await ended(who, review.id)
    expect(await moneyOf(order)).toMatchObject({ unallocated: 25_000, returned: 0 })
    expect(await backAtGateway(order)).toBe(0)
    await keepHistory(review.id, 'refund-failed')
  })

  test('two proposals for one payment at once: one wins, the other is told', async () => {
    const { id, order } = await overpaid(15_000)
    const { id: payment } = await moneyOf(order)
    const wish = () => ({ id: crypto.randomUUID(), caseId: id, of: { payment }, by: 'somebody' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => proposeRefund(hands, wish())))
    expect(answers.filter(({ state }) => state === 'proposed')).toHaveLength(1)
    expect(answers.filter(({ state }) => state === 'taken')).toHaveLength(7)
  })
})

describe('an overpayment is asked back to an account', () => {
  const to = { account: '19-2000145399/0800', holder: 'Zkušební Obyvatel' }
  const kept = { verdict: 'keep', words: 'Evidujeme přeplatek, můžete požádat o vrácení na účet.' }
  const ask = async (who: Visitor, overpayment: string) =>
    who.post<CaseView>('/api/cases', {
      id: crypto.randomUUID(),
      agenda: 'overpayment-refund',
      data: { overpayment, to },
    })

  test('shown to its payer alone, reviewed, ordered in the bank; the bank refuses one account and takes the next', async () => {
    const { who, id, order } = await overpaid(45_000)
    await decide(await officer(db, 'finance'), id, kept)
    await ended(who, id)
    const { overpayments } = (await who.get<Overpayments>('/api/overpayments')).body
    expect(overpayments).toMatchObject([{ amount: 45_000, channel: 'card' }])
    const payment = overpayments[0]?.payment ?? ''
    const other = await payer(db, 1_000)
    expect((await other.who.get<Overpayments>('/api/overpayments')).body).toEqual({ overpayments: [] })
    expect((await ask(other.who, payment)).status).toBe(422)

    const asked = (await ask(who, payment)).body.id
    const clerk = await officer(db, 'finance')
    await decide(clerk, asked, { verdict: 'refund' })
    expect(await moneyOf(order)).toMatchObject({ unallocated: 0, returned: 45_000 })
    await decide(clerk, asked, { result: 'refused' })
    expect(await moneyOf(order)).toMatchObject({ unallocated: 45_000, returned: 0 })
    const { open } = await seen(who, asked, view => view.open.some(step => step.mine))
    await answer(who, asked, open[0]?.key ?? '', { to: { ...to, account: '178124-4159/0710' } })
    await decide(clerk, asked, { verdict: 'refund' })
    await decide(clerk, asked, { result: 'made' })
    expect(await ended(who, asked)).toMatchObject({ outcome: 'sent' })
    expect(await moneyOf(order)).toMatchObject({ unallocated: 0, returned: 45_000 })
    expect(await backAtGateway(order)).toBe(0)
    await keepHistory(asked, 'sent-at-second-try')
  })

  test('first it pays what is overdue; so little that is left stays', async () => {
    const { who, id, order, subject } = await overpaid(45_000)
    await decide(await officer(db, 'finance'), id, kept)
    await ended(who, id)
    const late = await owing(db, subject, 30_000, '2026-01-15')
    const { id: payment } = await moneyOf(order)
    const asked = (await ask(who, payment)).body.id
    expect(await ended(who, asked)).toMatchObject({ outcome: 'kept' })
    expect(await balances(db, late)).toEqual([0])
    expect(await moneyOf(order)).toMatchObject({ unallocated: 15_000, returned: 0 })
  })
})

describe('money that the payer’s bank takes back', () => {
  test('a dispute that is lost opens the debt again, and the payer learns it', async () => {
    const { who, id, order, view, liability } = await opened(db, 52_000)
    await payByCard(view)
    await ended(who, id)
    const dispute = await controls.dispute(checkout(view))
    const first = await reviewOf(db, order)
    await decide(await officer(db, 'finance'), first.id, { verdict: 'keep', words: 'Čekáme na rozhodnutí banky.' })
    await controls.closeDispute(dispute, 'lost')
    const lost = await until(
      () => reviewsOf(db, order),
      found => found.some(({ reason }) => reason === 'dispute-lost'),
    )
    const review = lost.find(({ reason }) => reason === 'dispute-lost')?.id ?? ''
    await decide(await officer(db, 'finance'), review, { verdict: 'keep', words: 'Dluh je znovu k úhradě.' })
    const { timeline } = await ended(who, review)
    expect(timeline.some(event => plain(event.body?.cs).includes('znovu k zaplacení'))).toBe(true)
    expect(await balances(db, liability)).toEqual([52_000])
    expect(await moneyOf(order)).toMatchObject({ unallocated: 0, returned: 52_000 })
    await keepHistory(review, 'dispute-lost')
  })

  test('a dispute that is won changes nothing', async () => {
    const { who, id, order, view, liability } = await opened(db, 51_000)
    await payByCard(view)
    await ended(who, id)
    await controls.closeDispute(await controls.dispute(checkout(view)), 'won')
    const won = await until(
      () => reviewsOf(db, order),
      found => found.some(({ reason }) => reason === 'dispute-won'),
    )
    const review = won.find(({ reason }) => reason === 'dispute-won')?.id ?? ''
    expect(await ended(who, review)).toMatchObject({ outcome: 'won' })
    expect(await balances(db, liability)).toEqual([0])
  })

  test('a refund made at the gateway past the portal opens the debt again', async () => {
    const { who, id, order, view, liability } = await opened(db, 50_000)
    await payByCard(view)
    await ended(who, id)
    const { intentId } = await db
      .selectFrom('payment_order')
      .select('intentId')
      .where('id', '=', order)
      .executeTakeFirstOrThrow()
    await gatewayClient().refunds.create({ payment_intent: intentId ?? '', amount: 20_000 })
    const { id: review } = await reviewOf(db, order)
    await decide(await officer(db, 'finance'), review, { verdict: 'keep', words: 'Dvě stě korun jsme vám vrátili.' })
    await ended(who, review)
    expect(await balances(db, liability)).toEqual([20_000])
    expect(await moneyOf(order)).toMatchObject({ unallocated: 0, returned: 20_000 })
  })
})

test('money of another currency settles nothing, goes back once an official confirms, and the debt can be paid again', async () => {
  const { who, id, order, view, liability } = await opened(db, 33_000)
  await controls.bringOther(checkout(view), { currency: 'eur', amount: 1_320 })
  await payByCard(view)
  const held = await seen(who, id, view => view.payment?.state === 'held' && lastWords(view) !== '')
  expect(lastWords(held)).toContain('13.20 EUR')
  expect((await withdraw(who, id)).body).toMatchObject({ state: 'open', outcome: null })
  expect(await balances(db, liability)).toEqual([33_000])
  const again = await file(who, [{ liability, amount: 33_000 }])
  expect(again.status).toBeLessThan(300)
  await withdraw(who, again.body.id)
  await decide(await officer(db, 'finance'), id, { verdict: 'confirm' })
  expect(await ended(who, id)).toMatchObject({ outcome: 'returned', payment: { state: 'returned' } })
  expect(await backAtGateway(order)).toBe(1_320)
  await keepHistory(id, 'another-currency')
})

test('less money than was ordered settles as far as it reaches, and a person looks at it', async () => {
  const { who, id, view, liability } = await opened(db, 70_000)
  await controls.bringOther(checkout(view), { amount: 69_000 })
  await payByCard(view)
  await seen(who, id, ({ payment }) => payment?.state === 'review')
  await decide(await officer(db, 'finance'), id, { verdict: 'keep', words: 'Deset korun zbývá doplatit.' })
  await ended(who, id)
  expect(await balances(db, liability)).toEqual([1_000])
})

describe('the sweep', () => {
  test('finds news whose webhooks were lost for good', async () => {
    const { who, id, order, view } = await opened(db, 41_000)
    await controls.misbehave({ on: 'webhook', does: 'drop' })
    await payByCard(view)
    expect((await sweptLater())?.events).toBeGreaterThan(0)
    expect(await ended(who, id, 15)).toMatchObject({ outcome: 'paid' })
    await controls.dispute(checkout(view))
    await sweptLater()
    expect((await reviewOf(db, order)).reason).toBe('dispute')
  })

  test('closes a page whose address was lost, so that nobody can pay what has ended', async () => {
    const { who, debts } = await payer(db, 42_000)
    // refused with a word: a connection that is cut, the official client tries again by itself, and could come when the gateway is back
    await controls.misbehave({ on: 'api', does: 'status', status: 503, method: 'POST', path: '/v1/checkout/sessions' })
    const { body: filed } = await file(who, [{ liability: debts[0] ?? '', amount: 42_000 }])
    const { payment } = await seen(who, filed.id, ({ payment }) => Boolean(payment?.since))
    await withdraw(who, filed.id)
    await ended(who, filed.id)
    await controls.behave()
    // the gateway had opened it after all
    const { id: session } = await realGateway().open({
      order: payment?.order ?? '',
      caseId: filed.id,
      language: 'cs',
      lines: [{ name: 'Poplatek', amount: 42_000 }],
      expiresAt: Math.floor(Date.now() / 1000) + 12 * 3600,
      returnTo: { success: stack.urls.portal, cancel: stack.urls.portal },
    })
    expect(await atGateway(session)).toBe('open')
    expect((await sweptLater())?.found).toBeGreaterThan(0)
    expect(await atGateway(session)).toBe('expired')
    expect(await agree(db, filed.id)).toMatchObject({ gateway: 0 })
  })

  test('ends an order that its case has left behind, and keeps the money if it was paid after all', async () => {
    // A workflow task made the order and was given up; the next one heard of the withdrawal first and never came to pay.
    const left = await Promise.all([43_000, 44_000].map(amount => opened(db, amount)))
    const orders = await Promise.all(
      left.map(async ({ who, id, liability, view }) => {
        await withdraw(who, id)
        const order = await strayOrder(db, id, liability, view.payment?.amount ?? 0)
        const truth = await openOrder(hands, order)
        if (truth.state !== 'open') throw new Error(`The page did not open: ${truth.state}`)
        return { order: order.id, page: new URL(truth.url).pathname.split('/').at(-1) ?? '' }
      }),
    )
    const [unpaid, paid] = orders
    const [first] = left
    if (!unpaid || !paid || !first) throw new Error('Two orders were opened.')
    await controls.misbehave({ on: 'webhook', does: 'drop' })
    await controls.pay(paid.page, cards.pays)
    expect((await sweptLater())?.abandoned).toBe(2)
    expect(await atGateway(unpaid.page)).toBe('expired')
    expect((await reviewOf(db, paid.order)).reason).toBe('late')
    expect(await balances(db, ...left.map(({ liability }) => liability))).toEqual([43_000, 0])
    await openPayment(first.who, [{ liability: first.liability, amount: 43_000 }])
  })

  test('one worker looks, the others pass', async () => {
    await db.deleteFrom('gateway_cursor').execute()
    const looks = await Promise.all(Array.from({ length: 4 }, () => sweepPayments(hands, log)))
    expect(looks.filter(look => look !== null)).toHaveLength(1)
  })
})

test('Postgres knows the same moves as the code, and refuses every other', async () => {
  const rows = await sql<{ move: string }>`
    select machine || ' ' || from_state || ' ' || to_state as move from legal_move order by 1`.execute(db)
  const ours = [
    ...orderMoves.map(({ from, to }) => `order ${from} ${to}`),
    ...refundMoves.map(({ from, to }) => `refund ${from} ${to}`),
  ]
  expect(rows.rows.map(({ move }) => move)).toEqual(ours.sort())
  const { order } = await opened(db, 12_000)
  const jump = (state: string) => db.updateTable('payment_order').set({ state }).where('id', '=', order).execute()
  await expect(jump('created')).rejects.toThrow(/cannot go from open to created/)
  await expect(jump('returned')).rejects.toThrow(/cannot go from open to returned/)
})

test('a payment whose hellers are not all somewhere is not committed', async () => {
  const { order } = await overpaid(13_000)
  const { id } = await moneyOf(order)
  const lose = db.updateTable('payment').set({ unallocated: 12_999 }).where('id', '=', id).execute()
  await expect(lose).rejects.toThrow(/does not add up/)
})
