import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/database.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import type { Inbox } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { departmentView } from '../views/city.ts'
import { colleague, type Reach } from './reach.ts'

/** Counting ends here: beyond it the number helps nobody, and each count stays the walk of a short stretch of an index. */
const MOST = 1000

/**
 * Counts rows of `task t`, at most {@link MOST}. The order has no say in the number: it holds Postgres to the index that has it,
 * where it would otherwise read the whole table whenever it thinks that most of it will fit.
 */
const upTo = (where: RawBuilder<unknown>, order = sql`t.opened_at desc, t.id desc`) =>
  sql`(select count(*)::int from (select from task t where ${where} order by ${order} limit ${sql.lit(MOST)}) as counted)`

interface InboxCounts {
  role: string
  open: number
  late: number
  unassigned: number
  waiting: number
}

/** What stands in each inbox within reach. */
export const inboxCounts = ({ inboxes }: Reach): RawBuilder<InboxCounts> => sql<InboxCounts>`
  select k.role, ${upTo(sql`t.role = k.role and t.state = 'open'`)} as open,
    ${upTo(sql`t.role = k.role and t.state = 'open' and t.late`)} as late,
    ${upTo(sql`t.role = k.role and t.state = 'open' and t.assignee is null`)} as unassigned,
    ${upTo(sql`t.role = k.role and t.waiting_since is not null`, sql`t.waiting_since desc, t.id desc`)} as waiting
  from unnest(${sql.val(inboxes)}::text[]) as k(role)`

/** What the official has, or has to do for somebody. */
export const ownCount = ({ standsFor }: Reach): RawBuilder<{ mine: number }> => sql<{ mine: number }>`
  select coalesce(sum(${upTo(sql`t.assignee = k.id and t.state = 'open'`)}), 0)::int as mine
  from unnest(${sql.val(standsFor)}::text[]) as k(id)`

/** What stands in each inbox within reach, and in each view. */
export async function counts({ db, city }: Deps, reach: Reach): Promise<Pick<Inbox, 'roles' | 'counts'>> {
  const [{ rows }, own] = await Promise.all([inboxCounts(reach).execute(db), ownCount(reach).execute(db)])
  const all = (what: 'open' | 'late' | 'unassigned' | 'waiting') => most(rows.reduce((sum, row) => sum + row[what], 0))
  return {
    roles: rows.map(({ role, open, late, unassigned }) => ({
      ...{ role, title: departmentView(city, role).name, open, late, unassigned },
      supervised: reach.official.supervises.includes(role),
    })),
    counts: {
      mine: most(own.rows[0]?.mine ?? 0),
      team: all('open'),
      unassigned: all('unassigned'),
      waiting: all('waiting'),
      late: all('late'),
    },
  }
}

const most = (count: number) => Math.min(MOST, count)

/** Which agendas have open tasks within reach: one look into an index for each. */
export const agendasOpen = ({ inboxes }: Reach): RawBuilder<{ id: string }> => sql<{ id: string }>`
  select distinct a.id from unnest(${sql.val([...agendas.keys()])}::text[]) as a(id), unnest(${sql.val(inboxes)}::text[]) as k(role)
  cross join lateral (
    select from task t where t.role = k.role and t.agenda = a.id and t.state = 'open'
    order by t.opened_at desc, t.id desc limit 1) as one`

/** The agendas with open tasks within reach, in the order of the catalogue. */
export async function agendasThere(db: Db, reach: Reach): Promise<Inbox['agendas']> {
  const there = new Set((await agendasOpen(reach).execute(db)).rows.map(row => row.id))
  return [...agendas.values()].filter(({ id }) => there.has(id)).map(({ id, title }) => ({ id, title }))
}

interface Load {
  id: string
  name: string
  open: number
  late: number
}

/** What each member of the inboxes that an official supervises has there. */
export function teamLoads({ official }: Reach): RawBuilder<Load> {
  const supervised = sql`${sql.val(official.supervises)}::text[]`
  const has = (more: RawBuilder<unknown>) =>
    upTo(sql`t.assignee = o.id and t.state = 'open' and t.role = any(${supervised}) ${more}`)
  return sql<Load>`
    select o.id, o.name, ${has(sql``)} as open, ${has(sql`and t.late`)} as late
    from official o where o.active and o.roles && ${supervised} order by o.name, o.id`
}

/** Members of the inboxes an official supervises, with what each has there. */
export async function teamOf(db: Db, reach: Reach): Promise<Inbox['colleagues']> {
  if (reach.official.supervises.length === 0) return []
  const { rows } = await teamLoads(reach).execute(db)
  return rows.map(({ open, late, ...official }) => ({ ...colleague(reach, official), open, late }))
}
