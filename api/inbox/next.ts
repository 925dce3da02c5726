import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { InboxFilter, NextTask } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { pageQuery, type Mark } from './page.ts'
import { reachOf, type Official, type Reach } from './reach.ts'

/**
 * The task a clerk goes on with after `done`: the first one behind it in their view and order, then from the top; one they may decide
 * and nobody else has. From `waiting` and `done`, where nothing is to be decided, it is the next of their own.
 */
export async function nextTask(
  { db, now }: Deps,
  official: Official,
  asked: InboxFilter,
  done: string,
): Promise<NextTask> {
  const reach = await reachOf(db, official, now())
  const filter: InboxFilter = asked.view === 'waiting' || asked.view === 'done' ? { ...asked, view: 'mine' } : asked
  const only = sql`t.id <> ${done} and ${open(reach, filter)}`
  const first = async (after?: Mark) =>
    (await pageQuery(reach, { filter, limit: 1, after, only }).execute(db)).rows[0]?.id
  const [after, left] = await Promise.all([
    placeOf(db, filter, done),
    sql<{
      n: number
    }>`select count(*)::int as n from (${pageQuery(reach, { filter, limit: 1000, only })}) as some_left`.execute(db),
  ])
  const behind = after && (await first(after))
  return { task: behind ?? (await first()) ?? null, left: left.rows[0]?.n ?? 0 }
}

/** The place of the decided task in the view, whether it still stands there or not. */
async function placeOf(db: Db, { sort }: InboxFilter, task: string): Promise<Mark | undefined> {
  return db
    .selectFrom('task as t')
    .select('t.id')
    .select(sort === 'due' ? sql<string>`t.due::text`.as('key') : sql<string>`t.opened_at::text`.as('key'))
    .where('t.id', '=', task)
    .executeTakeFirst()
}

/** What of a view waits for this official: not barred, not somebody else's, and no decision stored that the case is yet to answer. */
function open({ official, standsFor }: Reach, { assignee }: InboxFilter): RawBuilder<unknown> {
  const parties = sql`select from "case" c where c.id = t.case_id and (c.person_id = ${official.personId}::uuid or c.subject_id = ${official.subjectId}::uuid)`
  const stored = sql`select from message m where m.case_id = t.case_id and m.step_key = t.step_key and m.kind = 'answer' and m.state in ('stored', 'told')`
  const conditions = [
    sql`not (${official.id} = any(t."not"))`,
    sql`not exists (${stored})`,
    ...(official.personId === null ? [] : [sql`not exists (${parties})`]),
    ...(assignee === undefined ? [sql`(t.assignee is null or t.assignee = any(${sql.val(standsFor)}::text[]))`] : []),
  ]
  return sql`${sql.join(conditions, sql` and `)}`
}
