import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { absencesWords } from '../../web/words/absences.ts'
import { inboxWords } from '../../web/words/inbox.ts'
import { keysWords } from '../../web/words/keys.ts'
import { movesWords } from '../../web/words/moves.ts'
import { officeWords } from '../../web/words/office.ts'
import { say } from '../../web/words/words.ts'
import { caseOf, holding, until } from '../portal.ts'
import { clerk } from '../residents.ts'
import { stack } from '../stack.ts'
import { expectAccessible, requests, supervisor, taskIn } from './office.ts'
import { browserForTests } from './page.ts'
import { spoken } from './words.ts'

const inList = spoken(inboxWords, 'cs')
const moves = spoken(movesWords, 'cs')
const ofKeys = spoken(keysWords, 'cs')
const inTask = spoken(officeWords, 'cs')
const away = spoken(absencesWords, 'cs')
const only = (words: RegExp) => new RegExp(`^(${words.source})$`)

const open = browserForTests()
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())

/** A family name that nobody else has, so that a search for it finds these tasks alone. */
const family = () => `Čtveráčková-${crypto.randomUUID().slice(0, 6)}`
const folded = (name: string) => name.toLowerCase().replaceAll('č', 'c').replaceAll('á', 'a')
const rowsOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('thirty tasks are decided by keyboard alone', { timeout: 120_000 }, async () => {
  const { db } = database
  const name = family()
  const { cases } = await requests(db, name, 30)
  const desk = await open({ cookie: (await clerk(db, 'registry')).cookie })
  // the way to the first task takes longer than the search waits for the end of a word
  await desk.page.route(/\/TaskPage-[^/]+\.js$/, async route => {
    await setTimeout(600)
    await route.continue()
  })
  // and the first claim longer than deciding: the decision must not overtake it, or it would be refused
  await desk.page.route(
    /\/claim$/,
    async route => {
      await setTimeout(600)
      await route.continue()
    },
    { times: 1 },
  )
  const page = await desk.go(paths.inbox('cs', { view: 'unassigned', sort: 'oldest' }))

  // searching without diacritics, from the search into the list, down and up in it, and into the first task
  await page.keyboard.press('/')
  await page.keyboard.type(folded(name))
  await page.keyboard.press('Enter')
  await expect
    .poll(() =>
      rowsOf(page, name)
        .filter({ has: page.locator(':focus') })
        .count(),
    )
    .toBe(1)
  expect(await rowsOf(page, name).count()).toBe(20)
  for (const key of ['j', 'ArrowDown', 'k', 'k']) await page.keyboard.press(key)
  await expect.poll(() => page.locator('a:focus').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/office\/tasks\//)

  const headline = page.locator('h1')
  for (let left = cases.length - 1; left >= 0; left--) {
    const choice = page.getByRole('radio').first()
    await choice.waitFor()
    const before = await headline.innerText()
    for (const key of ['d', 'Space', 'Control+Enter']) await page.keyboard.press(key)
    await page.waitForFunction(was => document.querySelector('h1')?.textContent !== was, before)
    if (left > 0) await page.getByText(say(officeWords, 'cs', 'left', { n: left })).waitFor()
  }
  await page.waitForURL(/\/cs\/office\?/)
  await page.getByText(inList('noneFound')).waitFor()
  const granted = () =>
    db.selectFrom('case').select('id').where('id', 'in', cases).where('outcome', '=', 'granted').execute()
  await until(granted, rows => rows.length === cases.length)
})

test('a new task appears without reload, and the second clerk sees at once who has it', async () => {
  const { db } = database
  const name = family()
  const [hana, petr] = [await clerk(db, 'registry'), await clerk(db, 'registry')]
  const one = await open({ cookie: hana.cookie })
  const other = await open({ cookie: petr.cookie })
  const address = paths.inbox('cs', { q: name })
  const [left, right] = [await one.go(address), await other.go(address)]
  await left.getByText(inList('noneFound')).waitFor()
  const { cases } = await requests(db, name, 1)
  await rowsOf(left, name).waitFor()
  await rowsOf(right, name).waitFor()

  await left.keyboard.press('j')
  await left.keyboard.press('c')
  await rowsOf(left, name)
    .getByText(only(moves('you')))
    .waitFor()
  await rowsOf(right, name).getByText(hana.name).waitFor()

  // given back with a reason: the other one may take it, and sees why
  await left.keyboard.press('r')
  await left.getByLabel(moves('releaseReason')).fill('Odcházím k lékaři.')
  await expectAccessible(left)
  await left.keyboard.press('Tab')
  await left.keyboard.press('Enter')
  await rowsOf(right, name)
    .getByRole('button', { name: moves('claim') })
    .waitFor()
  const task = paths.task('cs', await taskIn(db, cases[0] ?? ''))
  await other.go(task)
  await right.getByText(moves('moves')).click()
  await right.getByText('Odcházím k lékaři.').waitFor()

  // whoever begins to fill in has it; the page of the other says so without reload
  await one.go(task)
  await left.getByRole('radio').first().waitFor()
  await right.getByRole('radio').first().click()
  await left.getByText(inTask('barred')).waitFor()
  await left.getByText(new RegExp(petr.name)).first().waitFor()
  expect(await left.getByRole('radio').count()).toBe(0)
})

test('what a clerk typed is kept when a supervisor decides first', async () => {
  const { db } = database
  const { cases } = await requests(db, family(), 1)
  const task = paths.task('cs', await taskIn(db, cases[0] ?? ''))
  const slow = await open({ cookie: (await clerk(db, 'registry')).cookie })
  const quick = await open({ cookie: (await supervisor(db, 'registry')).cookie })
  const page = await slow.go(task)
  await page.getByRole('radio').last().click()
  await page.getByRole('textbox', { name: /Důvod/ }).fill('Průkaz už máte od ledna.')
  const above = await quick.go(task)
  await above.getByText(inTask('takesOver')).waitFor()
  await above.getByRole('radio').first().click()
  await above.getByRole('button', { name: only(inTask('decide')) }).click()
  await above.waitForURL(`**${paths.inbox('cs')}`)
  await page.getByText(inTask('outrun')).waitFor()
  await page.getByText('Průkaz už máte od ledna.').waitFor()
  await expectAccessible(page)
})

test('a supervisor selects a range and assigns it to a colleague', async () => {
  const { db } = database
  const name = family()
  await requests(db, name, 4)
  const colleague = await clerk(db, 'registry')
  const desk = await open({ cookie: (await supervisor(db, 'registry')).cookie })
  const page = await desk.go(paths.inbox('cs', { q: folded(name) }))
  const boxes = page.getByRole('checkbox', { name: inList('select') })
  await boxes.nth(1).click()
  await boxes.nth(3).click({ modifiers: ['Shift'] })
  await page
    .getByRole('region', { name: inList('selected') })
    .getByRole('button', { name: moves('assign') })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').waitFor()
  await expectAccessible(page)
  await dialog.getByRole('combobox').selectOption(colleague.id)
  await dialog.getByRole('button', { name: only(moves('assign')) }).click()
  await page.getByRole('status').filter({ hasText: colleague.name }).waitFor()
  await expect.poll(() => rowsOf(page, name).filter({ hasText: colleague.name }).count()).toBe(3)

  // who has what
  await page.getByLabel(inList('assignee')).selectOption(colleague.id)
  await page.waitForURL(/assignee=/)
  await expect.poll(() => rowsOf(page, name).count()).toBe(3)
  await page.goBack()
  await expect.poll(() => rowsOf(page, name).count()).toBe(4)
})

test('the clerk sees what the citizen will get before it is sent', async () => {
  const { db } = database
  const { cases, cookies } = await requests(db, family(), 1)
  const desk = await open({ cookie: (await clerk(db, 'registry')).cookie })
  const page = await desk.go(paths.task('cs', await taskIn(db, cases[0] ?? '')))
  await page.getByRole('radio').last().click()
  await page.getByRole('textbox', { name: /Důvod/ }).fill('Průkaz už máte od ledna.')
  await page.getByRole('radio').last().focus()
  await page.keyboard.press('p')
  const letter = page.getByRole('dialog').getByRole('article')
  await letter.getByText('Přihlášku jsme zamítli').waitFor()
  await letter.getByText('Průkaz už máte od ledna.').waitFor()
  await expectAccessible(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: only(inTask('decide')) })
    .click()
  await page
    .getByRole('status')
    .filter({ hasText: inTask('decided') })
    .waitFor()
  const got = () => caseOf(holding(cookies[0] ?? ''), cases[0] ?? '')
  const { timeline } = await until(got, view => view.state === 'closed')
  expect(timeline.find(event => event.title.cs === 'Přihlášku jsme zamítli')?.body?.cs).toBe('Průkaz už máte od ledna.')
})

test('letters are letters while somebody types, and keys of one letter can be switched off for good', async () => {
  const { db } = database
  const name = family()
  await requests(db, name, 1)
  const desk = await open({ cookie: (await clerk(db, 'registry')).cookie })
  const page = await desk.go(paths.inbox('cs', { q: name }))
  const link = rowsOf(page, name).getByRole('link')
  const search = page.getByRole('searchbox')
  await page.keyboard.press('j')
  await expect.poll(() => link.evaluate(element => element === document.activeElement)).toBe(true)
  await page.keyboard.press('/')
  await page.keyboard.press('End')
  await page.keyboard.type('jxc?')
  expect(await search.inputValue()).toBe(`${name}jxc?`)
  await search.fill(name)
  await search.blur()

  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: ofKeys('on') }).uncheck()
  await page.keyboard.press('Escape')
  await desk.go(paths.inbox('cs', { q: name }))
  await link.waitFor()
  for (const key of ['j', 'c', '?']) await page.keyboard.press(key)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await link.evaluate(element => element === document.activeElement)).toBe(false)
})

test('whoever is away has a substitute, and both are told', async () => {
  const { db } = database
  const name = family()
  await requests(db, name, 1)
  const [hana, petr] = [await clerk(db, 'registry'), await clerk(db, 'registry')]
  const one = await open({ cookie: hana.cookie })
  const page = await one.go(paths.inbox('cs', { q: name }))
  await page.getByRole('button', { name: moves('claim') }).click()
  await rowsOf(page, name)
    .getByText(only(moves('you')))
    .waitFor()
  await one.go(paths.absences('cs'))
  const today = new Intl.DateTimeFormat('cs-CZ', { timeZone: 'Europe/Prague' }).format(new Date())
  await page.getByLabel(away('from')).fill(today)
  await page.getByLabel(away('to')).fill(today)
  await page.getByLabel(away('substitute')).selectOption(petr.id)
  await page.getByRole('button', { name: only(away('enterButton')) }).click()
  await page
    .getByRole('status')
    .filter({ hasText: away('entered') })
    .waitFor()
  await expectAccessible(page)

  const other = await open({ cookie: petr.cookie })
  const theirs = await other.go(paths.inbox('cs', { view: 'mine', q: name }))
  await theirs.getByText(inList('youStandIn')).waitFor()
  await rowsOf(theirs, name).getByText(hana.name).waitFor()
  await expectAccessible(theirs)

  await page.getByRole('button', { name: away('cancel') }).click()
  await page.getByRole('button', { name: away('cancelYes') }).click()
  await page
    .getByRole('status')
    .filter({ hasText: away('cancelled') })
    .waitFor()
  await other.go(paths.inbox('cs', { view: 'mine' }))
  expect(await theirs.getByText(inList('youStandIn')).count()).toBe(0)
})
