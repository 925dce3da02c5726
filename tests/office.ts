import { randomUUID } from 'node:crypto'
import type { CaseView, Inbox, InboxChange, TaskSummary } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { taskOf } from './deciding.ts'
import { holding } from './portal.ts'
import { clerk, resident, type Clerk, type Duties, type Resident } from './residents.ts'
import type { Visitor } from './visitor.ts'

/** An official who is signed in. */
export interface Member extends Clerk {
  who: Visitor
}

/** Makes an official of a department and signs them in. */
export async function member(db: Db, department: string, duties: Duties = {}): Promise<Member> {
  const made = await clerk(db, department, duties)
  return { ...made, who: holding(made.cookie) }
}

/** A reader who has applied for a library card (the neutral agenda), and the clerk's task that came of it. */
export interface Applied {
  reader: Resident
  who: Visitor
  id: string
  number: string
  task: TaskSummary & { stepKey: string }
}

/** Files an application; `clerk` sees its inbox. */
export async function applied(db: Db, clerk: Visitor): Promise<Applied> {
  const reader = await resident(db)
  const who = holding(reader.cookie)
  const data = { reader: reader.name, age: 'adult' }
  const { status, body } = await who.post<CaseView>('/api/cases', { id: randomUUID(), agenda: '_example', data })
  if (status !== 201) throw new Error(`The application was not taken: ${status} ${JSON.stringify(body)}`)
  return { reader, who, id: body.id, number: body.number, task: await taskOf(clerk, body.id) }
}

/** The tasks an official sees, as `view=mine&sort=due`. */
export async function inboxOf(who: Visitor, asked: Record<string, string> = {}): Promise<Inbox> {
  const { status, body } = await who.get<Inbox>(`/api/inbox?${new URLSearchParams(asked)}`)
  if (status !== 200) throw new Error(`The inbox was not shown: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Their ids. */
export const tasksOf = async (who: Visitor, asked: Record<string, string> = {}) =>
  (await inboxOf(who, asked)).tasks.map(({ id }) => id)

export const taskPath = (id: string, what = '') => `/api/tasks/${encodeURIComponent(id)}${what && `/${what}`}`

/** Listens to an inbox; what it was told so far, and the way to stop. Resolves once the line is open. */
export async function hear(who: Visitor): Promise<{ told: Partial<InboxChange>[]; stop(): void }> {
  const ended = new AbortController()
  const response = await fetch(new URL('/api/inbox/live', who.portal), {
    headers: { cookie: [...who.cookies].map(pair => pair.join('=')).join('; ') },
    signal: ended.signal,
  })
  if (!response.ok || !response.body) throw new Error(`The inbox cannot be listened to: ${response.status}`)
  const told: Partial<InboxChange>[] = []
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  void (async () => {
    for (let rest = ''; ;) {
      const { value, done } = await reader.read()
      if (done) return
      const events = `${rest}${value}`.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^event: changed\ndata: (.*)$/.exec(event)?.[1]
        if (data !== undefined) told.push(JSON.parse(data) as Partial<InboxChange>)
      }
    }
  })().catch(() => {})
  return { told, stop: () => ended.abort() }
}
