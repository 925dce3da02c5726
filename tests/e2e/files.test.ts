import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { casesWords } from '../../web/words/cases.ts'
import { filesWords } from '../../web/words/files.ts'
import { formWords } from '../../web/words/forms.ts'
import { startWords } from '../../web/words/start.ts'
import { pdf, png } from '../files.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { press, tabTo } from './keyboard.ts'
import { axe, browserForTests, overflow, shot, sizes, stands } from './page.ts'
import { spoken } from './words.ts'

const open = browserForTests()
const word = spoken(filesWords, 'cs')
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())

const named = (name: string, buffer: Buffer, mimeType = 'application/pdf') => ({ name, mimeType, buffer })

test('files are uploaded as they are chosen, survive a reload, and are read beside the answers', async () => {
  const { cookie } = await resident(database.db)
  const window = await open({ cookie, size: 'narrow' })
  // the page asks the portal about what it knows to be unfit only when it cannot tell itself
  window.forgive(/Failed to load resource: .* 422 /)
  // a picture in a sandbox has no origin to be keyed by
  window.forgive(/Origin-Agent-Cluster/)
  const page = await window.go(paths.start('cs', '_example'))
  await page.getByLabel('Jméno čtenáře').fill('Eva Nováková')
  await page.getByLabel('15 a více let').check()
  const whole = await pdf()
  const input = page.locator('input[type=file]')
  await input.setInputFiles([
    named('Plná moc.pdf', whole),
    named('Zdrojový text.docx', Buffer.from('PK'), 'application/zip'),
    named(
      'Půlka smlouvy s velmi dlouhým názvem, který se na telefon nevejde na jeden řádek.pdf',
      whole.subarray(0, 400),
    ),
  ])
  const list = page.getByRole('list', { name: word('chosen') })
  await list.getByRole('link', { name: 'Plná moc.pdf' }).waitFor()
  await list.getByText(word('wrongKind')).waitFor()
  await list.getByText(/chybí konec/).waitFor()
  await page.getByRole('status').filter({ hasText: 'Půlka smlouvy' }).waitFor({ state: 'attached' })
  expect([...(await axe(page)), ...(await overflow(page))]).toEqual([])
  await shot(page, 'files-mistakes-360')

  // what did not get there must be seen to before the form goes on
  await page.getByRole('button', { name: spoken(startWords, 'cs')('send') }).click()
  await page.getByRole('link', { name: word('unfinished') }).click()
  expect(await input.evaluate(element => element === document.activeElement)).toBe(true)
  for (const name of [/Odebrat Zdrojový/, /Odebrat Půlka/]) await page.getByRole('button', { name }).click()
  expect(await input.evaluate(element => element === document.activeElement)).toBe(true)
  await page.locator('#field-attachments-error').waitFor({ state: 'detached' })

  await input.setInputFiles([named('průkaz.png', png, 'image/png')])
  await list.getByRole('link', { name: 'průkaz.png' }).waitFor()
  await page.getByText(spoken(formWords, 'cs')('saved')).waitFor()
  await page.reload()
  await stands(page)
  await list.getByRole('link', { name: 'průkaz.png' }).waitFor()
  await page.getByRole('button', { name: 'Odebrat Plná moc.pdf' }).click()
  expect(await list.getByRole('listitem').count()).toBe(1)

  await page.getByRole('button', { name: spoken(startWords, 'cs')('send') }).click()
  await page.waitForURL(/\/cs\/cases\//)
  await page.getByText(spoken(casesWords, 'cs')('submissionsTitle')).waitFor()
  await page.locator('summary').filter({ hasText: 'Přihláška' }).click()
  const link = page.getByRole('link', { name: 'průkaz.png' })
  const [shown] = await Promise.all([page.context().waitForEvent('page'), link.click()])
  await shown.waitForLoadState()
  expect(await shown.locator('img').count()).toBe(1)
  await shown.close()
  expect([...(await axe(page)), ...(await overflow(page))]).toEqual([])
})

test('the whole by keyboard, and in English', async () => {
  const { cookie } = await resident(database.db)
  const window = await open({ cookie, language: 'en' })
  const page = await window.go(paths.start('en', '_example'))
  // Asked for well before the key: the browser may take the key sooner than word that somebody waits for the chooser.
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page.locator('input[type=file]'))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([named('letter.pdf', await pdf())])
  const remove = page.getByRole('button', { name: 'Remove letter.pdf' })
  await remove.waitFor()
  await shot(page, 'files-en-1280')
  expect(await axe(page)).toEqual([])
  await page.setViewportSize(sizes.narrow)
  expect([...(await axe(page)), ...(await overflow(page))]).toEqual([])
  await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
  await press(remove)
  await page.getByRole('status').filter({ hasText: 'letter.pdf is removed' }).waitFor({ state: 'attached' })
  expect(await page.locator('input[type=file]').evaluate(element => element === document.activeElement)).toBe(true)
})

test('dropped files are taken as chosen ones, and a cut line is told and tried again', async () => {
  const { cookie } = await resident(database.db)
  const window = await open({ cookie })
  window.forgive(/Failed to load resource: net::ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const page = await window.go(paths.start('cs', '_example'))
  await page.route('**/api/files?*', route => route.abort(), { times: 1 })
  await page.locator('.file-drop').evaluate(
    (zone, bytes) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'foto.png', { type: 'image/png' }))
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [...png],
  )
  await page.getByRole('button', { name: 'Zkusit znovu foto.png' }).click()
  await page.getByRole('link', { name: 'foto.png' }).waitFor()
})
