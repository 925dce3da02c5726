import { paths } from '../../../web/paths.ts'
import { keyWords } from '../../../web/words/desk.ts'
import { spoken } from '../words.ts'
import { inNameOf, nowhere, paying, type Visits } from './visit.ts'

/** Pages of a citizen. */
export const citizen: Visits = {
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
}
