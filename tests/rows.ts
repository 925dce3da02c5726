import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { until } from './portal.ts'

/** What may change though nothing was done: who is signed in, who tried what, which migrations ran. */
const aside = ['session', 'audit', 'login_attempt', 'mikro_orm_migrations']

/**
 * A fingerprint of the rows of every table, by table name: count and hash. Rows that mention one of `except` (ids of those who ask)
 * are left out, and so is how often the house has tried to deliver something.
 */
export async function fingerprints(db: Db, except: readonly string[] = []): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    db,
  )
  const { rows } = await sql<{ name: string; print: string }>`${sql.join(
    tables.filter(({ name }) => !aside.includes(name)).map(({ name }) => fingerprint(name, except)),
    sql` union all `,
  )}`.execute(db)
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}

/** Made documents are their hash, not their bytes. */
const fingerprint = (name: string, except: readonly string[]) => sql`
  select ${name}::text as name, count(*) || ' ' || coalesce(md5(string_agg(row, '' order by row)), '') as print
  from (select (to_jsonb(t) - '{attempts,next_at,bytes}'::text[])::text as row from ${sql.table(name)} t) as of_table
  where not row like any (${sql.val(except.map(id => `%${id}%`))}::text[])`

/** Waits until the house has done all it has in hand: every message answered, every letter and document that is due made. */
export async function quiet(db: Db): Promise<void> {
  const left = () =>
    sql<{ n: number }>`
      select (select count(*) from message where state in ('stored', 'told'))
           + (select count(*) from notification where state = 'pending' and next_at < now() + interval '10 seconds')
           + (select count(*) from document where state = 'pending' and next_at < now() + interval '10 seconds') as n`
      .execute(db)
      .then(({ rows }) => Number(rows[0]?.n))
  await until(left, n => n === 0, 30)
}
