import { announcing, type TaskChange } from '../../activities/task-news.ts'
import type { Db } from '../../db/database.ts'
import type { Official } from './reach.ts'

/** A task that passes from hand to hand. */
export interface Passing {
  task: { id: string; caseId: string; role: string; assignee: string | null }
  what: Extract<TaskChange, 'claimed' | 'released' | 'assigned'>
  to: string | null
  reason?: string | undefined
}

/**
 * Keeps who passed which tasks to whom, and tells the open inboxes; `by` nobody, when the house did. Part of the transaction that
 * passes them.
 */
export async function keepMoves(tx: Db, by: Pick<Official, 'id'> | null, passings: readonly Passing[]): Promise<void> {
  if (passings.length === 0) return
  const news = passings.map(({ task, what, to }) => ({
    ...{ task: task.id, case: task.caseId, role: task.role, what },
    people: [task.assignee, to].filter(one => one !== null),
  }))
  await tx
    .insertInto('task_move')
    .values(
      passings.map(({ task, what, to, reason }) => ({
        taskId: task.id,
        what,
        byOfficial: by?.id ?? null,
        toOfficial: to,
        reason: reason ?? null,
      })),
    )
    // depends on no row, so it is done once
    .returning(announcing(news).as('told'))
    .execute()
}
