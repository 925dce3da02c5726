import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { correspondenceWords } from '../../web/words/correspondence.ts'
import { inboxWords } from '../../web/words/inbox.ts'
import { png } from '../files.ts'
import { stack } from '../stack.ts'
import { press, tabTo, write } from './keyboard.ts'
import { axe, browserForTests, overflow, shot, sizes, stands } from './page.ts'
import { request, taskOf } from './scenes.ts'
import { spoken } from './words.ts'

const open = browserForTests()
const word = spoken(correspondenceWords, 'cs')
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())

test('citizen and clerk write to each other, each in their own browser, and hear at once', async () => {
  const asked = await request(database.db)
  const desk = await taskOf(database.db, asked.view.id)
  const citizen = await open({ cookie: asked.cookie, size: 'narrow' })
  const clerk = await open({ cookie: desk.cookie })
  const page = await citizen.go(paths.case('cs', asked.view.id))
  const inbox = await clerk.go(paths.inbox('cs'))

  // by keyboard, with a picture
  await press(page.getByRole('button', { name: word('send') }))
  await page.getByText(word('empty')).waitFor()
  expect(await axe(page)).toEqual([])
  await write(page.getByLabel(word('toOffice')), 'Dobrý den, stačí oddací list?')
  await page.locator('#note-files').setInputFiles([{ name: 'oddací list.png', mimeType: 'image/png', buffer: png }])
  await page.getByRole('link', { name: 'oddací list.png' }).waitFor()
  // what is typed survives a reload
  await page.reload()
  await stands(page)
  expect(await page.getByLabel(word('toOffice')).inputValue()).toBe('Dobrý den, stačí oddací list?')
  await press(page.getByRole('button', { name: word('send') }))
  const log = page.getByRole('log', { name: word('list') })
  await log.getByText('stačí oddací list?').waitFor()
  await log.getByRole('link', { name: 'oddací list.png' }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: word('sent') })
    .waitFor({ state: 'attached' })
  expect(await page.getByLabel(word('toOffice')).inputValue()).toBe('')

  await inbox.reload()
  await stands(inbox)
  const row = inbox.getByRole('row').filter({ hasText: asked.view.number })
  await row.getByText(spoken(inboxWords, 'cs')('unread')).waitFor()
  await row.getByRole('link').click()
  await inbox.getByRole('log').getByText('stačí oddací list?').waitFor()
  await inbox.getByLabel(word('toCitizen')).fill('Stačí.\nDěkujeme.')
  expect([...(await axe(inbox)), ...(await overflow(inbox))]).toEqual([])
  await inbox.getByRole('button', { name: word('send') }).click()
  await inbox.getByRole('log').getByText('Děkujeme.').waitFor()
  await log.getByText('Děkujeme.').waitFor()
  await shot(inbox, 'notes-clerk-1280')
  await shot(page, 'notes-citizen-360')
  expect([...(await axe(page)), ...(await overflow(page))]).toEqual([])
  await clerk.go(paths.inbox('cs'))
  expect(await row.getByText(spoken(inboxWords, 'cs')('unread')).count()).toBe(0)

  await clerk.go(paths.task('en', desk.task))
  await tabTo(inbox.getByRole('textbox', { name: correspondenceWords.toCitizen.en }))
  await inbox.setViewportSize(sizes.narrow)
  await shot(inbox, 'notes-clerk-en-360')
  expect([...(await axe(inbox)), ...(await overflow(inbox))]).toEqual([])
  await citizen.go(paths.case('en', asked.view.id))
  await page.setViewportSize(sizes.wide)
  await shot(page, 'notes-citizen-en-1280')
  expect([...(await axe(page)), ...(await overflow(page))]).toEqual([])
})
