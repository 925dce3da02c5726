import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { CaseHappening } from './records.ts'
import type { TaskNews } from './task-news.ts'

/**
 * What the citizen wrote is unread until somebody at the office reads it; what the office wrote shows that it was read. Gives the
 * tasks whose case waits for the citizen: nothing else of a note concerns them.
 */
export async function markNotes(tx: Db, caseId: string, events: readonly CaseHappening[]): Promise<TaskNews[]> {
  const last = events.findLast(event => event.what === 'noted')
  if (!last) return []
  const unread = last.actor?.kind !== 'official'
  await tx
    .updateTable('case')
    .set(eb => ({ unreadSince: unread ? eb.fn.coalesce('unreadSince', eb.val(new Date(last.at))) : null }))
    .where('id', '=', caseId)
    .execute()
  if (!unread) return []
  const tasks = await tx
    .updateTable('task')
    .set({ changedAt: sql<Date>`now()` })
    .where('caseId', '=', caseId)
    .where(eb => eb.or([eb('state', '=', 'open'), eb('waitingSince', 'is not', null)]))
    .returning(['id', 'role', 'state', 'assignee'])
    .execute()
  return tasks.filter(({ state }) => state !== 'open').map(task => newsOf(caseId, task))
}

/** That the case of a task has moved on. */
export const newsOf = (caseId: string, task: { id: string; role: string; assignee: string | null }): TaskNews => ({
  ...{ task: task.id, case: caseId, role: task.role, what: 'case' },
  people: task.assignee === null ? [] : [task.assignee],
})
