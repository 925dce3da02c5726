import { words } from './words.ts'

/** Words of the pages with the days that are not closed and with a month of the city's money. */
export const monthWords = words({
  title: { cs: 'Uzávěrky dnů a měsíců', en: 'Closing of days and months' },
  lead: {
    cs: 'Dny, které čekají na uzavření, od nejstaršího. Když jsou uzavřené všechny dny měsíce, uzavřou dva pokladníci i měsíc.',
    en: 'Days that wait to be closed, the oldest first. Once all days of a month are closed, two treasurers close the month, too.',
  },
  unclosed: { cs: 'Neuzavřené dny', en: 'Days that are not closed' },
  allClosed: { cs: 'Všechny dny s pohybem peněz jsou uzavřené.', en: 'All days on which money moved are closed.' },
  nothing: { cs: 'Zatím tu nejsou žádné peníze.', en: 'There is no money here yet.' },
  since: {
    cs: 'Uzavírá se od {day}; dny bez pohybu peněz se neuzavírají.',
    en: 'Days are closed since {day}; those without money need no closing.',
  },
  shownFirst: { cs: 'Zobrazeno {shown} nejstarších z {count}.', en: 'The oldest {shown} of {count} are shown.' },
  day: { cs: 'Den', en: 'Day' },
  came: { cs: 'Přijato podle knihy', en: 'Received by the ledger' },
  counted: { cs: '{n}×', en: '{n}×' },
  differs: { cs: 'Co nesouhlasí', en: 'What does not agree' },
  agrees: { cs: 'souhlasí', en: 'agrees' },
  difference: { cs: '{kind}: rozdíl {sum}', en: '{kind}: {sum} difference' },
  unclear: {
    cs: { one: '{kind}: {n} k vyjasnění', few: '{kind}: {n} k vyjasnění', other: '{kind}: {n} k vyjasnění' },
    en: { one: '{kind}: {n} to clear up', other: '{kind}: {n} to clear up' },
  },
  state: { cs: 'Stav', en: 'State' },
  open: { cs: 'neuzavřený', en: 'not closed' },
  proposed: { cs: 'čeká na potvrzení', en: 'waits to be confirmed' },
  confirmed: { cs: 'uzavřený', en: 'closed' },
  changed: { cs: 'uzavřený, pak se změnil', en: 'closed, changed since' },
  months: { cs: 'Měsíce', en: 'Months' },
  month: { cs: 'Měsíc', en: 'Month' },
  days: { cs: 'Dny s pohybem', en: 'Days with money' },
  openDays: { cs: 'Neuzavřené', en: 'Not closed' },
  monthOpen: { cs: 'není uzavřený', en: 'not closed' },
  ready: { cs: 'jde uzavřít', en: 'can be closed' },
  monthTitle: { cs: 'Měsíční uzávěrka: {month}', en: 'Monthly closing: {month}' },
  monthLead: {
    cs: 'Kontrolní součty všech dnů měsíce. Uzavřené dny jsou tu tak, jak je pokladníci uzavřeli.',
    en: 'Control totals of all days of the month. Closed days are here as the treasurers closed them.',
  },
  before: { cs: 'Předchozí měsíc', en: 'The month before' },
  after: { cs: 'Další měsíc', en: 'The next month' },
  totals: { cs: 'Kontrolní součty měsíce', en: 'Control totals of the month' },
  daysOf: { cs: 'Dny měsíce', en: 'Days of the month' },
  nothingMoved: { cs: 'V tomto měsíci se žádné peníze nepohnuly.', en: 'No money moved in this month.' },
  closing: { cs: 'Uzavření měsíce', en: 'Closing the month' },
  monthClosed: { cs: 'Měsíc je uzavřený', en: 'The month is closed' },
  monthProposed: { cs: 'Měsíc čeká na potvrzení', en: 'The month waits to be confirmed' },
  mayPropose: {
    cs: 'Všechny dny jsou uzavřené. Zkontrolujte součty. Pokud se některý den od uzavření změnil, napište do poznámky, čím to je.',
    en: 'All days are closed. Check the totals. If a day has changed since it was closed, say in the note why.',
  },
  notOver: { cs: 'Uzavřít půjde, až měsíc skončí.', en: 'It can be closed once it is over.' },
  openFirst: {
    cs: {
      one: 'Nejdřív uzavřete {n} den, který tomu brání.',
      few: 'Nejdřív uzavřete {n} dny, které tomu brání.',
      other: 'Nejdřív uzavřete {n} dnů, které tomu brání.',
    },
    en: {
      one: 'First close the {n} day that is still open.',
      other: 'First close the {n} days that are still open.',
    },
  },
})
