import { isCzechAccount, isIban } from './bank.ts'
import { isDay } from './day.ts'
import { birthNumber, isCompanyId, isTaxId } from './identity.ts'

/** Data box (datová schránka): 7 small letters and digits. */
export const isDataBoxId = (text: string): boolean => /^[a-z0-9]{7}$/.test(text)

/** Variable symbol of a payment: at most 10 digits; zeros at the front are legal. */
export const isVariableSymbol = (text: string): boolean => /^\d{1,10}$/.test(text)

/** Czech postcode (PSČ) without a space: 5 digits, the first 1 to 7. */
export const isPostcode = (text: string): boolean => /^[1-7]\d{4}$/.test(text)

/** Telephone in the form of ITU-T E.164: `+`, country, number; a Czech one has 9 digits after +420. */
export const isPhone = (text: string): boolean =>
  text.startsWith('+420') ? /^\+420[1-9]\d{8}$/.test(text) : /^\+[1-9]\d{6,14}$/.test(text)

/** An e-mail address that mail can be sent to without SMTPUTF8: ASCII, a domain with a dot, RFC 5321's limits of length. */
export function isEmail(text: string): boolean {
  const match = /^([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([a-z0-9.-]+)$/i.exec(text)
  if (!match || text.length > 254 || (match[1]?.length ?? 0) > 64) return false
  const labels = (match[2] ?? '').split('.')
  return labels.length > 1 && labels.every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
}

/** Registration plate of a vehicle, without spaces: 5 to 8 capital letters and digits. */
export const isPlate = (text: string): boolean => /^[A-Z0-9]{5,8}$/.test(text)

/** Country by its two letters, ISO 3166-1 alpha-2. */
export const isCountry = (text: string): boolean => text.length === 2 && countries.includes(` ${text} `)

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** Every `format` a form may name, and what it means; the judge knows these and no others. */
export const formats: Record<string, (text: string) => boolean> = {
  'company-id': isCompanyId,
  'birth-number': text => birthNumber(text) !== undefined,
  'tax-id': isTaxId,
  'czech-account': isCzechAccount,
  iban: isIban,
  'bank-account': text => isCzechAccount(text) || isIban(text),
  'data-box-id': isDataBoxId,
  'variable-symbol': isVariableSymbol,
  postcode: isPostcode,
  phone: isPhone,
  email: isEmail,
  date: isDay,
  plate: isPlate,
  country: isCountry,
  uuid: isUuid,
}

/** What a value of the wrong format lacks: the right shape, or a right check digit or day in a right shape. */
export function formatFault(format: string, text: string): 'shape' | 'check' {
  return Object.hasOwn(shapes, format) && shapes[format]?.test(text) ? 'check' : 'shape'
}

const shapes: Record<string, RegExp> = {
  'company-id': /^\d{8}$/,
  'birth-number': /^\d{9,10}$/,
  'tax-id': /^CZ\d{8,10}$/,
  'czech-account': /^(\d{1,6}-)?\d{2,10}\/\d{4}$/,
  iban: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/,
  'bank-account': /^((\d{1,6}-)?\d{2,10}\/\d{4}|[A-Z]{2}\d{2}[A-Z0-9]{11,30})$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

const countries =
  ' AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ' +
  ' CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO' +
  ' FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE' +
  ' JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO' +
  ' MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW' +
  ' PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM' +
  ' TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW '
