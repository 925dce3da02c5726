import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { until } from './portal.ts'

/** What may change though nothing was done: who is signed in, who tried what, when the sweep looked, which migrations ran. */
const aside = [
  'session',
  'audit',
  'login_attempt',
  'passkey_challenge',
  'desk_try',
  'slip_try',
  'gateway_cursor',
  'mikro_orm_migrations',
]
/** How often the house has tried to deliver something, and when it asked for the last time; a made document is its hash, not its bytes. */
const passing = ['attempts', 'next_at', 'asked_at', 'bytes']

interface Table {
  name: string
  columns: string[]
}
type Prints = Record<string, string>

/** What was read last, and at which count of writes: while the count stands, the rows stand too. */
const read = new Map<string, { writes: string; prints: Prints }>()
let counted: Promise<Table[]> | undefined

/**
 * A fingerprint of the rows of every table, by table name: count and hash. Rows that mention one of `except` (ids of those who ask)
 * are left out. The tables are read only when a row of any has been written since they were read last.
 */
export async function fingerprints(db: Db, except: readonly string[] = []): Promise<Prints> {
  const tables = await (counted ??= countWrites(db))
  const writes = await writesSoFar(db)
  const known = read.get(except.join())
  if (known?.writes === writes) return known.prints
  const { prints, settled } = await readAll(db, tables, except)
  // What was counted and not yet committed is not in these prints: they must not stand for it.
  if (settled) read.set(except.join(), { writes, prints })
  return prints
}

/** Has Postgres count every write of a row, the moment it is done and whether or not it is committed later. */
async function countWrites(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' group by table_name`.execute(db)
  const tables = rows.filter(({ name }) => !aside.includes(name))
  await sql`create schema if not exists counting`.execute(db)
  await sql`create sequence if not exists counting.writes`.execute(db)
  await sql`create or replace function counting.write() returns trigger language plpgsql as
    $$ begin perform nextval('counting.writes'); return null; end $$`.execute(db)
  for (const { name } of tables)
    await sql`
      create or replace trigger counts_rows after insert or update or delete on ${sql.table(name)}
        for each row execute function counting.write();
      create or replace trigger counts_emptying after truncate on ${sql.table(name)}
        execute function counting.write()`.execute(db)
  return tables
}

async function writesSoFar(db: Db): Promise<string> {
  const { rows } = await sql<{ n: string }>`select is_called || ' ' || last_value as n from counting.writes`.execute(db)
  return rows[0]?.n ?? ''
}

/** The fingerprints, and whether nobody was in the middle of a transaction when they were taken. */
async function readAll(db: Db, tables: readonly Table[], except: readonly string[]) {
  const { rows } = await sql<{ name: string; print: string; settled: boolean }>`
    select *, pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot()) as settled
    from (${sql.join(
      tables.map(table => fingerprint(table, except)),
      sql` union all `,
    )}) as prints`.execute(db)
  return {
    prints: Object.fromEntries(rows.map(({ name, print }) => [name, print])),
    settled: rows.every(row => row.settled),
  }
}

const fingerprint = ({ name, columns }: Table, except: readonly string[]) => sql`
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
