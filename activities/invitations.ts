import { createHmac, timingSafeEqual } from 'node:crypto'

/** Letters and digits that nobody takes for another (Crockford’s base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/**
 * The code by which somebody invited into a case takes their place: 50 bits of an HMAC over case and role under the key of the cases.
 * It is stored nowhere. Printed in groups, `7KQ2-M9XT-4B`.
 */
export function invitationCode(key: Buffer, caseId: string, role: string): string {
  const mac = createHmac('sha256', key).update(`invitation\n${caseId}\n${role}`).digest()
  const letters = [...mac.subarray(0, length)].map(byte => alphabet[byte % 32]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Whether somebody typed that code: case, spaces and hyphens do not matter, nor letters mistaken for digits. */
export function isInvitationCode(key: Buffer, caseId: string, role: string, typed: string): boolean {
  const right = Buffer.from(plain(invitationCode(key, caseId, role)))
  const given = Buffer.from(plain(typed))
  return given.length === right.length && timingSafeEqual(given, right)
}

const plain = (code: string) =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
