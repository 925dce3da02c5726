import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { shell } from '../../web/words/shell.ts'
import { paymentWords } from '../../web/words/payment.ts'
import { home } from '../../web/words/home.ts'
import { slipWords } from '../../web/words/slip.ts'
import { balances } from '../debts.ts'
import { cards } from '../paying.ts'
import { checkoutOf, openSlip, slipOf } from '../slips.ts'
import { stack } from '../stack.ts'
import { payByKeyboard, press, write } from './keyboard.ts'
import { browserForTests } from './page.ts'
import { spoken } from './words.ts'

const inSlip = spoken(slipWords, 'cs')
const ofPayment = spoken(paymentWords, 'cs')
const onHome = spoken(home, 'cs')
const frame = spoken(shell, 'cs')

const open = browserForTests()
const { controls } = stack.gateway
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())
afterEach(async () => {
  await controls.behave()
  await controls.deliver()
})

test('somebody with a slip pays it from a phone, without signing in and without a mouse; a wrong amount first', async () => {
  const slip = await slipOf(database.db, 78_050)
  const window = await open({ size: 'narrow' })
  window.forgive(/Failed to load resource: .* 422 /)
  const page = await window.go('/cs')
  await press(page.getByRole('link', { name: frame('skip') }))
  await press(page.getByRole('link', { name: onHome('guestSlipLink') }))
  await page.waitForURL('**/cs/slip')

  await write(page.getByLabel(inSlip('symbol')), `00${slip.symbol}`)
  await write(page.getByLabel(inSlip('amount'), { exact: true }), '78,05')
  await press(page.getByRole('button', { name: inSlip('go') }))
  await page.getByRole('alert').getByText('Podle těchto údajů zaplatit nejde').waitFor()

  await write(page.getByLabel(inSlip('amount'), { exact: true }), '780,50 Kč')
  await press(page.getByRole('button', { name: inSlip('go') }))
  await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
  await payByKeyboard(page, cards.pays)
  await page.waitForURL(`${stack.urls.portal}/cs/slip/**`)
  await page.getByRole('heading', { name: inSlip('postedTitle') }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('link', { name: ofPayment('receipt') })),
  ])
  expect(download.suggestedFilename()).toMatch(/^receipt-PO-D-\d+-\d{4}\.pdf$/)
  expect(await page.textContent('main')).not.toContain('odpad')
  expect(await balances(database.db, slip.debt)).toEqual([0])
})

test('who comes back from paying is not told that nothing was charged before the gateway was asked', async () => {
  const slip = await openSlip(await slipOf(database.db, 12_000))
  await controls.misbehave({ on: 'webhook', does: 'hold' })
  await controls.misbehave({ on: 'api', does: 'delay', ms: 1500, method: 'GET', path: '/v1/checkout/sessions' })
  await controls.pay(checkoutOf(slip))
  const { page } = await open()
  await page.goto(new URL(`${paths.slipPayment('cs', slip.ticket)}?returned=success`, stack.urls.portal).href)
  await page.getByRole('heading', { name: ofPayment('askingTitle') }).waitFor()
  expect(await page.getByRole('link', { name: ofPayment('goPay') }).count()).toBe(0)
  await page.getByRole('heading', { name: inSlip('postedTitle') }).waitFor()
})
