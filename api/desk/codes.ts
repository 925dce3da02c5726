import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that nothing is misread and no word appears. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** A code as it is printed: sixty random bits, in groups of four. */
export const newCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** What was typed, as the code it means: any case, any spaces and dashes, O for 0, I and L for 1. */
const plain = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** Hashes and compares what must not lie readable in the database: codes, and the addresses that tried wrong ones. */
export interface Sealer {
  code(typed: string): string
  address(ip: string): string
}

/** A table that leaked is worth nothing without the key of the installation, which a hash alone would not need. */
export function sealer(caseKey: Buffer): Sealer {
  const key = Buffer.from(hkdfSync('sha256', caseKey, '', 'desk codes', 32))
  const seal = (what: string, text: string) => createHmac('sha256', key).update(`${what}\n${text}`).digest('base64url')
  return { code: typed => seal('code', plain(typed)), address: ip => seal('address', ip) }
}

/** Compares two seals of equal length in a time that says nothing of where they differ. */
export const sameSeal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
