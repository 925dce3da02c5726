import { words } from './words.ts'

/** Words of the page on which payments are handed over to the accounting. */
export const exportWords = words({
  title: { cs: 'Platby pro účetnictví', en: 'Payments for the accounting' },
  lead: {
    cs: 'Každá platba se účetnictví předá jednou, v očíslovaném předání. Když se předaná platba změní, například se vrátí, předá se příště rozdíl. Soubor předání si můžete stáhnout, kolikrát potřebujete; je pořád stejný.',
    en: 'Each payment is handed over to the accounting once, in a numbered hand-over. When one changes afterwards, by a refund for example, the difference is handed over next time. The file of a hand-over can be downloaded as often as you need; it stays the same.',
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
  alsoReturned: {
    cs: 'Vráceno plátcům: {sum}.',
    en: 'Given back to payers: {sum}.',
  },
  alsoCameBack: {
    cs: 'Vrácené peníze, které přišly zpět: {sum}.',
    en: 'Money given back that came in again: {sum}.',
  },
  alsoChanged: {
    cs: {
      one: '{n} dříve předaná platba se změnila.',
      few: '{n} dříve předané platby se změnily.',
      other: '{n} dříve předaných plateb se změnilo.',
    },
    en: {
      one: '{n} payment handed over before has changed.',
      other: '{n} payments handed over before have changed.',
    },
  },
  nothingWaits: {
    cs: 'Účetnictví už ví o všech platbách i o tom, co se z nich vrátilo.',
    en: 'The accounting knows of all payments, and of what was given back.',
  },
  handOver: { cs: 'Předat účetnictví', en: 'Hand over to the accounting' },
  handed: { cs: 'Předání č. {run} je připravené', en: 'Hand-over no. {run} is ready' },
  handedText: {
    cs: {
      one: '{n} nová platba za {sum}.',
      few: '{n} nové platby za {sum}.',
      other: '{n} nových plateb za {sum}.',
    },
    en: {
      one: '{n} new payment of {sum}.',
      other: '{n} new payments of {sum}.',
    },
  },
  handedNext: {
    cs: 'Stáhněte soubor a nahrajte ho do účetnictví; součty porovnejte.',
    en: 'Download the file and bring it into the accounting; compare the totals.',
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
    cs: 'Náhled pro kontrolu: platby podle dne zápisu do knihy tak, jak jsou teď, bez ohledu na předání. Nic se jím nepředá.',
    en: 'A look for checking: payments by the day of posting as they are now, whatever hand-over has them. It hands nothing over.',
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
  payments: { cs: 'Nových plateb', en: 'New payments' },
  returned: { cs: 'Vráceno', en: 'Given back' },
  corrections: { cs: 'Změněných', en: 'Changed' },
  file: { cs: 'Soubor', en: 'File' },
})
