import type { Stand } from './stand.ts'

/** What the engine keeps of a case, on average over some. */
export interface Weight {
  workflowTasks: number
  events: number
}

/** Temporal's number of a completed workflow task (temporal.api.enums.v1.EventType). */
const taskCompleted = 7

/** Looks at the histories of the last cases that went through. */
export async function weigh({ temporal }: Stand, ids: readonly string[]): Promise<Weight> {
  const some = ids.slice(-10)
  const histories = await Promise.all(
    some.map(async id => {
      const handle = temporal.workflow.getHandle(id)
      // the view may be there before the workflow has reported its own end
      await handle.result().catch(() => {})
      return (await handle.fetchHistory()).events ?? []
    }),
  )
  const mean = (count: (events: (typeof histories)[number]) => number) =>
    histories.reduce((sum, events) => sum + count(events), 0) / Math.max(1, some.length)
  return {
    workflowTasks: mean(events => events.filter(event => Number(event.eventType) === taskCompleted).length),
    events: mean(events => events.length),
  }
}
