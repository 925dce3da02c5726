import { words } from './words.ts'

/** Words of the page on which debts come from the accounting. */
export const importWords = words({
  title: { cs: 'Závazky z účetnictví', en: 'Debts from the accounting' },
  lead: {
    cs: 'Nahrajte soubor z účetnictví. Převezme se celý, nebo vůbec; chyby vypíšeme po řádcích.',
    en: 'Upload a file from the accounting. It is taken over whole or not at all; mistakes are named by line.',
  },
  upload: { cs: 'Nahrát závazky', en: 'Upload debts' },
  uploadHint: {
    cs: 'CSV nebo JSON ve formátu portal-liabilities, nejvýše 64 MB.',
    en: 'CSV or JSON of the format portal-liabilities, at most 64 MB.',
  },
  reading: { cs: 'Kontrolujeme a přebíráme závazky…', en: 'Checking and taking over the debts…' },
  progress: { cs: '{name}: {staged} z {total} závazků', en: '{name}: {staged} of {total} debts' },
  doneTitle: { cs: 'Závazky jsou převzaté', en: 'The debts are taken over' },
  counts: {
    cs: 'Celkem {total}: nových {added}, změněných {changed}, zrušených {cancelled}.',
    en: '{total} in all: {added} new, {changed} changed, {cancelled} withdrawn.',
  },
  freed: {
    cs: 'Platby za {sum} už nemají co uhradit, závazky se zaplatily i jinde. Rozhodněte o přeplatcích.',
    en: 'Payments of {sum} have nothing left to settle, the debts were paid elsewhere too. Please decide on the overpayments.',
  },
  behind: {
    cs: {
      one: 'U {n} závazku má účetnictví přijato méně, než kolik dostalo předáno. Ověřte to tam.',
      few: 'U {n} závazků má účetnictví přijato méně, než kolik dostalo předáno. Ověřte to tam.',
      other: 'U {n} závazků má účetnictví přijato méně, než kolik dostalo předáno. Ověřte to tam.',
    },
    en: {
      one: 'Of {n} debt the accounting has received less than it was handed over. Please check there.',
      other: 'Of {n} debts the accounting has received less than it was handed over. Please check there.',
    },
  },
  refusedTitle: { cs: 'Nepřevzalo se nic', en: 'Nothing was taken over' },
  refusedText: {
    cs: {
      one: 'V souboru je {n} chyba. Opravte ji v účetnictví a nahrajte soubor znovu.',
      few: 'V souboru jsou {n} chyby. Opravte je v účetnictví a nahrajte soubor znovu.',
      other: 'V souboru je {n} chyb. Opravte je v účetnictví a nahrajte soubor znovu.',
    },
    en: {
      one: 'There is {n} mistake in the file. Correct it in the accounting and upload the file again.',
      other: 'There are {n} mistakes in the file. Correct them in the accounting and upload the file again.',
    },
  },
  mistakes: { cs: 'Chyby v souboru', en: 'Mistakes in the file' },
  line: { cs: 'Řádek', en: 'Line' },
  lineNo: { cs: 'řádek {line}', en: 'line {line}' },
  column: { cs: 'Sloupec', en: 'Column' },
  reason: { cs: 'Co je špatně', en: 'What is wrong' },
  list: { cs: 'Poslední přenosy', en: 'Last transfers' },
  none: { cs: 'Zatím žádný.', en: 'None yet.' },
  started: { cs: 'Kdy', en: 'When' },
  file: { cs: 'Soubor', en: 'File' },
  asOf: { cs: 'Stav k', en: 'As of' },
  by: { cs: 'Kdo', en: 'Who' },
  state: { cs: 'Stav', en: 'State' },
  result: { cs: 'Výsledek', en: 'Result' },
  done: { cs: 'převzato', en: 'taken over' },
  refused: {
    cs: { one: '{n} chyba', few: '{n} chyby', other: '{n} chyb' },
    en: { one: '{n} mistake', other: '{n} mistakes' },
  },
  staging: { cs: 'čte se', en: 'being read' },
  applying: { cs: 'zapisuje se', en: 'being written' },
  interrupted: { cs: 'přerušeno výpadkem', en: 'broken off by an outage' },
  error: { cs: 'chyba portálu', en: 'error of the portal' },
  again: {
    cs: 'Nic se nezměnilo. Nahrajte soubor znovu.',
    en: 'Nothing has changed. Please upload the file again.',
  },
  failedText: {
    cs: 'Převzetí se přerušilo a nic se nezměnilo. Nahrajte soubor znovu; pokud to nepomůže, zavolejte správce portálu.',
    en: 'The import was broken off and nothing has changed. Upload the file again; if that does not help, call the administrator of the portal.',
  },
})
