import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InboxFilter, ProblemDetails, TaskSummary } from '../../../api/contract.ts'
import { agendasOpen, inboxCounts, ownCount, teamLoads } from '../../../api/inbox/counts.ts'
import { pageQuery } from '../../../api/inbox/page.ts'
import type { Reach } from '../../../api/inbox/reach.ts'
import { openDatabase, type Database } from '../../../db/database.ts'
import { inboxOf, member, taskPath, type Member } from '../../office.ts'
import { emptied, queue, triesFor } from '../../queue.ts'
import { resident } from '../../residents.ts'
import { stack } from '../../stack.ts'

const OPEN = 100_000
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(() => database.close())

test('twenty clerks claim from one queue of a thousand tasks: each task once, none lost', async () => {
  const role = 'test-race'
  const { id } = await resident(db)
  const clerks = await Promise.all(Array.from({ length: 20 }, () => member(db, role)))
  await queue(db, { count: 1000, role, person: id })
  const ids = await db.selectFrom('task').select('id').where('role', '=', role).orderBy('openedAt', 'desc').execute()
  const won = new Map<string, string[]>()
  const work = async ({ who, id: me }: Member, clerk: number) => {
    for (const { id: task } of ids.filter((_, n) => triesFor(n, clerk, clerks.length))) {
      const { status, body } = await who.post<TaskSummary & ProblemDetails>(taskPath(task, 'claim'), undefined)
      if (status === 200) won.set(task, [...(won.get(task) ?? []), me])
      else expect([status, body.code]).toEqual([409, 'taken'])
    }
  }
  await Promise.all(clerks.map(work))
  expect(won.size).toBe(1000)
  expect([...won.values()].every(by => by.length === 1)).toBe(true)
  const rows = await db.selectFrom('task').select(['id', 'assignee']).where('role', '=', role).execute()
  expect(rows.every(row => won.get(row.id)?.[0] === row.assignee)).toBe(true)
  const moves = await db
    .selectFrom('task_move as m')
    .innerJoin('task as t', 't.id', 'm.taskId')
    .select(['m.what', 'm.byOfficial', 't.assignee'])
    .where('t.role', '=', role)
    .execute()
  expect(moves).toHaveLength(1000)
  expect(moves.every(move => move.what === 'claimed' && move.byOfficial === move.assignee)).toBe(true)
  await emptied(db, role)
}, 180_000)

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Every node of a plan, from the top. */
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

test('the newest twenty of a hundred thousand open tasks are an index look-up, whatever is looked at and however narrowed', async () => {
  const [role, other] = ['test-many', 'test-second']
  const { id } = await resident(db)
  const holder = await member(db, role)
  const boss = await member(db, role, { roles: [role, other], supervises: [role, other] })
  await queue(db, { count: OPEN, role, person: id, assignee: holder.id }, { assigned: 500, late: 200 })
  await queue(db, { count: 2000, role: other, person: id, agenda: 'account-pairing' })
  await sql`update task set state = 'done', closed_at = opened_at, decided_by = ${holder.id}, waiting_since = opened_at
    where role = ${other} and step_key like 'verdict/1%'`.execute(db)
  await sql`vacuum analyze task`.execute(db)
  const reach: Reach = {
    official: {
      ...{ id: boss.id, name: boss.name, department: role, roles: [role, other] },
      supervises: [role, other],
      personId: null,
      subjectId: null,
    },
    inboxes: [role, other],
    standsFor: [holder.id, boss.id],
    away: new Map(),
  }
  const looks: InboxFilter[] = [
    ...(['mine', 'team', 'unassigned', 'late'] as const).flatMap(view =>
      (['newest', 'oldest', 'due'] as const).map(sort => ({ view, sort })),
    ),
    { view: 'waiting' },
    { view: 'done' },
    { role },
    { agenda: 'account-pairing' },
    { assignee: holder.id, sort: 'due' },
    // one that is unlike all others, one of many, letters that begin a word, and words of several
    { q: 'po-77777/2026' },
    { q: 'KNIHOVNY' },
    { q: 'ev 7777' },
    { q: '4321 Hájek', view: 'unassigned' },
  ]
  const queries: [string, RawBuilder<unknown>][] = [
    ...looks.flatMap(filter =>
      [undefined, { key: filter.sort === 'due' ? '2030-01-01' : '2020-01-01 00:00:00+00', id: '' }].map(
        (after): [string, RawBuilder<unknown>] => [
          JSON.stringify(filter),
          pageQuery(reach, { filter, limit: 21, after }),
        ],
      ),
    ),
    ['counts', inboxCounts(reach)],
    ['own', ownCount(reach)],
    ['agendas', agendasOpen(reach)],
    ['loads', teamLoads(reach)],
  ]
  for (const [what, query] of queries) {
    const { rows } = await sql<{ 'QUERY PLAN': { Plan: Plan }[] }>`explain (analyze, format json) ${query}`.execute(db)
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    if (!plan) throw new Error(`${what} has no plan.`)
    const found = nodes(plan)
    const looked = found.filter(node => node['Relation Name'] === 'task' || node['Index Name'] !== undefined)
    expect(looked.length, what).toBeGreaterThan(0)
    for (const node of looked) {
      expect(node['Node Type'], what).toMatch(/Index|Bitmap/)
      // rows that were read, and those read in vain
      const read = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
      expect(read, `${what} reads ${read} rows: ${JSON.stringify(node)}`).toBeLessThan(2500)
    }
    for (const node of found.filter(one => one['Node Type'].includes('Sort')))
      expect(node['Actual Rows'] * node['Actual Loops'], what).toBeLessThanOrEqual(OPEN / 500)
  }

  // pages walked to their end leave nothing out and show nothing twice
  const walk: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: { tasks: { id: string }[]; next: string | null } = await inboxOf(holder.who, {
      ...{ view: 'mine', sort: 'due' },
      ...(after && { after }),
    })
    walk.push(...page.tasks.map(task => task.id))
    after = page.next
  }
  expect([walk.length, new Set(walk).size]).toEqual([OPEN / 500, OPEN / 500])
  const { counts, roles } = await inboxOf(boss.who)
  expect([counts.team, counts.late, counts.mine, roles.map(({ open }) => open)]).toEqual([1000, 500, 0, [1000, 889]])
  for (const each of [role, other]) await emptied(db, each)
}, 180_000)
