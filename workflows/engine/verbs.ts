import { patched } from '@temporalio/workflow'
import type { Agenda, Case, Forms, Lookups } from '../agenda.ts'
import type { CaseStart } from '../protocol.ts'
import { derived } from './derive.ts'
import type { Desk } from './desk.ts'
import { reach } from './hands.ts'
import type { Journal } from './journal.ts'
import { PayStep } from './pay.ts'

/** The vocabulary of one running case. The commands a verb gives the engine are a frozen contract: change them behind `patched` only. */
export function verbs(
  agenda: Agenda,
  id: string,
  start: CaseStart,
  desk: Desk,
  journal: Journal,
  payments: Set<PayStep>,
): Case<Forms, string> {
  let made = 0
  const next = () => derived(id, ++made)
  return {
    id,
    number: start.number,
    citizen: start.citizen,
    form: (step, o = {}) => desk.ask(step, 'citizen', o) as never,
    clerk: (step, { role, due, not = [] }) =>
      desk.ask(step, role, { due, not: not.flatMap(s => desk.deciders.get(s) ?? []) }) as never,
    async pay(step, { items, email, within }) {
      const amount = items.reduce((sum, item) => sum + item.amount, 0)
      const payment = new PayStep(desk, journal, step, next(), amount, within)
      payments.add(payment)
      try {
        return await payment.run({
          caseId: id,
          personId: start.citizen.id,
          language: start.citizen.language,
          items: [...items],
          ...(email && { email }),
        })
      } finally {
        payments.delete(payment)
      }
    },
    async notify(text, values = {}, documents = []) {
      if (!(text in agenda.texts)) throw new TypeError(`Agenda ${agenda.id} has no text ${text}.`)
      journal.notify({ id: next(), text, values, documents })
    },
    async issue(kind, values) {
      const document = next()
      journal.issue({ id: document, kind, values })
      return document
    },
    do: lookups(journal),
    since: change => patched(change),
  }
}

const lookups = (journal: Journal): Lookups => ({
  pairAccount: (person, subject) => journal.during(letGo => reach('pairAccount', { person, subject }, letGo)),
  latePayment: order => journal.during(letGo => reach('latePayment', order, letGo)),
})
