import { condition, patched } from '@temporalio/workflow'
import type { Agenda, Case, Forms, Lookups } from '../agenda.ts'
import { beginningOf } from '../deadline.ts'
import type { CaseStart } from '../protocol.ts'
import type { Desk } from './desk.ts'
import { reach } from './hands.ts'
import type { Journal } from './journal.ts'
import { PayStep } from './pay.ts'

/** The vocabulary of one running case. The commands a verb gives the engine are a frozen contract: change them behind `patched` only. */
export function verbs(
  agenda: Agenda,
  { id, start, next }: { id: string; start: CaseStart; next(): string },
  desk: Desk,
  journal: Journal,
  payments: Set<PayStep>,
): Case<Forms, string> {
  return {
    id,
    number: start.number,
    citizen: start.citizen,
    principal: start.principal ? { subject: start.principal.subject, name: start.principal.name } : null,
    form: (step, { by = 'citizen', ...o } = {}) => desk.ask(step, by, o) as never,
    clerk: (step, { role, due, not = [] }) =>
      desk.ask(step, role, { due, not: not.flatMap(s => desk.deciders.get(s) ?? []) }) as never,
    async pay(step, { items, email, language = start.citizen.language, within }) {
      const amount = items.reduce((sum, item) => sum + item.amount, 0)
      const payment = new PayStep(desk, journal, step, next(), amount, within)
      payments.add(payment)
      try {
        return await payment.run({
          caseId: id,
          personId: start.citizen.id,
          language,
          items: [...items],
          ...(email && { email }),
        })
      } finally {
        payments.delete(payment)
      }
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
    do: lookups(journal, id, start.citizen.id),
    since: change => patched(change),
  }
}

const lookups = (journal: Journal, caseId: string, person: string): Lookups => ({
  pairAccount: (person, subject) => journal.during(letGo => reach('pairAccount', { person, subject }, letGo)),
  latePayment: order => journal.during(letGo => reach('latePayment', order, letGo)),
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
