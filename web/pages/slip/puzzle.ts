import type { Puzzle } from '../../../api/contract.ts'
import { call } from '../../api.ts'

/** A puzzle of the API with its solution, good for one try to pay. */
export interface Solved {
  puzzle: string
  solution: number
}

/** So many hashes are asked for at once: the page stays quick in between. */
const batch = 256

/** Fetches a puzzle and solves it in the background. @throws {ApiProblem} when none can be had */
export async function solved(): Promise<Solved> {
  const { puzzle, bits } = await call<Puzzle>('GET', '/slip/puzzle')
  const encoder = new TextEncoder()
  for (let from = 0; ; from += batch) {
    const hashes = await Promise.all(
      Array.from({ length: batch }, (_, at) =>
        crypto.subtle.digest('SHA-256', encoder.encode(`${puzzle}.${from + at}`)),
      ),
    )
    const found = hashes.findIndex(hash => zeroBits(new DataView(hash)) >= bits)
    if (found >= 0) return { puzzle, solution: from + found }
  }
}

/** How many zero bits begin a hash, as far as its first 32 bits tell. */
const zeroBits = (hash: DataView): number => Math.clz32(hash.getUint32(0))
