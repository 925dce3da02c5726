import { isDuplicate } from '../../../db/duplicate.ts'
import { audit } from '../../audit.ts'
import { HandOver, InboxFilter, NextTask } from '../../contract.ts'
import { Refusal } from '../../errors.ts'
import { fileMessage } from '../../filing.ts'
import { refuseBarred } from '../../inbox/barred.ts'
import { nextTask } from '../../inbox/next.ts'
import { inboxesOf, reachOf } from '../../inbox/reach.ts'
import { taskFor } from '../../inbox/rows.ts'
import { take } from '../../inbox/taking.ts'
import { officialsNow } from '../../inbox/task-view.ts'
import { receive } from '../../receiving.ts'
import { route } from '../../route.ts'
import { actorOf, firstToAnswer } from '../../stepping.ts'

export const handOver = [
  route({
    method: 'post',
    path: '/api/tasks/:id/hand-over',
    summary: 'Passes a task to the inbox of another department: a message to the case. Gives the task to go on with.',
    who: 'official',
    query: InboxFilter,
    body: HandOver,
    answers: { 200: NextTask, 202: NextTask },
    refuses: ['not-yours', 'taken', 'step-closed', 'case-closed', 'four-eyes', 'own-matter'],
    async handle(ctx, deps) {
      const { body, who, params } = ctx
      const go = (done: boolean) =>
        nextTask(deps, who.official, ctx.query, params.id).then(
          next => ({ status: done ? 200 : 202, body: next }) as const,
        )
      const reach = await reachOf(deps.db, who.official, deps.now())
      // sent again, e.g. after a cut line: it stands elsewhere already
      const known = await firstToAnswer(deps.db, body.id)
      if (known !== undefined && params.id.startsWith(`${known}:`)) return go(true)
      const row = await taskFor(deps.db, reach, params.id)
      refuseBarred(reach, row)
      if (row.state !== 'open') throw new Refusal('step-closed')
      const somebody = (await officialsNow(deps.db)).some(official => inboxesOf(official).includes(body.role))
      if (body.role === row.role || !somebody)
        throw new Refusal('invalid', {
          problems: [{ path: '/role', rule: 'department', message: nobodyThere[ctx.language] }],
        })
      const { stepKey } = row
      await deps.db
        .transaction()
        .execute(async tx => {
          await take(tx, reach, row, 'supervising')
          await fileMessage(tx, {
            id: body.id,
            caseId: row.caseId,
            kind: 'hand-over',
            actor: actorOf(ctx),
            data: { stepKey, role: body.role, reason: body.reason },
          })
          await audit(tx, ctx, { what: `handed over ${stepKey}`, caseId: row.caseId, details: { to: body.role } })
        })
        .catch((error: unknown) => {
          // the same message twice at once: the first one is on its way
          if (!isDuplicate(error)) throw error
        })
      return go(await receive(deps, ctx, row.caseId, body.id))
    },
  }),
]

const nobodyThere = {
  cs: 'Vyberte jiný odbor, který má v portálu někoho, kdo rozhodne.',
  en: 'Choose another department that has somebody in the portal to decide.',
}
