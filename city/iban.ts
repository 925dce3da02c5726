const prefixWeights = [10, 5, 8, 4, 2, 1]
const numberWeights = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1]

function sum(digits: string, weights: number[]): number {
  return weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
}

/** The remainder of a long decimal number after division, digit by digit. */
function remainder(digits: string, by: number): number {
  return digits.split('').reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0)
}

/**
 * The IBAN of a Czech account `[prefix-]number/bank`, or null if the account is not a valid one: prefix and number
 * must each pass the weighted check modulo 11. Source: Decree No. 169/2011 Sb. of the Czech National Bank.
 */
export function ibanOf(account: string): string | null {
  const match = /^(?:(\d{1,6})-)?(\d{2,10})\/(\d{4})$/.exec(account)
  if (!match) return null
  const prefix = (match[1] ?? '').padStart(6, '0')
  const number = (match[2] ?? '').padStart(10, '0')
  if (sum(prefix, prefixWeights) % 11 !== 0 || sum(number, numberWeights) % 11 !== 0) return null
  if (number.replaceAll('0', '').length < 2) return null
  const bban = `${match[3]}${prefix}${number}`
  const check = 98 - remainder(`${bban}123500`, 97) // C = 12, Z = 35, then the check digits as 00
  return `CZ${String(check).padStart(2, '0')}${bban}`
}

/** Whether the text is a Czech IBAN (no spaces) with the right check digits. Source: ISO 13616. */
export function isCzechIban(iban: string): boolean {
  return /^CZ\d{22}$/.test(iban) && remainder(`${iban.slice(4)}1235${iban.slice(2, 4)}`, 97) === 1
}
