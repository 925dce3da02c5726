import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { today } from '../forms/day.ts'
import { awayOn, standIn } from './absences.ts'

/**
 * Tasks have become late, or have come late to another inbox: its supervisors are told, once a task. The substitute of one who is
 * away today is told as well. Written with the record; the outbox sends the mail.
 */
export async function escalate(tx: Db, tasks: readonly string[]): Promise<void> {
  if (tasks.length === 0) return
  const [supervised, away] = [await supervisors(tx, tasks), await awayOn(tx, today())]
  const notices = supervised
    .flatMap(({ task, official }) => [...new Set([official, standIn(away, official)])].map(to => ({ task, to })))
    .map(({ task, to }) => ({ taskId: task, officialId: to, what: 'late' }))
  await tx
    .updateTable('task')
    .set({ escalatedAt: sql<Date>`now()` })
    .where('id', 'in', tasks)
    .execute()
  if (notices.length === 0) return
  const told = await tx
    .insertInto('official_notice')
    .values(notices)
    .onConflict(oc => oc.columns(['taskId', 'officialId', 'what']).doNothing())
    .returning(['taskId', 'officialId'])
    .execute()
  if (told.length === 0) return
  await tx
    .insertInto('task_move')
    .values(told.map(({ taskId, officialId }) => ({ taskId, what: 'escalated', toOfficial: officialId })))
    .execute()
  await sql`select pg_notify('outbox', '')`.execute(tx)
}

const supervisors = (tx: Db, tasks: readonly string[]) =>
  tx
    .selectFrom('task as t')
    .innerJoin('official as o', join => join.on(sql<boolean>`t.role = any(o.supervises)`).on('o.active', '=', true))
    .select(['t.id as task', 'o.id as official'])
    .where('t.id', 'in', tasks)
    .orderBy('o.id')
    .execute()
