/** Times of one kind of step, in ms. */
export type Samples = number[]

/** The value below which a share of the samples lies (nearest rank); NaN of none. */
export function percentile(samples: Samples, share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** What a closed loop measured: how many went through, in how long, and the times of each step. */
export interface Run {
  cases: number
  seconds: number
  steps: Record<string, Samples>
  /** Cases that broke off, with the first reason. */
  failed: number
  reason?: string
}

export type Note = (step: string, ms: number) => void

/**
 * A closed loop: so many people at once, each beginning the next case as soon as the last is done, for so many seconds. Cases
 * under way at the end are finished and counted, and so is their time.
 */
export async function closedLoop(
  people: number,
  seconds: number,
  once: (person: number, note: Note) => Promise<void>,
): Promise<Run> {
  const run: Run = { cases: 0, seconds: 0, steps: {}, failed: 0 }
  const note: Note = (step, ms) => void (run.steps[step] ??= []).push(ms)
  const began = performance.now()
  const end = began + seconds * 1000
  const live = async (person: number) => {
    while (performance.now() < end && run.failed < 20) {
      try {
        await once(person, note)
        run.cases++
      } catch (error) {
        run.failed++
        run.reason ??= error instanceof Error ? error.message : String(error)
      }
    }
  }
  await Promise.all(Array.from({ length: people }, (_, person) => live(person)))
  run.seconds = (performance.now() - began) / 1000
  return run
}

/** Asks until told yes, 4 ms after the first time and ever more seldom, at most every 32 ms; throws after half a minute. */
export async function poll<T>(ask: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + 30_000
  for (let wait = 4; ; wait = Math.min(32, wait * 2)) {
    const seen = await ask()
    if (done(seen)) return seen
    if (performance.now() > end) throw new Error(`It did not come in 30 s: ${JSON.stringify(seen).slice(0, 200)}`)
    await new Promise(resolve => setTimeout(resolve, wait))
  }
}
