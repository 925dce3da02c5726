import { readFileSync } from 'node:fs'
import { percentile, type Samples } from '../loop.ts'
import type { Stand } from '../stand.ts'
import type { Treasurer } from './treasurer.ts'

/** How the portal was for everybody else while something large went on. */
export interface Watched {
  /** Times of a short request made again and again. */
  others: Samples
  /** MB by which the memory of the API has grown at most; NaN where it cannot be known. */
  grown: number
}

const every = 50

/** Asks for something short again and again until told to stop, and looks at the memory of the API. */
export function watch({ ours }: Stand, who: Treasurer): () => Promise<Watched> {
  const others: Samples = []
  const before = resident(ours['api'])
  let most = before
  let ended = false
  const looking = (async () => {
    while (!ended) {
      others.push((await who.get('/api/session')).ms)
      most = Math.max(most, resident(ours['api']))
      await new Promise(resolve => setTimeout(resolve, every))
    }
  })()
  return async () => {
    ended = true
    await looking
    return { others, grown: (most - before) / 1024 }
  }
}

/** In words: what others waited, and what it took of memory. */
export const watchedWords = ({ others, grown }: Watched): string =>
  `others waited ${percentile(others, 0.5).toFixed(0)} / ${percentile(others, 0.99).toFixed(0)} ms (p50 / p99), API at most ${grown.toFixed(0)} MB more`

/** kB of memory that a process has now. */
function resident(pid: number | undefined): number {
  if (pid === undefined) return Number.NaN
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
}
