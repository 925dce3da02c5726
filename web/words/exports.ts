import { words } from './words.ts'

/** Words of the page on which payments are handed over to the accounting. */
export const exportWords = words({
  title: { cs: 'Platby pro účetnictví', en: 'Payments for the accounting' },
  lead: {
    cs: 'Každá platba se účetnictví předá jednou, v očíslovaném předání. Soubor předání si můžete stáhnout, kolikrát potřebujete.',
    en: 'Each payment is handed over to the accounting once, in a numbered hand-over. Its file can be downloaded as often as you need.',
  },
  next: { cs: 'Od posledního předání', en: 'Since the last hand-over' },
  waiting: {
    cs: {
      one: 'Na předání čeká {n} platba za {sum}.',
      few: 'Na předání čekají {n} platby za {sum}.',
      other: 'Na předání čeká {n} plateb za {sum}.',
    },
    en: {
      one: '{n} payment of {sum} waits to be handed over.',
      other: '{n} payments of {sum} wait to be handed over.',
    },
  },
  nothingWaits: { cs: 'Účetnictví už dostalo všechny platby.', en: 'The accounting has been handed all payments.' },
  handOver: { cs: 'Předat účetnictví', en: 'Hand over to the accounting' },
  handed: { cs: 'Předání č. {run} je připravené', en: 'Hand-over no. {run} is ready' },
  handedText: {
    cs: {
      one: '{n} platba za {sum}. Stáhněte soubor a nahrajte ho do účetnictví; součty porovnejte.',
      few: '{n} platby za {sum}. Stáhněte soubor a nahrajte ho do účetnictví; součty porovnejte.',
      other: '{n} plateb za {sum}. Stáhněte soubor a nahrajte ho do účetnictví; součty porovnejte.',
    },
    en: {
      one: '{n} payment of {sum}. Download the file and bring it into the accounting; compare the totals.',
      other: '{n} payments of {sum}. Download the file and bring it into the accounting; compare the totals.',
    },
  },
  csv: { cs: 'CSV', en: 'CSV' },
  json: { cs: 'JSON', en: 'JSON' },
  fileOf: { cs: 'předání č. {run}', en: 'hand-over no. {run}' },
  nightly: {
    cs: 'Každou noc může předání udělat samo: správce ho nastaví příkazem',
    en: 'It can be made by itself each night; the administrator sets it up by the command',
  },
  nightlyMore: {
    cs: 'Kdo z obou přijde dřív, předá, co čeká; nic se nepředá dvakrát.',
    en: 'Whichever of the two comes first hands over what waits; nothing is handed over twice.',
  },
  days: { cs: 'Platby za dny, které vyberete', en: 'Payments of days that you choose' },
  daysText: {
    cs: 'Náhled pro kontrolu: podle dne zápisu do knihy, bez ohledu na předání. Nic se jím nepředá.',
    en: 'A look for checking: by the day of posting, whatever hand-over has them. It hands nothing over.',
  },
  from: { cs: 'Od', en: 'From' },
  to: { cs: 'Do', en: 'To' },
  daysWrong: { cs: 'Začátek musí být nejpozději v den konce.', en: 'The first day must not be after the last.' },
  download: { cs: 'Stáhnout {format}', en: 'Download {format}' },
  channel: { cs: 'Jak přišly', en: 'How they came' },
  card: { cs: 'Kartou', en: 'By card' },
  bank: { cs: 'Převodem', en: 'By bank transfer' },
  cash: { cs: 'V pokladně', en: 'At the cash desk' },
  count: { cs: 'Počet', en: 'Number' },
  sum: { cs: 'Součet', en: 'Sum' },
  together: { cs: 'Celkem', en: 'Together' },
  totals: { cs: 'Kontrolní součty', en: 'Control totals' },
  noPayments: { cs: 'V těchto dnech se nezapsala žádná platba.', en: 'No payment was posted on these days.' },
  changes: { cs: 'Závazky změněné v portálu', en: 'Debts changed in the portal' },
  changesText: {
    cs: 'Stav závazků, u kterých se od zvoleného dne něco změnilo: platbou, vrácením, přenosem z účetnictví. Pro porovnání se saldem.',
    en: 'Debts of which something has changed since the day you choose: by a payment, a refund, a file of the accounting. To compare with its balances.',
  },
  since: { cs: 'Změněné od', en: 'Changed since' },
  list: { cs: 'Dřívější předání', en: 'Earlier hand-overs' },
  none: { cs: 'Zatím žádné.', en: 'None yet.' },
  run: { cs: 'Číslo', en: 'Number' },
  runNo: { cs: 'č. {run}', en: 'no. {run}' },
  at: { cs: 'Kdy', en: 'When' },
  by: { cs: 'Kdo', en: 'Who' },
  payments: { cs: 'Plateb', en: 'Payments' },
  file: { cs: 'Soubor', en: 'File' },
})
