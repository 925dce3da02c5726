import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { Refusal } from '../errors.ts'
import { keepMoves } from './moves.ts'
import { holds, type Reach } from './reach.ts'

interface Wanted {
  id: string
  caseId: string
  role: string
}

/** A task that somebody else has is refused without asking again. Throws Refusal `taken`. */
export function refuseTaken(reach: Reach, row: { assignee: string | null; assigneeName: string | null }): void {
  if (row.assignee !== null && !holds(reach, row))
    throw new Refusal('taken', { values: { name: row.assigneeName ?? '' } })
}

/**
 * Takes a task that nobody has, or that somebody has whom the official substitutes today. `by` right of `supervising` it may be taken
 * from anybody in an inbox they supervise. One conditional statement: of two at once one wins. Taking again what one has is nothing.
 * Throws Refusal `taken` with the name of the faster, or `step-closed` when it is decided.
 */
export async function take(
  tx: Db,
  { official, standsFor }: Reach,
  task: Wanted,
  by: 'claiming' | 'supervising',
): Promise<void> {
  const others = standsFor.filter(id => id !== official.id)
  const supervised = by === 'supervising' ? official.supervises : []
  const taken = await tx
    .updateTable('task')
    .set({ assignee: official.id, assignedAt: sql<Date>`now()`, changedAt: sql<Date>`now()` })
    .where('id', '=', task.id)
    .where('state', '=', 'open')
    .where(eb =>
      eb.or([
        eb('assignee', 'is', null),
        eb('assignee', 'in', ['', ...others]),
        eb.and([eb('role', 'in', ['', ...supervised]), eb('assignee', '<>', official.id)]),
      ]),
    )
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return refuseUnlessOwn(tx, official.id, task.id)
  await keepMoves(tx, official, [{ task: { ...task, assignee: null }, what: 'claimed', to: official.id }])
}

/** Gives a task back to everybody. Throws Refusal `taken` when somebody else has it, `step-closed` when it is decided. */
export async function release(
  tx: Db,
  { official, standsFor }: Reach,
  task: Wanted & { assignee: string | null },
  reason: string,
): Promise<void> {
  const released = await tx
    .updateTable('task')
    .set({ assignee: null, assignedAt: null, changedAt: sql<Date>`now()` })
    .where('id', '=', task.id)
    .where('state', '=', 'open')
    .where('assignee', 'is not', null)
    .where(eb => eb.or([eb('assignee', 'in', standsFor), eb('role', 'in', ['', ...official.supervises])]))
    .executeTakeFirst()
  if (released.numUpdatedRows === 0n) return refuseUnlessOwn(tx, null, task.id)
  await keepMoves(tx, official, [{ task, what: 'released', to: null, reason }])
}

/** Nothing was changed: fine when the task is already with `wanted`, else the reason is told. */
async function refuseUnlessOwn(tx: Db, wanted: string | null, id: string): Promise<void> {
  const found = await tx
    .selectFrom('task as t')
    .leftJoin('official as o', 'o.id', 't.assignee')
    .select(['t.state', 't.assignee', 'o.name'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (found?.state !== 'open') throw new Refusal('step-closed')
  if (found.assignee !== wanted) throw new Refusal('taken', { values: { name: found.name ?? '' } })
}
