import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { barredBy } from '../inbox/barred.ts'
import { keepMoves, type Passing } from '../inbox/moves.ts'
import { inboxesOf } from '../inbox/reach.ts'

/**
 * Open tasks of somebody who has left go to the successor, if it is their inbox and nothing bars them, else back to everybody.
 * The moves are kept as the house's own.
 */
export async function passTasksOn(tx: Db, left: { id: string; name: string }, successor: string | null): Promise<void> {
  const tasks = await tx
    .selectFrom('task as t')
    .innerJoin('case as c', 'c.id', 't.caseId')
    .select(['t.id', 't.caseId', 't.role', 't.assignee', 't.not', 'c.personId', 'c.subjectId'])
    .where('t.assignee', '=', left.id)
    .where('t.state', '=', 'open')
    .forUpdate('t')
    .execute()
  if (tasks.length === 0) return
  const heir = successor === null ? null : await heirOf(tx, successor)
  const takes = (task: (typeof tasks)[number]) =>
    heir !== null && heir.inboxes.includes(task.role) && barredBy(heir, task) === null
  const passed = tasks.filter(takes)
  const returned = tasks.filter(task => !takes(task))
  await give(tx, passed, heir?.id ?? null)
  await give(tx, returned, null)
  const reason = `${left.name} už na úřadě není. / ${left.name} is no longer with the office.`
  const moves: Passing[] = [
    ...passed.map(task => ({ task, what: 'assigned' as const, to: heir?.id ?? null, reason })),
    ...returned.map(task => ({ task, what: 'released' as const, to: null, reason })),
  ]
  await keepMoves(tx, null, moves)
}

async function heirOf(tx: Db, id: string) {
  const { roles, supervises, ...heir } = await tx
    .selectFrom('official as o')
    .leftJoin('person as p', 'p.id', 'o.personId')
    .select(['o.id', 'o.roles', 'o.supervises', 'o.personId', 'p.subjectId'])
    .where('o.id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...heir, inboxes: inboxesOf({ roles, supervises }) }
}

async function give(tx: Db, tasks: readonly { id: string }[], to: string | null): Promise<void> {
  if (tasks.length === 0) return
  await tx
    .updateTable('task')
    .set({ assignee: to, assignedAt: to === null ? null : sql<Date>`now()`, changedAt: sql<Date>`now()` })
    .where(
      'id',
      'in',
      tasks.map(({ id }) => id),
    )
    .execute()
}
