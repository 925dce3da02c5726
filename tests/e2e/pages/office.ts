import { paths } from '../../../web/paths.ts'
import type { Visits } from './visit.ts'

/** Pages of the town hall. */
export const office: Visits = {
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
}
