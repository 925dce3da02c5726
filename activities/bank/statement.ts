import type { Day } from '../../city/calendar.ts'
import type { Text } from '../../city/schema.ts'
import { money, type Language } from '../../city/typeset.ts'

/** One movement on the city's account, as the bank's statement has it. */
export interface StatementLine {
  /** From 1, in the order of the statement. */
  position: number
  /** Haléře; money that came in is positive. Never 0. */
  amount: number
  /** The day the bank wrote it to the account: with it a payment of a tax is made (§ 166 daňového řádu). */
  bookedOn: Day
  valueOn: Day
  /** Symbols without leading zeros: banks keep `0042` and `42` for the same. Null when the statement has none, or several. */
  variableSymbol: string | null
  specificSymbol: string | null
  constantSymbol: string | null
  /** IBAN where the statement gives enough to make one, else as it stands there. */
  counterAccount: string | null
  counterName: string | null
  message: string | null
  bankReference: string | null
  /** A correction (storno) of an earlier movement, with the sign of what it does to the balance. */
  reversal: boolean
}

/** A statement of one account of the city, in CZK. Amounts in haléře. */
export interface Statement {
  format: 'camt.053' | 'gpc'
  /** IBAN. */
  account: string
  /** The bank's own numbering of statements begins anew each year. */
  number: number
  year: number
  from: Day
  to: Day
  opening: number
  closing: number
  lines: StatementLine[]
}

/** A file that is no statement as it should be: where (line from 1, element or column) and why. Nothing of it may be used. */
export class BrokenStatement extends Error {
  override name = 'BrokenStatement'
  readonly line: number
  readonly element: string | null
  readonly reason: Text

  constructor(line: number, element: string | null, reason: Text) {
    super(`line ${line}${element === null ? '' : `, ${element}`}: ${reason.en}`)
    this.line = line
    this.element = element
    this.reason = reason
  }
}

/** Throws BrokenStatement at a place, in both languages. */
export function broken(line: number, element: string | null, cs: string, en: string): never {
  throw new BrokenStatement(line, element, { cs, en })
}

/** A control total that the statement gives and its lines make. Throws BrokenStatement at `line` where they differ. */
export function agrees(line: number, element: string, given: number, made: number): void {
  if (given === made) return
  broken(
    line,
    element,
    `kontrolní součet nesouhlasí: ve výpisu je ${signed(given, 'cs')}, z položek vychází ${signed(made, 'cs')}. Soubor je neúplný nebo změněný`,
    `the control total does not agree: the statement says ${signed(given, 'en')}, its entries make ${signed(made, 'en')}. The file is incomplete or changed`,
  )
}

const signed = (amount: number, language: Language) =>
  amount < 0 ? `−${money(-amount, language)}` : money(amount, language)

/** A symbol without leading zeros; null for nothing but zeros and spaces. */
export const symbol = (text: string): string | null => text.trim().replace(/^0+/, '') || null

/** A text of the statement on one line without control characters; null when nothing is left. */
export const plain = (text: string, most: number): string | null =>
  text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most) || null
