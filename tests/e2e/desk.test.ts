import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openDatabase, type Database } from '../../db/database.ts'
import { deskWords, keyWords } from '../../web/words/desk.ts'
import { shell } from '../../web/words/shell.ts'
import { signin } from '../../web/words/signin.ts'
import { paths } from '../../web/paths.ts'
import { deskClerk, forgetTries, inRegister, newcomer } from '../desk.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { axe, browserForTests, sessionIn, shot, stands, type Window } from './page.ts'
import { spoken } from './words.ts'

const open = browserForTests()
let database: Database
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 2)
  await forgetTries(database.db)
})
afterAll(() => database.close())

const t = spoken(deskWords, 'cs')
const k = spoken(keyWords, 'cs')
const button = (page: Page, name: RegExp) => page.getByRole('button', { name })

/** Chromium's own authenticator: a phone with a fingerprint that always fits. */
async function withFingerprint({ page }: Window): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

test('somebody without an electronic identity: desk, code, passkey, and from then on signing in by it', async () => {
  const owner = await resident(database.db, { owes: [78_000], paired: false })
  const who = newcomer()
  await inRegister(who)
  const desk = await deskClerk(database.db)

  // the official finds nobody, checks the document, makes the account, links it and prints a code
  const office = await open({ cookie: desk.cookie })
  const page = await office.go(paths.inbox('cs'))
  await page.getByRole('link', { name: spoken(shell, 'cs')('desk') }).click()
  await page.getByLabel(t('givenName')).fill(who.givenName)
  await page.getByLabel(t('familyName')).fill(who.familyName)
  const [year = '', month = '', day = ''] = who.birthDate.split('-').map(part => String(Number(part)))
  const born = `${day}. ${month}. ${year}`
  await page.getByLabel(t('birthDate')).fill(born)
  await button(page, t('find')).click()
  await page.getByRole('heading', { name: t('none') }).waitFor()
  await page.getByLabel(t('end')).fill('4x7')
  await page.getByLabel(t('validTo')).fill('1. 1. 2020')
  await button(page, t('makeAccount')).click()
  // an expired document is refused in words, at its field
  await page
    .getByRole('alert')
    .filter({ hasText: t('expired') })
    .waitFor()
  await page.getByLabel(t('validTo')).fill('31. 12. 2099')
  await page.getByLabel(t('addressSearch')).fill('vrchlic 2345')
  await page.getByRole('option').first().click()
  await button(page, t('makeAccount')).click()
  await page.getByText(t('confirmed')).waitFor()
  await page.getByLabel(t('pairQuery')).fill(owner.name)
  await button(page, t('pairSearch')).click()
  await page.getByRole('listitem').filter({ hasText: owner.name }).getByRole('button').click()
  await page.getByText(t('paired')).waitFor()
  await button(page, t('print')).click()
  const code = await page.locator('.desk-code').innerText()
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const [confirmation] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('download') }).click(),
  ])
  expect(confirmation.suggestedFilename()).toBe('potvrzeni.pdf')
  expect(await axe(page)).toEqual([])
  await shot(page, 'desk-code-shown')
  await button(page, t('leave')).click()
  await page.getByText(t('left')).waitFor()
  await expect(page.content()).resolves.not.toContain(who.familyName)

  // at home
  const home = await open({ size: 'narrow' })
  await withFingerprint(home)
  const phone = await home.go(paths.signIn('cs'))
  await phone.getByRole('link', { name: k('haveCode') }).click()
  home.forgive(/status of 422/)
  await phone.getByLabel(k('code')).fill('0000-0000-0000')
  await phone.getByLabel(k('birthDate')).fill(born)
  await button(phone, k('make')).click()
  await phone.getByRole('alert').filter({ hasText: 'Kód nesouhlasí' }).waitFor()
  await phone.getByLabel(k('code')).fill(code.toLowerCase())
  await button(phone, k('make')).click()
  await phone.waitForURL(/\/cs\/liabilities/)
  await stands(phone)
  await phone
    .getByText(/780,00\sKč/)
    .first()
    .waitFor()

  // signing out stays at the portal; signing in needs the passkey alone
  await phone.getByRole('button', { name: spoken(shell, 'cs')('menu') }).click()
  await phone.locator('.person-menu summary').click()
  await phone.getByRole('button', { name: spoken(shell, 'cs')('signOut') }).click()
  await phone.getByRole('heading', { name: spoken(signin, 'cs')('signedOutTitle') }).waitFor()
  await phone.goto(new URL(paths.signIn('cs', { return: paths.profile('cs') }), phone.url()).href)
  await stands(phone)
  await button(phone, k('byPasskey')).click()
  await phone.waitForURL(/\/cs\/profile/)
  await phone.getByRole('heading', { name: k('listTitle') }).waitFor()
  expect(await sessionIn(home)).toMatch(/^[\w-]{43}$/)
  expect(await axe(phone)).toEqual([])
})

test('a device without passkeys, and an owner who says no, are told what to do', async () => {
  const window = await open()
  const page = await window.go(paths.signIn('cs'))
  await page.evaluate(() => {
    Object.defineProperty(globalThis.navigator.credentials, 'get', {
      value: () => Promise.reject(new DOMException('The operation was not allowed.', 'NotAllowedError')),
    })
  })
  await button(page, k('byPasskey')).click()
  await page
    .getByRole('alert')
    .filter({ hasText: k('cancelled') })
    .waitFor()
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'))
  await button(page, k('byPasskey')).click()
  await page
    .getByRole('alert')
    .filter({ hasText: k('unsupported') })
    .waitFor()
  expect(await axe(page)).toEqual([])
})
