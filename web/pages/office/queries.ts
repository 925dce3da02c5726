import { queryOptions } from '@tanstack/react-query'
import type { Inbox, TaskSummary, TaskView } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { client } from '../../queries.ts'

/** Which part of the inbox: of one role, and older than a mark that the API gave. */
export interface InboxPart {
  role?: string | undefined
  before?: string | undefined
}

/** Open tasks; new ones are looked for every half a minute. */
export function inboxQuery({ role, before }: InboxPart = {}) {
  const query = new URLSearchParams({ ...(role && { role }), ...(before && { before }) })
  return queryOptions({
    queryKey: ['inbox', { role, before }],
    queryFn: ({ signal }) => call<Inbox>('GET', `/inbox${query.size > 0 ? `?${query}` : ''}`, undefined, signal),
    staleTime: 0,
    refetchInterval: 30_000,
  })
}

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => call<TaskView>('GET', `/tasks/${encodeURIComponent(id)}`, undefined, signal),
    staleTime: 0,
  })

/** The open task to go on with: the next older one, else the newest; null when none is left. */
export function nextAfter(
  done: Pick<TaskSummary, 'id' | 'openedAt'>,
  tasks: readonly TaskSummary[],
): TaskSummary | null {
  const others = tasks.filter(task => task.id !== done.id)
  return others.find(task => task.openedAt <= done.openedAt) ?? others[0] ?? null
}

/** Asks the API for the task to go on with. */
export async function findNext(done: Pick<TaskSummary, 'id' | 'openedAt'>): Promise<TaskSummary | null> {
  const { tasks } = await client.fetchQuery(inboxQuery())
  return nextAfter(done, tasks)
}
