import { words } from './words.ts'

/** The calendar of payments, and instalments of a debt. */
export const calendarWords = words({
  title: { cs: 'Kalendář plateb', en: 'Calendar of payments' },
  lead: {
    cs: 'Co a kdy má být zaplaceno: závazky i povolené splátky.',
    en: 'What is to be paid and when: debts and instalments granted.',
  },
  empty: { cs: 'Není nic k zaplacení.', en: 'There is nothing to pay.' },
  download: { cs: 'Stáhnout do kalendáře (.ics)', en: 'Download for your calendar (.ics)' },
  late: { cs: 'Po splatnosti', en: 'Overdue' },
  due: { cs: 'Splatnost', en: 'Due' },
  what: { cs: 'Co', en: 'What' },
  amount: { cs: 'Částka', en: 'Amount' },
  part: { cs: 'splátka {n} z {of}', en: 'instalment {n} of {of}' },
  owedBy: { cs: 'dluží: {name}', en: 'owed by: {name}' },
  planTitle: { cs: 'Splátkový kalendář', en: 'Instalments' },
  planText: {
    cs: 'Závazek platíte ve splátkách. Nezaplatíte-li některou včas, je splatný celý zbytek.',
    en: 'You pay this debt in instalments. If one is not paid in time, all that is left is due.',
  },
  planCase: { cs: 'Rozhodnutí o splátkách', en: 'The decision about the instalments' },
  instalment: { cs: 'Splátka', en: 'Instalment' },
  left: { cs: 'Zbývá', en: 'Left' },
  paid: { cs: 'zaplaceno', en: 'paid' },
  askTitle: { cs: 'Nemůžete zaplatit najednou?', en: 'Cannot pay at once?' },
  askText: {
    cs: 'Požádejte o splátky. Rozhodne o nich pracovník finančního odboru.',
    en: 'Ask for instalments. An official of the finance department decides about them.',
  },
  askButton: { cs: 'Požádat o splátky', en: 'Ask for instalments' },
})
