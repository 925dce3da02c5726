import { randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/database.ts'

/**
 * Fills inboxes with open tasks straight in Postgres, as many as a load needs: of one case, a minute apart, `shares` says which part
 * of them (one in so many) somebody has, or is late. The n-th has the number `PO-n/2026`. Gives the case.
 */
export async function queue(
  db: Db,
  {
    count,
    role,
    person,
    assignee,
    agenda = '_example',
  }: { count: number; role: string; person: string; assignee?: string; agenda?: string },
  shares: { assigned?: number; late?: number } = {},
): Promise<string> {
  const caseId = randomUUID()
  const { hash } = await db
    .selectFrom('definition')
    .select('hash')
    .where('agenda', '=', agenda)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('case')
    .values({ id: caseId, number: `TEST-${caseId}`, agenda, definition: hash, personId: person, state: 'open' })
    .execute()
  const { assigned = 0, late = 0 } = shares
  await unchecked(
    db,
    sql`
    insert into task (id, case_id, agenda, step, step_key, role, state, due, late, opened_at, assignee, assigned_at, search)
    select ${caseId} || ':verdict/' || n, ${caseId}, ${agenda}, 'verdict', 'verdict/' || n, ${role}, 'open',
      current_date + (n % 30)::int, ${late}::int > 0 and n % nullif(${late}::int, 0) = 0, now() - make_interval(mins => n),
      held.who, case when held.who is not null then now() end,
      ' po-' || n || '/2026 ' || n || '/2026 ' || (array['eva', 'petr', 'jana', 'josef', 'zdenka'])[n % 5 + 1] || ' '
        || (array['novakova', 'cerny', 'dvorak', 'kolar', 'ruzickova', 'hajek', 'vlk'])[n % 7 + 1] || ' prukaz do knihovny library card'
    from generate_series(1, ${count}::int) as n,
      lateral (select case when ${assigned}::int > 0 and n % nullif(${assigned}::int, 0) = 0 then ${assignee ?? null}::text end as who) as held`,
  )
  return caseId
}

/** Who of so many clerks at once tries for the n-th task: all for the first ten, two for every fourth, else one. */
export const triesFor = (n: number, clerk: number, clerks: number): boolean =>
  n < 10 || n % clerks === clerk || (n % 4 === 0 && (n + 1) % clerks === clerk)

/** Takes the queue away again, so that it is in nobody's way; tasks that passed from hand to hand are only cancelled. */
export async function emptied(db: Db, role: string): Promise<void> {
  await unchecked(
    db,
    sql`delete from task t where role = ${role} and not exists (select from task_move m where m.task_id = t.id)`,
  )
  await sql`update task set state = 'cancelled', closed_at = now() where role = ${role} and state = 'open'`.execute(db)
}

/** Without asking of each row whether what it refers to, or what might refer to it, is there: most of the time of so many. */
const unchecked = (db: Db, statement: RawBuilder<unknown>) =>
  db.transaction().execute(async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await statement.execute(tx)
  })
