import { sql, type RawBuilder } from 'kysely'
import { fold } from '../../city/fold.ts'
import type { InboxFilter, InboxView } from '../contract.ts'
import { Refusal } from '../errors.ts'
import type { Reach } from './reach.ts'

/** Where a view looks: the column its index begins with, what is kept of the rows there, and the instant it is ordered by. */
interface Room {
  by: 'role' | 'assignee' | 'decided_by'
  where: RawBuilder<unknown>
  at: 'opened_at' | 'waiting_since' | 'closed_at'
}

const rooms: Readonly<Record<InboxView, Room>> = {
  mine: { by: 'assignee', where: sql`t.state = 'open'`, at: 'opened_at' },
  team: { by: 'role', where: sql`t.state = 'open'`, at: 'opened_at' },
  unassigned: { by: 'role', where: sql`t.state = 'open' and t.assignee is null`, at: 'opened_at' },
  late: { by: 'role', where: sql`t.state = 'open' and t.late`, at: 'opened_at' },
  waiting: { by: 'role', where: sql`t.waiting_since is not null`, at: 'waiting_since' },
  done: { by: 'decided_by', where: sql`t.state = 'done'`, at: 'closed_at' },
}

/** A place in a view: after which task the next page begins. `key` is what the view is ordered by, as Postgres writes it. */
export interface Mark {
  key: string
  id: string
}

/** The query behind a view. */
export interface Look {
  /** `team`, newest first, unless the clerk says otherwise. */
  filter: InboxFilter
  limit: number
  after?: Mark | undefined
  /** A further condition on `task t`. */
  only?: RawBuilder<unknown> | undefined
}

/**
 * The ids of the tasks a view shows, in its order: for each inbox (or official) one walk along an index that ends after `limit`
 * rows, then merged. Throws Refusal `forbidden` for an inbox out of reach, or another's tasks when not their supervisor.
 */
export function pageQuery(reach: Reach, look: Look): RawBuilder<{ id: string; key: string }> {
  const { filter, limit, after } = look
  const room = roomOf(filter)
  const { column, type, direction, beyond } = orderOf(filter, room)
  const key = sql.raw(`t.${column}`)
  const conditions = [
    room.where,
    ...narrowed(reach, filter, room),
    ...(after ? [sql`(${key}, t.id) ${beyond} (${after.key}::${type}, ${after.id})`] : []),
    ...(look.only ? [look.only] : []),
  ]
  return sql<{ id: string; key: string }>`
    select found.id, found.key::text as key from unnest(${sql.val(keys(reach, filter, room))}::text[]) as k(value)
    cross join lateral (
      select t.id, ${key} as key from task t
      where ${sql.raw(`t.${room.by}`)} = k.value and ${sql.join(conditions, sql` and `)}
      order by ${key} ${direction}, t.id ${direction} limit ${limit}) as found
    order by found.key ${direction}, found.id ${direction} limit ${limit}`
}

/** Whose tasks a supervisor wants to see is looked up by that colleague; else each view has its room. */
function roomOf({ view = 'team', assignee }: InboxFilter): Room {
  if (assignee === undefined || view === 'done' || view === 'waiting') return rooms[view]
  return { ...rooms[view], by: 'assignee' }
}

function orderOf({ sort = 'newest' }: InboxFilter, { at }: Room) {
  const descending = sort === 'newest' || (sort === 'due' && at !== 'opened_at')
  const byDue = sort === 'due' && at === 'opened_at'
  return {
    column: byDue ? 'due' : at,
    type: byDue ? sql`date` : sql`timestamptz`,
    direction: descending ? sql`desc` : sql`asc`,
    beyond: descending ? sql`<` : sql`>`,
  }
}

function keys({ official, inboxes, standsFor }: Reach, { role, assignee }: InboxFilter, { by }: Room): string[] {
  if (role !== undefined && !inboxes.includes(role)) throw new Refusal('forbidden')
  if (assignee !== undefined && official.supervises.length === 0) throw new Refusal('forbidden')
  if (by === 'role') return role === undefined ? inboxes : [role]
  if (assignee !== undefined) return [assignee]
  return by === 'assignee' ? standsFor : [official.id]
}

function narrowed({ official }: Reach, filter: InboxFilter, { by }: Room): RawBuilder<unknown>[] {
  const { role, agenda, assignee, q = '' } = filter
  return [
    ...(role !== undefined && by !== 'role' ? [sql`t.role = ${role}`] : []),
    ...(agenda === undefined ? [] : [sql`t.agenda = ${agenda}`]),
    ...(assignee === undefined ? [] : [sql`t.role = any(${sql.val(official.supervises)}::text[])`]),
    ...(assignee !== undefined && by === 'role' ? [sql`t.decided_by = ${assignee}`] : []),
    ...terms(q).map(term => sql`t.search like ${term}`),
  ]
}

/**
 * What was typed, as patterns that all must fit. Three letters may stand anywhere; one or two begin a word, or there would be no
 * index to find them by.
 */
const terms = (q: string): string[] =>
  fold(q)
    .split(' ')
    .filter(Boolean)
    .map(term => (term.length < 3 ? `% ${literal(term)}%` : `%${literal(term)}%`))

const literal = (term: string) => term.replace(/[\\%_]/g, '\\$&')
