import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { paths } from '../../web/paths.ts'
import { actingWords } from '../../web/words/acting.ts'
import { basketWords } from '../../web/words/basket.ts'
import { casesWords } from '../../web/words/cases.ts'
import { formWords } from '../../web/words/forms.ts'
import { liabilitiesWords } from '../../web/words/liabilities.ts'
import { invitationWords, mandatesWords } from '../../web/words/mandates.ts'
import { officeMandatesWords } from '../../web/words/office-mandates.ts'
import { paymentWords } from '../../web/words/payment.ts'
import { signin } from '../../web/words/signin.ts'
import { startWords } from '../../web/words/start.ts'
import { balances } from '../debts.ts'
import { decide, officer } from '../deciding.ts'
import { freshAddress, mailsCome } from '../mail.ts'
import { company, file, grantTo, mandate, named, somebody } from '../mandating.ts'
import { cards, seen } from '../paying.ts'
import { clerk, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { payByKeyboard, signInByKeyboard } from './keyboard.ts'
import { inRegister } from './mandate-scenes.ts'
import { axe, browserForTests, stands } from './page.ts'
import { spoken } from './words.ts'

const acting = spoken(actingWords, 'cs')
const inBasket = spoken(basketWords, 'cs')
const inCase = spoken(casesWords, 'cs')
const inForm = spoken(formWords, 'cs')
const inList = spoken(liabilitiesWords, 'cs')
const invited = spoken(invitationWords, 'cs')
const ofMandate = spoken(mandatesWords, 'cs')
const ofOffice = spoken(officeMandatesWords, 'cs')
const ofPayment = spoken(paymentWords, 'cs')
const guide = spoken(signin, 'cs')
const starting = spoken(startWords, 'cs')

const open = browserForTests()
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterAll(() => database.close())

test('two people: granted, accepted from a letter, verified; the agent pays, the principal sees it and revokes', async () => {
  const { db } = database
  const principal = await resident(db, { owes: [31_400] })
  const letterbox = freshAddress()

  // the principal says whom, what and how long, and signs by being signed in
  const home = await open({ cookie: principal.cookie })
  const mine = await home.go(paths.mandates('cs'))
  await mine.getByRole('link', { name: ofMandate('give') }).click()
  await mine.getByLabel(/^Zmocňuji někoho/).check()
  await mine.getByLabel(/^Jméno/).fill('Lenka')
  await mine.getByLabel('Příjmení').fill('Procházková')
  await mine.getByLabel('Datum narození').fill('9. 5. 1989')
  await mine.getByLabel(/^E-mail/).fill(letterbox)
  await next(mine)
  await mine.getByLabel(/^Vidět, co mám městu zaplatit/).check()
  await mine.getByLabel('Platit to za mě').check()
  await mine.getByLabel(/^Závazky vůči městu/).check()
  await next(mine)
  // today is suggested
  expect(await mine.getByLabel(/^Platí od/).inputValue()).not.toBe('')
  await mine.getByLabel(/^Uděluji ji tady/).check()
  await mine.getByLabel(/^Údaje jsou pravdivé/).check()
  await next(mine)
  await mine.getByRole('button', { name: starting('send') }).click()
  await mine.waitForURL(/\/cs\/cases\//)
  const caseId = new URL(mine.url()).pathname.split('/').at(-1) ?? ''
  await mine.getByText(inCase('notJoined')).waitFor()

  // the agent comes by the link of the letter, signs in, and is back at it
  const [letter] = await mailsCome(letterbox)
  const link = /https?:\/\/\S+\/cases\/\S+code=[^\s>]+/.exec(letter?.text ?? '')?.[0] ?? ''
  expect(link).toContain(caseId)
  const other = await open()
  const page = await other.go(link)
  await page.getByText(guide('backToLetter')).waitFor()
  await page.getByRole('link', { name: guide('go') }).click()
  await signInByKeyboard(page, /^Bankovní identita/, /Lenka Procházková/)
  await page.waitForURL(/\/cs\/cases\/.+code=/)
  await stands(page)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: invited('linkYes') }).click()
  await page.getByRole('heading', { name: inCase('askedTitle') }).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.getByText(inCase('askedBy')).filter({ hasText: principal.name }).waitFor()
  await page.getByText('Platit to za mě').first().waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Přijímám', { exact: true }).check()
  await page.getByRole('button', { name: inCase('send') }).click()
  await page.getByLabel('Přijímám', { exact: true }).waitFor({ state: 'detached' })

  // a clerk verifies it
  await decide(await officer(db, 'finance'), caseId, { verdict: 'approve', readable: true, signature: true })
  await mine
    .getByRole('list', { name: inCase('timelineTitle') })
    .getByText('Zmocnění platí')
    .waitFor()

  // the agent sees both their own and the principal's debts, and acts in the principal's name
  await other.go(paths.liabilities('cs'))
  await page.getByRole('heading', { level: 2, name: principal.name }).waitFor()
  await page.getByRole('heading', { level: 2, name: inList('me'), exact: true }).waitFor()
  await page.locator('.person-menu > summary').click()
  await page.getByRole('link', { name: principal.name }).click()
  const strip = page.locator('.strip')
  await strip.getByText(principal.name).waitFor()
  await page.getByRole('button', { name: inList('add') }).click()
  await page.getByRole('link', { name: inList('toBasket') }).click()
  await page.waitForURL(/\/cs\/basket\?for=/)
  await page.getByText(inBasket('payerFor')).waitFor()
  expect(await axe(page)).toEqual([])
  // another tab is not affected
  const tab = await other.context.newPage()
  await tab.goto(new URL(paths.basket('cs'), stack.urls.portal).href)
  await stands(tab)
  await tab.getByText(inBasket('payerMe')).waitFor()
  expect(await tab.locator('.strip').count()).toBe(0)
  await tab.close()

  await page.getByRole('button', { name: inBasket('pay') }).click()
  await page.waitForURL(`${stack.urls.gateway}/c/pay/**`)
  await payByKeyboard(page, cards.pays)
  await page.getByRole('heading', { name: ofPayment('postedTitle') }).waitFor()
  expect(await balances(db, ...principal.owes)).toEqual([0])
  // back from the gateway the tab still acts for the principal; the payment says who owed and who paid
  await strip.getByText(principal.name).waitFor()
  await page.getByText(`dluží: ${principal.name}`).waitFor()
  await page.getByText('Lenka Procházková', { exact: true }).last().waitFor()
  await other.go(paths.liabilities('cs'))
  await page.waitForURL(/\?for=/)

  // the principal sees what was done, and revokes
  await home.go(paths.mandates('cs'))
  await mine.getByRole('link', { name: 'Lenka Procházková' }).click()
  await mine
    .getByRole('list', { name: ofMandate('acts') })
    .getByText(`Lenka Procházková za ${principal.name}`)
    .first()
    .waitFor()
  expect(await axe(mine)).toEqual([])
  await mine.getByRole('button', { name: ofMandate('revokeButton') }).click()
  const dialog = mine.getByRole('dialog', { name: ofMandate('revokeTitle') })
  await dialog.getByText(ofMandate('stays')).waitFor()
  expect(await axe(mine)).toEqual([])
  await dialog.getByRole('button', { name: ofMandate('revokeYes') }).click()
  await mine.getByText(ofMandate('over')).waitFor()

  // the agent's page, left open, says so by itself
  await strip.getByText(acting('youActNoMore')).waitFor()
  await strip.getByText(principal.name).waitFor()
  await page.getByText(acting('overText')).waitFor()
  expect(await axe(page)).toEqual([])
  await strip.getByRole('link', { name: acting('backToMyself') }).click()
  await strip.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
  await page.getByText(principal.name).waitFor({ state: 'detached' })
})

test('a running case: suspended by an official it stops and goes on, revoked it is the principal’s alone', async () => {
  const { db } = database
  const [agent, mother] = [await somebody(db), await somebody(db)]
  const scope = [{ agenda: '_example', actions: ['view', 'file'] as const }]
  const id = await mandate(db, mother.subject, agent, scope)
  const { body: filed } = await file(agent.who, '_example', { reader: 'Eva', age: 'adult' }, mother.subject)
  await decide(await officer(db, 'registry'), filed.id, { verdict: 'ask', reasons: 'Doplňte adresu.' })
  const at = paths.case('cs', filed.id)
  const [agents, mothers, offices] = await Promise.all([
    open({ cookie: agent.cookie }),
    open({ cookie: mother.cookie, size: 'narrow' }),
    open({ cookie: (await clerk(db, 'finance')).cookie }),
  ])
  agents.forgive(/^error: Failed to load resource: .* 40[34] /)
  await agents.go(at)
  await agents.page.getByLabel('Doplnění').waitFor()

  // an official finds the mandate by the name of its principal, and says why
  const office = await offices.go(paths.officeMandates('cs'))
  await office.getByLabel(ofOffice('search')).fill(mother.name)
  await office.getByRole('button', { name: ofOffice('find') }).click()
  await office.getByRole('link', { name: `${agent.name} za: ${mother.name}` }).click()
  await office.getByRole('button', { name: ofOffice('suspend') }).click()
  const dialog = office.getByRole('dialog', { name: ofOffice('suspend') })
  await dialog.getByLabel(ofOffice('reason')).fill('Zmocnitel listinu nepodepsal.')
  await dialog.getByRole('button', { name: ofOffice('suspend') }).click()
  await office.getByText(ofOffice('suspended')).waitFor()

  // the agent's page, left open, says so by itself; the principal reads why it stands still
  await agents.page.getByText(inCase('suspendedText')).waitFor()
  expect(await axe(agents.page)).toEqual([])
  await mothers.go(at)
  await mothers.page.getByText(inCase('pausedMine')).waitFor()
  expect(await axe(mothers.page)).toEqual([])
  await mothers.go(paths.mandate('cs', id))
  await mothers.page.getByText('Zmocnitel listinu nepodepsal.').first().waitFor()

  await office.getByRole('button', { name: ofOffice('resume') }).click()
  await office
    .getByRole('dialog', { name: ofOffice('resume') })
    .getByRole('button', { name: ofOffice('resume') })
    .click()
  await office.getByText(ofOffice('resumed')).waitFor()
  await agents.go(at)
  await agents.page.getByLabel('Doplnění').waitFor()

  await mother.who.post(`/api/mandates/${id}/revoke`, { id: crypto.randomUUID() })
  await agents.page.getByText(inCase('overText')).waitFor()
  await mothers.go(at)
  await mothers.page.getByText(inCase('frozenMine')).waitFor()
  expect(await axe(mothers.page)).toEqual([])
  await mothers.page.getByLabel('Doplnění').fill('Severní 1')
  await mothers.page.getByRole('button', { name: 'Odeslat', exact: true }).click()
  await mothers.page.getByText(inCase('frozenMine')).waitFor({ state: 'detached' })
  await mothers.page.getByLabel('Doplnění').waitFor({ state: 'detached' })
})

test('a co-signer joins by the link of the letter, reads what it is about, and signs with the one who filed', async () => {
  const { db } = database
  const [director, other, bookkeeper] = [await somebody(db), await somebody(db), await somebody(db)]
  const firm = await company(db)
  await stack.registers.controls.enter({ companies: [inRegister(firm, [director, other])] })
  const everything = [{ agenda: '*', actions: ['view', 'pay', 'file', 'sub-delegate'] as const }]
  await mandate(db, firm.subject, director, everything, { basis: 'statutory', source: 'register', signatures: 2 })
  const letterbox = freshAddress()
  const coSigner = { ...named(other), email: letterbox }
  const { body: filed } = await file(
    director.who,
    'power-of-attorney',
    grantTo(bookkeeper, { together: true, coSigner }),
    firm.subject,
  )
  const [letter] = await mailsCome(letterbox)
  const link = /https?:\/\/\S+\/cases\/\S+code=[^\s>]+/.exec(letter?.text ?? '')?.[0] ?? ''
  expect(link).toContain(filed.id)

  const window = await open({ cookie: other.cookie, size: 'narrow' })
  const page = await window.go(link)
  await page.getByRole('button', { name: invited('linkYes') }).click()
  await page.getByText(inCase('askedBy')).filter({ hasText: firm.name }).waitFor()
  await page
    .getByText(bookkeeper.name.split(' ').at(-1) ?? '')
    .first()
    .waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Podepisuji', { exact: true }).check()
  await page.getByRole('button', { name: inCase('send') }).click()
  await page.getByLabel('Podepisuji', { exact: true }).waitFor({ state: 'detached' })
  await seen(director.who, filed.id, view => view.open.some(step => step.step === 'acceptance'))
})

const next = (page: Page) => page.getByRole('button', { name: inForm('next') }).click()
