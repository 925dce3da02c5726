import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { liabilitiesWords } from '../../web/words/liabilities.ts'
import { sessionWords } from '../../web/words/session.ts'
import { shell } from '../../web/words/shell.ts'
import { signin } from '../../web/words/signin.ts'
import { signInByKeyboard } from '../e2e/keyboard.ts'
import { axe, browserForTests, sessionIn, stands, type Window } from '../e2e/page.ts'
import { unpaired } from '../e2e/scenes.ts'
import { spoken } from '../e2e/words.ts'
import { holding } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'

const frame = spoken(shell, 'cs')
const guide = spoken(signin, 'cs')
const ofSession = spoken(sessionWords, 'cs')
const { controls } = stack.identity

const open = browserForTests()
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())
afterEach(() => controls.set({ down: 'nothing', next: 'none' }))

describe('a sign-in that goes wrong says what happened and what to do', () => {
  const choosePerson = async (page: Page) => {
    await page.getByRole('link', { name: /^Bankovní identita/ }).click()
    await page.getByRole('link', { name: /Šárka Ďuríčková/ }).click()
  }
  /** The page where the data are handed over, with a fault of the provider chosen there. */
  const withFault = (fault: string) => async (page: Page) => {
    await choosePerson(page)
    await page.locator('summary').click()
    await page.locator(`#fault-${fault}`).check()
    await page.locator('button[value=agree]').click()
  }

  test.each<[string, Parameters<typeof guide>[0], (page: Page) => Promise<void>]>([
    ['cancelled', 'problemCancelled', page => page.locator('button[value=cancel]').click()],
    [
      'no consent',
      'problemConsent',
      async page => {
        await choosePerson(page)
        await page.locator('button[value=refuse]').click()
      },
    ],
    [
      'the provider is out of order',
      'problemDown',
      async page => {
        await page.locator('summary').click()
        await page.locator('button[value=unavailable]').click()
      },
    ],
    ['an answer to somebody else', 'problemNonce', withFault('nonce')],
    ['a code too old', 'problemExpired', withFault('code-expired')],
    ['a wrong signature', 'problemUnknown', withFault('signature')],
  ])('%s', async (_, title, goWrong) => {
    const window = await open()
    const page = await window.go(paths.signIn('cs', { return: '/cs/basket' }))
    await page.getByRole('link', { name: guide('go') }).click()
    await page.waitForURL(`${stack.urls.identity}/**`)
    await goWrong(page)
    await page.waitForURL(`${stack.urls.portal}/cs/signing-in?problem=**`)
    await page
      .getByRole('alert')
      .filter({ hasText: guide(title) })
      .waitFor()
    expect(await axe(page)).toEqual([])

    // and trying again, one ends where one wanted to go
    await page.getByRole('link', { name: guide('goAgain') }).click()
    await signInByKeyboard(page, /^Bankovní identita/, /Šárka Ďuríčková/)
    await page.waitForURL(`${stack.urls.portal}/cs/basket`)
  })

  test('a level too low for what one wants', async () => {
    const window = await open()
    const page = await window.go('/api/auth/login?return=/cs/profile&assurance=substantial')
    await page.locator('summary').click()
    await page.getByRole('link', { name: 'Nabídnout i prostředky s nižší úrovní záruky' }).click()
    await page.locator('a[href*="means=mojeid-password"]').click()
    await page.getByRole('link', { name: /Šárka Ďuríčková/ }).click()
    await page.locator('button[value=agree]').click()
    await page.waitForURL(`${stack.urls.portal}/cs/signing-in?problem=level-too-low**`)
    await page
      .getByRole('alert')
      .filter({ hasText: guide('problemLevel') })
      .waitFor()
    await page.getByRole('link', { name: guide('goHigher') }).click()
    await signInByKeyboard(page, /^Bankovní identita/, /Šárka Ďuríčková/)
    await page.waitForURL(`${stack.urls.portal}/cs/profile`)
  })

  test('the provider is down before one gets there', async () => {
    await controls.set({ down: 'everything' })
    const window = await open()
    const page = await window.go(paths.signIn('cs'))
    await page.getByRole('link', { name: guide('go') }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: guide('problemDown') })
      .waitFor()
  })

  test('the answer of the provider is used a second time', async () => {
    const window = await open()
    const page = await window.go(paths.signIn('cs'))
    const answered = page.waitForRequest(/\/api\/auth\/callback\?/)
    await page.getByRole('link', { name: guide('go') }).click()
    await signInByKeyboard(page, /^Bankovní identita/, /Šárka Ďuríčková/)
    const callback = (await answered).url()
    await page.waitForURL(`${stack.urls.portal}/cs`)
    await page.goto(callback)
    await page.waitForURL(/problem=replayed/)
    // whoever is signed in already stays so
    await page.getByRole('link', { name: guide('continueHere') }).waitFor()
  })
})

test('a deep link leads there after signing in', async () => {
  const window = await open()
  const page = await window.go(paths.liabilities('cs', { kind: 'dog' }))
  expect(new URL(page.url()).pathname).toBe('/cs/signing-in')
  await page.getByRole('link', { name: guide('go') }).click()
  await signInByKeyboard(page, /^Bankovní identita/, /Šárka Ďuríčková/)
  await page.waitForURL(`${stack.urls.portal}${paths.liabilities('cs', { kind: 'dog' })}`)
  await page.getByRole('heading', { level: 1, name: spoken(liabilitiesWords, 'cs')('title') }).waitFor()
})

test('signing out ends the session here and at the provider', async () => {
  const window = await open()
  const page = await window.go(paths.signIn('cs', { return: '/cs/liabilities' }))
  await page.getByRole('link', { name: guide('go') }).click()
  await signInByKeyboard(page, /^Bankovní identita/, /Šárka Ďuríčková/)
  await page.waitForURL(`${stack.urls.portal}/cs/liabilities`)
  await stands(page)
  const cookie = await sessionIn(window)
  expect(await atProvider(window)).toBe(true)

  await page.locator('.person-menu summary').click()
  await page.getByRole('button', { name: frame('signOut') }).click()
  await page.getByRole('heading', { level: 1, name: guide('signedOutTitle') }).waitFor()
  expect(await atProvider(window)).toBe(false)
  expect((await holding(cookie).get('/api/profile')).status).toBe(401)
  expect(await axe(page)).toEqual([])
  await window.go(paths.liabilities('cs'))
  expect(new URL(page.url()).pathname).toBe('/cs/signing-in')
})

describe('the end of a session', () => {
  test('is announced, and put off on request', async () => {
    const { cookie } = await resident(database.db)
    await endsIn(cookie, 90)
    const window = await open({ cookie })
    const page = await window.go(paths.contacts('cs'))
    const dialog = page.getByRole('dialog', { name: ofSession('warnTitle') })
    await dialog.waitFor()
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: ofSession('stay') }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(await endOf(cookie)).toBeGreaterThan(Date.now() + 25 * 60_000)
  })

  test('in the middle of a form loses nothing that was typed', async () => {
    const window = await open()
    window.forgive(/Failed to load resource: .* 401 /)
    const page = await window.go(paths.start('cs', 'account-pairing'))
    await page.getByRole('link', { name: guide('go') }).click()
    await signInByKeyboard(page, /^Bankovní identita/, /Karel Beneš/)
    await page.waitForURL(`**${paths.start('cs', 'account-pairing')}`)
    const note = page.getByLabel('Co bychom měli vědět')
    await note.fill('Dědictví po otci')
    await endsIn(await sessionIn(window), -1)
    await note.press('End')
    await note.pressSequentially(' ještě běží.')
    const dialog = page.getByRole('dialog', { name: ofSession('expiredTitle') })
    await dialog.waitFor()
    expect(await axe(page)).toEqual([])

    const [tab] = await Promise.all([
      window.context.waitForEvent('page'),
      dialog.getByRole('link', { name: ofSession('signInTab') }).click(),
    ])
    await signInByKeyboard(tab, /^Bankovní identita/, /Karel Beneš/)
    await tab.waitForURL(`${stack.urls.portal}/**`)
    await stands(tab)
    await tab.close()
    await page.bringToFront()
    // Chromium without a screen shows all tabs at once, so the tab must be told that it came to the front.
    await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')))
    await dialog.waitFor({ state: 'detached' })
    expect(await note.inputValue()).toBe('Dědictví po otci ještě běží.')
    // what was typed is at the portal again too
    await page.reload()
    await stands(page)
    expect(await note.inputValue()).toBe('Dědictví po otci ještě běží.')
  })
})

test('another language keeps the page, its query and what was typed', async () => {
  const cookie = await unpaired(database.db)
  const window = await open({ cookie })
  const page = await window.go(paths.start('cs', 'account-pairing'))
  await page.getByLabel('Co bychom měli vědět').fill('Dřív jsem se jmenoval jinak.')
  await page.getByRole('link', { name: frame('otherLanguage') }).click()
  await page.waitForURL(`**${paths.start('en', 'account-pairing')}`)
  await page.getByRole('heading', { level: 1, name: 'Linking your account with the city’s records' }).waitFor()
  expect(await page.getByLabel('What we should know').inputValue()).toBe('Dřív jsem se jmenoval jinak.')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  await window.go(paths.guides('cs', { q: 'pes' }))
  await page.getByRole('link', { name: frame('otherLanguage') }).click()
  await page.waitForURL(`**${paths.guides('en', { q: 'pes' })}`)
})

const idOf = (cookie: string) => createHash('sha256').update(cookie).digest('base64url')

/** Sets the end of a session to so many seconds from now. */
const endsIn = (cookie: string, seconds: number) =>
  database.db
    .updateTable('session')
    .set({ expiresAt: new Date(Date.now() + seconds * 1000) })
    .where('id', '=', idOf(cookie))
    .execute()

async function endOf(cookie: string): Promise<number> {
  const { expiresAt } = await database.db
    .selectFrom('session')
    .select('expiresAt')
    .where('id', '=', idOf(cookie))
    .executeTakeFirstOrThrow()
  return expiresAt.getTime()
}

/** Whether the identity provider still knows the one who sits at this window. */
async function atProvider({ context }: Window): Promise<boolean> {
  return (await context.cookies()).some(({ name }) => name === 'idp_session')
}
