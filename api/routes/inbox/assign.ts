import { audit } from '../../audit.ts'
import { Assigned, Assignment } from '../../contract.ts'
import { assign as assignTasks } from '../../inbox/assigning.ts'
import { colleague, reachOf } from '../../inbox/reach.ts'
import { route } from '../../route.ts'

export const assign = [
  route({
    method: 'post',
    path: '/api/tasks/assign',
    summary: 'Gives tasks to a colleague or back to everybody, all or none; by who has them, or their supervisor.',
    who: 'official',
    body: Assignment,
    answers: { 200: Assigned },
    refuses: ['not-yours', 'forbidden', 'step-closed', 'cannot-take'],
    async handle(ctx, deps) {
      const reach = await reachOf(deps.db, ctx.who.official, deps.now())
      const { rows, to } = await deps.db.transaction().execute(async tx => {
        const done = await assignTasks(tx, reach, ctx.body)
        for (const row of done.rows)
          await audit(tx, ctx, {
            what: `assigned ${row.stepKey}`,
            caseId: row.caseId,
            details: { from: row.assignee, to: done.to?.id ?? null },
          })
        return done
      })
      return { status: 200, body: { assigned: rows.length, to: to && colleague(reach, to) } }
    },
  }),
]
