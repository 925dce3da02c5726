import Type from 'typebox'
import { changesOf } from '../live-events.ts'
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
      return { status: 200, stream: changesOf(deps, params.id) }
    },
  }),
]
