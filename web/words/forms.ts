import { words } from './words.ts'

/** Words around the fields of any form: its mistakes, its pages, its draft. The fields bring their own. */
export const formWords = words({
  optional: { cs: '(nepovinné)', en: '(optional)' },
  next: { cs: 'Pokračovat', en: 'Continue' },
  back: { cs: 'Zpět', en: 'Back' },
  mistakes: {
    cs: { one: 'Opravte prosím {n} údaj', few: 'Opravte prosím {n} údaje', other: 'Opravte prosím {n} údajů' },
    en: { one: 'Please correct {n} item', other: 'Please correct {n} items' },
  },
  choose: { cs: 'Vyberte…', en: 'Choose…' },
  dayHint: { cs: 'Den, měsíc a rok, například 5. 3. 2026.', en: 'Day, month and year, for example 5. 3. 2026.' },
  crowns: { cs: 'Kč', en: 'CZK' },
  yes: { cs: 'Ano', en: 'Yes' },
  no: { cs: 'Ne', en: 'No' },
  characters: {
    cs: { one: 'Nejvýše {n} znak.', few: 'Nejvýše {n} znaky.', other: 'Nejvýše {n} znaků.' },
    en: { one: 'At most {n} character.', other: 'At most {n} characters.' },
  },
  over: {
    cs: {
      one: 'O {n} znak více, než se vejde.',
      few: 'O {n} znaky více, než se vejde.',
      other: 'O {n} znaků více, než se vejde.',
    },
    en: { one: '{n} character too many.', other: '{n} characters too many.' },
  },

  item: { cs: 'Položka', en: 'Item' },
  add: { cs: 'Přidat další', en: 'Add another' },
  addFirst: { cs: 'Přidat', en: 'Add' },
  added: { cs: 'Přidáno: {what}', en: 'Added: {what}' },
  remove: { cs: 'Odebrat', en: 'Remove' },
  removed: { cs: 'Odebráno: {what}', en: 'Removed: {what}' },
  full: {
    cs: {
      one: 'Víc než {n} položku přidat nelze.',
      few: 'Víc než {n} položky přidat nelze.',
      other: 'Víc než {n} položek přidat nelze.',
    },
    en: { one: 'You can add at most {n} item.', other: 'You can add at most {n} items.' },
  },
  none: { cs: 'Zatím jste nic nepřidali.', en: 'You have not added anything yet.' },

  steps: { cs: 'Kroky formuláře', en: 'Steps of the form' },
  stepOf: { cs: 'Krok {at} z {of}', en: 'Step {at} of {of}' },
  stepDone: { cs: 'hotovo', en: 'done' },
  check: { cs: 'Kontrola', en: 'Check' },
  checkTitle: { cs: 'Zkontrolujte, co odesíláte', en: 'Check what you are sending' },
  change: { cs: 'Změnit', en: 'Change' },

  saved: { cs: 'Rozepsaný formulář jsme uložili v {time}.', en: 'Your draft was saved at {time}.' },
  unsaved: {
    cs: 'Rozepsaný formulář se teď nedaří uložit. Zůstává v tomto okně, zkusíme to znovu.',
    en: 'Your draft cannot be saved just now. It stays in this window and we will try again.',
  },
  restoredTitle: { cs: 'Pokračujete tam, kde jste skončili', en: 'You are continuing where you left off' },
  restored: {
    cs: 'Formulář jste rozepsali {when}. Nic jste zatím neodeslali.',
    en: 'You started this form on {when}. Nothing has been sent yet.',
  },
  startOver: { cs: 'Začít znovu', en: 'Start over' },
  startOverTitle: { cs: 'Smazat, co máte rozepsané?', en: 'Delete what you have typed?' },
  startOverText: {
    cs: 'Formulář bude zase prázdný. Vrátit se to nedá.',
    en: 'The form will be empty again. This cannot be undone.',
  },
  startOverYes: { cs: 'Smazat a začít znovu', en: 'Delete and start over' },
  keepDraft: { cs: 'Nechat rozepsané', en: 'Keep the draft' },
  conflictTitle: { cs: 'Formulář máte rozepsaný i jinde', en: 'You have this form open elsewhere too' },
  conflict: {
    cs: 'V jiném okně nebo zařízení jste ho změnili {when}. Kterou verzi si chcete nechat? Druhá se smaže.',
    en: 'You changed it in another window or device on {when}. Which version do you want to keep? The other one will be deleted.',
  },
  keepMine: { cs: 'Nechat, co vidím tady', en: 'Keep what I see here' },
  takeTheirs: { cs: 'Načíst tu druhou', en: 'Load the other one' },
  endedTitle: { cs: 'Přihlášení skončilo, nic se neztratilo', en: 'Your session has ended, nothing is lost' },
  ended: {
    cs: 'Formulář jsme neodeslali. Co jste napsali, zůstalo uložené v tomto okně. Přihlaste se a odešlete ho znovu.',
    en: 'The form was not sent. What you typed is kept in this window. Sign in and send it again.',
  },
  signIn: { cs: 'Přihlásit se a vrátit se sem', en: 'Sign in and come back here' },
  notAsked: { cs: 'Nevyplněno', en: 'Not filled in' },

  addressResults: { cs: 'Nalezené adresy', en: 'Addresses found' },
  addressSearch: { cs: 'Najít adresu v registru', en: 'Find the address in the register' },
  addressHint: {
    cs: 'Napište ulici a číslo, například Vrchlického 2345. Když ji nenajdete, vyplňte pole níže sami.',
    en: 'Write the street and number, for example Vrchlického 2345. If you cannot find it, fill in the fields below.',
  },
  addressNone: {
    cs: 'Takovou adresu registr nezná. Vyplňte ji prosím sami.',
    en: 'The register does not have this address. Please fill it in yourself.',
  },
  addressFailed: {
    cs: 'Registr adres teď neodpovídá. Vyplňte prosím adresu sami.',
    en: 'The address register is not answering now. Please fill the address in yourself.',
  },
  addressFound: {
    cs: { one: 'Nalezena {n} adresa', few: 'Nalezeny {n} adresy', other: 'Nalezeno {n} adres' },
    en: { one: '{n} address found', other: '{n} addresses found' },
  },
  subjectHint: {
    cs: 'Hledejte podle jména, názvu, IČO nebo variabilního symbolu. Stačí dvě písmena.',
    en: 'Search by name, company number (IČO) or variable symbol. Two letters are enough.',
  },
  subjectFound: {
    cs: {
      one: '{n} výsledek, vyberte ho v nabídce',
      few: '{n} výsledky, vyberte v nabídce',
      other: '{n} výsledků, vyberte v nabídce',
    },
    en: { one: '{n} result, choose it from the list', other: '{n} results, choose from the list' },
  },
  subjectMany: {
    cs: 'Zobrazujeme prvních {n}. Upřesněte hledání.',
    en: 'The first {n} are shown. Please narrow the search.',
  },
  subjectNone: { cs: 'Nikoho takového v evidenci není.', en: 'There is nobody like that in the records.' },
  subjectSearching: { cs: 'Hledáme…', en: 'Searching…' },
  subjectFailed: {
    cs: 'Hledat se teď nedaří. Zkuste to prosím znovu.',
    en: 'Searching is not working at the moment. Please try again.',
  },
  subjectBorn: { cs: 'nar. {day}', en: 'born {day}' },
  subjectCompany: { cs: 'IČO {id}', en: 'company no. {id}' },
  subjectPaired: { cs: 'už spojeno', en: 'already linked' },
  subjectTaken: {
    cs: 'Tento záznam už patří k jinému účtu. Spojit ho se dvěma účty nejde.',
    en: 'This record already belongs to another account. It cannot be linked to two accounts.',
  },
  subjectChange: { cs: 'Vybrat někoho jiného', en: 'Choose somebody else' },
  subjectResults: { cs: 'Nalezené záznamy', en: 'Records found' },

  paymentsSum: {
    cs: { one: '{n} platba, celkem {sum}', few: '{n} platby, celkem {sum}', other: '{n} plateb, celkem {sum}' },
    en: { one: '{n} payment, {sum} in total', other: '{n} payments, {sum} in total' },
  },
  emptyAnswers: { cs: 'Bez dalších údajů.', en: 'No further details.' },
})
