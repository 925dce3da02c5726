import type { TaskSummary } from '../../../../api/contract.ts'

/** A task as it stands in the list on the screen. */
export interface Row {
  task: TaskSummary
  /** It does not belong to this list any more: decided, taken or handed over since it was shown. */
  gone: boolean
  /** It came while the list was being looked at. */
  arrived: boolean
}

/** What is on the screen, and what has come since and waits to be shown. */
export interface Shown {
  rows: readonly Row[]
  waiting: readonly TaskSummary[]
}

/** A list as it just came. */
export const asItCame = (tasks: readonly TaskSummary[]): Shown => ({
  rows: tasks.map(task => ({ task, gone: false, arrived: false })),
  waiting: [],
})

/** A list as it just came, in which what was not on the screen before is marked. */
export const allOf = (before: Shown, tasks: readonly TaskSummary[]): Shown => {
  const known = new Set(before.rows.map(row => row.task.id))
  return { rows: tasks.map(task => ({ task, gone: false, arrived: !known.has(task.id) })), waiting: [] }
}

/**
 * Brings a list on the screen up to date without moving what is being read: each row keeps its place, with the newest
 * that is known of its task; a task that left stays there, marked. What follows the last row is added under it, what
 * belongs before it waits. `more`: the API has more tasks than `fresh`, so a row beyond its end is not known to have left.
 */
export function reconcile({ rows }: Shown, fresh: readonly TaskSummary[], more: boolean): Shown {
  const now = new Map(fresh.map(task => [task.id, task]))
  const lastKnown = rows.findLastIndex(row => now.has(row.task.id))
  const shown = new Set(rows.map(row => row.task.id))
  const end = fresh.findLastIndex(task => shown.has(task.id))
  const isNew = (task: TaskSummary) => !shown.has(task.id)
  return {
    rows: [
      ...rows.map((row, at) => {
        const task = now.get(row.task.id)
        if (task) return { ...row, task, gone: false }
        return { ...row, gone: row.gone || !more || at < lastKnown }
      }),
      ...fresh
        .slice(end + 1)
        .filter(isNew)
        .map(task => ({ task, gone: false, arrived: false })),
    ],
    waiting: fresh.slice(0, end + 1).filter(isNew),
  }
}
