import type { Lookups, Words } from './agenda.ts'

/** What the city's systems answer when all goes well: a preview plays with these. */
export const happyCase: Lookups = {
  pairAccount: async () => 'paired',
  latePayment: async () => ({ amount: 0, posted: true }),
  overpayment: async () => ({ used: 0, left: 100_000, paidOn: '2026-01-01', limit: 0 }),
  spendRest: async () => 0,
  chargeBack: async () => ({ amount: 0, reopened: [], missing: 0 }),
  recordOutsideRefund: async () => ({ amount: 0, reopened: [], missing: 0 }),
  refundCameBack: async () => ({ amount: 0 }),
  transferred: async () => {},
  decideBankLine: async () => 'done',
  registerMandate: async () => ({ mandate: '00000000-0000-4000-8000-000000000000' }),
  acceptMandate: async () => null,
  activateMandate: async () => ({ notice: null }),
  endMandate: async () => {},
  findPrincipals: async () => [],
  debtToSpread: async () => ({ amount: 0, approval: false, world: 'tax' }),
  grantInstalments: async ({ first }) => ({ last: first, lookOn: first }),
  instalmentsOn: async () => ({ state: 'kept' }),
  debtStatement: async () => ({ owed: 0, overdue: 0, late: 0, asOf: '2026-01-01T00:00:00.000Z' }),
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
  overpayment: { cs: 'Nic není po splatnosti.', en: 'Nothing is overdue.' },
  spendRest: { cs: 'Přeplatek se použije na jiné dluhy.', en: 'The overpayment is used for other debts.' },
  chargeBack: {
    cs: 'Platba se vyjme z evidence a dluh znovu ožije.',
    en: 'The payment leaves the records and the debt is owed again.',
  },
  recordOutsideRefund: { cs: 'Vrácení se zapíše do evidence.', en: 'The refund is entered into the records.' },
  refundCameBack: { cs: 'Vrácené peníze se znovu vedou jako přeplatek.', en: 'The money is an overpayment again.' },
  transferred: { cs: 'Odeslání se zapíše do evidence.', en: 'The transfer is entered into the records.' },
  decideBankLine: {
    cs: 'Závazky se mezitím nezaplatí odjinud.',
    en: 'The debts are not paid from elsewhere meanwhile.',
  },
  registerMandate: {
    cs: 'Registry státu zmocnění nebrání.',
    en: 'The state’s registers do not stand against the power of attorney.',
  },
  acceptMandate: { cs: 'Zmocněnec může zmocnění přijmout.', en: 'The agent may take the power of attorney on.' },
  activateMandate: {
    cs: 'Od podání se nic nezměnilo, co by zmocnění bránilo.',
    en: 'Nothing has changed since the filing that would stand against the power of attorney.',
  },
  endMandate: { cs: 'Zmocnění se podaří ukončit.', en: 'The power of attorney can be ended.' },
  debtToSpread: {
    cs: 'Dluh trvá a nepotřebuje schválení druhým pracovníkem.',
    en: 'The debt is still owed and needs no approval by a second official.',
  },
  grantInstalments: { cs: 'Dluh se od žádosti nezměnil.', en: 'The debt has not changed since the request.' },
  instalmentsOn: { cs: 'Splátky přijdou včas.', en: 'The instalments come in time.' },
  debtStatement: { cs: 'V evidenci města není žádný dluh.', en: 'The city’s records show no debt.' },
  findPrincipals: { cs: 'Registry nikoho nenajdou.', en: 'The registers find nobody.' },
}
