import { words } from './words.ts'

export const documentsWords = words({
  title: { cs: 'Doklady', en: 'Documents' },
  lead: {
    cs: 'Doklady o zaplacení a rozhodnutí, které jste od města dostali.',
    en: 'Receipts and decisions that you have received from the city.',
  },
  none: { cs: 'Zatím tu žádný doklad není.', en: 'There are no documents here yet.' },
  noneText: {
    cs: 'Objeví se tu po každé platbě a po každém rozhodnutí.',
    en: 'One will appear here after each payment and each decision.',
  },
  toPayments: { cs: 'Zobrazit platby', en: 'Show payments' },
  forWhom: { cs: 'za: {name}', en: 'for: {name}' },
  what: { cs: 'Doklad', en: 'Document' },
  number: { cs: 'Číslo', en: 'Number' },
  date: { cs: 'Ze dne', en: 'Date' },
  amount: { cs: 'Částka', en: 'Amount' },
  file: { cs: 'Soubor', en: 'File' },
  download: { cs: 'Stáhnout PDF', en: 'Download PDF' },
  soon: { cs: 'připravuje se', en: 'being prepared' },
  toCase: { cs: 'K případu', en: 'To the case' },
})
