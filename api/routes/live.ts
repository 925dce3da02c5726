import { Readable } from 'node:stream'
import Type from 'typebox'
import type { Deps } from '../deps.ts'
import { route } from '../route.ts'
import { caseFor } from '../views/case-rows.ts'

export const live = [
  route({
    method: 'get',
    path: '/api/cases/:id/live',
    summary: 'Server-sent events: `changed` after each record of the case.',
    who: 'signed-in',
    params: { id: Type.String({ format: 'uuid' }) },
    answers: { 200: 'events' },
    refuses: ['not-yours'],
    async handle({ params, who }, deps) {
      await caseFor(deps, who, params.id)
      return { status: 200, stream: changes(deps, params.id) }
    },
  }),
]

/** An event after each record of the case, and a breath every 25 s so that no proxy cuts the line. */
function changes(deps: Deps, id: string): Readable {
  const stream = new Readable({ read() {} })
  stream.push('retry: 2000\n\n')
  const stop = deps.live.watch(id, () => stream.push('event: changed\ndata: {}\n\n'))
  const breath = setInterval(() => stream.push(': \n\n'), 25_000)
  stream.once('close', () => {
    stop()
    clearInterval(breath)
  })
  return stream
}
