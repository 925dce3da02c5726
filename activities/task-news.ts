import { sql, type RawBuilder } from 'kysely'

/** The channel on which changes of tasks are announced: inboxes are kept up to date by it. */
export const TASK_CHANNEL = 'task'

/** What happened to a task; `case`: the case moved on, the task stands as it was. */
export type TaskChange = 'opened' | 'claimed' | 'released' | 'assigned' | 'handed-over' | 'late' | 'closed' | 'case'

/** One change, as announced: no more than is needed to know whom to tell. */
export interface TaskNews {
  task: string
  case: string
  /** The inbox it stands in, or stood in. */
  role: string
  what: TaskChange
  /** Officials who have it or had it. */
  people: string[]
}

/** Announces changes: an expression for the transaction that makes them. */
export const announcing = (news: readonly TaskNews[]): RawBuilder<unknown> =>
  sql`(select count(pg_notify(${TASK_CHANNEL}, line)) from unnest(${sql.val(news.map(one => JSON.stringify(one)))}::text[]) as news(line))`
