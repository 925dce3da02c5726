import { TaskView } from '../../contract.ts'
import { reachOf } from '../../inbox/reach.ts'
import { taskFor } from '../../inbox/rows.ts'
import { taskView } from '../../inbox/task-view.ts'
import { route } from '../../route.ts'

export const task = [
  route({
    method: 'get',
    path: '/api/tasks/:id',
    summary: 'A task with its case and the form of the decision. Decided by a message to the case.',
    who: 'official',
    answers: { 200: TaskView },
    refuses: ['not-yours'],
    async handle({ who, params }, deps) {
      const reach = await reachOf(deps.db, who.official, deps.now())
      return { status: 200, body: await taskView(deps, reach, await taskFor(deps.db, reach, params.id)) }
    },
  }),
]
