import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { contactsWords } from '../../web/words/contacts.ts'
import { officialsWords } from '../../web/words/officials.ts'
import { official } from '../portal.ts'
import { stack } from '../stack.ts'
import { press, write } from './keyboard.ts'
import { axe, browserForTests, overflow, shot, sizes, stands, type Window } from './page.ts'
import { sessionOf } from './scenes.ts'
import { spoken } from './words.ts'

const open = browserForTests()
const word = spoken(officialsWords, 'cs')
const id = `pokus-${crypto.randomUUID().slice(0, 6)}`
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(async () => {
  await database.db.updateTable('official').set({ active: false }).where('id', '=', id).execute()
  await database.close()
})

const sound = async ({ page }: Window, name: string) => {
  const found = [...(await axe(page)), ...(await overflow(page))]
  await shot(page, name)
  return found
}

test('who keeps the contacts adds somebody, changes them, and lets them go; people see it at once', async () => {
  const dana = sessionOf(await official('dana-stecova'))
  const office = await open({ cookie: dana })
  office.forgive(/Failed to load resource: .* 409 /)
  const { page } = office
  await office.go(paths.officials('cs'))
  expect(await sound(office, 'officials-cs-1280')).toEqual([])

  // adds by keyboard
  await press(page.getByRole('link', { name: word('add') }))
  await page.waitForURL(`**${paths.newOfficial('cs')}`)
  await write(page.getByLabel('Přihlašovací jméno'), id)
  await write(page.getByLabel('Jméno a příjmení'), 'Květa Pokusná')
  await page.getByLabel('Odbor nebo oddělení').selectOption({ label: 'Oddělení matriky' })
  await page.getByRole('group', { name: 'Funkce' }).getByLabel('Česky').fill('matrikářka')
  await page.getByRole('group', { name: 'Funkce' }).getByLabel('Anglicky').fill('Registrar')
  await page.getByLabel('Telefon').fill('312 000 188')
  await page.getByLabel('E-mail').fill('kveta.pokusna@kladno.example')
  await page.getByRole('button', { name: /Přidat – Co má na starosti|Přidat další – Co má na starosti/ }).click()
  const matter = page.getByRole('group', { name: /^Agenda 1/ })
  await matter.getByLabel('Česky').fill('Rodné listy plyšových medvědů')
  await matter.getByLabel('Anglicky').fill('Birth certificates of teddy bears')
  expect(await sound(office, 'official-new-cs-1280')).toEqual([])
  await press(page.getByRole('button', { name: word('save') }))
  await page.waitForURL(`**${paths.official('cs', id)}`)
  await page.getByText('Květa Pokusná je v kontaktech.').waitFor()

  // a picture: whatever stands on the page
  const clip = { x: 0, y: 0, width: 320, height: 400 }
  await page
    .locator('#photo-file')
    .setInputFiles([{ name: 'k.png', mimeType: 'image/png', buffer: await page.screenshot({ clip }) }])
  await page.getByText(word('photoSaved')).waitFor()
  await page.getByRole('img', { name: 'Fotka: Květa Pokusná' }).waitFor()
  expect(await sound(office, 'official-cs-1280')).toEqual([])

  // people find them, without diacritics
  const citizen = await open({ size: 'narrow' })
  await citizen.go(paths.contacts('cs', { q: 'plysovych medvedu' }))
  await citizen.page.getByText('Květa Pokusná').waitFor()
  await citizen.page.getByText(spoken(contactsWords, 'cs')('hours')).first().click()
  expect(await sound(citizen, 'contacts-found-cs-360')).toEqual([])

  // a second editor is told, sees what is stored, and decides
  const second = await open({ cookie: dana })
  second.forgive(/Failed to load resource: .* 409 /)
  const other = await second.go(paths.official('cs', id))
  await other.getByLabel('Číslo dveří').fill('116')
  await page.getByLabel('Číslo dveří').fill('115')
  await page.getByRole('button', { name: word('save') }).click()
  await page.getByText(word('saved')).waitFor()
  await other.getByRole('button', { name: word('save') }).click()
  await other.getByText('Kontakt mezitím upravil někdo jiný').waitFor()
  await other
    .getByRole('region', { name: word('now') })
    .getByText('115')
    .waitFor()
  expect(await other.getByLabel('Číslo dveří').inputValue()).toBe('116')
  expect(await sound(second, 'official-changed-cs-1280')).toEqual([])
  await other.getByRole('button', { name: word('save') }).click()
  await other.getByText(word('saved')).waitFor()

  // leaves, in English and on a telephone
  await second.go(paths.official('en', id))
  await other.setViewportSize(sizes.narrow)
  await other.reload()
  await stands(other)
  expect(await sound(second, 'official-en-360')).toEqual([])
  await other.getByLabel(officialsWords.successor.en).selectOption({ label: officialsWords.nobody.en })
  await other.getByRole('button', { name: officialsWords.leave.en }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByText('will be signed out at once').waitFor()
  expect(await sound(second, 'official-leaving-en-360')).toEqual([])
  await dialog.getByRole('button', { name: officialsWords.leaveYes.en }).click()
  await other.getByText(officialsWords.leftSaved.en).waitFor()
  await citizen.go(paths.contacts('cs', { q: 'plysovych medvedu' }))
  await citizen.page.getByText(spoken(contactsWords, 'cs')('none')).waitFor()
  await second.go(paths.officials('en'))
  expect(await sound(second, 'officials-en-360')).toEqual([])
})
