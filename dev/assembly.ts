import type { DataFolder } from './data-folder.ts'
import { Problem } from './problem.ts'

/** A start in progress: what came up so far, so that it can be taken down again at any moment. */
export interface Assembly {
  folder: DataFolder
  /** Aborted once the start is given up or the whole is closed. */
  signal: AbortSignal
  /** Tells that a part ended though nobody asked it to. */
  died: (what: Problem) => void
  /** Resolves with the first such part. */
  firstDeath: Promise<Problem>
  say: (line: string) => void
  /** Does one step unless the start was given up, and says that it is done and when. */
  step<T>(what: string | ((result: T) => string), run: () => Promise<T>): Promise<T>
  /** Runs beside others; an end of the whole waits for it. */
  beside<T>(run: () => Promise<T>): Promise<T>
  /** What to stop at the end: the portal's programs first, what they stand on after them. */
  atEnd(stop: () => Promise<void>, when: 'first' | 'last'): void
  /** Stops everything in order. Safe to call twice. */
  close(): Promise<void>
}

/** Begins a start in this data folder; `say` is told each line of progress. */
export function assemble(folder: DataFolder, say: (line: string) => void): Assembly {
  const closing = new AbortController()
  const began = Date.now()
  const tasks: Promise<unknown>[] = []
  const stops = { first: [] as (() => Promise<void>)[], last: [] as (() => Promise<void>)[] }
  const stopAll = async () => {
    await Promise.allSettled(stops.first.map(stop => stop()))
    await Promise.allSettled(stops.last.map(stop => stop()))
  }
  let died: (what: Problem) => void = () => {}
  const firstDeath = new Promise<Problem>(resolve => (died = resolve))
  let closed: Promise<void> | undefined

  return {
    folder,
    signal: closing.signal,
    died,
    firstDeath,
    say,
    async step(what, run) {
      if (closing.signal.aborted) throw new Problem('The start was given up.')
      const result = await run()
      const line = typeof what === 'string' ? what : what(result)
      say(`${line} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
      return result
    },
    beside(run) {
      const task = run()
      task.catch(() => {}) // Whoever waits for it hears of a failure, maybe later.
      tasks.push(task)
      return task
    },
    atEnd: (stop, when) => void stops[when].push(stop),
    close: () =>
      (closed ??= (async () => {
        closing.abort()
        await stopAll()
        // What came up while the rest was being stopped is stopped too.
        await Promise.allSettled(tasks)
        await stopAll()
        folder.release()
      })()),
  }
}
