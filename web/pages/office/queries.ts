import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Absences,
  Answered,
  Assigned,
  Assignment,
  HandOver,
  Inbox,
  NewAbsence,
  NextTask,
  Preview,
  Release,
  TaskSummary,
  TaskView,
} from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { caseQuery, client } from '../../queries.ts'
import { asked, type InboxPlace } from './place.ts'

const piece = encodeURIComponent

/** A part of the inbox, page by page. */
export const inboxQuery = (place: InboxPlace) =>
  infiniteQueryOptions({
    queryKey: ['inbox', place],
    queryFn: ({ signal, pageParam }) => call<Inbox>('GET', `/inbox${asked(place, pageParam)}`, undefined, signal),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    staleTime: 0,
  })

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => call<TaskView>('GET', `/tasks/${piece(id)}`, undefined, signal),
    staleTime: 0,
  })

export const absencesQuery = queryOptions({
  queryKey: ['absences'],
  queryFn: ({ signal }) => call<Absences>('GET', '/absences', undefined, signal),
})

/** What is known of the inbox and its tasks may be old now. */
export const refreshOffice = async (): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['inbox'] }),
    client.invalidateQueries({ queryKey: ['tasks'] }),
  ])
}

/** Takes a task that nobody has. @throws {ApiProblem} 409 `taken` when a colleague was faster */
export const claim = (task: string): Promise<TaskSummary> => call('POST', `/tasks/${piece(task)}/claim`)

/** Gives a task back to everybody, with words for the colleagues. */
export const release = (task: string, words: Release): Promise<TaskSummary> =>
  call('POST', `/tasks/${piece(task)}/release`, words)

/** Gives tasks to a colleague or back to everybody, all or none. */
export const assign = (assignment: Assignment): Promise<Assigned> => call('POST', '/tasks/assign', assignment)

/** Sends a task to another department; gives the one to go on with at this place of the inbox. */
export const handOver = (task: string, to: HandOver, place: InboxPlace): Promise<NextTask> =>
  call('POST', `/tasks/${piece(task)}/hand-over${asked(place)}`, to)

/** What the citizen would get for this decision. Nothing happens by looking. */
export const preview = (task: string, data: unknown): Promise<Preview> =>
  call('POST', `/tasks/${piece(task)}/preview`, { data })

/** Decides a task; the answer names the one to go on with at this place of the inbox. `id` makes a second try harmless. */
export async function decide(
  task: Pick<TaskView, 'case' | 'stepKey'>,
  decision: { id: string; data: unknown },
  place: InboxPlace,
): Promise<Answered> {
  const message = { kind: 'answer', stepKey: task.stepKey, ...decision }
  const answer = await call<Answered>('POST', `/cases/${task.case}/messages${asked(place)}`, message)
  client.removeQueries({ queryKey: caseQuery(task.case).queryKey })
  return answer
}

export const enterAbsence = (absence: NewAbsence): Promise<unknown> => call('POST', '/absences', absence)
export const cancelAbsence = (id: string): Promise<unknown> => call('DELETE', `/absences/${piece(id)}`)
