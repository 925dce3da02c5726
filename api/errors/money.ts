import type { Entry } from './entry.ts'

/** Money: orders, slips, bank statements, closing of days and months, the exchange with the accounting. */
export const moneyErrors = {
  'in-another-order': {
    status: 409,
    title: { cs: 'Tento závazek už platíte', en: 'You are paying this debt already' },
    detail: {
      cs: 'Závazek je v jiné platbě, která ještě čeká. Dokončete ji, nebo ji zrušte; potom ho můžete zaplatit znovu.',
      en: 'The debt is in another payment that is still waiting. Finish it or cancel it; then you can pay it again.',
    },
  },
  'slip-unknown': {
    status: 422,
    title: { cs: 'Podle těchto údajů zaplatit nejde', en: 'These details cannot be paid' },
    detail: {
      cs: 'Nic jsme nestrhli. Zkontrolujte symbol a částku, musí být přesně jako na složence. Souhlasí-li, může už být zaplaceno, právě to platí někdo jiný, nebo se závazek změnil; proč, tu kvůli soukromí neříkáme. Zaplaťte prosím převodem, po přihlášení, nebo na pokladně.',
      en: 'Nothing was charged. Check the symbol and the amount, they must be exactly as on the slip. If they are, it may be paid already, somebody else may be paying it now, or the debt has changed; for the sake of privacy we do not say which. Please pay by bank transfer, after signing in, or at the cash desk.',
    },
  },
  'slip-puzzle': {
    status: 422,
    title: { cs: 'Stránka byla otevřená příliš dlouho', en: 'The page was open for too long' },
    detail: {
      cs: 'Ochrana proti automatům mezitím přestala platit. Nic jsme nestrhli a údaje zůstaly vyplněné. Pošlete je prosím ještě jednou.',
      en: 'The protection against machines has run out meanwhile. Nothing was charged and what you entered is still there. Please send it once more.',
    },
  },
  'slip-too-many': {
    status: 429,
    title: { cs: 'Příliš mnoho pokusů', en: 'Too many tries' },
    detail: {
      cs: 'S tímto variabilním symbolem, nebo z vašeho připojení, přišlo mnoho pokusů, které nevyšly. Zkuste to prosím za hodinu. Mezitím můžete zaplatit převodem podle složenky, nebo po přihlášení.',
      en: 'Many tries that did not work out have come with this variable symbol or from your connection. Please try again in an hour. Meanwhile you can pay by bank transfer as the slip says, or after signing in.',
    },
  },
  'statement-broken': {
    status: 422,
    title: { cs: 'Výpis nejde přečíst', en: 'The statement cannot be read' },
    detail: {
      cs: 'Z výpisu se nepřevzalo nic. Řádek {line}{place}: {reason}. Stáhněte výpis z banky znovu; když to nepomůže, pošlete ho správci portálu.',
      en: 'Nothing of the statement was taken over. Line {line}{place}: {reason}. Download the statement from the bank again; if that does not help, send it to whoever runs the portal.',
    },
  },
  'statement-differs': {
    status: 409,
    title: { cs: 'Výpis s tímto číslem už tu je', en: 'A statement of this number is here already' },
    detail: {
      cs: 'Výpis {number}/{year} účtu {account} je už převzatý s jiným obsahem. Nic se nezměnilo. Ověřte v bance, který z nich platí.',
      en: 'Statement {number}/{year} of account {account} has been taken over with another content. Nothing has changed. Check with the bank which of them is right.',
    },
  },
  'event-resolved': {
    status: 409,
    title: { cs: 'Zprávu už někdo vyřídil', en: 'The message has been dealt with' },
    detail: {
      cs: 'Kolega mezitím napsal, o co šlo. Jeho vysvětlení platí, vaše jsme neuložili. Načtěte stránku znovu.',
      en: 'A colleague has said meanwhile what it was. That stands; yours was not saved. Please load the page again.',
    },
  },
  'day-not-over': {
    status: 409,
    title: { cs: 'Den ještě neskončil', en: 'The day is not over yet' },
    detail: {
      cs: 'Uzavřít jde jen den, který už skončil. Nic se nezměnilo; vraťte se k němu zítra.',
      en: 'Only a day that is over can be closed. Nothing has changed; come back to it tomorrow.',
    },
  },
  'day-changed': {
    status: 409,
    title: { cs: 'Součty dne se mezitím změnily', en: 'The totals of the day have changed' },
    detail: {
      cs: 'Od chvíle, kdy jste stránku otevřeli nebo kdy kolega den navrhl uzavřít, přibyla nebo se změnila platba. Nic jsme neuzavřeli. Načtěte stránku znovu a zkontrolujte nové součty.',
      en: 'Since you opened the page, or since your colleague proposed to close the day, a payment has come or changed. Nothing was closed. Load the page again and check the new totals.',
    },
  },
  'day-unexplained': {
    status: 422,
    title: { cs: 'Den nesouhlasí', en: 'The day does not agree' },
    detail: {
      cs: 'Strany se liší, nebo něco čeká na člověka. Napište do poznámky, čím to je a kdo to řeší. Nic se nezměnilo.',
      en: 'The sides differ, or something waits for a person. Please say in the note why, and who sees to it. Nothing has changed.',
    },
  },
  'day-taken': {
    status: 409,
    title: { cs: 'Někdo byl rychlejší', en: 'Somebody else was first' },
    detail: {
      cs: 'Uzavření tohoto dne mezitím navrhl, potvrdil nebo vzal zpět někdo jiný. Vaše volba nic nezměnila. Načtěte stránku znovu.',
      en: 'Somebody else has proposed, confirmed or taken back the closing of this day meanwhile. Your choice has changed nothing. Please load the page again.',
    },
  },
  'month-not-over': {
    status: 409,
    title: { cs: 'Měsíc ještě neskončil', en: 'The month is not over yet' },
    detail: {
      cs: 'Uzavřít jde jen měsíc, který už skončil. Nic se nezměnilo; vraťte se k němu po jeho posledním dni.',
      en: 'Only a month that is over can be closed. Nothing has changed; come back to it after its last day.',
    },
  },
  'month-open-days': {
    status: 409,
    title: { cs: 'Některý den měsíce není uzavřený', en: 'A day of the month is not closed' },
    detail: {
      cs: 'Měsíc se uzavírá, až když jsou uzavřené všechny jeho dny s pohybem peněz. Nic se nezměnilo; uzavřete nejdřív dny, které stránka vypisuje.',
      en: 'A month is closed once all its days on which money moved are closed. Nothing has changed; please close the days that the page lists first.',
    },
  },
  'month-unexplained': {
    status: 422,
    title: { cs: 'Uzavřený den se změnil', en: 'A closed day has changed' },
    detail: {
      cs: 'Po uzavření některého dne přibyla nebo se změnila platba. Napište do poznámky, čím to je a kdo to řeší. Nic se nezměnilo.',
      en: 'A payment has come or changed after a day was closed. Please say in the note why, and who sees to it. Nothing has changed.',
    },
  },
  'month-changed': {
    status: 409,
    title: { cs: 'Měsíc se mezitím změnil', en: 'The month has changed' },
    detail: {
      cs: 'Od chvíle, kdy jste stránku otevřeli, přibyla platba nebo se změnilo uzavření některého dne. Nic jsme neuzavřeli. Načtěte stránku znovu a zkontrolujte nové součty.',
      en: 'Since you opened the page a payment has come or the closing of a day has changed. We have closed nothing. Please load the page again and check the new totals.',
    },
  },
  'month-taken': {
    status: 409,
    title: { cs: 'Někdo byl rychlejší', en: 'Somebody else was first' },
    detail: {
      cs: 'Uzavření tohoto měsíce mezitím navrhl, potvrdil nebo vzal zpět někdo jiný. Vaše volba nic nezměnila. Načtěte stránku znovu.',
      en: 'Somebody else has proposed, confirmed or taken back the closing of this month meanwhile. Your choice has changed nothing. Please load the page again.',
    },
  },
  'nothing-to-hand-over': {
    status: 409,
    title: { cs: 'Není co předat', en: 'There is nothing to hand over' },
    detail: {
      cs: 'Účetnictví už ví o všech platbách i vrácených penězích, možná právě teď od kolegy. Nic se nezměnilo; soubor dřívějšího předání si stáhněte ze seznamu.',
      en: 'The accounting knows of all payments and of what was given back, perhaps from a colleague just now. Nothing has changed; download the file of an earlier hand-over from the list.',
    },
  },
  'days-wrong': {
    status: 422,
    title: { cs: 'Zkontrolujte dny', en: 'Please check the days' },
    detail: {
      cs: 'Začátek je až po konci. Nic se nezměnilo; opravte dny a zkuste to znovu.',
      en: 'The first day is after the last. Nothing has changed; correct the days and try again.',
    },
  },
} as const satisfies Record<string, Entry>
