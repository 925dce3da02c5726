import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import type { Inbox } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { departmentView } from '../views/city.ts'
import { colleague, type Reach } from './reach.ts'

/** Counting ends here: beyond it the number helps nobody, and each count stays the walk of a short stretch of an index. */
const MOST = 1000

/** Counts rows of `task t`, at most {@link MOST}. */
const upTo = (where: ReturnType<typeof sql>) =>
  sql`(select count(*)::int from (select from task t where ${where} limit ${sql.lit(MOST)}) as counted)`

/** What stands in each inbox within reach, and in each view. */
export async function counts({ db, city }: Deps, reach: Reach): Promise<Pick<Inbox, 'roles' | 'counts'>> {
  const { rows } = await sql<{ role: string; open: number; late: number; unassigned: number; waiting: number }>`
    select k.role, ${upTo(sql`t.role = k.role and t.state = 'open'`)} as open,
      ${upTo(sql`t.role = k.role and t.state = 'open' and t.late`)} as late,
      ${upTo(sql`t.role = k.role and t.state = 'open' and t.assignee is null`)} as unassigned,
      ${upTo(sql`t.role = k.role and t.waiting_since is not null`)} as waiting
    from unnest(${sql.val(reach.inboxes)}::text[]) as k(role)`.execute(db)
  const mine = await sql<{ mine: number }>`
    select ${upTo(sql`t.assignee = any(${sql.val(reach.standsFor)}::text[]) and t.state = 'open'`)} as mine`.execute(db)
  const all = (what: 'open' | 'late' | 'unassigned' | 'waiting') =>
    Math.min(
      MOST,
      rows.reduce((sum, row) => sum + row[what], 0),
    )
  return {
    roles: rows.map(({ role, open, late, unassigned }) => ({
      ...{ role, title: departmentView(city, role).name, open, late, unassigned },
      supervised: reach.official.supervises.includes(role),
    })),
    counts: {
      mine: mine.rows[0]?.mine ?? 0,
      team: all('open'),
      unassigned: all('unassigned'),
      waiting: all('waiting'),
      late: all('late'),
    },
  }
}

/** The agendas with open tasks within reach, each found by one look into an index. */
export async function agendasThere(db: Db, { inboxes }: Reach): Promise<Inbox['agendas']> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from unnest(${sql.val([...agendas.keys()])}::text[]) as a(id), unnest(${sql.val(inboxes)}::text[]) as k(role)
    cross join lateral (select from task t where t.role = k.role and t.agenda = a.id and t.state = 'open' limit 1) as one`.execute(
    db,
  )
  const there = new Set(rows.map(row => row.id))
  return [...agendas.values()].filter(({ id }) => there.has(id)).map(({ id, title }) => ({ id, title }))
}

/** Members of the inboxes an official supervises, with what each has there. */
export async function teamOf(db: Db, reach: Reach): Promise<Inbox['colleagues']> {
  const supervised = sql`${sql.val(reach.official.supervises)}::text[]`
  if (reach.official.supervises.length === 0) return []
  const has = (more: ReturnType<typeof sql>) =>
    upTo(sql`t.assignee = o.id and t.state = 'open' and t.role = any(${supervised}) ${more}`)
  const { rows } = await sql<{ id: string; name: string; open: number; late: number }>`
    select o.id, o.name, ${has(sql``)} as open, ${has(sql`and t.late`)} as late
    from official o where o.active and o.roles && ${supervised} order by o.name, o.id`.execute(db)
  return rows.map(({ open, late, ...official }) => ({ ...colleague(reach, official), open, late }))
}
