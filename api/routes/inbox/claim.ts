import { audit } from '../../audit.ts'
import { Release, TaskSummary } from '../../contract.ts'
import { refuseBarred } from '../../inbox/barred.ts'
import { reachOf } from '../../inbox/reach.ts'
import { taskFor, taskSummary } from '../../inbox/rows.ts'
import { refuseTaken, release, take } from '../../inbox/taking.ts'
import { route } from '../../route.ts'

export const claim = [
  route({
    method: 'post',
    path: '/api/tasks/:id/claim',
    summary: 'Takes a task that nobody has. Of two at once one wins; the other is told who was faster.',
    who: 'official',
    answers: { 200: TaskSummary },
    refuses: ['not-yours', 'taken', 'step-closed', 'four-eyes', 'own-matter'],
    async handle(ctx, deps) {
      const reach = await reachOf(deps.db, ctx.who.official, deps.now())
      const row = await taskFor(deps.db, reach, ctx.params.id)
      refuseBarred(reach, row)
      refuseTaken(reach, row)
      await deps.db.transaction().execute(async tx => {
        await take(tx, reach, row, 'claiming')
        await audit(tx, ctx, { what: `claimed ${row.stepKey}`, caseId: row.caseId })
      })
      const { id, name } = reach.official
      return { status: 200, body: taskSummary(deps, reach, { ...row, assignee: id, assigneeName: name }) }
    },
  }),
  route({
    method: 'post',
    path: '/api/tasks/:id/release',
    summary: 'Gives a task back to everybody, with a reason for colleagues.',
    who: 'official',
    body: Release,
    answers: { 200: TaskSummary },
    refuses: ['not-yours', 'taken', 'step-closed'],
    async handle(ctx, deps) {
      const reach = await reachOf(deps.db, ctx.who.official, deps.now())
      const row = await taskFor(deps.db, reach, ctx.params.id)
      await deps.db.transaction().execute(async tx => {
        await release(tx, reach, row, ctx.body.reason)
        await audit(tx, ctx, { what: `released ${row.stepKey}`, caseId: row.caseId })
      })
      // one of another inbox is out of reach again once a substitute has given it back
      return { status: 200, body: taskSummary(deps, reach, { ...row, assignee: null, assigneeName: null }) }
    },
  }),
]
