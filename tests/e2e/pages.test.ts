import type { Page } from 'playwright-core'
import type { RouteObject } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, ImportedStatements, Language, Liabilities } from '../../api/contract.ts'
import { loadCity } from '../../city/city.ts'
import { guides } from '../../city/guides.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { today } from '../../forms/day.ts'
import { inLanguage, paths, signInProblems } from '../../web/paths.ts'
import { routes } from '../../web/routes.tsx'
import { mandateScenes, type MandateScenes } from './mandate-scenes.ts'
import { holding, payable, stranger } from '../portal.ts'
import { clerk } from '../residents.ts'
import { gpc, line, statement } from '../statements.ts'
import { stack } from '../stack.ts'
import { keyWords } from '../../web/words/desk.ts'
import { spoken } from './words.ts'
import { axe, keptWindow, overflow, ownWindow, shifted, shot, sizes, stands, structure, type Window } from './page.ts'
import { cameAgain } from '../desk.ts'
import { paysInInstalments } from '../spreading.ts'
import { remindedResident } from '../reminding.ts'
import { registry, type Registry } from './office.ts'
import {
  keeper,
  payments,
  request,
  served,
  sessionOf,
  unpaired,
  taskOf,
  type PaymentScene,
  type Scene,
} from './scenes.ts'
import { slipScenes, type SlipScenes } from './slip-scenes.ts'

/** What the pages show: people with something to see, and where it lies. */
interface Things {
  /** Somebody of the demo city with debts of several kinds, some of them in the basket. */
  citizen: string
  debts: { partly: string; notByCard: string }
  /** Somebody without a single case, debt or document. */
  newcomer: string
  mandates: MandateScenes
  payments: Record<PaymentScene, Scene>
  /** Tickets of slips paid without signing in. */
  slips: SlipScenes
  /** Somebody who is reminded of what they owe. */
  reminded: { cookie: string; ticket: string }
  /** Somebody who pays a debt in instalments. */
  spread: { cookie: string; debt: string }
  request: Scene
  clerk: { cookie: string; task: string }
  registry: Registry
  /** Who keeps the contacts. */
  admin: string
  treasurer: string
  /** A bank statement with lines of several kinds. */
  statement: string
  /** An official of the desk with a person there, and one without. */
  desk: { cookie: string; person: string; filed: string; free: string }
  /** Somebody who signs in by a passkey. */
  keeper: string
  /** A clerk with an empty inbox. */
  idle: string
}

/** One way to see a page: the address in Czech, and whose session opens it. */
type Visit = (
  it: Things,
  language: Language,
) => {
  path: string
  as?: string
  answers?: (view: CaseView) => CaseView
  /** Brings the page into the state that is looked at. */
  act?: (page: Page) => Promise<void>
}

const paying = (scene: PaymentScene, path = paths.payment): Visit => {
  return ({ payments }) => ({ path: path('cs', payments[scene].view.id), as: payments[scene].cookie })
}
/** A page as an agent sees it in the principal's name. */
const inNameOf = (path: (it: Things) => string): Visit => {
  return it => ({ path: `${path(it)}?for=${it.mandates.principal.subject}`, as: it.mandates.agent.cookie })
}
const nowhere = '00000000-0000-4000-8000-000000000000'

/** Every page of the portal by its place in the table of routes, in each form that it has. */
const visits: Record<string, Record<string, Visit>> = {
  '': {
    home: () => ({ path: paths.home('cs') }),
    'home-signed-in': it => ({ path: paths.home('cs'), as: it.citizen }),
    'home-asked': it => ({ path: paths.home('cs'), as: it.mandates.agent.cookie }),
    'home-for': inNameOf(() => paths.home('cs')),
  },
  guides: {
    guides: () => ({ path: paths.guides('cs') }),
    'guides-found': () => ({ path: paths.guides('cs', { q: 'pes' }) }),
    'guides-none': () => ({ path: paths.guides('cs', { q: 'xyzxyz' }) }),
  },
  'guides/:slug': {
    ...Object.fromEntries(
      guides(loadCity(), today()).map(({ slug }): [string, Visit] => [
        `guide-${slug}`,
        () => ({ path: paths.guide('cs', slug) }),
      ]),
    ),
    'guide-unknown': () => ({ path: paths.guide('cs', 'no-such-guide') }),
  },
  contacts: {
    contacts: () => ({ path: paths.contacts('cs') }),
    'contacts-found': () => ({ path: paths.contacts('cs', { q: 'odpad' }) }),
  },
  'signing-in': {
    'signing-in': () => ({ path: paths.signIn('cs', { return: '/cs/liabilities' }) }),
    'signing-in-already': it => ({ path: paths.signIn('cs'), as: it.newcomer }),
    ...Object.fromEntries(
      signInProblems.map((problem): [string, Visit] => [
        `signing-in-${problem}`,
        () => ({ path: paths.signIn('cs', { problem }) }),
      ]),
    ),
  },
  'signing-in/desk': {
    'signing-in-desk': () => ({ path: paths.signInByCode('cs') }),
    'signing-in-desk-already': it => ({ path: paths.signInByCode('cs'), as: it.newcomer }),
  },
  slip: {
    slip: () => ({ path: paths.slip('cs') }),
    'slip-wrong': () => ({
      path: paths.slip('cs'),
      act: async page => {
        await page.locator('form button[type=submit]').click()
        await page.locator('form [role=alert]').waitFor()
      },
    }),
    'slip-unknown': () => ({
      path: paths.slip('cs'),
      act: async page => {
        await page.locator('#symbol').fill('9')
        await page.locator('#amount').fill('780')
        await page.locator('form button[type=submit]').click()
        await page.locator('form [role=alert]').waitFor()
      },
    }),
  },
  'slip/:ticket': {
    'slip-open': it => ({ path: paths.slipPayment('cs', it.slips.open) }),
    'slip-posted': it => ({ path: paths.slipPayment('cs', it.slips.posted) }),
    'slip-review': it => ({ path: paths.slipPayment('cs', it.slips.review) }),
    'slip-expired': it => ({ path: paths.slipPayment('cs', it.slips.expired) }),
    'slip-gone': () => ({ path: paths.slipPayment('cs', 'A'.repeat(43)) }),
  },
  'reminder/:ticket': {
    reminder: it => ({ path: paths.reminder('cs', it.reminded.ticket) }),
    'reminder-gone': () => ({ path: paths.reminder('cs', 'A'.repeat(43)) }),
  },
  'reminder/:ticket/stop': { 'reminder-stop': it => ({ path: paths.stopReminders('cs', it.reminded.ticket) }) },
  'signed-out': { 'signed-out': () => ({ path: paths.signedOut('cs') }) },
  accessibility: { accessibility: () => ({ path: paths.accessibility('cs') }) },
  privacy: { privacy: () => ({ path: paths.privacy('cs') }) },
  liabilities: {
    liabilities: it => ({ path: paths.liabilities('cs'), as: it.citizen }),
    'liabilities-filtered': it => ({ path: paths.liabilities('cs', { kind: 'dog' }), as: it.citizen }),
    'liabilities-unpaired': it => ({ path: paths.liabilities('cs'), as: it.newcomer }),
    'liabilities-reminded': it => ({ path: paths.liabilities('cs'), as: it.reminded.cookie }),
    'liabilities-several': it => ({ path: paths.liabilities('cs'), as: it.mandates.agent.cookie }),
    'liabilities-for': inNameOf(() => paths.liabilities('cs')),
    'liabilities-for-nobody': it => ({ path: `${paths.liabilities('cs')}?for=${nowhere}`, as: it.citizen }),
    'liabilities-requested': it => ({ path: paths.liabilities('cs'), as: it.request.cookie }),
  },
  'liabilities/:id': {
    liability: it => ({ path: paths.liability('cs', it.debts.partly), as: it.citizen }),
    'liability-not-by-card': it => ({ path: paths.liability('cs', it.debts.notByCard), as: it.citizen }),
    'liability-in-order': it => ({
      path: paths.liability('cs', it.payments.open.view.payment?.items[0]?.liability ?? ''),
      as: it.payments.open.cookie,
    }),
    'liability-paid': it => ({
      path: paths.liability('cs', it.payments.posted.view.payment?.items[0]?.liability ?? ''),
      as: it.payments.posted.cookie,
    }),
    'liability-instalments': it => ({ path: paths.liability('cs', it.spread.debt), as: it.spread.cookie }),
    'liability-unknown': it => ({ path: paths.liability('cs', nowhere), as: it.citizen }),
  },
  calendar: {
    calendar: it => ({ path: paths.calendar('cs'), as: it.citizen }),
    'calendar-none': it => ({ path: paths.calendar('cs'), as: it.newcomer }),
  },
  basket: {
    basket: it => ({ path: paths.basket('cs'), as: it.citizen }),
    'basket-several': it => ({ path: paths.basket('cs'), as: it.mandates.agent.cookie }),
    'basket-for': inNameOf(() => paths.basket('cs')),
    'basket-empty': it => ({ path: paths.basket('cs'), as: it.newcomer }),
  },
  'payments/:id': {
    'payment-connecting': paying('connecting'),
    'payment-open': paying('open'),
    'payment-cancelled': it => ({
      path: `${paths.payment('cs', it.payments.open.view.id)}?returned=cancelled`,
      as: it.payments.open.cookie,
    }),
    'payment-refused': paying('refused'),
    'payment-asking': paying('asking'),
    // on a running portal this state is over before one could look
    'payment-paid': (it, language) => ({
      ...paying('posted')(it, language),
      answers: view => ({
        ...view,
        state: 'open',
        payment: view.payment && { ...view.payment, state: 'paid', postedAt: null, receipt: null },
      }),
    }),
    'payment-posted': paying('posted'),
    'payment-review': paying('review'),
    'payment-expired': paying('expired'),
    'payment-withdrawn': paying('withdrawn'),
    'payment-unknown': it => ({ path: paths.payment('cs', nowhere), as: it.citizen }),
  },
  documents: {
    documents: it => ({ path: paths.documents('cs'), as: it.payments.posted.cookie }),
    'documents-for': inNameOf(() => paths.documents('cs')),
    'documents-none': it => ({ path: paths.documents('cs'), as: it.newcomer }),
  },
  cases: {
    'cases-open': it => ({ path: paths.cases('cs'), as: it.payments.open.cookie }),
    'cases-asked': it => ({ path: paths.cases('cs'), as: it.mandates.agent.cookie }),
    'cases-closed': it => ({ path: paths.cases('cs'), as: it.payments.posted.cookie }),
    'cases-none': it => ({ path: paths.cases('cs'), as: it.newcomer }),
  },
  'cases/:id': {
    'case-payment-open': paying('open', paths.case),
    'case-payment-posted': paying('posted', paths.case),
    'case-invited': it => ({
      path: `${paths.case('cs', it.mandates.waiting.view.id)}?code=${it.mandates.waiting.code}`,
      as: it.mandates.ended.agent.cookie,
    }),
    'case-asked': it => ({ path: paths.case('cs', it.mandates.asked.id), as: it.mandates.agent.cookie }),
    'case-code': it => ({
      path: paths.case('cs', it.mandates.waiting.view.id),
      as: it.mandates.principal.cookie,
    }),
    // what a mandate ended under is brought about by the tests of mandates; here is how the page tells it
    'case-frozen': it => ({
      path: paths.case('cs', it.request.view.id),
      as: it.request.cookie,
      answers: view => ({
        ...view,
        filedBy: 'Jan Novák',
        for: { subject: nowhere, name: 'Truhlářství Pokorný s.r.o.' },
        open: view.open.map(step => ({ ...step, kind: 'form', by: 'citizen', mine: true, frozen: true })),
        timeline: view.timeline.map(event => ({ ...event, for: event.actor && 'Truhlářství Pokorný s.r.o.' })),
      }),
    }),
    'case-paused': it => ({
      path: paths.case('cs', it.request.view.id),
      as: it.request.cookie,
      answers: view => ({
        ...view,
        filedBy: 'Jan Novák',
        for: { subject: nowhere, name: 'Truhlářství Pokorný s.r.o.' },
        open: view.open.map(step => ({
          ...step,
          ...{ kind: 'form', by: 'citizen', mine: true, frozen: true, frozenBy: 'suspended' },
        })),
        notes: [
          {
            ...{ at: view.filedAt, from: 'citizen', name: 'Jan Novák', for: 'Truhlářství Pokorný s.r.o.' },
            ...{ text: 'Stačí ukázat občanský průkaz?', files: [], mine: false },
          },
        ],
      }),
    }),
    'case-signing': it => ({
      path: paths.case('cs', it.mandates.joint.view.id),
      as: it.mandates.joint.director.cookie,
    }),
    'case-to-sign': it => ({
      path: paths.case('cs', it.mandates.joint.view.id),
      as: it.mandates.joint.other.cookie,
    }),
    'case-request': it => ({ path: paths.case('cs', it.request.view.id), as: it.request.cookie }),
    'case-unknown': it => ({ path: paths.case('cs', nowhere), as: it.citizen }),
  },
  'start/:agenda': {
    start: it => ({ path: paths.start('cs', 'account-pairing'), as: it.newcomer }),
    'start-power': it => ({ path: paths.start('cs', 'power-of-attorney'), as: it.citizen }),
    'start-registers': it => ({ path: paths.start('cs', 'representations'), as: it.citizen }),
    'start-instalments': it => ({ path: paths.start('cs', 'instalments'), as: it.citizen }),
    'start-statement': it => ({ path: paths.start('cs', 'debt-statement'), as: it.citizen }),
    'start-not-allowed': inNameOf(() => paths.start('cs', 'power-of-attorney')),
    'start-together': it => ({
      path: `${paths.start('cs', '_example')}?for=${it.mandates.joint.subject}`,
      as: it.mandates.joint.director.cookie,
    }),
    'start-unknown': it => ({ path: paths.start('cs', 'no-such-agenda'), as: it.newcomer }),
  },
  mandates: {
    mandates: it => ({ path: paths.mandates('cs'), as: it.mandates.agent.cookie }),
    'mandates-none': it => ({ path: paths.mandates('cs'), as: it.newcomer }),
  },
  'mandates/:id': {
    'mandate-given': it => ({
      path: paths.mandate('cs', it.mandates.valid.mandate),
      as: it.mandates.principal.cookie,
    }),
    'mandate-held': it => ({ path: paths.mandate('cs', it.mandates.valid.mandate), as: it.mandates.agent.cookie }),
    'mandate-suspended': it => ({
      path: paths.mandate('cs', it.mandates.suspended.mandate),
      as: it.mandates.suspended.principal.cookie,
    }),
    'mandate-held-suspended': it => ({
      path: paths.mandate('cs', it.mandates.suspended.mandate),
      as: it.mandates.suspended.agent.cookie,
    }),
    'mandate-ended': it => ({
      path: paths.mandate('cs', it.mandates.ended.mandate),
      as: it.mandates.ended.principal.cookie,
    }),
    'mandate-unknown': it => ({ path: paths.mandate('cs', nowhere), as: it.citizen }),
  },
  invitation: { invitation: it => ({ path: paths.invitation('cs'), as: it.newcomer }) },
  profile: {
    profile: it => ({ path: paths.profile('cs'), as: it.citizen }),
    'profile-passkey': it => ({ path: paths.profile('cs'), as: it.keeper }),
    'profile-passkey-again': (it, language) => ({
      path: paths.profile('cs'),
      as: it.keeper,
      act: async page => {
        const problem = { type: 'about:blank', code: 'sign-in-not-fresh', title: 'x', detail: 'x' }
        await page.route('**/api/passkeys/options', route =>
          route.fulfill({ status: 403, json: { ...problem, status: 403, requestId: 'test' } }),
        )
        await page.getByRole('button', { name: spoken(keyWords, language)('add') }).click()
        await page.getByText(spoken(keyWords, language)('againText')).waitFor()
      },
    }),
    'profile-unpaired': it => ({ path: paths.profile('cs'), as: it.newcomer }),
    'profile-for-official': it => ({ path: paths.profile('cs'), as: it.clerk.cookie }),
  },
  'profile/desk-code': { 'desk-code': it => ({ path: paths.deskCode('cs'), as: it.newcomer }) },
  office: {
    inbox: it => ({ path: paths.inbox('cs'), as: it.clerk.cookie }),
    'inbox-found': it => ({ path: paths.inbox('cs', { q: it.registry.family }), as: it.registry.cookie }),
    'inbox-selected': it => ({
      path: paths.inbox('cs', { q: it.registry.family }),
      as: it.registry.cookie,
      act: page => page.getByRole('checkbox').nth(1).check(),
    }),
    'inbox-done': it => ({ path: paths.inbox('cs', { view: 'done' }), as: it.registry.cookie }),
    'inbox-waiting': it => ({ path: paths.inbox('cs', { view: 'waiting' }), as: it.registry.cookie }),
    'inbox-none': it => ({ path: paths.inbox('cs', { view: 'late', q: 'xyzxyz' }), as: it.registry.cookie }),
    'inbox-keys': it => ({
      path: paths.inbox('cs'),
      as: it.idle,
      act: async page => {
        await page.keyboard.press('?')
        await page.getByRole('dialog').waitFor()
      },
    }),
    'inbox-empty': it => ({ path: paths.inbox('cs'), as: it.idle }),
    'inbox-for-citizen': it => ({ path: paths.inbox('cs'), as: it.citizen }),
  },
  'office/money': {
    statements: it => ({ path: paths.statements('cs'), as: it.treasurer }),
    'statements-for-clerk': it => ({ path: paths.statements('cs'), as: it.clerk.cookie }),
  },
  'office/money/imports': { 'ledger-imports': it => ({ path: paths.ledgerImports('cs'), as: it.treasurer }) },
  'office/money/exports': { 'ledger-exports': it => ({ path: paths.ledgerExports('cs'), as: it.treasurer }) },
  'office/money/days': { 'money-days': it => ({ path: paths.moneyDays('cs'), as: it.treasurer }) },
  'office/money/months/:month': {
    // the month of the statement, and one that is none
    'money-month': it => ({ path: paths.moneyMonth('cs', '2026-04'), as: it.treasurer }),
    'money-month-none': it => ({ path: paths.moneyMonth('cs', '2026-13'), as: it.treasurer }),
  },
  'office/money/days/:day': {
    // the day of the statement, and one that is none
    day: it => ({ path: paths.moneyDay('cs', '2026-04-15'), as: it.treasurer }),
    'day-proposing': it => ({
      path: paths.moneyDay('cs', '2026-04-15'),
      as: it.treasurer,
      act: async page => {
        await page.locator('section[aria-labelledby=closing]').getByRole('button').click()
        await page.getByRole('dialog').getByRole('textbox').waitFor()
      },
    }),
    'day-resolving': it => ({
      path: paths.moneyDay('cs', '2026-04-15'),
      as: it.treasurer,
      act: async page => {
        const events = page.locator('section[aria-labelledby=unknown-events]')
        await events.locator('summary').first().click()
        await events.getByRole('button').first().click()
        await page.getByRole('dialog').getByRole('textbox').waitFor()
      },
    }),
    'day-none': it => ({ path: paths.moneyDay('cs', '2026-02-30'), as: it.treasurer }),
  },
  'office/money/statements/:id': {
    statement: it => ({ path: paths.statement('cs', it.statement), as: it.treasurer }),
    'statement-unknown': it => ({ path: paths.statement('cs', crypto.randomUUID()), as: it.treasurer }),
  },
  'office/mandates': {
    'office-mandates': it => ({ path: paths.officeMandates('cs'), as: it.clerk.cookie }),
    'office-mandates-found': it => ({
      path: `${paths.officeMandates('cs')}?q=${encodeURIComponent(it.mandates.principal.name)}`,
      as: it.clerk.cookie,
    }),
    'office-mandates-none': it => ({ path: `${paths.officeMandates('cs')}?q=xyzxyz`, as: it.clerk.cookie }),
  },
  'office/mandates/:id': {
    'office-mandate': it => ({ path: paths.officeMandate('cs', it.mandates.valid.mandate), as: it.clerk.cookie }),
    'office-mandate-asked': it => ({
      path: paths.officeMandate('cs', it.mandates.valid.mandate),
      as: it.clerk.cookie,
      act: async page => {
        await page.locator('aside').getByRole('button').click()
        await page.getByRole('dialog').getByRole('textbox').waitFor()
      },
    }),
    'office-mandate-suspended': it => ({
      path: paths.officeMandate('cs', it.mandates.suspended.mandate),
      as: it.clerk.cookie,
    }),
    'office-mandate-elsewhere': it => ({
      path: paths.officeMandate('cs', it.mandates.valid.mandate),
      as: it.registry.cookie,
    }),
  },
  'office/contacts': {
    officials: it => ({ path: paths.officials('cs'), as: it.admin }),
    'officials-for-clerk': it => ({ path: paths.officials('cs'), as: it.clerk.cookie }),
  },
  'office/contacts/new': { 'official-new': it => ({ path: paths.newOfficial('cs'), as: it.admin }) },
  'office/contacts/:id': {
    official: it => ({ path: paths.official('cs', 'jana-hajkova'), as: it.admin }),
    'official-unknown': it => ({ path: paths.official('cs', 'no-such-official'), as: it.admin }),
  },
  'office/tasks/:id': {
    task: it => ({ path: paths.task('cs', it.clerk.task), as: it.clerk.cookie }),
    'task-changed': it => ({ path: paths.task('cs', it.registry.open), as: it.registry.cookie }),
    'task-document': it => ({
      path: paths.task('cs', it.registry.open),
      as: it.registry.cookie,
      act: async page => {
        await page.getByRole('button', { name: 'průkaz.png' }).click()
        await page.getByRole('img', { name: 'průkaz.png' }).waitFor()
      },
    }),
    'task-held': it => ({ path: paths.task('cs', it.registry.held), as: it.registry.clerk }),
    'task-taking-over': it => ({ path: paths.task('cs', it.registry.held), as: it.registry.cookie }),
    'task-settled': it => ({ path: paths.task('cs', it.registry.settled), as: it.registry.cookie }),
    'task-preview': (it, language) => ({
      path: paths.task('cs', it.registry.open),
      // Both are looked at at once, and what one person fills in twice would ask them which to keep.
      as: language === 'cs' ? it.registry.cookie : it.registry.deputy,
      act: async page => {
        await page.getByRole('radio').first().check()
        await page.keyboard.press('p')
        await page.getByRole('dialog').getByRole('article').waitFor()
      },
    }),
    'task-hand-over': it => ({
      path: paths.task('cs', it.registry.open),
      as: it.registry.cookie,
      act: async page => {
        await page.locator('.task-decision form').waitFor()
        await page.keyboard.press('h')
        await page.getByRole('dialog').getByRole('textbox').waitFor()
      },
    }),
    'task-unknown': it => ({ path: paths.task('cs', 'no-such-task'), as: it.clerk.cookie }),
  },
  'office/absences': { absences: it => ({ path: paths.absences('cs'), as: it.registry.cookie }) },
  'office/desk': {
    desk: it => ({ path: paths.desk('cs'), as: it.desk.free }),
    'desk-serving': it => ({ path: paths.desk('cs'), as: it.desk.cookie }),
  },
  'office/desk/:person': {
    'desk-person': it => ({ path: paths.deskPerson('cs', it.desk.person), as: it.desk.cookie }),
    'desk-person-left': it => ({ path: paths.deskPerson('cs', it.desk.person), as: it.desk.free }),
  },
  'office/desk/:person/file/:agenda': {
    'desk-file': it => ({ path: paths.deskFile('cs', it.desk.person, '_example'), as: it.desk.cookie }),
  },
  'office/desk/:person/cases/:id': {
    'desk-case': it => ({ path: paths.deskCase('cs', it.desk.person, it.desk.filed), as: it.desk.cookie }),
  },
  '*': { 'not-found': () => ({ path: '/cs/no/such/page' }) },
}

let database: Database
let things: Things

beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  things = await prepare()
})
afterAll(async () => {
  await stack.gateway.controls.behave()
  await stack.gateway.controls.deliver()
  await database.close()
})

test('every page of the table of routes is looked at', () => {
  expect(Object.keys(visits).toSorted()).toEqual(places(routes).toSorted())
})

test.concurrent.each(
  Object.values(visits)
    .flatMap(Object.entries<Visit>)
    .map(([name, visit], n) => ({ name, visit, n })),
)('$name', async ({ name, visit, n }) => {
  const { act, answers } = visit(things, 'cs')
  // What was done on a page is gone when its words change, so both are opened by themselves; else one language first, then the other.
  const found =
    act || answers
      ? (await Promise.all([look(name, visit, ['cs']), look(name, visit, ['en'])])).flat()
      : await look(name, visit, n % 2 === 0 ? ['cs', 'en'] : ['en', 'cs'])
  expect(found).toEqual([])
})

/**
 * Opens a page in the first language, turns to the next as a reader would, and gives what is wrong with it. Both languages have one
 * layout, so the English page is looked at wide and the Czech one narrow; that nothing stands out at the side is asked of both at both
 * widths, as words differ in length.
 */
async function look(name: string, visit: Visit, languages: [Language, ...Language[]]): Promise<string[]> {
  const [language] = languages
  const seen = visit(things, language)
  // Whose answers are changed for the page is not asked for another one.
  const open = seen.answers ? ownWindow : keptWindow
  const window = await open({ language, size: own[language], ...(seen.as && { cookie: seen.as }) })
  const found: string[] = []
  try {
    found.push(...(await lookIn(window, name, seen, languages)))
  } finally {
    found.push(...(await window.close()))
  }
  return found
}

async function lookIn(
  window: Window,
  name: string,
  { path, answers, act }: ReturnType<Visit>,
  [language, ...others]: [Language, ...Language[]],
): Promise<string[]> {
  // A page may well be about something that is not there, or not to be done.
  window.forgive(/^error: Failed to load resource: .* 40[34] /)
  if (name === 'slip-unknown') window.forgive(/^error: Failed to load resource: .* 422 /)
  if (answers) await answering(window, answers)
  if (/\/desk\b/.test(path)) await cameAgain(database.db)
  const page = await window.go(inLanguage(language, new URL(path, stack.urls.portal)))
  // What is done on it may well move its parts, and as late as the portal answers.
  const before = act && (await shifted(page))
  await act?.(page)
  const found = await wrongIn(page, name, language)
  // How far its parts jumped while it came, and not since.
  const jumped = before ?? (await shifted(page))
  if (jumped >= 0.02) found.push(`${language}: its parts jumped by ${jumped}`)
  for (const other of others) {
    const there = inLanguage(other, new URL(page.url()))
    // On a narrow screen the link is in the menu, whose ways are tried elsewhere.
    await page.setViewportSize(sizes.wide)
    await page.locator('header a[hreflang]').click()
    await page.waitForURL(new URL(there, stack.urls.portal).href)
    await page.locator(`html[lang=${other}]`).waitFor({ state: 'attached' })
    await stands(page)
    found.push(...(await wrongIn(page, name, other)))
  }
  return found
}

const own = { cs: 'narrow', en: 'wide' } as const
const otherSize = { narrow: 'wide', wide: 'narrow' } as const

/** What is wrong with a page in the width of its language; leaves it in the other one, in which nothing may stand out either. */
async function wrongIn(page: Page, name: string, language: Language): Promise<string[]> {
  const [first, second] = [own[language], otherSize[own[language]]]
  await page.setViewportSize(sizes[first])
  const found = [...(await structure(page, language)), ...(await overflow(page)), ...(await axe(page))]
  await shot(page, `${name}-${language}-${sizes[first].width}`)
  await page.setViewportSize(sizes[second])
  found.push(...(await overflow(page)))
  await shot(page, `${name}-${language}-${sizes[second].width}`)
  return found.map(what => `${language}: ${what}`)
}

/** The places of the pages in the table of routes: their paths under the language. */
function places(all: readonly RouteObject[]): string[] {
  const under = all.find(route => route.path === '/cs')?.children ?? []
  const leaves = (some: readonly RouteObject[], before: string): string[] =>
    some.flatMap(({ path, children }) => {
      const here = [before, path].filter(Boolean).join('/')
      return children ? leaves(children, here) : [here]
    })
  return leaves(under, '')
}

/** Changes how a case looks to the page. */
async function answering({ page }: Window, change: (view: CaseView) => CaseView) {
  await page.route(/\/api\/cases\/[^/]+$/, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change((await response.json()) as CaseView) })
  })
}

async function prepare(): Promise<Things> {
  const { db } = database
  const martin = await stranger().signIn({ means: 'mobilniklic', person: 'martin-svoboda' })
  const { body } = await martin.get<Liabilities>('/api/liabilities')
  const chosen = await payable(martin)
  const items = chosen.slice(0, 2).map(({ id, balance }) => ({ liability: id, amount: balance }))
  await martin.send('PUT', '/api/drafts/basket', { data: { items }, version: 0 })

  const mandates = await mandateScenes(db)
  const basket = [...mandates.principal.owes, ...mandates.agent.owes].map(id => ({ liability: id, amount: 10_000 }))
  const agent = holding(mandates.agent.cookie)
  await agent.send('PUT', '/api/drafts/basket', { data: { items: basket }, version: 0 })

  const asked = await request(db)
  const slips = await slipScenes(db)
  const reminded = await remindedResident(db)
  const spread = await paysInInstalments(db)
  // The last two let the gateway misbehave, so the others come first.
  const scenes = new Map<string, Scene>()
  const { connecting, asking, ...plain } = payments
  await Promise.all(Object.entries(plain).map(async ([name, bring]) => void scenes.set(name, await bring(db))))
  scenes.set('asking', await asking(db))
  scenes.set('connecting', await connecting(db))
  return {
    citizen: sessionOf(martin),
    debts: {
      partly: chosen[0]?.id ?? '',
      notByCard: body.liabilities.find(({ payable, balance }) => payable.how === 'no' && balance > 0)?.id ?? '',
    },
    newcomer: await unpaired(db),
    mandates,
    payments: Object.fromEntries(scenes) as Record<PaymentScene, Scene>,
    slips,
    reminded,
    spread: { cookie: spread.debtor.cookie, debt: spread.debt },
    request: asked,
    clerk: await taskOf(db, asked.view.id),
    registry: await registry(db),
    admin: (await clerk(db, 'admin')).cookie,
    ...(await broughtStatement(db)),
    desk: await served(db),
    keeper: await keeper(db),
    idle: (await clerk(db, 'nothing-to-do')).cookie,
  }
}

/** Somebody who keeps the city's money has brought a statement; the gateway has sent a message that nobody understands. */
async function broughtStatement(db: Database['db']): Promise<Pick<Things, 'treasurer' | 'statement'>> {
  const treasurer = (await clerk(db, 'treasurer')).cookie
  const file = gpc(statement([line(1, 780_00, { counterName: 'NOVAK JAN' }), line(2, -50_00)], { number: 900 }))
  const { body } = await holding(treasurer).send<ImportedStatements>('POST', '/api/money/statements?name=v.gpc', file)
  const event = { id: 'evt_pages', type: 'account.updated' }
  await db
    .insertInto('gateway_event')
    .values({ ...event, payload: json<unknown>(event), state: 'unknown', reason: 'not understood' })
    .execute()
  return { treasurer, statement: body.statements[0]?.id ?? '' }
}
