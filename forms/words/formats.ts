import type { Words } from '../language.ts'

/**
 * Words for a value of the wrong format: `shape` when it does not even look like one, `check` when it does and a check
 * digit or the calendar says no.
 */
export const formatWords: Record<string, { shape: Words; check?: Words }> = {
  'company-id': {
    shape: {
      cs: 'IČO má přesně 8 číslic. Zkontrolujte ho prosím.',
      en: 'A company number (IČO) has exactly 8 digits. Please check it.',
    },
    check: {
      cs: 'IČO nesouhlasí s kontrolní číslicí. Zkontrolujte prosím všech 8 číslic.',
      en: 'The company number (IČO) does not match its check digit. Please check all 8 digits.',
    },
  },
  'birth-number': {
    shape: {
      cs: 'Rodné číslo má 9 nebo 10 číslic, například 850312/0010. Zkontrolujte ho prosím.',
      en: 'A birth number has 9 or 10 digits, for example 850312/0010. Please check it.',
    },
    check: {
      cs: 'Takové rodné číslo nemůže existovat: nesouhlasí kontrolní součet nebo datum narození v\u00a0něm. Zkontrolujte prosím všechny číslice.',
      en: 'No such birth number can exist: its check sum or the date of birth in it is wrong. Please check all digits.',
    },
  },
  'tax-id': {
    shape: {
      cs: 'DIČ začíná písmeny CZ a má 8 až 10 číslic. Zkontrolujte ho prosím.',
      en: 'A tax number (DIČ) begins with CZ and has 8 to 10 digits. Please check it.',
    },
    check: {
      cs: 'DIČ nesouhlasí s kontrolní číslicí. Zkontrolujte prosím všechny číslice za písmeny CZ.',
      en: 'The tax number (DIČ) does not match its check digit. Please check all digits after CZ.',
    },
  },
  'czech-account': {
    shape: {
      cs: 'Číslo účtu napište ve tvaru předčíslí-číslo/kód banky, například 19-2000145399/0800.',
      en: 'Write the account number as prefix-number/bank code, for example 19-2000145399/0800.',
    },
    check: {
      cs: 'Číslo účtu nesouhlasí s kontrolním součtem. Zkontrolujte prosím všechny číslice před lomítkem.',
      en: 'The account number does not match its check sum. Please check all digits before the slash.',
    },
  },
  iban: {
    shape: {
      cs: 'IBAN začíná dvěma písmeny státu, například CZ65 0800 0000 1920 0014 5399. Český má 24 znaků.',
      en: 'An IBAN begins with two letters of the country, for example CZ65 0800 0000 1920 0014 5399. A Czech one has 24 characters.',
    },
    check: {
      cs: 'IBAN nesouhlasí s kontrolními číslicemi. Zkontrolujte prosím všechny znaky.',
      en: 'The IBAN does not match its check digits. Please check all characters.',
    },
  },
  'bank-account': {
    shape: {
      cs: 'Napište číslo účtu, například 19-2000145399/0800, nebo IBAN, například CZ65 0800 0000 1920 0014 5399.',
      en: 'Write an account number, for example 19-2000145399/0800, or an IBAN, for example CZ65 0800 0000 1920 0014 5399.',
    },
    check: {
      cs: 'Číslo účtu nebo IBAN nesouhlasí s kontrolním součtem. Zkontrolujte prosím všechny znaky.',
      en: 'The account number or IBAN does not match its check sum. Please check all characters.',
    },
  },
  'data-box-id': {
    shape: {
      cs: 'ID datové schránky má přesně 7 písmen a číslic. Zkontrolujte ho prosím.',
      en: 'A data box ID has exactly 7 letters and digits. Please check it.',
    },
  },
  'variable-symbol': {
    shape: {
      cs: 'Variabilní symbol má nejvýše 10 číslic a nic jiného. Zkontrolujte ho prosím.',
      en: 'A variable symbol has at most 10 digits and nothing else. Please check it.',
    },
  },
  postcode: {
    shape: {
      cs: 'PSČ má pět číslic, například 272 01. Zkontrolujte ho prosím.',
      en: 'A postcode has five digits, for example 272 01. Please check it.',
    },
  },
  phone: {
    shape: {
      cs: 'Telefon napište devíti číslicemi, například 602 123 456. Zahraniční začněte znakem + a předvolbou státu.',
      en: 'Write the telephone number with nine digits, for example 602 123 456. Begin a foreign one with + and the country code.',
    },
  },
  email: {
    shape: {
      cs: 'E-mail napište ve tvaru jmeno@domena.cz, bez mezer a bez háčků a čárek.',
      en: 'Write the email address as name@domain.cz, without spaces and accents.',
    },
  },
  date: {
    shape: {
      cs: 'Datum napište ve tvaru den. měsíc. rok, například 5. 3. 1985.',
      en: 'Write the date as day. month. year, for example 5. 3. 1985.',
    },
    check: {
      cs: 'Takový den v\u00a0kalendáři není. Zkontrolujte prosím den a měsíc.',
      en: 'There is no such day in the calendar. Please check the day and the month.',
    },
  },
  plate: {
    shape: {
      cs: 'Registrační značka má 5 až 8 písmen a číslic, například 1AB 2345.',
      en: 'A registration plate has 5 to 8 letters and digits, for example 1AB 2345.',
    },
  },
  country: { shape: { cs: 'Vyberte prosím stát ze seznamu.', en: 'Please choose the country from the list.' } },
  uuid: {
    shape: {
      cs: 'Údaj se poškodil cestou. Načtěte prosím stránku znovu.',
      en: 'The value was damaged on its way. Please load the page again.',
    },
  },
}
