import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { Hidden, Kind, Kinds } from './objects/types.ts'

/** What to list: equality by JSON path, a window of creation times, and the cursor of Stripe's pagination. */
export interface Query {
  /** JSON path without `$.` → value, such as `{ payment_intent: 'pi_…' }`. An array means any of them. */
  where?: Record<string, string | string[]>
  created?: Partial<Record<'gt' | 'gte' | 'lt' | 'lte', number>>
  /** Id of an object: only what was created before it (Stripe's `starting_after`: newest come first). */
  startingAfter?: string
  /** Id of an object: only what was created after it. */
  endingBefore?: string
  limit?: number
}

export interface Store {
  database: DatabaseSync
  /** Everything inside is kept, durably, or nothing is. Not to be nested. */
  transaction<T>(work: () => T): T
  insert<K extends Kind>(kind: K, object: Kinds[K], hidden: Hidden[K]): void
  update<K extends Kind>(kind: K, object: Kinds[K], hidden?: Hidden[K]): void
  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined
  hidden<K extends Kind>(kind: K, id: string): Hidden[K] | undefined
  /** Newest first; `hasMore` says whether the query has more than `limit` (default 10). */
  list<K extends Kind>(kind: K, query: Query): { data: Kinds[K][]; hasMore: boolean }
  close(): void
}

const layout = 1

const tables = `
  create table object (
    seq integer primary key, id text not null unique, kind text not null, created integer not null,
    body text not null, hidden text not null);
  create index object_kind on object (kind, seq);
  create index object_intent on object (kind, json_extract(body, '$.payment_intent'));
  create index object_charge on object (kind, json_extract(body, '$.charge'));
  create index object_status on object (kind, json_extract(body, '$.status'));
  create table answer (
    key text primary key, fingerprint text not null, status integer not null, body text not null, request text not null,
    at integer not null);
  create index answer_at on answer (at);
  create table delivery (
    seq integer primary key, event text not null, state text not null, forged integer not null default 0,
    attempts integer not null default 0, due integer not null, created integer not null);
  create index delivery_due on delivery (state, due);
  create table attempt (
    seq integer primary key, delivery integer, event text not null, type text not null, at integer not null,
    ms integer not null, status integer, error text, signature text not null);
  create table request (
    seq integer primary key, id text not null, at integer not null, ms integer not null, method text not null,
    path text not null, body text not null, status integer, key text, replayed integer not null, fault text);
`

/**
 * Opens the file that holds the gateway's whole state, making it on the first start. Every commit reaches the disk
 * before it is answered (WAL, synchronous FULL), so a killed process forgets nothing it has said.
 * @throws Error when the file was written by another layout of this gateway.
 */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000')

  const found = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (found === 0) database.exec(`begin; ${tables}; pragma user_version = ${layout}; commit`)
  else if (found !== layout) {
    database.close()
    throw new Error(`${file} was written by another version of the card gateway. Delete the file and start again.`)
  }

  const insert = database.prepare('insert into object (id, kind, created, body, hidden) values (?, ?, ?, ?, ?)')
  const update = database.prepare('update object set body = ?, hidden = coalesce(?, hidden) where kind = ? and id = ?')
  const find = database.prepare('select body, hidden from object where kind = ? and id = ?')

  return {
    database,
    transaction(work) {
      database.exec('begin immediate')
      try {
        const result = work()
        database.exec('commit')
        return result
      } catch (error) {
        database.exec('rollback')
        throw error
      }
    },
    insert(kind, object, hidden) {
      insert.run(object.id, kind, object.created, JSON.stringify(object), JSON.stringify(hidden))
    },
    update(kind, object, hidden) {
      update.run(JSON.stringify(object), hidden ? JSON.stringify(hidden) : null, kind, object.id)
    },
    // What is parsed here was written by `insert` and `update` above, with the type that belongs to its kind.
    find(kind, id) {
      const row = find.get(kind, id)
      return row && JSON.parse(String(row['body']))
    },
    hidden(kind, id) {
      const row = find.get(kind, id)
      return row && JSON.parse(String(row['hidden']))
    },
    list(kind, query) {
      const limit = query.limit ?? 10
      const { sql, values } = conditions(kind, query)
      const order = query.endingBefore ? 'asc' : 'desc'
      const rows = database
        .prepare(`select body from object where ${sql} order by seq ${order} limit ?`)
        .all(...values, limit + 1)
      const data = rows.slice(0, limit).map(row => JSON.parse(String(row['body'])))
      return { data: query.endingBefore ? data.reverse() : data, hasMore: rows.length > limit }
    },
    close: () => database.close(),
  }
}

const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

function conditions(kind: Kind, query: Query): { sql: string; values: SQLInputValue[] } {
  const sql = ['kind = ?']
  const values: SQLInputValue[] = [kind]
  for (const [path, value] of Object.entries(query.where ?? {})) {
    const allowed = Array.isArray(value) ? value : [value]
    if (!/^[a-z_.]+$/.test(path)) throw new Error(`Not a path into an object: ${path}`)
    sql.push(`json_extract(body, '$.${path}') in (${allowed.map(() => '?').join(', ') || 'null'})`)
    values.push(...allowed)
  }
  for (const bound of ['gt', 'gte', 'lt', 'lte'] as const) {
    const seconds = query.created?.[bound]
    if (seconds === undefined) continue
    sql.push(`created ${signs[bound]} ?`)
    values.push(seconds)
  }
  if (query.startingAfter) {
    sql.push('seq < (select seq from object where id = ?)')
    values.push(query.startingAfter)
  }
  if (query.endingBefore) {
    sql.push('seq > (select seq from object where id = ?)')
    values.push(query.endingBefore)
  }
  return { sql: sql.join(' and '), values }
}
