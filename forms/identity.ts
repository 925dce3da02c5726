import { dayOf, today } from './day.ts'

/**
 * Whether the text is an identification number of a company (IČO): 8 digits, the last one a check digit modulo 11.
 * Source: Act No. 304/2013 Sb. and the Statistical Office's rule for the check digit.
 */
export function isCompanyId(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return Number(text[7]) === (11 - (sum % 11)) % 10
}

/** What a birth number says of its bearer. */
export interface Bearer {
  birthDate: string
  sex: 'male' | 'female'
}

/**
 * The day of birth and the sex that a birth number (rodné číslo) carries, or undefined when no such number can exist
 * on the day `on`. Written without a slash. Source: Act No. 133/2000 Sb., § 13.
 * - 9 digits: born up to the end of 1953, without a check digit; 10 digits: born since 1954.
 * - Women have 50 added to the month. Since 2004, 20 (men) and 70 (women) may be added when a day's numbers run out.
 * - The ten digits are divisible by 11. Until 1985, when the first nine left the remainder 10, the tenth was 0.
 */
export function birthNumber(text: string, on: string = today()): Bearer | undefined {
  const match = /^(\d{2})(\d{2})(\d{2})(\d{3})(\d?)$/.exec(text)
  if (!match) return undefined
  const yearInCentury = Number(match[1])
  const long = match[5] !== ''
  if (!long && yearInCentury > 53) return undefined
  const year = (long && yearInCentury < 54 ? 2000 : 1900) + yearInCentury
  if (long && !checks(text, year)) return undefined

  const month = monthOf(Number(match[2]), year)
  const birthDate = month && dayOf(year, month.month, Number(match[3]))
  if (!month || !birthDate || birthDate > on) return undefined
  return { birthDate, sex: month.sex }
}

function checks(text: string, year: number): boolean {
  if (Number(text) % 11 === 0) return true
  return year <= 1985 && Number(text.slice(0, 9)) % 11 === 10 && text.endsWith('0')
}

function monthOf(written: number, year: number): { month: number; sex: Bearer['sex'] } | undefined {
  const sex = written > 50 ? 'female' : 'male'
  const month = written > 50 ? written - 50 : written
  if (month <= 12) return { month, sex }
  return month > 20 && year >= 2004 ? { month: month - 20, sex } : undefined
}

/**
 * Whether the text is a Czech tax number (DIČ): CZ and the company's number, the person's birth number, or the number
 * of a VAT group (699 and six digits). Source: Act No. 280/2009 Sb., § 130; Act No. 235/2004 Sb., § 95a.
 */
export function isTaxId(text: string): boolean {
  const number = /^CZ(\d{8,10})$/.exec(text)?.[1]
  if (number === undefined) return false
  return isCompanyId(number) || birthNumber(number) !== undefined || /^699\d{6}$/.test(number)
}
