import { condition, patched } from '@temporalio/workflow'
import type { Agenda, Case, Forms, Lookups } from '../agenda.ts'
import { beginningOf } from '../deadline.ts'
import type { CaseStart } from '../protocol.ts'
import type { Desk } from './desk.ts'
import { reach } from './hands.ts'
import type { Journal } from './journal.ts'
import { refunding, type Confirmed, type RefundHands } from '../refunding.ts'
import type { CaseMoney } from './money.ts'
import { PayStep } from './pay.ts'
import { collectSignatures } from './signatures.ts'

/** The vocabulary of one running case. The commands a verb gives the engine are a frozen contract: change them behind `patched` only. */
export function verbs(
  agenda: Agenda,
  { id, start, next }: { id: string; start: CaseStart; next(): string },
  desk: Desk,
  journal: Journal,
  money: CaseMoney,
): Case<Forms, string> {
  return {
    id,
    number: start.number,
    citizen: start.citizen,
    principal: start.principal ? { subject: start.principal.subject, name: start.principal.name } : null,
    form: asking(agenda, { start, next }, desk, journal) as Case<Forms, string>['form'],
    clerk: (step, { role, due, not = [] }) =>
      desk.ask(step, role, { due, not: not.flatMap(s => desk.deciders.get(s) ?? []) }) as never,
    async pay(step, { items, email, language = start.citizen.language, within }) {
      const amount = items.reduce((sum, item) => sum + item.amount, 0)
      const payment = new PayStep(desk, journal, step, next(), amount, within)
      money.payments.add(payment)
      try {
        const settled = await payment.run({
          caseId: id,
          personId: start.citizen.id,
          language,
          items: [...items],
          ...(email && { email }),
        })
        if (settled.state === 'paid' || settled.state === 'held') money.came()
        return settled
      } finally {
        money.payments.delete(payment)
      }
    },
    refund(step, { of, proposedBy, role, due, account, values = {} }) {
      const by = (proposedBy && desk.deciders.get(proposedBy)) ?? 'portal'
      const wish = { id: next(), of, by, ...(account && { account }) }
      const confirm = async () => {
        const answer = (await desk.ask(step, role, { due, not: [by] })) as Omit<Confirmed, 'by'>
        return { ...answer, by: desk.deciders.get(step) ?? '' }
      }
      return money.goesBack(() =>
        refunding(wish, refundHands(journal, id), confirm, (text, said) =>
          journal.notify({ id: next(), text, values: { ...values, ...said }, documents: [] }),
        ),
      )
    },
    async notify(text, values = {}, documents = [], { to } = {}) {
      if (!(text in agenda.texts)) throw new TypeError(`Agenda ${agenda.id} has no text ${text}.`)
      journal.notify({ id: next(), text, values, documents, ...(to && { party: to }) })
    },
    async invite(role, { givenName, familyName, birthDate, email }, text, values = {}) {
      const name = `${givenName} ${familyName}`
      journal.invite({ role, name, birthDate, ...(email && { email }) })
      journal.notify({ id: next(), text, values: { ...values, name }, documents: [], party: role })
    },
    async wait(day) {
      const left = Date.parse(beginningOf(day)) - Date.now()
      if (left > 0) await condition(() => false, left)
    },
    async issue(kind, values) {
      const document = next()
      journal.issue({ id: document, kind, values })
      return document
    },
    do: lookups(journal, { id, person: start.citizen.id, next }, money),
    since: change => patched(change),
  }
}

const refundHands = (journal: Journal, caseId: string): RefundHands => ({
  proposeRefund: wish => journal.during(letGo => reach('proposeRefund', { caseId, ...wish }, letGo)),
  approveRefund: ask => journal.during(letGo => reach('approveRefund', ask, letGo)),
  rejectRefund: refund => journal.during(letGo => reach('rejectRefund', refund, letGo)),
  sendRefund: refund => journal.during(letGo => reach('sendRefund', refund, letGo)),
})

/** How a form is asked. What several must sign together goes on from its first form once they have: in this one place, for all agendas. */
function asking(
  agenda: Agenda,
  { start: { joint, citizen, principal }, next }: { start: CaseStart; next(): string },
  desk: Desk,
  journal: Journal,
) {
  const ask: Case<Forms, string>['form'] = (step, { by = 'citizen', ...o } = {}) => desk.ask(step, by, o) as never
  if (!joint) return ask
  let signed = false
  const first: Case<Forms, string>['form'] = async (step, o) => {
    const data = await ask(step, o)
    if (signed || step !== agenda.first) return data
    signed = true
    await collectSignatures(joint, { desk, journal, next, filer: citizen.name, principal: principal?.name ?? '' })
    return data
  }
  return first
}

const lookups = (
  journal: Journal,
  { id: caseId, person, next }: { id: string; person: string; next(): string },
  money: CaseMoney,
): Lookups => ({
  pairAccount: (person, subject) => journal.during(letGo => reach('pairAccount', { person, subject }, letGo)),
  latePayment: order => journal.during(letGo => reach('latePayment', order, letGo)),
  overpayment: payment => journal.during(letGo => reach('overpayment', payment, letGo)),
  spendRest: of => journal.during(letGo => reach('spendRest', of, letGo)),
  chargeBack: order => journal.during(letGo => reach('chargeBack', { id: next(), caseId, order }, letGo)),
  recordOutsideRefund: order =>
    journal.during(letGo => reach('recordOutsideRefund', { id: next(), caseId, order }, letGo)),
  refundCameBack: refund => journal.during(letGo => reach('refundCameBack', refund, letGo)),
  transferred: async refund => {
    await journal.during(letGo => reach('transferred', refund, letGo))
    money.transferred()
  },
  decideBankLine: decision => journal.during(letGo => reach('decideBankLine', decision, letGo)),
  registerMandate: grant => journal.during(letGo => reach('registerMandate', { caseId, grant }, letGo)),
  acceptMandate: mandate => journal.during(letGo => reach('acceptMandate', { caseId, mandate }, letGo)),
  activateMandate: check => journal.during(letGo => reach('activateMandate', { caseId, check }, letGo)),
  endMandate: end => journal.during(letGo => reach('endMandate', end, letGo)),
  findPrincipals: () => journal.during(letGo => reach('findPrincipals', { caseId, person }, letGo)),
  debtToSpread: number => journal.during(letGo => reach('debtToSpread', { caseId, number }, letGo)),
  grantInstalments: wish => journal.during(letGo => reach('grantInstalments', { caseId, ...wish }, letGo)),
  instalmentsOn: day => journal.during(letGo => reach('instalmentsOn', { caseId, day }, letGo)),
  debtStatement: () => journal.during(letGo => reach('debtStatement', caseId, letGo)),
})
