import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { until } from './portal.ts'

/** What may change though nothing was done: who is signed in, who tried what, which migrations ran. */
const aside = ['session', 'audit', 'login_attempt', 'passkey_challenge', 'desk_try', 'slip_try', 'mikro_orm_migrations']
/** How often the house has tried to deliver something; and a made document is its hash, not its bytes. */
const passing = ['attempts', 'next_at', 'bytes']

/**
 * A fingerprint of the rows of every table, by table name: count and hash. Rows that mention one of `except` (ids of those who ask)
 * are left out.
 */
export async function fingerprints(db: Db, except: readonly string[] = []): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string; columns: string[] }>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' group by table_name`.execute(db)
  const { rows } = await sql<{ name: string; print: string }>`${sql.join(
    tables.filter(({ name }) => !aside.includes(name)).map(table => fingerprint(table, except)),
    sql` union all `,
  )}`.execute(db)
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}

const fingerprint = ({ name, columns }: { name: string; columns: string[] }, except: readonly string[]) => sql`
  select ${name}::text as name, count(*) || ' ' || coalesce(sum(hashtextextended(row, 0)::numeric), 0) as print
  from (select row(${sql.join(columns.filter(column => !passing.includes(column)).map(column => sql.ref(column)))})::text as row
        from ${sql.table(name)}) as of_table
  where not row like any (${sql.val(except.map(id => `%${id}%`))}::text[])`

/** Waits until the house has done all it has in hand: every message answered, every letter and document that is due made. */
export async function quiet(db: Db): Promise<void> {
  const left = () =>
    sql<{ n: number }>`
      select (select count(*) from message where state in ('stored', 'told'))
           + (select count(*) from notification where state = 'pending' and next_at < now() + interval '10 seconds')
           + (select count(*) from official_notice where state = 'pending' and next_at < now() + interval '10 seconds')
           + (select count(*) from reminder_letter where state = 'pending' and next_at < now() + interval '10 seconds')
           + (select count(*) from document where state = 'pending' and next_at < now() + interval '10 seconds') as n`
      .execute(db)
      .then(({ rows }) => Number(rows[0]?.n))
  await until(left, n => n === 0, 30)
}
