const prefixWeights = [10, 5, 8, 4, 2, 1]
const numberWeights = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1]

/** A Czech account taken apart: prefix 6, number 10 and bank 4 digits, padded with zeros. */
export interface CzechAccount {
  prefix: string
  number: string
  bank: string
}

/**
 * The parts of a Czech account `[prefix-]number/bank`, or undefined if it is not one: prefix and number must each pass
 * the weighted check modulo 11 and the number have two digits other than zero. Whether the bank exists is not looked up.
 * Source: Decree No. 169/2011 Sb. of the Czech National Bank.
 */
export function czechAccount(text: string): CzechAccount | undefined {
  const match = /^(?:(\d{1,6})-)?(\d{2,10})\/(\d{4})$/.exec(text)
  if (!match) return undefined
  const [, prefix = '', number = '', bank = ''] = match
  const parts = { prefix: prefix.padStart(6, '0'), number: number.padStart(10, '0'), bank }
  if (!passes(parts.prefix, prefixWeights) || !passes(parts.number, numberWeights)) return undefined
  return parts.number.replaceAll('0', '').length >= 2 ? parts : undefined
}

export const isCzechAccount = (text: string): boolean => czechAccount(text) !== undefined

/** The IBAN of a Czech account, without spaces; undefined if the account is not valid. Source: ISO 13616. */
export function accountToIban(account: string): string | undefined {
  const parts = czechAccount(account)
  if (!parts) return undefined
  const body = parts.bank + parts.prefix + parts.number
  return `CZ${String(98 - remainder97(`${body}CZ00`)).padStart(2, '0')}${body}`
}

/** The Czech account of a Czech IBAN as people write it, `19-2000145399/0800`; undefined if it is not a valid Czech IBAN. */
export function ibanToAccount(iban: string): string | undefined {
  if (!isIban(iban) || !iban.startsWith('CZ')) return undefined
  return written({ bank: iban.slice(4, 8), prefix: iban.slice(8, 14), number: iban.slice(14) })
}

/** An account as people write it: no leading zeros, no empty prefix. */
export function written({ prefix, number, bank }: CzechAccount): string {
  const short = prefix.replace(/^0+/, '')
  return `${short === '' ? '' : `${short}-`}${number.replace(/^0+(?=\d{2})/, '')}/${bank}`
}

/**
 * Whether the text is an IBAN without spaces, in capitals, with the right check digits; a Czech one must also hold a
 * valid account. Source: ISO 13616 and the Czech National Bank's rule of its Czech form (24 characters).
 */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  if (remainder97(text.slice(4) + text.slice(0, 4)) !== 1) return false
  if (text.startsWith('CZ')) {
    return /^CZ\d{22}$/.test(text) && isCzechAccount(`${text.slice(8, 14)}-${text.slice(14)}/${text.slice(4, 8)}`)
  }
  return true
}

const passes = (digits: string, weights: number[]): boolean =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0

/** Letters count as two-digit numbers (A = 10), as ISO 7064 says; digit by digit, since the whole would not fit a number. */
function remainder97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
