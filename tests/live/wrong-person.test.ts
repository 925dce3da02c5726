import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CaseView,
  Draft,
  Inbox,
  Liabilities,
  ProblemDetails,
  Profile,
  SessionInfo,
  SignedOut,
  SubjectList,
  TaskView,
} from '../../api/contract.ts'
import type { Route } from '../../api/route.ts'
import { ticketOf } from '../../activities/tickets.ts'
import { routes } from '../../api/routes/index.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { visit, walkThroughLogin, type Jar } from '../../dev/identity/walk.ts'
import { png, uploaded } from '../files.ts'
import { basket, caseOf, closed, holding, until, Visitor } from '../portal.ts'
import { grantTo, mandate, paying as payingScope } from '../mandating.ts'
import { clerk, resident, type Clerk, type Resident } from '../residents.ts'
import { idCard } from '../desk.ts'
import { fingerprints, quiet } from '../rows.ts'
import { checkoutOf, openSlip, paperOf, slipSeen } from '../slips.ts'
import { stack } from '../stack.ts'
import { caseKey } from '../temporal.ts'

// Everyone sees only what is theirs. The test walks the router's own list: a route without a line in the table below fails by name.

/**
 * Those who have no business with the victim's things; `clerk` has had a task in the library case and in nothing else. The victim's
 * former agent, and one in another matter, are tried at the end of this file.
 */
type Wrong = 'stranger' | 'citizen' | 'clerk' | 'outsider'

/**
 * One request for the victim's things and what each wrong person is told: a status of refusal; `own` when they get their own things,
 * none of the victim's among them; `may` when it is theirs to do.
 */
interface Try {
  path?: string
  body?: unknown
  told: Record<Wrong, 400 | 401 | 403 | 404 | 409 | 422 | 'own' | 'may'>
  /** Who gets it without anything being changed, to show that the address is right. */
  rightly?: 'victim' | 'clerk'
}

interface Things {
  victim: Resident
  citizen: Resident
  clerk: Clerk
  outsider: Clerk
  /** Cases of the victim: a payment at the gateway, a paid one, one before a clerk, one before the victim again. */
  paying: CaseView
  paid: CaseView
  atClerk: CaseView
  atVictim: CaseView
  document: string
  task: string
  /** An absence of the clerk, to come. */
  absence: string
  /** Files of the victim: one not sent, one in the case before the clerk. */
  loose: string
  attached: string
  passkey: string
  /** A mandate that the victim has given to somebody else, and a power of attorney to which the one named has not come yet. */
  mandate: string
  inviting: CaseView
  /** The ticket of a slip of the victim's that somebody has paid without signing in. */
  ticket: string
  /** A reminder of the victim's, and the ticket of its link. */
  letter: string
  reminder: string
}

const everybody = { stranger: 'own', citizen: 'own', clerk: 'own', outsider: 'own' } as const
const onlyCitizens = { stranger: 401, citizen: 'own', clerk: 403, outsider: 403 } as const
const onlyAdmins = { stranger: 401, citizen: 403, clerk: 403, outsider: 403 } as const
/** The city's money: none of the four keeps it. */
const onlyTreasurers = { stranger: 401, citizen: 403, clerk: 403, outsider: 403 } as const
const onlyTheVictim = { stranger: 401, citizen: 404, clerk: 403, outsider: 403 } as const
/** Of the officials neither has the inbox in which mandates are verified. */
const onlyVerifiers = { stranger: 401, citizen: 403, clerk: 403, outsider: 403 } as const
const onlyTheParties = { stranger: 401, citizen: 404, clerk: 404, outsider: 404 } as const
/** Duties of the desk: none of the four has it. */
const onlyTheDesk = { stranger: 401, citizen: 403, clerk: 403, outsider: 403 } as const
const everybodyWrong = { stranger: 422, citizen: 422, clerk: 422, outsider: 422 } as const
const onlyTheClerk = { stranger: 401, citizen: 404, clerk: 'may', outsider: 404 } as const

const onlyOfTheInbox = { stranger: 401, citizen: 403, clerk: 'may', outsider: 404 } as const

const answer = (step: string, data: unknown) => ({ id: randomUUID(), kind: 'answer', stepKey: step, data })
const named = ({ name }: Resident) => {
  const [givenName = '', ...family] = name.split(' ')
  return { givenName, familyName: family.join(' '), birthDate: '1990-01-01' }
}
const nobodys = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} }
const madeByNobody = {
  label: 'Klíč',
  response: { ...nobodys, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
}
const signedByNobody = {
  response: { ...nobodys, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } },
}
const actsAtTheDesk = (it: Things): { method: string; what: string; body?: unknown; query?: string }[] => [
  { method: 'POST', what: 'check', body: { document: idCard() } },
  { method: 'POST', what: 'register' },
  { method: 'GET', what: 'subjects', query: '?query=Zku' },
  { method: 'POST', what: 'pair', body: { subject: it.victim.subject } },
  { method: 'POST', what: 'join', body: { account: it.victim.id } },
  { method: 'POST', what: 'code' },
  { method: 'POST', what: 'leave' },
  { method: 'GET', what: 'matters' },
  { method: 'GET', what: 'payment-details' },
  { method: 'POST', what: 'cases', body: { id: randomUUID(), agenda: '_example', data: library } },
]
const stepOf = (view: CaseView) => view.open[0]?.key ?? ''

/** Who may what, route by route. */
const table = (it: Things): Record<string, Try[]> => ({
  'GET /api/catalogue': [{ told: everybody }],
  'GET /api/guides/:slug': [{ path: '/api/guides/fee-payment', told: everybody }],
  'GET /api/contacts': [{ told: everybody }],
  'GET /api/agendas/:agenda': [{ path: '/api/agendas/fee-payment', told: everybody }],
  'GET /api/openapi.json': [{ told: everybody }],
  'GET /api/docs': [{ told: everybody }],
  'GET /api/docs.css': [{ told: everybody }],
  'GET /health/live': [{ told: everybody }],
  'GET /health/ready': [{ told: everybody }],
  'GET /api/auth/login': [{ path: '/api/auth/login?return=/cs/cases', told: everybody }],
  'GET /api/auth/callback': [{ path: '/api/auth/callback?code=x&state=y', told: everybody }],
  'GET /api/session': [{ told: everybody, rightly: 'victim' }],
  'POST /api/session/extend': [{ told: { ...everybody, stranger: 401 } }],
  // ends the session of the one who asks; tried with sessions of its own below
  'POST /api/auth/logout': [{ told: { stranger: 'own', citizen: 'may', clerk: 'may', outsider: 'may' } }],

  'POST /api/auth/passkey/options': [{ told: everybody }],
  // a signature of nobody's passkey, and a code that is none
  'POST /api/auth/passkey': [{ body: signedByNobody, told: everybodyWrong }],
  'POST /api/auth/passkey/register': [{ body: madeByNobody, told: everybodyWrong }],
  'POST /api/auth/desk-code': [{ body: { code: '0000-0000-0000', birthDate: '1899-12-31' }, told: everybodyWrong }],
  'GET /api/passkeys': [{ told: onlyCitizens, rightly: 'victim' }],
  'POST /api/passkeys/options': [{ told: { ...onlyCitizens, citizen: 403 } }],
  'POST /api/passkeys': [{ body: madeByNobody, told: { ...onlyCitizens, citizen: 422 } }],
  'PATCH /api/passkeys/:id': [{ path: `/api/passkeys/${it.passkey}`, body: { label: 'Můj' }, told: onlyTheVictim }],
  'DELETE /api/passkeys/:id': [{ path: `/api/passkeys/${it.passkey}`, told: onlyTheVictim }],
  'POST /api/profile/desk-code': [{ body: { code: '0000-0000-0000' }, told: { ...onlyCitizens, citizen: 422 } }],

  'GET /api/profile': [{ told: onlyCitizens, rightly: 'victim' }],
  'PATCH /api/profile': [{ body: {}, told: onlyCitizens }],
  'GET /api/liabilities': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/liabilities/:id': it.victim.owes.map(id => ({
    path: `/api/liabilities/${id}`,
    told: onlyTheVictim,
    rightly: 'victim',
  })),
  'GET /api/liabilities/:id/qr.svg': [
    { path: `/api/liabilities/${it.victim.owes[2]}/qr.svg`, told: onlyTheVictim, rightly: 'victim' },
  ],
  'GET /api/slip/puzzle': [{ told: everybody }],
  'POST /api/slip': [
    // without its puzzle solved
    {
      body: { id: randomUUID(), symbol: '1', amount: 100, puzzle: '..', solution: 0 },
      told: everybodyWrong,
    },
  ],
  // who holds the ticket sees the payment, and nothing of the victim
  'GET /api/slip/:ticket': [{ path: `/api/slip/${it.ticket}`, told: everybody }],
  'GET /api/slip/:ticket/live': [{ path: `/api/slip/${it.ticket}/live`, told: everybody }],
  'POST /api/slip/:ticket/return': [{ path: `/api/slip/${it.ticket}/return`, told: everybody }],
  'GET /api/slip/:ticket/receipt': [{ path: `/api/slip/${it.ticket}/receipt`, told: everybody }],
  'GET /api/overpayments': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/calendar': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/calendar.ics': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/reminders': [{ told: onlyCitizens, rightly: 'victim' }],
  'DELETE /api/reminders/:id': [{ path: `/api/reminders/${it.letter}`, told: onlyTheVictim }],
  // who holds the link of a reminder reads there what its slips say, and may turn reminders off: they are off
  'GET /api/reminder-links/:ticket': [{ path: `/api/reminder-links/${it.reminder}`, told: everybody }],
  'POST /api/reminder-links/:ticket/stop': [{ path: `/api/reminder-links/${it.reminder}/stop`, told: everybody }],
  'GET /api/documents': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/documents/:id': [{ path: `/api/documents/${it.document}`, told: onlyTheParties, rightly: 'victim' }],
  'GET /api/drafts/:key': [{ path: '/api/drafts/basket', told: { ...everybody, stranger: 401 }, rightly: 'victim' }],
  'PUT /api/drafts/:key': [
    { path: '/api/drafts/basket', body: { data: { mine: true }, version: 0 }, told: { ...everybody, stranger: 401 } },
    // the version of the victim's draft, of which the asker has none
    {
      path: '/api/drafts/basket',
      body: { data: {}, version: 7 },
      told: { stranger: 401, citizen: 409, clerk: 409, outsider: 409 },
    },
  ],
  'DELETE /api/drafts/:key': [{ path: '/api/drafts/basket', told: { ...everybody, stranger: 401 } }],

  'GET /api/money/statements': [{ told: onlyTreasurers }],
  'POST /api/money/statements': [{ path: '/api/money/statements?name=vypis.gpc', body: '074', told: onlyTreasurers }],
  'GET /api/money/statements/:id': [{ path: `/api/money/statements/${randomUUID()}`, told: onlyTreasurers }],
  'GET /api/money/cases/:id/line': [
    { path: `/api/money/cases/${it.paying.id}/line`, told: { stranger: 401, citizen: 403, clerk: 404, outsider: 404 } },
  ],
  'GET /api/money/imports': [{ told: onlyTreasurers }],
  'POST /api/money/imports': [{ path: '/api/money/imports?name=zavazky.csv', body: 'x', told: onlyTreasurers }],
  'GET /api/money/exports': [{ told: onlyTreasurers }],
  'POST /api/money/exports': [{ body: {}, told: onlyTreasurers }],
  'GET /api/money/exports/:run/file': [{ path: '/api/money/exports/1/file', told: onlyTreasurers }],
  'GET /api/money/payments': [{ path: '/api/money/payments?from=2026-04-01&to=2026-04-15', told: onlyTreasurers }],
  'GET /api/money/payments/file': [
    { path: '/api/money/payments/file?from=2026-04-01&to=2026-04-15', told: onlyTreasurers },
  ],
  'GET /api/money/changes/file': [{ path: '/api/money/changes/file?since=2026-04-01', told: onlyTreasurers }],
  'GET /api/money/days': [{ told: onlyTreasurers }],
  'GET /api/money/months/:month': [{ path: '/api/money/months/2026-04', told: onlyTreasurers }],
  'POST /api/money/months/:month/closing': [
    { path: '/api/money/months/2026-04/closing', body: { seal: '0'.repeat(64) }, told: onlyTreasurers },
  ],
  'POST /api/money/months/:month/closing/confirmation': [
    { path: '/api/money/months/2026-04/closing/confirmation', body: { seal: '0'.repeat(64) }, told: onlyTreasurers },
  ],
  'DELETE /api/money/months/:month/closing': [{ path: '/api/money/months/2026-04/closing', told: onlyTreasurers }],
  'GET /api/money/days/:day': [{ path: '/api/money/days/2026-04-15', told: onlyTreasurers }],
  'GET /api/money/days/:day/entries': [{ path: '/api/money/days/2026-04-15/entries', told: onlyTreasurers }],
  'GET /api/money/days/:day/csv': [{ path: '/api/money/days/2026-04-15/csv', told: onlyTreasurers }],
  'POST /api/money/days/:day/closing': [
    { path: '/api/money/days/2026-04-15/closing', body: { seal: '0'.repeat(64) }, told: onlyTreasurers },
  ],
  'POST /api/money/days/:day/closing/confirmation': [
    { path: '/api/money/days/2026-04-15/closing/confirmation', body: { seal: '0'.repeat(64) }, told: onlyTreasurers },
  ],
  'DELETE /api/money/days/:day/closing': [{ path: '/api/money/days/2026-04-15/closing', told: onlyTreasurers }],
  'POST /api/money/events/:id/resolution': [
    { path: '/api/money/events/evt_1/resolution', body: { words: 'Zkouška' }, told: onlyTreasurers },
  ],
  'GET /api/money/debts': [{ path: '/api/money/debts?query=Obyvatel', told: onlyTreasurers }],

  'GET /api/officials': [{ told: onlyAdmins }],
  'POST /api/officials': [{ body: { data: { id: 'vetrelec' } }, told: onlyAdmins }],
  'PUT /api/officials/:id': [
    { path: '/api/officials/jiri-vlk', body: { version: new Date().toISOString(), data: {} }, told: onlyAdmins },
  ],
  'POST /api/officials/:id/leave': [
    {
      path: '/api/officials/jiri-vlk/leave',
      body: { version: new Date().toISOString(), on: '2026-01-01', successor: null },
      told: onlyAdmins,
    },
  ],
  'DELETE /api/officials/:id/leave': [
    { path: '/api/officials/jiri-vlk/leave', body: { version: new Date().toISOString() }, told: onlyAdmins },
  ],
  'GET /api/officials/:id/photo': [{ path: `/api/officials/${it.clerk.id}/photo`, told: everybody }],
  'POST /api/officials/:id/photo': [
    {
      path: `/api/officials/jiri-vlk/photo?version=${new Date().toISOString()}`,
      body: '%PDF',
      told: onlyAdmins,
    },
  ],
  'DELETE /api/officials/:id/photo': [
    { path: '/api/officials/jiri-vlk/photo', body: { version: new Date().toISOString() }, told: onlyAdmins },
  ],

  'POST /api/files': [
    { path: '/api/files?name=a.pdf', body: '%PDF-1.7\n%%EOF', told: { ...everybody, stranger: 401 } },
  ],
  'GET /api/files/:id': [
    { path: `/api/files/${it.loose}`, told: onlyTheParties, rightly: 'victim' },
    { path: `/api/files/${it.attached}`, told: onlyTheClerk, rightly: 'clerk' },
  ],
  'DELETE /api/files/:id': [
    { path: `/api/files/${it.loose}`, told: onlyTheParties },
    { path: `/api/files/${it.attached}`, told: onlyTheParties },
  ],

  'GET /api/cases': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/cases/:id': [
    ...[it.paying, it.paid].map(view => ({
      path: `/api/cases/${view.id}`,
      told: onlyTheParties,
      rightly: 'victim' as const,
    })),
    { path: `/api/cases/${it.atClerk.id}`, told: onlyTheClerk, rightly: 'clerk' },
  ],
  'GET /api/cases/:id/live': [{ path: `/api/cases/${it.paying.id}/live`, told: onlyTheParties }],
  'POST /api/cases': [
    {
      body: basket({ liability: it.victim.owes[2] ?? '', amount: 5000 }),
      told: { stranger: 401, citizen: 422, clerk: 403, outsider: 403 },
    },
    // the message by which the victim filed: sent again by somebody else, it must not show them the case
    {
      body: { ...basket({ liability: it.victim.owes[0] ?? '', amount: 5000 }), id: filings.get(it.paying.id) },
      told: onlyTheVictim,
    },
    // a case that only the house starts
    {
      body: { id: randomUUID(), agenda: 'payment-review', data: { order: it.paying.payment?.order, reason: 'late' } },
      told: onlyTheVictim,
    },
  ],
  'POST /api/cases/:id/messages': [
    {
      path: `/api/cases/${it.atClerk.id}/messages`,
      body: answer(stepOf(it.atClerk), { verdict: 'grant' }),
      told: onlyTheClerk,
    },
    {
      path: `/api/cases/${it.atClerk.id}/messages`,
      body: { id: randomUUID(), kind: 'withdraw' },
      told: { ...onlyTheParties, clerk: 403 },
    },
    {
      path: `/api/cases/${it.atVictim.id}/messages`,
      body: answer(stepOf(it.atVictim), { note: 'Nic.' }),
      told: { ...onlyTheParties, clerk: 403 },
    },
    { path: `/api/cases/${it.paying.id}/messages`, body: { id: randomUUID(), kind: 'withdraw' }, told: onlyTheParties },
    { path: `/api/cases/${it.paying.id}/messages`, body: answer(stepOf(it.paying), {}), told: onlyTheParties },
    {
      path: `/api/cases/${it.atClerk.id}/messages`,
      body: { id: randomUUID(), kind: 'note', text: 'Dobrý den' },
      told: onlyTheClerk,
    },
  ],
  'POST /api/cases/:id/read': [
    {
      path: `/api/cases/${it.atClerk.id}/read`,
      body: { until: new Date().toISOString() },
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 404 },
    },
  ],
  'POST /api/cases/:id/return': [{ path: `/api/cases/${it.paying.id}/return`, told: onlyTheVictim }],

  'GET /api/principals': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/mandates': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/mandates/:id': [{ path: `/api/mandates/${it.mandate}`, told: onlyTheVictim, rightly: 'victim' }],
  'POST /api/mandates/:id/revoke': [
    { path: `/api/mandates/${it.mandate}/revoke`, body: { id: randomUUID() }, told: onlyTheVictim },
  ],
  'GET /api/office/mandates': [
    { path: `/api/office/mandates?q=${encodeURIComponent(it.victim.name)}`, told: onlyVerifiers },
  ],
  'GET /api/office/mandates/:id': [{ path: `/api/office/mandates/${it.mandate}`, told: onlyVerifiers }],
  'POST /api/office/mandates/:id/suspend': [
    {
      path: `/api/office/mandates/${it.mandate}/suspend`,
      body: { reason: 'Nic jste neověřili.' },
      told: onlyVerifiers,
    },
  ],
  'POST /api/office/mandates/:id/resume': [
    { path: `/api/office/mandates/${it.mandate}/resume`, body: {}, told: onlyVerifiers },
  ],
  // even with the right code: the invitation names somebody else
  'POST /api/cases/:id/join': [
    {
      path: `/api/cases/${it.inviting.id}/join`,
      body: { code: it.inviting.parties[0]?.code },
      told: onlyTheVictim,
    },
  ],
  'POST /api/invitations': [
    { body: { number: it.inviting.number, code: it.inviting.parties[0]?.code }, told: onlyTheVictim },
  ],

  'GET /api/inbox': [
    { told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' }, rightly: 'clerk' },
    {
      path: '/api/inbox?role=registry',
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 403 },
      rightly: 'clerk',
    },
    ...['mine', 'team', 'unassigned', 'late', 'waiting', 'done'].map(view => ({
      path: `/api/inbox?view=${view}&q=${encodeURIComponent(it.victim.name)}`,
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' } as const,
    })),
    // another's tasks are for their supervisor
    {
      path: `/api/inbox?assignee=${it.clerk.id}`,
      told: { stranger: 401, citizen: 403, clerk: 403, outsider: 403 },
    },
  ],
  'GET /api/inbox/live': [{ told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' } }],
  'GET /api/tasks/:id': [
    {
      path: `/api/tasks/${encodeURIComponent(it.task)}`,
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 404 },
      rightly: 'clerk',
    },
  ],
  'POST /api/tasks/:id/claim': [{ path: `/api/tasks/${encodeURIComponent(it.task)}/claim`, told: onlyOfTheInbox }],
  'POST /api/tasks/:id/release': [
    { path: `/api/tasks/${encodeURIComponent(it.task)}/release`, body: { reason: 'Nestíhám.' }, told: onlyOfTheInbox },
  ],
  'POST /api/tasks/:id/hand-over': [
    {
      path: `/api/tasks/${encodeURIComponent(it.task)}/hand-over`,
      body: { id: randomUUID(), role: 'building', reason: 'Patří jinam.' },
      told: onlyOfTheInbox,
    },
  ],
  'POST /api/tasks/:id/preview': [
    {
      path: `/api/tasks/${encodeURIComponent(it.task)}/preview`,
      body: { data: { verdict: 'grant' } },
      told: onlyOfTheInbox,
      rightly: 'clerk',
    },
  ],
  // a member of the inbox who neither has the task nor supervises
  'POST /api/tasks/assign': [
    { body: { tasks: [it.task], to: null }, told: { ...onlyOfTheInbox, clerk: 403 } },
    { body: { tasks: [it.task], to: it.outsider.id }, told: { ...onlyOfTheInbox, clerk: 403 } },
  ],
  'GET /api/absences': [{ told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' }, rightly: 'clerk' }],
  'POST /api/absences': [
    {
      body: { official: it.clerk.id, substitute: it.outsider.id, from: '2099-03-01', to: '2099-03-02' },
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 403 },
    },
  ],
  'DELETE /api/absences/:id': [{ path: `/api/absences/${it.absence}`, told: onlyOfTheInbox }],
  'GET /api/subjects': [
    {
      path: `/api/subjects?query=${encodeURIComponent(it.victim.name)}`,
      told: { stranger: 401, citizen: 403, clerk: 403, outsider: 403 },
    },
  ],

  'GET /api/desk': [{ told: onlyTheDesk }],
  'POST /api/desk/find': [{ body: named(it.victim), told: onlyTheDesk }],
  'POST /api/desk/people': [{ body: { ...named(it.victim), document: idCard() }, told: onlyTheDesk }],
  ...Object.fromEntries(
    actsAtTheDesk(it).map(({ method, what, body, query = '' }) => [
      `${method} /api/desk/people/:id/${what}`,
      [{ path: `/api/desk/people/${it.victim.id}/${what}${query}`, body, told: onlyTheDesk }],
    ]),
  ),
  'GET /api/desk/people/:id/cases/:case': [
    { path: `/api/desk/people/${it.victim.id}/cases/${it.paid.id}`, told: onlyTheDesk },
  ],
  'POST /api/desk/people/:id/cases/:case/messages': [
    {
      path: `/api/desk/people/${it.victim.id}/cases/${it.atVictim.id}/messages`,
      body: { id: randomUUID(), stepKey: stepOf(it.atVictim), data: { note: 'Cizí doplnění.' } },
      told: onlyTheDesk,
    },
  ],
  'GET /api/addresses': [{ path: '/api/addresses?q=vrchlic', told: { ...everybody, stranger: 401 } }],

  'POST /api/webhooks/stripe': [
    {
      body: {
        id: 'evt_forged',
        type: 'checkout.session.completed',
        data: { object: { metadata: { order: it.paying.payment?.order } } },
      },
      told: { stranger: 400, citizen: 400, clerk: 400, outsider: 400 },
    },
  ],
})

let database: Database
let it: Things
/** Message ids by which the victim filed, by case. */
const filings = new Map<string, string>()

async function file(who: Visitor, agenda: string, data: unknown): Promise<CaseView> {
  const message = { id: randomUUID(), agenda, data }
  const { status, body } = await who.post<CaseView>('/api/cases', message)
  expect([201, 202], JSON.stringify(body)).toContain(status)
  filings.set(body.id, message.id)
  return until(
    () => caseOf(who, body.id),
    view => !view.pending && (view.open.length > 0 || closed(view)),
  )
}

/** A passkey in the table, of a device that nobody has. */
async function passkeyOf(db: Database['db'], personId: string): Promise<string> {
  const id = randomUUID()
  const key = { publicKey: Buffer.from('key'), counter: 0, transports: [], label: 'Tajný klíč' }
  await db
    .insertInto('passkey')
    .values({ id, personId, ...key, assurance: 'substantial' })
    .execute()
  return id
}

const library = { reader: 'Eva Tajná', age: 'adult' }

beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  const { db } = database
  const [victim, citizen] = [
    await resident(db, { owes: [78_000, 50_000, 120_000, 33_000] }),
    await resident(db, { owes: [9_900] }),
  ]
  const [right, outsider] = [await clerk(db, 'registry'), await clerk(db, 'building')]
  const who = holding(victim.cookie)

  const paying = await file(who, 'fee-payment', { items: [{ liability: victim.owes[0], amount: 78_000 }] })
  const toPay = await file(who, 'fee-payment', { items: [{ liability: victim.owes[1], amount: 50_000 }] })
  const order = await db
    .selectFrom('payment_order')
    .select('checkoutId')
    .where('caseId', '=', toPay.id)
    .executeTakeFirstOrThrow()
  await stack.gateway.controls.pay(order.checkoutId ?? '')
  const paid = await until(
    () => caseOf(who, toPay.id),
    view => closed(view) && view.documents.every(d => d.ready),
  )

  await db.updateTable('official').set({ photo: png, photoType: 'image/png' }).where('id', '=', right.id).execute()
  const loose = await uploaded(who, 'tajné.png', png)
  const attached = await uploaded(who, 'doklad.png', png)
  const atClerk = await file(who, '_example', { ...library, attachments: [attached] })
  const asked = await file(who, '_example', library)
  await holding(right.cookie).post(
    `/api/cases/${asked.id}/messages`,
    answer(stepOf(asked), { verdict: 'ask', reasons: 'Chybí doklad.' }),
  )
  const atVictim = await until(
    () => caseOf(who, asked.id),
    view => view.open[0]?.step === 'supplement',
  )
  const [agent, invited] = [await resident(db), await resident(db)]
  const given = await mandate(db, victim.subject, agent, payingScope)
  const inviting = await file(who, 'power-of-attorney', grantTo(invited))
  const draft = await who.send('PUT', '/api/drafts/basket', { data: { secret: 'rozepsáno' }, version: 0 })
  if (draft.status !== 200) throw new Error(`The draft was not kept: ${draft.status}`)
  const task = `${atClerk.id}:${stepOf(atClerk)}`
  const letter = randomUUID()
  const state = { personId: victim.id, portal: true, state: 'not-wanted' }
  await db
    .insertInto('reminder_letter')
    .values({ id: letter, ...state })
    .execute()
  const line = { liabilityId: victim.owes[2] ?? '', kind: 'before', personId: victim.id, letterId: letter }
  await db.insertInto('reminder').values(line).execute()
  await db.insertInto('reminder_choice').values({ personId: victim.id, email: false, portal: true }).execute()
  const slip = await openSlip(await paperOf(db, victim.owes[3] ?? ''))
  await stack.gateway.controls.pay(checkoutOf(slip))
  await slipSeen(slip.ticket, ({ state, receipt }) => state === 'posted' && receipt)
  const absence = randomUUID()
  await db
    .insertInto('absence')
    .values({
      ...{ id: absence, officialId: right.id, substituteId: (await clerk(db, 'registry')).id, createdBy: right.id },
      ...{ fromDay: '2099-01-01', toDay: '2099-01-05' },
    })
    .execute()
  it = {
    victim,
    citizen,
    clerk: right,
    outsider,
    paying,
    paid,
    atClerk,
    atVictim,
    document: paid.documents[0]?.id ?? '',
    task,
    absence,
    loose: loose.id,
    attached: attached.id,
    passkey: await passkeyOf(db, victim.id),
    mandate: given,
    inviting,
    ticket: slip.ticket,
    letter,
    reminder: ticketOf(caseKey(), 'reminder', letter),
  }
  await quiet(db)
})
afterAll(() => database.close())

const nameOf = (route: Pick<Route, 'method' | 'path'>) => `${route.method.toUpperCase()} ${route.path}`
const wrong = ['stranger', 'citizen', 'clerk', 'outsider'] as const
const as = (who: Wrong | 'victim') => (who === 'stranger' ? new Visitor() : holding(it[who].cookie))

/** What browsers send with a request that another page has made, and what programs send that are no browser. */
const elsewhere: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '', 'sec-fetch-site': 'cross-site' },
  { origin: '', 'sec-fetch-site': 'same-site' },
  { origin: '' },
]

/** All that is not the askers' own. */
const othersRows = () => fingerprints(database.db, [it.citizen.id, it.clerk.id, it.outsider.id])

/** Ids and words that belong to the victim alone: none may stand in an answer to somebody else. */
const secrets = () => [
  ...[it.victim.id, it.victim.subject, it.victim.name, it.document, it.loose, it.mandate],
  ...['rozepsáno', 'Eva Tajná', 'Tajný klíč', it.inviting.parties[0]?.code ?? ''],
  ...[it.paying, it.paid, it.atClerk, it.atVictim, it.inviting].flatMap(view => [
    view.id,
    view.number,
    ...(view.payment ? [view.payment.order] : []),
  ]),
]

async function ask(who: Visitor, route: Route, { path = route.path, body }: Try) {
  if (route.answers[200] === 'events') return listen(who, path)
  return who.send<unknown>(route.method.toUpperCase(), path, body)
}

/** A live page does not end by itself: what its first words are is enough. */
async function listen(who: Visitor, path: string) {
  const stop = new AbortController()
  const response = await fetch(new URL(path, who.base), {
    headers: { cookie: [...who.cookies].map(pair => pair.join('=')).join('; ') },
    signal: stop.signal,
  })
  const body: unknown = response.ok ? '' : await response.json()
  stop.abort()
  return { status: response.status, body }
}

describe('every route of the API', () => {
  test.each(routes.map(route => [nameOf(route), route] as const))('%s', async (name, route) => {
    const tries = table(it)[name]
    if (!tries) throw new Error(`${name} has no line in the table of this test: say who may use it, and with what.`)
    const before = await othersRows()
    for (const attempt of tries) {
      for (const who of wrong) {
        const told = attempt.told[who]
        if (told === 'may') continue
        const { status, body } = await ask(as(who), route, attempt)
        const said = JSON.stringify(body)
        const what = `${attempt.path ?? name} by ${who}: ${said}`
        if (told === 'own') expect(status, what).toBeLessThan(400)
        else expect(status, what).toBe(told)
        for (const secret of secrets()) expect(said, what).not.toContain(secret)
        expect(await othersRows(), what).toEqual(before)
      }
      if (attempt.rightly) expect((await ask(as(attempt.rightly), route, attempt)).status, attempt.path).toBe(200)
    }
  })

  test('no line of the table is without its route', () => {
    expect(Object.keys(table(it)).filter(name => !routes.some(route => nameOf(route) === name))).toEqual([])
  })

  test('who may ask without signing in is what the table calls everybody’s', () => {
    const open = routes.filter(route => route.who === 'anyone').map(nameOf)
    const strangers = Object.entries(table(it)).filter(([, tries]) =>
      tries.every(({ told }) => told.stranger === 'own' || told.stranger === 400 || told.stranger === 422),
    )
    expect(open.toSorted()).toEqual(strangers.map(([name]) => name).toSorted())
  })

  test.each(
    routes.filter(route => route.method !== 'get' && !route.webhook).map(route => [nameOf(route), route] as const),
  )('%s is not taken from another site, whoever is signed in', async (name, route) => {
    const before = await fingerprints(database.db)
    for (const attempt of table(it)[name] ?? [])
      for (const who of ['victim', 'clerk'] as const)
        for (const headers of elsewhere) {
          const { status, body } = await as(who).send<ProblemDetails>(
            route.method.toUpperCase(),
            attempt.path ?? route.path,
            attempt.body,
            headers,
          )
          expect([status, body.code], `${name} with ${JSON.stringify(headers)}`).toEqual([403, 'cross-origin'])
        }
    expect(await fingerprints(database.db)).toEqual(before)
  })
})

describe('a session that has ended', () => {
  const forSomebody = routes.filter(route => route.who !== 'anyone')
  /** Session cookies: of one who has signed out, of one whose time is over, and what was never any. */
  let ended: string[]
  beforeAll(async () => {
    const [gone, late] = [await resident(database.db), await resident(database.db)]
    await holding(gone.cookie).post('/api/auth/logout', undefined)
    await expire(late)
    ended = [gone.cookie, late.cookie, 'x'.repeat(43), 'nonsense', `'${gone.cookie}`]
  })

  test.each(forSomebody.map(route => [nameOf(route), route] as const))('opens nothing: %s', async (name, route) => {
    const before = await fingerprints(database.db)
    for (const cookie of ended) {
      const { status, body } = await ask(holding(cookie), route, table(it)[name]?.[0] ?? { told: onlyTheParties })
      expect([status, body], name).toEqual([401, expect.objectContaining({ code: 'session-expired' })])
    }
    expect(await fingerprints(database.db)).toEqual(before)
  })

  test('signing out ends the session of the one who asks and no other', async () => {
    const one = await resident(database.db)
    const { status, headers } = await holding(one.cookie).post('/api/auth/logout', undefined)
    expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/^portal_session=; .*Max-Age=0/)])
    expect((await as('victim').get('/api/profile')).status).toBe(200)
    expect((await as('clerk').get('/api/inbox')).status).toBe(200)
  })

  test('signing out ends it at the identity provider too: the next sign-in asks who one is', async () => {
    const [who, jar]: [Visitor, Jar] = [new Visitor(), new Map()]
    const begin = async () => (await who.get('/api/auth/login')).headers.get('location') ?? ''
    await who.get(await walkThroughLogin(await begin(), { means: 'bankid', person: 'sarka-durickova' }, jar))
    const { body } = await who.post<SignedOut>('/api/auth/logout', undefined)
    const left = await visit(body.next, jar)
    expect([left.status, left.headers.get('location')]).toEqual([302, `${stack.urls.portal}/`])
    const again = await visit(await begin(), jar)
    expect(again.headers.get('location')).toMatch(/\/login\//)
  })

  test('an official who has left the town hall decides nothing more, even with an open session', async () => {
    const left = await clerk(database.db, 'registry')
    const who = holding(left.cookie)
    expect((await who.get(`/api/cases/${it.atClerk.id}`)).status).toBe(200)
    await database.db.updateTable('official').set({ active: false }).where('id', '=', left.id).execute()
    const decision = await who.post(
      `/api/cases/${it.atClerk.id}/messages`,
      answer(stepOf(it.atClerk), { verdict: 'grant' }),
    )
    expect([decision.status, (await caseOf(as('victim'), it.atClerk.id)).state]).toEqual([401, 'open'])
  })
})

describe('a sign-in that is too weak', () => {
  test('sees debts but does not pay them; the answer leads to a stronger sign-in and back to the page', async () => {
    const weak = await resident(database.db, { owes: [10_000], assurance: 'low' })
    const who = holding(weak.cookie)
    expect((await who.get<Liabilities>('/api/liabilities')).body.liabilities).toHaveLength(1)
    const before = await fingerprints(database.db)
    const message = basket({ liability: weak.owes[0] ?? '', amount: 10_000 })
    const refused = await who.post<ProblemDetails>('/api/cases', message, {
      referer: `${stack.urls.portal}/cs/basket?a=1`,
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'level-too-low'])
    expect(await fingerprints(database.db)).toEqual(before)
    const next = new URL(refused.body.next ?? '', stack.urls.portal)
    expect([next.pathname, Object.fromEntries(next.searchParams)]).toEqual([
      '/api/auth/login',
      { assurance: 'substantial', return: '/cs/basket?a=1' },
    ])
    // where it does not matter the same session is good enough
    expect((await who.post('/api/cases', { id: randomUUID(), agenda: '_example', data: library })).status).toBeLessThan(
      203,
    )
  })

  test('stepping up goes on where one stopped, as the same account', async () => {
    const who = await new Visitor().signIn({ means: 'mojeid-password', person: 'monika-stastna' })
    const before = (await who.get<SessionInfo>('/api/session')).body.user
    const item = { liability: it.victim.owes[2] ?? '', amount: 5000 }
    const refused = await who.post<ProblemDetails>('/api/cases', basket(item), {
      referer: `${stack.urls.portal}/en/basket`,
    })
    expect(refused.body.code).toBe('level-too-low')
    const begun = await who.get(refused.body.next ?? '')
    const done = await who.get(
      await walkThroughLogin(begun.headers.get('location') ?? '', { means: 'mojeid', person: 'monika-stastna' }),
    )
    expect(done.headers.get('location')).toBe('/en/basket')
    const after = (await who.get<SessionInfo>('/api/session')).body.user
    expect(after).toMatchObject({ id: before?.id, assurance: 'substantial' })
    // now the basket itself is judged: the debt is somebody else's
    expect((await who.post('/api/cases', basket(item))).status).toBe(422)
  })
})

describe('an account that the ledger does not know', () => {
  const request = (symbol: string) => ({
    id: randomUUID(),
    agenda: 'account-pairing',
    data: { symbol, note: 'Dříve Nováková.' },
  })
  const symbolOf = async (subject: Resident) =>
    (
      await database.db
        .selectFrom('liability')
        .select('variableSymbol')
        .where('subjectId', '=', subject.subject)
        .executeTakeFirstOrThrow()
    ).variableSymbol

  async function asksToBePaired(symbol: string) {
    const newcomer = await resident(database.db, { paired: false })
    const who = holding(newcomer.cookie)
    const { body: filed } = await who.post<CaseView>('/api/cases', request(symbol))
    const view = await until(
      () => caseOf(who, filed.id),
      seen => seen.open.length > 0,
    )
    expect(view.open).toMatchObject([{ step: 'pairing', kind: 'clerk', mine: false }])
    return { who, id: view.id, step: stepOf(view) }
  }

  test('says so, owes nothing that anybody could see, and pays nobody’s debt', async () => {
    const who = await new Visitor().signIn({ means: 'eobcanka', person: 'eliska-horakova' })
    expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({
      paired: false,
      liabilities: [],
      owed: 0,
      asOf: null,
    })
    // she is sixteen: what a grown-up without a record is told, she is not even judged for
    const stolen = () => basket({ liability: it.victim.owes[2] ?? '', amount: 5000 })
    expect((await who.post<ProblemDetails>('/api/cases', stolen())).body.code).toBe('minor')
    const grown = holding((await resident(database.db, { paired: false })).cookie)
    const { status, body } = await grown.post<ProblemDetails>('/api/cases', stolen())
    expect([status, body.problems?.[0]?.rule]).toEqual([422, 'not-yours'])
  })

  test('is paired by a clerk of the finance department, who finds the subject by its variable symbol', async () => {
    const owner = await resident(database.db, { owes: [33_000], paired: false })
    const symbol = await symbolOf(owner)
    const { who, id, step } = await asksToBePaired(symbol)
    const cashier = holding((await clerk(database.db, 'finance')).cookie)
    expect((await who.get<Profile>('/api/profile')).body).toMatchObject({ paired: false, pairingCase: id })

    const { body: inbox } = await cashier.get<Inbox>('/api/inbox?role=finance')
    const task = inbox.tasks.find(t => t.case === id)
    expect(task).toMatchObject({ agenda: 'account-pairing', role: 'finance' })
    const opened = await cashier.get<TaskView>(`/api/tasks/${encodeURIComponent(task?.id ?? '')}`)
    expect(opened.body).toMatchObject({
      barred: false,
      mayDecide: true,
      stepKey: step,
      caseView: { submissions: [{ data: { symbol } }] },
    })
    const { body: found } = await cashier.get<SubjectList>(`/api/subjects?query=${symbol}`)
    expect(found.subjects).toMatchObject([{ id: owner.subject, pairedWith: false }])

    await cashier.post(`/api/cases/${id}/messages`, answer(step, { verdict: 'pair', subject: owner.subject }))
    expect(await until(() => caseOf(who, id), closed)).toMatchObject({ outcome: 'paired' })
    expect((await who.get<Profile>('/api/profile')).body).toMatchObject({ paired: true, pairingCase: null })
    expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({
      paired: true,
      owed: 33_000,
      liabilities: [{ id: owner.owes[0] }],
    })
    const { pairedBy } = await database.db
      .selectFrom('person')
      .select('pairedBy')
      .where('subjectId', '=', owner.subject)
      .executeTakeFirstOrThrow()
    expect(pairedBy).toBe('clerk')
  })

  test('is not paired with a subject that has an account already', async () => {
    const { who, id, step } = await asksToBePaired(await symbolOf(it.victim))
    const cashier = holding((await clerk(database.db, 'finance')).cookie)
    const { body: found } = await cashier.get<SubjectList>(`/api/subjects?query=${await symbolOf(it.victim)}`)
    expect(found.subjects).toMatchObject([{ pairedWith: true }])
    await cashier.post(`/api/cases/${id}/messages`, answer(step, { verdict: 'pair', subject: it.victim.subject }))
    expect(await until(() => caseOf(who, id), closed)).toMatchObject({ outcome: 'refused' })
    expect((await caseOf(who, id)).timeline.map(event => event.title.cs).join()).toContain(
      'Účet se nepodařilo spárovat',
    )
    expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({ paired: false, liabilities: [] })
    expect((await as('victim').get<Liabilities>('/api/liabilities')).body.paired).toBe(true)
  })

  test('is not paired when the clerk refuses, and hears why', async () => {
    const { who, id, step } = await asksToBePaired(await symbolOf(it.citizen))
    const cashier = holding((await clerk(database.db, 'finance')).cookie)
    const unreasoned = await cashier.post<ProblemDetails>(
      `/api/cases/${id}/messages`,
      answer(step, { verdict: 'refuse' }),
    )
    expect([unreasoned.status, unreasoned.body.problems?.map(p => p.path)]).toEqual([422, ['/reasons']])
    await cashier.post(`/api/cases/${id}/messages`, answer(step, { verdict: 'refuse', reasons: 'Jméno nesouhlasí.' }))
    expect(await until(() => caseOf(who, id), closed)).toMatchObject({ outcome: 'refused' })
    expect(JSON.stringify((await caseOf(who, id)).timeline)).toContain('Jméno nesouhlasí.')
    expect((await who.get<Profile>('/api/profile')).body.paired).toBe(false)
  })
})

describe('who was the victim’s agent, and who is in another matter', () => {
  test('a former agent gets 404 everywhere, an agent outside the scope sees nothing of it', async () => {
    const { db } = database
    const [former, narrow] = [await resident(db), await resident(db)]
    const wide = [{ agenda: '*', actions: ['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'] as const }]
    const once = await mandate(db, it.victim.subject, former, wide, { basis: 'employee' })
    await mandate(db, it.victim.subject, narrow, [{ agenda: 'grant', actions: ['view', 'file', 'receive'] }])
    const agent = holding(former.cookie)
    const filed = await agent.post<CaseView>('/api/cases', {
      id: randomUUID(),
      agenda: '_example',
      data: library,
      for: it.victim.subject,
    })
    expect(filed.status).toBe(201)
    await as('victim').post(`/api/mandates/${once}/revoke`, { id: randomUUID() })

    const reads = [
      `/api/cases/${filed.body.id}`,
      `/api/cases/${filed.body.id}/live`,
      ...it.victim.owes.flatMap(id => [`/api/liabilities/${id}`, `/api/liabilities/${id}/qr.svg`]),
      `/api/documents/${it.document}`,
    ]
    const writes: [string, unknown][] = [
      ['/api/cases', { ...basket({ liability: it.victim.owes[2] ?? '', amount: 1500 }), for: it.victim.subject }],
      ['/api/cases', { id: randomUUID(), agenda: '_example', data: library, for: it.victim.subject }],
      [`/api/cases/${filed.body.id}/messages`, answer(stepOf(filed.body), { verdict: 'grant' })],
      [`/api/cases/${filed.body.id}/messages`, { id: randomUUID(), kind: 'withdraw' }],
      [`/api/cases/${filed.body.id}/return`, {}],
    ]
    await quiet(db)
    const before = await fingerprints(db, [former.id, narrow.id])
    for (const path of reads)
      for (const who of [former, narrow]) expect((await holding(who.cookie).get(path)).status, path).toBe(404)
    for (const [path, body] of writes) {
      expect((await agent.post(path, body)).status, path).toBe(404)
      expect([403, 404], path).toContain((await holding(narrow.cookie).post(path, body)).status)
    }
    for (const path of ['/api/cases', '/api/liabilities', '/api/documents', '/api/principals'])
      expect(JSON.stringify((await agent.get(path)).body), path).not.toContain(it.victim.name)
    for (const path of ['/api/cases', '/api/liabilities', '/api/documents'])
      expect(JSON.stringify((await holding(narrow.cookie).get(path)).body), path).not.toContain(it.victim.name)
    expect(await fingerprints(db, [former.id, narrow.id])).toEqual(before)
  })
})

test('in the end the right ones still may: clerk and victim go on as if nobody had tried', async () => {
  const victim = as('victim')
  await as('clerk').post(`/api/cases/${it.atClerk.id}/messages`, answer(stepOf(it.atClerk), { verdict: 'grant' }))
  expect(await until(() => caseOf(victim, it.atClerk.id), closed)).toMatchObject({ outcome: 'granted' })
  await victim.post(`/api/cases/${it.atVictim.id}/messages`, answer(stepOf(it.atVictim), { note: 'Doklad přikládám.' }))
  await until(
    () => caseOf(victim, it.atVictim.id),
    view => view.open[0]?.step === 'verdict',
  )
  await victim.post(`/api/cases/${it.paying.id}/messages`, { id: randomUUID(), kind: 'withdraw' })
  expect(await until(() => caseOf(victim, it.paying.id), closed)).toMatchObject({ outcome: 'withdrawn' })
  const { body } = await victim.get<Draft>('/api/drafts/basket')
  expect(body.data).toEqual({ secret: 'rozepsáno' })
})

const expire = (who: Resident) =>
  database.db
    .updateTable('session')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('personId', '=', who.id)
    .execute()
