import type { Entry } from './entry.ts'

/** The desk (přepážka): people served there, their accounts and one-time codes. */
export const deskErrors = {
  'not-present': {
    status: 409,
    title: { cs: 'Tuto osobu teď u přepážky nemáte', en: 'This person is not at your desk now' },
    detail: {
      cs: 'Obsluha skončila, nebo jste mezitím začali s někým jiným. Nic se neuložilo. Ověřte znovu doklad a pokračujte.',
      en: 'The service has ended, or you have begun with somebody else. Nothing was saved. Check the document again and go on.',
    },
  },
  'person-dead': {
    status: 409,
    title: { cs: 'Podle registru tato osoba zemřela', en: 'This person has died according to the register' },
    detail: {
      cs: 'Registr obyvatel vede u těchto údajů datum úmrtí. Účet nelze založit ani ověřit. Zkontrolujte údaje podle dokladu; je-li to omyl registru, obraťte se na ohlašovnu.',
      en: 'The register of inhabitants has a date of death for these data. The account can be neither made nor checked. Compare the data with the document; if the register is mistaken, turn to the registration office.',
    },
  },
  'account-exists': {
    status: 409,
    title: { cs: 'Takový účet už existuje', en: 'There is such an account already' },
    detail: {
      cs: 'Někdo tohoto jména a data narození už účet má. Vyhledejte ho znovu, a jde-li o jinou osobu, potvrďte, že je to jmenovec.',
      en: 'Somebody of this name and birth date has an account. Look again, and if it is another person, confirm that it is a namesake.',
    },
  },
  'subject-taken': {
    status: 409,
    title: { cs: 'Záznam už patří k jinému účtu', en: 'The record belongs to another account' },
    detail: {
      cs: 'Záznam v evidenci města je spojený s jiným účtem, nebo má tento účet už jiný záznam. Nic se nezměnilo. Je-li to táž osoba, spojte nejdřív oba účty.',
      en: 'The record is linked with another account, or this account has another record. Nothing was changed. If it is the same person, join the two accounts first.',
    },
  },
  'two-accounts': {
    status: 409,
    title: { cs: 'Máte v portálu dva účty', en: 'You have two accounts in the portal' },
    detail: {
      cs: 'Na tomto účtu už jsou vaše podání nebo záznamy města, proto ho nejde jen tak přesunout. Nic se nezměnilo a kód platí dál. Přijďte na přepážku, která kód vydala: oba účty spojí a o nic nepřijdete.',
      en: 'This account already holds cases of yours or records of the city, so it cannot simply be moved. Nothing was changed and the code stays valid. Come to the desk that issued the code: it will join the two accounts and nothing will be lost.',
    },
  },
  'desk-code-used': {
    status: 409,
    title: { cs: 'Tento kód už byl použit', en: 'This code has been used already' },
    detail: {
      cs: 'Kód z přepážky platí jen jednou. Pokud jste ho použili vy, prostě se přihlaste. Pokud ne, dejte nám hned vědět a přijďte si s dokladem pro nový.',
      en: 'A code from the desk works once. If you used it, simply sign in. If not, let us know at once and come for a new one with your document.',
    },
  },
  'desk-code-expired': {
    status: 409,
    title: { cs: 'Platnost kódu skončila', en: 'The code has expired' },
    detail: {
      cs: 'Kód už neplatí, jinak se nic nestalo. Přijďte si na přepážku s dokladem pro nový.',
      en: 'The code is no longer valid; nothing else has happened. Come to the desk with your document for a new one.',
    },
  },
  'desk-code-replaced': {
    status: 409,
    title: { cs: 'Platí už jen novější kód', en: 'Only the newer code is valid' },
    detail: {
      cs: 'Po tomto kódu jste na přepážce dostali další a tento tím přestal platit. Zadejte ten novější.',
      en: 'You were given another code after this one, which made this one void. Enter the newer one.',
    },
  },
  'desk-code-locked': {
    status: 409,
    title: { cs: 'Kód jsme zablokovali', en: 'We have blocked the code' },
    detail: {
      cs: 'Kód byl pětkrát zadán špatně, proto přestal platit. K vašemu účtu se nikdo nedostal. Přijďte si na přepážku s dokladem pro nový.',
      en: 'A wrong code was entered five times, so it is void. Nobody has got into your account. Come to the desk with your document for a new one.',
    },
  },
  'desk-code-other-person': {
    status: 409,
    title: { cs: 'Kód patří někomu jinému', en: 'The code belongs to somebody else' },
    detail: {
      cs: 'Jméno, pod kterým jste přihlášeni, nesouhlasí s dokladem, který přepážka ověřila. Nic se nezměnilo. Přihlaste se svou identitou; změnilo-li se vám jméno, přijďte na přepážku s novým dokladem.',
      en: 'The name you are signed in under differs from the document the desk has checked. Nothing was changed. Sign in with your own identity; if your name has changed, come to the desk with the new document.',
    },
  },
  'desk-code-wrong': {
    status: 422,
    title: { cs: 'Kód nesouhlasí', en: 'The code does not match' },
    detail: {
      cs: 'Zkontrolujte kód z potvrzení a datum narození, písmeno po písmenu. Po pěti chybných zadáních kód přestane platit. Když to nejde, přijďte si na přepážku pro nový.',
      en: 'Check the code on your confirmation and the date of birth, letter by letter. After five wrong tries the code is void. If it does not work, come to the desk for a new one.',
    },
  },
  'desk-code-too-many': {
    status: 429,
    title: { cs: 'Příliš mnoho chybných kódů', en: 'Too many wrong codes' },
    detail: {
      cs: 'Z vašeho připojení přišlo mnoho chybných kódů. Zkuste to prosím znovu za {minutes} min. Váš správný kód tím neztratil platnost.',
      en: 'Many wrong codes have come from your connection. Please try again in {minutes} min. Your right code stays valid meanwhile.',
    },
  },
} as const satisfies Record<string, Entry>
