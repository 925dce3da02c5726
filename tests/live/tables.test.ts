import { MikroORM } from '@mikro-orm/postgresql'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { stack } from '../stack.ts'

/**
 * Statements are typed by what db/tables says; the tables are what the migrations made. Nothing but this test keeps the two the same.
 */
interface Column {
  type: string
  empty: boolean
}
type Columns = Record<string, Column>

/** Postgres' own name of a type that MikroORM calls otherwise; a text is a text, however long. */
const known: Record<string, string> = {
  'varchar(255)': 'text',
  timestamptz: 'timestamp with time zone',
  bigserial: 'bigint',
  int: 'integer',
}

const folder = join(import.meta.dirname, '..', '..', 'db', 'tables')
let database: Database
let orm: MikroORM
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 1)
  const rooms = globSync('*.ts', { cwd: folder }).filter(file => file !== 'index.ts')
  const entities = await Promise.all(rooms.map(file => import(join(folder, file)) as Promise<object>))
  orm = new MikroORM({ clientUrl: stack.databaseUrl, entities: entities.flatMap(room => Object.values(room)) })
})
afterAll(async () => {
  await orm.close(true)
  await database.close()
})

test('what the statements are typed by is what stands in the database: tables, columns, types, and which may be empty', async () => {
  const { rows } = await sql<{ table: string; column: string; type: string; empty: boolean }>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as empty
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`.execute(
    database.db,
  )
  const there: Record<string, Columns> = {}
  for (const { table, column, type, empty } of rows) (there[table] ??= {})[column] = { type, empty }
  // The list of the migrations that ran, and what may follow what: read by MikroORM and by triggers, by no statement of ours.
  for (const table of ['mikro_orm_migrations', 'legal_move']) delete there[table]

  const described: Record<string, Columns> = {}
  for (const { tableName, props } of orm.getMetadata().getAll().values())
    described[tableName] = Object.fromEntries(
      props.map(({ fieldNames, columnTypes, nullable }) => [
        fieldNames[0] ?? '',
        { type: known[columnTypes[0] ?? ''] ?? columnTypes[0] ?? '', empty: nullable ?? false },
      ]),
    )
  expect(Object.keys(described).length).toBeGreaterThan(50)
  expect(described).toEqual(there)
})
