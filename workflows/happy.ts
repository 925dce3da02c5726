import type { Lookups, Words } from './agenda.ts'

/** What the city's systems answer when all goes well: a preview plays with these. */
export const happyCase: Lookups = {
  pairAccount: async () => 'paired',
  latePayment: async () => ({ amount: 0, posted: true }),
}

/** What is taken for granted by playing with the answer of the happy case. */
export const assumptions: Readonly<Record<keyof Lookups, Words>> = {
  pairAccount: {
    cs: 'Záznam v evidenci města je volný a účet se s ním podaří spárovat.',
    en: 'The record of the city is free, and the account can be linked with it.',
  },
  latePayment: {
    cs: 'Platební brána platbu potvrdí.',
    en: 'The payment gateway confirms the payment.',
  },
}
