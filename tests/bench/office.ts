import { sql } from 'kysely'
import type { Inbox, InboxFilter, ProblemDetails } from '../../api/contract.ts'
import { pageQuery } from '../../api/inbox/page.ts'
import type { Reach } from '../../api/inbox/reach.ts'
import { emptied, queue, triesFor } from '../queue.ts'
import { clerk, resident } from '../residents.ts'
import { clientOf } from './client.ts'
import type { Samples } from './loop.ts'
import type { Stand } from './stand.ts'

/** Clerks who claim from one queue at once. */
export interface Race {
  clerks: number
  tasks: number
  seconds: number
  /** Claims that came second, and were told by whom they were beaten. */
  beaten: number
  /** Tasks that two clerks got, or nobody. */
  wrong: number
  won: Samples
}

/** Twenty clerks at one queue of a thousand: all go for the first ten tasks, two for every fourth, over HTTP. */
export async function race({ portal, database: { db } }: Stand): Promise<Race> {
  const [role, tasks] = ['bench-race', 1000]
  const { id } = await resident(db)
  const clerks = await Promise.all(Array.from({ length: 20 }, () => clerk(db, role)))
  await queue(db, { count: tasks, role, person: id })
  const rows = await db.selectFrom('task').select('id').where('role', '=', role).orderBy('openedAt', 'desc').execute()
  const winners = new Map<string, number>()
  const won: Samples = []
  let beaten = 0
  const began = performance.now()
  await Promise.all(
    clerks.map(async ({ cookie }, at) => {
      const client = clientOf(portal, cookie)
      for (const task of rows.filter((_, n) => triesFor(n, at, clerks.length))) {
        const path = `/api/tasks/${encodeURIComponent(task.id)}/claim`
        const { status, body, ms } = await client.ask<Partial<ProblemDetails>>('POST', path, undefined)
        if (status === 200) {
          winners.set(task.id, (winners.get(task.id) ?? 0) + 1)
          won.push(ms)
        } else if (body.code === 'taken') beaten++
        else throw new Error(`claiming: ${status} ${JSON.stringify(body)}`)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await emptied(db, role)
  const wrong = rows.filter(task => winners.get(task.id) !== 1).length
  return { clerks: clerks.length, tasks, seconds, beaten, wrong, won }
}

/** What looking into a full inbox costs: the query alone as Postgres times it, and the whole answer over HTTP. */
export interface Lookup {
  open: number
  query: Samples
  answer: Samples
}

/** The newest twenty of a hundred thousand open tasks of one inbox. */
export async function lookup({ portal, database: { db } }: Stand): Promise<Lookup> {
  const [role, open, times] = ['bench-full', 100_000, 50]
  const { id } = await resident(db)
  const member = await clerk(db, role)
  await queue(db, { count: open, role, person: id })
  await sql`vacuum analyze task`.execute(db)
  const reach: Reach = {
    official: {
      ...{ id: member.id, name: member.name, department: role, roles: [role], supervises: [] },
      ...{ personId: null, subjectId: null },
    },
    ...{ inboxes: [role], standsFor: [member.id], away: new Map() },
  }
  const filter: InboxFilter = { view: 'team', sort: 'newest' }
  const [query, answer]: [Samples, Samples] = [[], []]
  const client = clientOf(portal, member.cookie)
  for (let n = 0; n < times; n++) {
    const { rows } = await sql<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>`
      explain (analyze, timing off, format json) ${pageQuery(reach, { filter, limit: 21 })}`.execute(db)
    query.push(rows[0]?.['QUERY PLAN'][0]['Execution Time'] ?? Number.NaN)
    const { body, ms } = await client.ask<Inbox>('GET', '/api/inbox')
    if (body.tasks.length !== 20) throw new Error(`The full inbox showed ${body.tasks.length} tasks.`)
    answer.push(ms)
  }
  await emptied(db, role)
  return { open, query, answer }
}
