import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CaseList, CaseSummary, CaseView, Draft, Language } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { basketWords } from '../../web/words/basket.ts'
import { paymentWords } from '../../web/words/payment.ts'
import { axe, browserForTests, overflow, shot, type Size, type Window } from '../e2e/page.ts'
import { sessionOf } from '../e2e/scenes.ts'
import { spoken } from '../e2e/words.ts'
import { agree } from '../money.ts'
import { ended, openPayment, payByCard, payer } from '../paying.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

// What a payer is told when something is away: what happened, whether money may have gone, what to do. The basket stays, trying again
// pays once, and the page goes on by itself.

const open = browserForTests()
const { controls } = stack.gateway
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
})
afterAll(() => database.close())
afterEach(() => controls.behave())

const opening = { on: 'api', method: 'POST', path: '/v1/checkout/sessions' } as const

describe('the gateway does not open its page', () => {
  test('it is down: said, the basket is as it was, paying again is the same payment, and the page goes on by itself', async () => {
    const { page, who, pay, debts } = await withBasket(21_000)
    await controls.misbehave({ on: 'everything', does: 'reset' })
    await pay()
    await says(page, 'cs', 'gatewayTitle')
    await page.getByText(spoken(paymentWords, 'cs')('gatewayText')).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'gateway-cs-1280')
    await page
      .getByRole('main')
      .getByRole('link', { name: spoken(paymentWords, 'cs')('toBasket') })
      .click()
    await page.getByText('210,00').first().waitFor()
    await pay()
    await says(page, 'cs', 'gatewayTitle')
    expect(await cases(who)).toHaveLength(1)

    await controls.behave()
    await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
    const id = (await cases(who))[0]?.id ?? ''
    await payByCard((await who.get<CaseView>(`/api/cases/${id}`)).body)
    await ended(who, id)
    expect(await agree(database.db, id)).toEqual({ gateway: 21_000, orders: 21_000, ledger: 21_000 })
    expect(await basketOf(who)).not.toContain(debts[0])
  })

  test('it has too much to do (429) and the payer gives up: nothing was charged, and the basket is as it was', async () => {
    const { page, who, pay, debts } = await withBasket(22_000, { size: 'narrow' })
    await controls.misbehave({ ...opening, does: 'status', status: 429 })
    await pay()
    await says(page, 'cs', 'gatewayTitle')
    expect(await overflow(page)).toEqual([])
    await shot(page, 'gateway-cs-360')
    const t = spoken(paymentWords, 'cs')
    await page.getByRole('button', { name: t('cancelPayment') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('cancelYes') })
      .click()
    await says(page, 'cs', 'withdrawnTitle')
    expect(await basketOf(who)).toEqual(debts)
    await controls.behave()
    await page.goto(new URL(paths.basket('cs'), stack.urls.portal).href)
    await pay()
    await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
    expect((await cases(who)).map(({ state }) => state).sort()).toEqual(['closed', 'open'])
  })

  test('it did the work and its answer was lost: one page opens, by itself', async () => {
    const { page, who, pay } = await withBasket(23_000, { language: 'en' })
    await controls.misbehave({ ...opening, does: 'timeout', when: 'after' })
    await pay()
    await says(page, 'en', 'gatewayTitle')
    await shot(page, 'gateway-en-1280')
    await controls.behave()
    await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
    expect(await cases(who)).toHaveLength(1)
  })
})

test('the portal itself is away: the order waits on the page and is sent once; who has paid is told not to pay again', async () => {
  const { page, window, who, pay } = await withBasket(24_000)
  const other = await payer(database.db, 25_000)
  const paid = await openPayment(other.who, [{ liability: other.debts[0] ?? '', amount: 25_000 }])
  const second = await open({ cookie: sessionOf(other.who), language: 'en', size: 'narrow' })
  const payment = await second.go(paths.payment('en', paid.id))
  for (const one of [window, second]) one.forgive(/Failed to load resource|ERR_|EventSource/)
  await says(payment, 'en', 'openTitle')

  await stack.api.stop()
  try {
    await pay()
    await page.getByRole('alert').getByText(spoken(basketWords, 'cs')('notSentMoney')).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'not-sent-cs-1280')
    await payment.getByRole('alert').getByText(spoken(paymentWords, 'en')('awayMoney')).waitFor()
    expect(await overflow(payment)).toEqual([])
    await shot(payment, 'away-en-360')
  } finally {
    await stack.api.start()
  }
  await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
  expect(await cases(who)).toHaveLength(1)
  await payment.getByText(spoken(paymentWords, 'en')('awayMoney')).waitFor({ state: 'detached' })
})

test('the database is away when a payer comes back: nobody is asked to sign in or pay anew, and the end shows itself', async () => {
  const { who, debts } = await payer(database.db, 26_000)
  const view = await openPayment(who, [{ liability: debts[0] ?? '', amount: 26_000 }])
  const window = await open({ cookie: sessionOf(who), size: 'narrow' })
  window.forgive(/Failed to load resource|EventSource/)
  await database.close()
  await stack.postgres.stop()
  try {
    await payByCard(view)
    await window.page.goto(new URL(`${paths.payment('cs', view.id)}?returned=success`, stack.urls.portal).href)
    await window.page.getByRole('alert').getByText(spoken(paymentWords, 'cs')('awayMoney')).waitFor()
    expect(await axe(window.page)).toEqual([])
    await shot(window.page, 'away-cs-360')
  } finally {
    await stack.postgres.start()
    database = openDatabase(stack.databaseUrl, 4)
  }
  await says(window.page, 'cs', 'postedTitle')
  expect(await agree(database.db, view.id)).toEqual({ gateway: 26_000, orders: 26_000, ledger: 26_000 })
})

test('the engine is away: the order is stored and said to be, and the page goes on by itself', async () => {
  const { page, who, pay, debts } = await withBasket(27_000, { language: 'en' })
  await stack.temporal.kill()
  try {
    await pay()
    await says(page, 'en', 'engineTitle')
    await shot(page, 'engine-en-1280')
    expect(await basketOf(who)).toEqual(debts)
  } finally {
    await stack.temporal.start()
  }
  await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
  expect(await cases(who)).toHaveLength(1)
})

interface Ready {
  page: Page
  window: Window
  who: Visitor
  debts: string[]
  pay: () => Promise<void>
}

/** A payer with one debt in the basket, before the button that pays. */
async function withBasket(debt: number, how: { language?: Language; size?: Size } = {}): Promise<Ready> {
  const { language = 'cs' } = how
  const { who, debts } = await payer(database.db, debt)
  const items = [{ liability: debts[0] ?? '', amount: debt }]
  await who.send('PUT', '/api/drafts/basket', { data: { items }, version: 0 })
  const window = await open({ ...how, cookie: sessionOf(who) })
  const page = await window.go(paths.basket(language))
  const button = page.getByRole('button', { name: spoken(basketWords, language)('pay') })
  return { page, window, who, debts, pay: () => button.click() }
}

const says = (page: Page, language: Language, title: keyof typeof paymentWords) =>
  page.getByRole('heading', { name: spoken(paymentWords, language)(title) }).waitFor()

const cases = async (who: Visitor): Promise<CaseSummary[]> => (await who.get<CaseList>('/api/cases')).body.cases

/** Debts in the basket as the portal holds it. */
async function basketOf(who: Visitor): Promise<unknown[]> {
  const { data } = (await who.get<Draft>('/api/drafts/basket')).body
  const items =
    typeof data === 'object' && data !== null && 'items' in data && Array.isArray(data.items) ? data.items : []
  return items.map((item: { liability?: unknown }) => item.liability)
}
