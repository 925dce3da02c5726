import { Preview, PreviewRequest } from '../../contract.ts'
import { Refusal } from '../../errors.ts'
import { preview as previewOf } from '../../inbox/preview.ts'
import { reachOf } from '../../inbox/reach.ts'
import { taskFor } from '../../inbox/rows.ts'
import { formOfCase, judge } from '../../judging.ts'
import { route } from '../../route.ts'

export const preview = [
  route({
    method: 'post',
    path: '/api/tasks/:id/preview',
    summary: 'What the citizen would get if the task were decided so. Nothing happens.',
    who: 'official',
    body: PreviewRequest,
    answers: { 200: Preview },
    refuses: ['not-yours', 'step-closed', 'no-preview'],
    async handle({ who, params, body, language }, deps) {
      const row = await taskFor(deps.db, await reachOf(deps.db, who.official, deps.now()), params.id)
      if (row.state !== 'open') throw new Refusal('step-closed')
      const form = formOfCase(row.agenda, row.definition, row.content, row.step)
      if (!form) throw new Refusal('not-yours')
      const data = await judge(deps, who, form, body.data, language)
      return { status: 200, body: await previewOf(deps, who.official, row, data) }
    },
  }),
]
