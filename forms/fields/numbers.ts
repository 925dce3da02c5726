import { String as Text } from 'typebox'
import type { Words } from '../language.ts'
import { about, type Ask } from './about.ts'

type NumberAsk = Ask & { title?: Words }

/** A field whose format says all; it has a usual name, which `title` changes. */
const formatted =
  (format: string, usual: Words, usualHelp?: Words) =>
  ({ title = usual, help = usualHelp, ...ask }: NumberAsk = {}) =>
    Text({ format, ...about(title, { ...(help && { help }), ...ask }) })

/** E-mail address. */
export const email = formatted(
  'email',
  { cs: 'E-mail', en: 'Email' },
  { cs: 'Například jmeno@domena.cz.', en: 'For example name@domain.cz.' },
)

/** Telephone, stored in the form of E.164. */
export const phone = formatted(
  'phone',
  { cs: 'Telefon', en: 'Telephone' },
  { cs: 'Například 602 123 456.', en: 'For example 602 123 456.' },
)

/** Identification number of a company (IČO), 8 digits. */
export const companyId = formatted(
  'company-id',
  { cs: 'IČO', en: 'Company number (IČO)' },
  { cs: 'Osm číslic.', en: 'Eight digits.' },
)

/** Birth number (rodné číslo), stored without the slash. Ask for it only where a law says so: Act No. 133/2000 Sb., § 13c. */
export const birthNumber = formatted(
  'birth-number',
  { cs: 'Rodné číslo', en: 'Birth number' },
  { cs: 'S lomítkem i bez lomítka.', en: 'With or without the slash.' },
)

/** Tax number (DIČ). */
export const taxId = formatted(
  'tax-id',
  { cs: 'DIČ', en: 'Tax number (DIČ)' },
  { cs: 'Začíná písmeny CZ.', en: 'It begins with CZ.' },
)

/** Account of a Czech bank, `[prefix-]number/bank`. */
export const account = formatted(
  'czech-account',
  { cs: 'Číslo účtu', en: 'Account number' },
  {
    cs: 'Ve tvaru předčíslí-číslo/kód banky, například 19-2000145399/0800.',
    en: 'As prefix-number/bank code, for example 19-2000145399/0800.',
  },
)

/** Account of any bank by its IBAN, stored without spaces. */
export const iban = formatted(
  'iban',
  { cs: 'IBAN', en: 'IBAN' },
  { cs: 'Například CZ65 0800 0000 1920 0014 5399.', en: 'For example CZ65 0800 0000 1920 0014 5399.' },
)

/** Account of a Czech bank, or of any bank by its IBAN. */
export const anyAccount = formatted(
  'bank-account',
  { cs: 'Číslo účtu nebo IBAN', en: 'Account number or IBAN' },
  {
    cs: 'Například 19-2000145399/0800 nebo CZ65 0800 0000 1920 0014 5399.',
    en: 'For example 19-2000145399/0800 or CZ65 0800 0000 1920 0014 5399.',
  },
)

/** Data box (ID datové schránky). */
export const dataBoxId = formatted(
  'data-box-id',
  { cs: 'ID datové schránky', en: 'Data box ID' },
  { cs: 'Sedm písmen a číslic.', en: 'Seven letters and digits.' },
)

/** Variable symbol of a payment. */
export const variableSymbol = formatted(
  'variable-symbol',
  { cs: 'Variabilní symbol', en: 'Variable symbol' },
  { cs: 'Nejvýše deset číslic.', en: 'At most ten digits.' },
)

/** Czech postcode (PSČ), stored without the space. */
export const postcode = formatted(
  'postcode',
  { cs: 'PSČ', en: 'Postcode' },
  { cs: 'Pět číslic, například 272 01.', en: 'Five digits, for example 272 01.' },
)

/** Registration plate of a vehicle, stored without spaces. */
export const plate = formatted(
  'plate',
  { cs: 'Registrační značka', en: 'Registration plate' },
  { cs: 'Například 1AB 2345.', en: 'For example 1AB 2345.' },
)

/** Country by its two letters (ISO 3166-1); the control offers the names. */
export const country = ({ title = { cs: 'Stát', en: 'Country' }, ...ask }: NumberAsk = {}) =>
  Text({ format: 'country', ...about(title, ask, { format: 'country' }) })
