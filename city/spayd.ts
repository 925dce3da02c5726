import { isDay } from './calendar.ts'
import type { Day } from './calendar.ts'
import { fold } from './fold.ts'
import { isCzechIban } from './iban.ts'

/** One transfer order (platební příkaz) for a QR Platba code. Each symbol is up to ten digits; leading zeros are kept. */
export interface Transfer {
  /** IBAN of the beneficiary, no spaces. */
  iban: string
  /** Haléře, 1 to 999 999 999. */
  amount: number
  /** Variable symbol (variabilní symbol): the city pairs the payment by it. */
  variableSymbol?: string
  specificSymbol?: string
  constantSymbol?: string
  /** Due date; banks offer it as the day of the transfer. */
  due?: Day
  /** Note for the beneficiary. Diacritics are stripped, letters made capital, length cut to 60 characters. */
  message?: string
}

const header = 'SPD*1.0'

/** The checksum of zlib and IEEE 802.3, of a text in ASCII, as eight capital hexadecimal digits. */
export function crc32(text: string): string {
  let crc = 0xffffffff
  for (const char of text) {
    crc ^= char.charCodeAt(0)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).toUpperCase().padStart(8, '0')
}

/** Makes a text fit the alphanumeric set of QR codes, so that the code stays small and every reader can show it. */
function plain(text: string): string {
  const kept = fold(text).toUpperCase().replace(/[–—]/g, '-')
  return kept
    .replace(/[^0-9A-Z $%*+\-./:]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 60)
    .trim()
}

const escapes: Record<string, string> = { '%': '%25', '*': '%2A', '+': '%2B' }

function escaped(value: string): string {
  return value.replace(/[%*+]/g, char => escapes[char] ?? char)
}

function symbol(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  if (/^\d{1,10}$/.test(value)) return value
  throw new RangeError(`${name} must have one to ten digits and nothing else.`)
}

/** Haléře as crowns with a dot and two decimals, the way the standard writes amounts. */
function crowns(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > 999_999_999) {
    throw new RangeError(`A QR payment can carry 0.01 to 9 999 999.99 CZK, not ${amount} hellers.`)
  }
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}

/**
 * The text of a QR Platba code (Short Payment Descriptor 1.0 of the Czech Banking Association, qr-platba.cz), with
 * CRC32. Draw it at error level M, in alphanumeric mode; always print account, symbol and amount beside it.
 * Throws RangeError on an invalid IBAN, amount, symbol or day.
 */
export function spayd(transfer: Transfer): string {
  if (!isCzechIban(transfer.iban)) throw new RangeError('The account must be a valid Czech IBAN without spaces.')
  if (transfer.due !== undefined && !isDay(transfer.due)) throw new RangeError('The due date must be an existing day.')
  const fields: Record<string, string | undefined> = {
    ACC: transfer.iban,
    AM: crowns(transfer.amount),
    CC: 'CZK',
    DT: transfer.due?.replaceAll('-', ''),
    MSG: transfer.message === undefined ? undefined : plain(transfer.message),
    'X-KS': symbol('The constant symbol', transfer.constantSymbol),
    'X-SS': symbol('The specific symbol', transfer.specificSymbol),
    'X-VS': symbol('The variable symbol', transfer.variableSymbol),
  }
  const pairs = Object.entries(fields).flatMap(([key, value]) => (value ? [`${key}:${escaped(value)}`] : []))
  // Written in the order of the keys, the text is already the canonical form that the checksum is counted from.
  const canonical = [header, ...pairs].join('*')
  return `${canonical}*CRC32:${crc32(canonical)}`
}

/**
 * Reads a payment descriptor back into its fields, unescaped. Throws SyntaxError if the header, a key or the checksum
 * is wrong. The checksum is counted from the fields in the order of their keys, as the standard says.
 */
export function parseSpayd(text: string): Map<string, string> {
  if (!text.startsWith(`${header}*`)) throw new SyntaxError(`A payment descriptor begins with ${header}*.`)
  const raw = new Map<string, string>()
  for (const pair of text
    .slice(header.length + 1)
    .replace(/\*$/, '')
    .split('*')) {
    const at = pair.indexOf(':')
    const key = pair.slice(0, at)
    if (at < 1 || !/^[A-Z0-9-]+$/.test(key)) throw new SyntaxError(`“${pair}” is not KEY:VALUE.`)
    if (raw.has(key)) throw new SyntaxError(`The key ${key} stands there twice.`)
    raw.set(key, pair.slice(at + 1))
  }
  if (!raw.has('ACC')) throw new SyntaxError('The account (ACC) is missing.')
  const sum = raw.get('CRC32')
  raw.delete('CRC32')
  const pairs = [...raw].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}:${value}`)
  if (sum !== undefined && sum !== crc32([header, ...pairs].join('*'))) throw new SyntaxError('The checksum is wrong.')
  return new Map([...raw].map(([key, value]) => [key, decodeURIComponent(value)]))
}
