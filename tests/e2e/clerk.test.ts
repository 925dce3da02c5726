import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { casesWords } from '../../web/words/cases.ts'
import { formWords } from '../../web/words/forms.ts'
import { liabilitiesWords } from '../../web/words/liabilities.ts'
import { officeWords } from '../../web/words/office.ts'
import { signin } from '../../web/words/signin.ts'
import { startWords } from '../../web/words/start.ts'
import { mailsTo } from '../mail.ts'
import { citizen, until } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { press, tabTo, write } from './keyboard.ts'
import { axe, browserForTests } from './page.ts'
import { sessionOf } from './scenes.ts'
import { spoken } from './words.ts'

const guide = spoken(signin, 'cs')
const inCase = spoken(casesWords, 'cs')
const inForm = spoken(formWords, 'cs')
const inList = spoken(liabilitiesWords, 'cs')
const inOffice = spoken(officeWords, 'cs')
const starting = spoken(startWords, 'cs')

const open = browserForTests()
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())

test('a citizen whom the portal does not know asks, a clerk finds them, and they see what they owe', async () => {
  const { db } = database
  const record = await resident(db, { paired: false, owes: [47_500] })
  const petr = await citizen('petr-zahradnicek')
  // An earlier run on the same stack may have linked him.
  const unlinked = { subjectId: null, pairedAt: null, pairedBy: null }
  await db.updateTable('person').set(unlinked).where('familyName', '=', 'Zahradníček').execute()
  const address = 'petr.zahradnicek@posta.example'
  const letters = (await mailsTo(address)).length

  // the citizen asks by the form
  const own = await open({ cookie: sessionOf(petr) })
  const page = await own.go(paths.liabilities('cs'))
  await page.getByText(inList('unpairedTitle')).waitFor()
  await page.getByRole('link', { name: inList('unpairedOnline') }).click()
  await page.getByLabel('Co bychom měli vědět').fill(`Dřív jsem se jmenoval ${record.name}.`)
  await page.getByRole('button', { name: starting('send') }).click()
  await page.waitForURL(/\/cs\/cases\//)
  await page
    .getByText(/Vyřizuje Odbor finanční/)
    .first()
    .waitFor()
  expect(await axe(page)).toEqual([])
  const number = /PO-\d+\/\d+/.exec(await page.locator('main').innerText())?.[0] ?? ''

  // a clerk of the finance department signs in and finds the task, all without a mouse
  const office = await open()
  const desk = await office.go(paths.signIn('cs', { return: paths.inbox('cs') }))
  await press(desk.getByRole('link', { name: guide('go') }))
  await press(desk.locator('a[href*="means=employee"]'))
  await press(desk.getByRole('link', { name: /Hana Vondráková/ }))
  await press(desk.locator('button[value=agree]'))
  await desk.waitForURL(`**${paths.inbox('cs')}`)
  const row = desk.getByRole('row').filter({ hasText: number })
  await press(row.getByRole('link'))

  // looks the person up and decides
  await desk.waitForURL(/\/cs\/office\/tasks\//)
  await desk.getByText(`Dřív jsem se jmenoval ${record.name}.`).waitFor()
  await tabTo(desk.getByRole('radio').first())
  await desk.keyboard.press('Space')
  const search = desk.getByRole('combobox')
  await write(search, record.name)
  await desk.getByRole('option').filter({ hasText: record.name }).waitFor()
  expect(await axe(desk)).toEqual([])
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: inForm('subjectChange') }).waitFor()
  await press(desk.getByRole('button', { name: new RegExp(`^${inOffice('decide').source}$`) }))
  await desk.waitForURL(`**${paths.inbox('cs')}`)
  await desk.getByRole('status').filter({ hasText: number }).waitFor()
  await row.waitFor({ state: 'detached' })

  // the page left open tells the citizen, so does a mail, and the debts are there
  const story = page.getByRole('list', { name: inCase('timelineTitle') })
  await story.getByText('Váš účet je spárovaný').waitFor()
  const [letter] = await until(
    () => mailsTo(address),
    mails => mails.length > letters,
  )
  expect(letter?.subject).toContain('Váš účet je spárovaný')
  await own.go(paths.liabilities('cs'))
  await page
    .getByText(/475,00\sKč/)
    .first()
    .waitFor()
})
