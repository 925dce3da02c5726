import { Readable } from 'node:stream'
import type { Deps } from './deps.ts'

/** An event after each record of a case, and a breath every 25 s so that no proxy cuts the line. */
export function changesOf(deps: Pick<Deps, 'live'>, caseId: string): Readable {
  const stream = new Readable({ read() {} })
  stream.push('retry: 2000\n\n')
  const stop = deps.live.watch(caseId, () => stream.push('event: changed\ndata: {}\n\n'))
  const breath = setInterval(() => stream.push(': \n\n'), 25_000)
  stream.once('close', () => {
    stop()
    clearInterval(breath)
  })
  return stream
}
