import { sql } from 'kysely'
import { standIn } from '../../activities/absences.ts'
import type { Db } from '../../db/database.ts'
import type { Assignment } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { keepMoves } from './moves.ts'
import { holds, reaches, supervises, type Reach } from './reach.ts'
import { tasksById, type TaskRow } from './rows.ts'
import { mayHave, officialsNow, type Candidate } from './task-view.ts'

/**
 * Gives tasks to a colleague, or back to everybody; all or none. Who is away today has them pass to the substitute, who has them
 * although they are not of their inbox. Gives the tasks and who has them now.
 * Throws Refusal `not-yours`, `forbidden` (neither holder nor supervisor), `step-closed`, `cannot-take` or, for an unknown colleague, `invalid`.
 */
export async function assign(
  tx: Db,
  reach: Reach,
  { tasks, to, reason }: Assignment,
): Promise<{ rows: TaskRow[]; to: Candidate | null }> {
  const ids = [...new Set(tasks)].toSorted()
  // in one order, so that two supervisors at once do not wait for each other in a circle
  await tx.selectFrom('task').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  const rows = await tasksById(tx, ids)
  if (rows.length < ids.length || !rows.every(row => reaches(reach, row))) throw new Refusal('not-yours')
  if (!rows.every(row => row.state === 'open')) throw new Refusal('step-closed')
  if (!rows.every(row => holds(reach, row) || supervises(reach, row))) throw new Refusal('forbidden')
  const target = to === null ? null : await addressee(tx, reach, to, rows)
  await tx
    .updateTable('task')
    .set({
      assignee: target?.id ?? null,
      assignedAt: target ? sql<Date>`now()` : null,
      changedAt: sql<Date>`now()`,
    })
    .where('id', 'in', ids)
    .execute()
  await keepMoves(
    tx,
    reach.official,
    rows
      .filter(row => row.assignee !== (target?.id ?? null))
      .map(task => ({ task, what: 'assigned', to: target?.id ?? null, reason })),
  )
  return { rows, to: target }
}

/** Who gets the tasks: the colleague, or whoever stands in for them today. Neither may be barred from any of the tasks. */
async function addressee(tx: Db, { away }: Reach, to: string, rows: TaskRow[]): Promise<Candidate> {
  const officials = await officialsNow(tx)
  const named = officials.find(({ id }) => id === to)
  const target = officials.find(({ id }) => id === standIn(away, to))
  if (!named || !target) throw new Refusal('not-yours')
  for (const row of rows) {
    const inbox = mayHave(named, row)
    const fit = named === target ? inbox : inbox && mayHave({ ...target, roles: [row.role] }, row)
    if (!fit) throw new Refusal('cannot-take', { values: { name: (inbox ? target : named).name, number: row.number } })
  }
  return target
}
