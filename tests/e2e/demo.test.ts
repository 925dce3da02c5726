import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { freshAddress, mailsCome } from '../mail.ts'
import { cards, openPayment, payByCard, payer } from '../paying.ts'
import { stack } from '../stack.ts'
import { axe, browserForTests, overflow, shot, sizes, structure } from './page.ts'

// What stands in for the outside world on a desk: payers and citizens come there from the portal, so it must not stop them either.

const { gateway = '', identity = '', mailbox = '' } = stack.urls
const open = browserForTests()
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())
afterEach(async () => {
  await stack.identity.controls.set({ down: 'nothing' })
})

/** Looks at a page in both widths; gives what is wrong with it. */
async function look(page: Page, name: string, language: Language): Promise<string[]> {
  const found: string[] = []
  for (const viewport of Object.values(sizes)) {
    await page.setViewportSize(viewport)
    const wrong = [...(await structure(page, language)), ...(await overflow(page))]
    // Both languages have one layout: what depends on the width alone is looked at in one of them.
    if (viewport === sizes.wide || language === 'cs') wrong.push(...(await axe(page)))
    found.push(...wrong.map(what => `${name}, ${viewport.width} px: ${what}`))
    await shot(page, `demo-${name}-${language}-${viewport.width}`)
  }
  await page.setViewportSize(sizes.wide)
  return found
}

describe.each(['cs', 'en'] as const)('%s', language => {
  test('the card gateway', async () => {
    const window = await open({ language })
    const { page } = window
    window.forgive(/Failed to load resource: .* (402|404|422) /)
    const { who, debts } = await payer(database.db, 78_000)
    const view = await openPayment(who, [{ liability: debts[0] ?? '', amount: 78_000 }], freshAddress())
    const address = `${new URL(view.payment?.url ?? '').href.split('?')[0] ?? ''}?lang=${language}`

    await page.goto(`${gateway}/?lang=${language}`)
    expect(await look(page, 'gateway-home', language)).toEqual([])
    await page.goto(`${gateway}/c/pay/nothing?lang=${language}`)
    expect(await look(page, 'gateway-missing', language)).toEqual([])
    await page.goto(address)
    expect(await look(page, 'gateway-pay', language)).toEqual([])
    await page.locator('form#pay button.primary').click()
    await page.getByRole('alert').waitFor()
    expect(await look(page, 'gateway-mistakes', language)).toEqual([])
    const pay = async (card: string) => {
      for (const [field, text] of Object.entries({ number: card, expiry: '12/34', cvc: '123', holder: 'Jana' }))
        await page.locator(`#${field}`).fill(text)
      await page.locator('form#pay button.primary').click()
    }
    await pay(cards.declined)
    await page.getByRole('alert').waitFor()
    expect(await look(page, 'gateway-declined', language)).toEqual([])
    await pay(cards.secure)
    await page.locator('button[value=approve]').waitFor()
    expect(await look(page, 'gateway-bank', language)).toEqual([])
    await payByCard(view)
    await page.goto(address)
    expect(await look(page, 'gateway-paid', language)).toEqual([])
  })

  test('the identity provider', async () => {
    const window = await open({ language })
    const { page } = window
    window.forgive(/Failed to load resource: .* (400|404|503) /)
    await page.goto(`${identity}/?lang=${language}`)
    expect(await look(page, 'identity-home', language)).toEqual([])
    await page.goto(`${stack.urls.portal}/api/auth/login?return=/${language}/profile&assurance=substantial`)
    await page.locator('summary').click()
    expect(await look(page, 'identity-means', language)).toEqual([])
    await page.locator('a[href*="means=bankid"]').click()
    expect(await look(page, 'identity-people', language)).toEqual([])
    await page.locator('a[href*="person=sarka-durickova"]').click()
    await page.locator('summary').click()
    expect(await look(page, 'identity-consent', language)).toEqual([])
    await page.goto(`${identity}/login/no-such-login?lang=${language}`)
    expect(await look(page, 'identity-error', language)).toEqual([])
    await page.goto(`${identity}/logout?ui_locales=${language}`)
    expect(await look(page, 'identity-logout', language)).toEqual([])
    await stack.identity.controls.set({ down: 'authorize' })
    await page.goto(`${identity}/auth?ui_locales=${language}`)
    expect(await look(page, 'identity-down', language)).toEqual([])
  })
})

test('the mail box', async () => {
  const window = await open()
  const { page } = window
  window.forgive(/Failed to load resource: .* 404 /)
  const email = freshAddress()
  const { who, debts } = await payer(database.db, 12_000)
  await payByCard(await openPayment(who, [{ liability: debts[0] ?? '', amount: 12_000 }], email))
  const [letter] = await mailsCome(email)

  await page.goto(`${mailbox}/?to=${encodeURIComponent(email)}`)
  expect(await look(page, 'mailbox', 'cs')).toEqual([])
  await page.goto(`${mailbox}/?to=nobody@nowhere.example`)
  expect(await look(page, 'mailbox-empty', 'cs')).toEqual([])
  await page.goto(`${mailbox}/mails/${letter?.id ?? 0}`)
  expect(await look(page, 'mail', 'cs')).toEqual([])
  await page.goto(`${mailbox}/mails/0`)
  expect(await look(page, 'mail-missing', 'cs')).toEqual([])
})

test('the description of the API', async () => {
  const { page } = await open({ language: 'en' })
  await page.goto(`${stack.urls.portal}/api/docs`)
  expect(await look(page, 'api', 'en')).toEqual([])
})
