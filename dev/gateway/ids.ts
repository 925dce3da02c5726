import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A fresh identifier in Stripe's manner: a prefix saying what it names (`pi_`, `evt_`) and random letters. */
export function newId(prefix: string, length = 24): string {
  let id = prefix
  for (const byte of randomBytes(length)) id += alphabet[byte % alphabet.length]
  return id
}
