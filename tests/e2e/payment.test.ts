import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CaseList, CaseSummary, Liabilities } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { basketWords } from '../../web/words/basket.ts'
import { casesWords } from '../../web/words/cases.ts'
import { liabilitiesWords } from '../../web/words/liabilities.ts'
import { paymentWords } from '../../web/words/payment.ts'
import { shell } from '../../web/words/shell.ts'
import { signin } from '../../web/words/signin.ts'
import { balances } from '../debts.ts'
import { attachment, freshAddress, mailsCome } from '../mail.ts'
import { cards, payer } from '../paying.ts'
import { holding } from '../portal.ts'
import { stack } from '../stack.ts'
import { payByKeyboard, press, signInByKeyboard, tabTo, write } from './keyboard.ts'
import { browserForTests, sessionIn, stands, type Window } from './page.ts'
import { sessionOf } from './scenes.ts'
import { spoken } from './words.ts'
import type { Visitor } from '../visitor.ts'

const inBasket = spoken(basketWords, 'cs')
const inCase = spoken(casesWords, 'cs')
const inList = spoken(liabilitiesWords, 'cs')
const ofPayment = spoken(paymentWords, 'cs')
const frame = spoken(shell, 'cs')
const signing = spoken(signin, 'cs')

const open = browserForTests()
const { controls } = stack.gateway
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
})
afterAll(() => database.close())
afterEach(async () => {
  await controls.behave()
  await controls.deliver()
})

test('Šárka signs in, pays a part of a debt and holds the receipt, all without a mouse', async () => {
  const window = await open()
  const page = await window.go('/cs')
  const email = freshAddress()

  // the guide to signing in, then the provider
  await press(page.getByRole('link', { name: frame('skip') }))
  await press(
    page
      .getByRole('main')
      .getByRole('link', { name: frame('signIn') })
      .first(),
  )
  await press(page.getByRole('link', { name: signing('go') }))
  await signInByKeyboard(page, /^Bankovní identita/, /Šárka Ďuríčková/)
  await page.waitForURL(`${stack.urls.portal}/cs**`)
  await stands(page)
  await page.getByText('Šárka Ďuríčková').first().waitFor()
  const sarka = holding(await sessionIn(window))

  // the dog fee, found by the filter
  await press(
    page.getByRole('navigation', { name: frame('mainNav') }).getByRole('link', { name: frame('liabilities') }),
  )
  await tabTo(page.getByLabel(inList('kind')))
  await page.keyboard.type('Poplatek ze')
  await page.waitForURL(/kind=dog/)
  const list = page.getByRole('region', { name: inList('toPay') })
  const link = list.getByRole('link', { name: /^Poplatek ze ps/ }).first()
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
  const before = await debtOf(sarka, id)
  await press(link)

  // into the basket, and there a part of it
  await page.waitForURL(`**${paths.liability('cs', id)}`)
  // the address changes before the page does, and the list had such a button for each debt
  await list.waitFor({ state: 'detached' })
  await press(page.getByRole('button', { name: inList('add') }))
  await press(page.locator('form').getByRole('link', { name: inList('toBasket') }))
  await page.waitForURL(`**${paths.basket('cs')}`)
  await write(page.getByLabel(/^Kolik zaplatit: Poplatek ze ps/), '50,50')
  await write(page.getByLabel(inBasket('email')), email)
  await expectText(page.locator('.pay-total'), /50,50\sKč/)
  await press(page.getByRole('button', { name: inBasket('pay') }))

  // the gateway, and back
  await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
  await payByKeyboard(page, cards.pays)
  await page.waitForURL(`${stack.urls.portal}/cs/payments/**`)
  await says(page, 'postedTitle')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('link', { name: ofPayment('receipt') })),
  ])
  expect((await contentOf(download)).subarray(0, 5).toString()).toBe('%PDF-')

  // the debt is lower, the mail is there, and the case tells the story
  expect(await debtOf(sarka, id)).toBe(before - 5_050)
  const [letter] = await mailsCome(email)
  expect(letter && (await attachment(letter)).subarray(0, 5).toString()).toBe('%PDF-')
  await press(page.getByRole('link', { name: ofPayment('caseLink') }))
  const story = page.getByRole('list', { name: inCase('timelineTitle') })
  await expectText(story, /50,50\sKč/)
  await expectText(story, /Uzavřeno/)
})

describe('a payment that goes otherwise', () => {
  test('declined, then given up: the debt is as it was, and the payer knows what to do', async () => {
    const { page, window, debts, who } = await atGateway(50_000)
    window.forgive(answers402)
    await payByKeyboard(page, cards.declined)
    await page.getByRole('alert').waitFor()
    await press(page.getByRole('link', { name: 'Zpět do portálu' }))
    await says(page, 'refusedTitle')
    expect(await balances(database.db, ...debts)).toEqual([50_000])
    await page.getByRole('link', { name: ofPayment('goPay') }).waitFor()

    await page.getByRole('button', { name: ofPayment('cancelPayment') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: ofPayment('cancelYes') })
      .click()
    await says(page, 'withdrawnTitle')
    await page.getByRole('button', { name: ofPayment('again') }).click()
    await page.waitForURL('**/cs/basket')
    await expectText(page.locator('.pay-total'), /500,00\sKč/)
    expect(await balances(database.db, ...debts)).toEqual([50_000])
    expect(await cases(who)).toHaveLength(1)
  })

  test('refused at the bank (3-D Secure): said, and another card pays the same order', async () => {
    const { page, window, debts } = await atGateway(64_000)
    window.forgive(answers402)
    await payByKeyboard(page, cards.secure)
    await press(page.locator('button[value=refuse]'))
    await page.getByRole('alert').waitFor()
    await press(page.getByRole('link', { name: 'Zpět do portálu' }))
    await says(page, 'refusedTitle')
    expect(await balances(database.db, ...debts)).toEqual([64_000])

    await page.getByRole('link', { name: ofPayment('goPay') }).click()
    await payByKeyboard(page, cards.pays)
    await says(page, 'postedTitle')
    expect(await balances(database.db, ...debts)).toEqual([0])
  })

  test('the bank does not answer for a while: the page says so, and turns by itself', async () => {
    const { page, debts } = await atGateway(30_000)
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    const asked = { on: 'api', does: 'status', status: 503, method: 'GET', path: '/v1/checkout/sessions' } as const
    await controls.misbehave(asked)
    await payByKeyboard(page, cards.pays)
    await says(page, 'askingTitle')
    expect(await balances(database.db, ...debts)).toEqual([30_000])
    await controls.behave()
    await controls.deliver()
    await says(page, 'postedTitle')
    expect(await balances(database.db, ...debts)).toEqual([0])
  })

  test('whoever comes back from paying is not told that nothing was charged before the gateway was asked', async () => {
    const { page, debts } = await atGateway(31_000)
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    await controls.misbehave({ on: 'api', does: 'delay', ms: 1500, method: 'GET', path: '/v1/checkout/sessions' })
    await payByKeyboard(page, cards.pays)
    await says(page, 'askingTitle')
    expect(await page.getByRole('link', { name: ofPayment('goPay') }).count()).toBe(0)
    await says(page, 'postedTitle')
    expect(await balances(database.db, ...debts)).toEqual([0])
  })

  test('whoever only says to have paid is asked to pay, once the gateway has answered', async () => {
    const { page, who } = await atGateway(32_000)
    const own = `${paths.payment('cs', (await cases(who))[0]?.id ?? '')}?returned=success`
    await page.goto(new URL(own, stack.urls.portal).href)
    await says(page, 'openTitle')
    await page.getByRole('link', { name: ofPayment('goPay') }).waitFor()
  })

  test('nobody comes back and the webhook is late: a page left open turns when it is delivered', async () => {
    const { page, who, debts } = await atGateway(30_000)
    const checkout = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.goto(new URL(paths.payment('cs', (await cases(who))[0]?.id ?? ''), stack.urls.portal).href)
    await says(page, 'openTitle')
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    await controls.pay(checkout)
    await page.reload()
    await says(page, 'openTitle')
    expect(await balances(database.db, ...debts)).toEqual([30_000])
    await controls.behave()
    await controls.deliver()
    await says(page, 'postedTitle')
    expect(await balances(database.db, ...debts)).toEqual([0])
  })
})

describe('twice', () => {
  test('a double click on pay makes one case', async () => {
    const { page, who } = await withBasket(15_000)
    await page.getByRole('button', { name: inBasket('pay') }).dblclick()
    await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
    expect(await cases(who)).toHaveLength(1)
  })

  test('two tabs pay the same debt: the second is told of the first and led there', async () => {
    const { page, window, who } = await withBasket(15_000)
    window.forgive(/Failed to load resource: .* 409 /)
    const second = await window.context.newPage()
    await second.goto(page.url())
    await second.getByRole('button', { name: inBasket('pay') }).waitFor()
    await page.getByRole('button', { name: inBasket('pay') }).click()
    await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
    await second.getByRole('button', { name: inBasket('pay') }).click()
    await second.getByRole('alert').first().waitFor()
    await second.getByRole('link', { name: inBasket('toOrder') }).click()
    await says(second, 'openTitle')
    expect(await cases(who)).toHaveLength(1)
  })
})

/** The gateway's page with a refusal, as Chromium notes it. */
const answers402 = /Failed to load resource: .* 402 /

/** A payer with one debt, which lies in the basket. */
async function withBasket(debt: number): Promise<{ page: Page; window: Window; who: Visitor; debts: string[] }> {
  const { who, debts } = await payer(database.db, debt)
  const items = [{ liability: debts[0] ?? '', amount: debt }]
  await who.send('PUT', '/api/drafts/basket', { data: { items }, version: 0 })
  const window = await open({ cookie: sessionOf(who) })
  return { page: await window.go(paths.basket('cs')), window, who, debts }
}

/** A payer who has come to the gateway's page. */
async function atGateway(debt: number) {
  const ready = await withBasket(debt)
  await ready.page.getByRole('button', { name: inBasket('pay') }).click()
  await ready.page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
  return ready
}

const says = (page: Page, title: Parameters<typeof ofPayment>[0]) =>
  page.getByRole('heading', { name: ofPayment(title) }).waitFor()

const expectText = (where: Locator, what: RegExp) => where.filter({ hasText: what }).first().waitFor()

const cases = async (who: Visitor): Promise<CaseSummary[]> => (await who.get<CaseList>('/api/cases')).body.cases

/** What is left of a debt, in haléře, as its debtor sees it. */
async function debtOf(who: Visitor, id: string): Promise<number> {
  const { body } = await who.get<Liabilities>('/api/liabilities')
  return body.liabilities.find(line => line.id === id)?.balance ?? 0
}

const contentOf = async (download: Download) => readFile(await download.path())
