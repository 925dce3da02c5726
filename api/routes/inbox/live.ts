import { Readable } from 'node:stream'
import type { TaskNews } from '../../../activities/task-news.ts'
import { livingSession } from '../../auth/session.ts'
import type { InboxChange } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { reachOf, type Reach } from '../../inbox/reach.ts'
import { route } from '../../route.ts'

export const live = [
  route({
    method: 'get',
    path: '/api/inbox/live',
    summary: 'Server-sent events: `changed` after each change of a task within my reach.',
    who: 'official',
    quiet: true,
    answers: { 200: 'events' },
    async handle({ who, session }, deps) {
      const reach = await reachOf(deps.db, who.official, deps.now())
      return { status: 200, stream: changes(deps, reach, session?.id ?? '') }
    },
  }),
]

/** Whom a change is told: who works in the inbox, and who has or had the task or substitutes them. */
export const concerns = ({ inboxes, standsFor }: Reach, { role, people }: TaskNews): boolean =>
  inboxes.includes(role) || people.some(one => standsFor.includes(one))

/**
 * An event after each change that concerns the official, with no more than which task and what happened; without data when something
 * may have been missed. Every 25 s it is looked who they are by now: absences begin and end, people leave, sessions expire.
 */
function changes(deps: Deps, began: Reach, session: string): Readable {
  let reach = began
  const stream = new Readable({ read() {} })
  const push = (data: InboxChange | Record<string, never>) =>
    stream.push(`event: changed\ndata: ${JSON.stringify(data)}\n\n`)
  stream.push('retry: 2000\n\n')
  const stop = deps.inboxNews.watch(news => {
    if (!news) push({})
    else if (concerns(reach, news)) push({ task: news.task, case: news.case, role: news.role, what: news.what })
  })
  const look = async () => {
    const signedIn = await livingSession(deps.db, session, deps.now())
    if (signedIn?.who.kind !== 'official') return stream.push(null)
    const now = await reachOf(deps.db, signedIn.who.official, deps.now())
    const moved = String([now.inboxes, now.standsFor]) !== String([reach.inboxes, reach.standsFor])
    reach = now
    return moved ? push({}) : stream.push(': \n\n')
  }
  const breath = setInterval(
    () => void look().catch((error: unknown) => deps.log.warn({ err: error }, 'a live inbox could not look again')),
    25_000,
  )
  stream.once('close', () => {
    stop()
    clearInterval(breath)
  })
  return stream
}
