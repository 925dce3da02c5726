import { String as Text } from 'typebox'
import type { Words } from '../language.ts'
import { about, type Ask } from './about.ts'

/** An id of the portal's own (UUID), filled by the machine. */
export function identifier(title: Words, ask: Ask = {}) {
  return Text({ format: 'uuid', ...about(title, ask) })
}

/** A subject of the city's ledger (subjekt), looked up by a clerk; the data hold its id. */
export function subject({
  title = { cs: 'Osoba nebo firma v evidenci', en: 'Person or company in the records' },
  ...ask
}: Ask & { title?: Words } = {}) {
  return Text({ format: 'uuid', ...about(title, ask, { format: 'subject' }) })
}

/** One of the citizen's own overpayments (přeplatek), chosen from a list; the data hold the payment's id. */
export function overpayment(title: Words, ask: Ask = {}) {
  return Text({ format: 'uuid', 'x-check': 'overpayment', ...about(title, ask, { format: 'overpayment' }) })
}

/** One of the citizen's own debts, or of the principal's, chosen from a list; the data hold its number in the city's accounting. */
export function debt(title: Words, ask: Ask = {}) {
  return Text({ minLength: 1, maxLength: 100, 'x-check': 'debt-to-spread', ...about(title, ask, { format: 'debt' }) })
}

/** A refund by transfer that a bank statement may show sent, chosen by a clerk from a list; the data hold its id. */
export function sentRefund(title: Words, ask: Ask = {}) {
  return Text({ format: 'uuid', 'x-check': 'sent-refund', ...about(title, ask, { format: 'sent-refund' }) })
}
