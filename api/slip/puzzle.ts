import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Puzzle } from '../contract.ts'

/** About sixteen thousand hashes: a fraction of a second of a phone, and a day of a processor for a million of tries. */
export const puzzleBits = 14
/** Long enough for somebody who looks for their glasses first. */
const goodFor = 30 * 60_000

/** A puzzle that this installation made at that instant. */
export function newPuzzle(caseKey: Buffer, now: Date): Puzzle {
  const body = `${now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`
  return { puzzle: `${body}.${sealOf(caseKey, body)}`, bits: puzzleBits }
}

/** Whether a puzzle is ours, not too old, and solved. That it was not used before is Postgres' to say. */
export function isSolved(
  caseKey: Buffer,
  now: Date,
  { puzzle, solution }: { puzzle: string; solution: number },
): boolean {
  const [made = '', random = '', seal = ''] = puzzle.split('.')
  const right = Buffer.from(sealOf(caseKey, `${made}.${random}`))
  const given = Buffer.from(seal)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false
  const age = now.getTime() - Number.parseInt(made, 36)
  return (
    age >= 0 && age <= goodFor && zeroBits(createHash('sha256').update(`${puzzle}.${solution}`).digest()) >= puzzleBits
  )
}

/** How many zero bits begin the bytes. */
function zeroBits(bytes: Buffer): number {
  const at = bytes.findIndex(byte => byte !== 0)
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at] ?? 0) - 24
}

const sealOf = (caseKey: Buffer, body: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', caseKey, '', 'slip puzzles', 32)))
    .update(body)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
