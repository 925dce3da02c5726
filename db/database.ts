import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, types } from 'pg'
import type { Tables } from './tables/index.ts'

const int8 = 20
const date = 1082
const timestamptz = 1184
/** bigint as a number (haléře stay far below 2^53), a day as its text, an instant as Date; the driver would give texts and Dates. */
const parsers: Record<number, (text: string) => unknown> = {
  [int8]: Number,
  [date]: text => text,
  [timestamptz]: text => new Date(text),
}

/** camelCase in code, snake_case in Postgres. What is inside a JSON column is data and keeps its names. */
const naming = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** Typed SQL (tables by name, columns in camelCase). A transaction is a `Db` too. */
export type Db = Kysely<Tables>

export interface Database {
  db: Db
  /** Calls back with each payload notified on the channel; reconnects by itself and then calls `missed`. */
  listen(channel: string, heard: (payload: string) => void, missed: () => void): () => Promise<void>
  close(): Promise<void>
}

/** Opens Postgres. `connections` is the size of the pool of this process. */
export function openDatabase(url: string, connections = 10): Database {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: poolOf(url, connections) }),
    plugins: [naming],
  })
  return {
    db,
    listen: (channel, heard, missed) => listen(url, channel, heard, missed),
    close: () => db.destroy(),
  }
}

function poolOf(url: string, connections: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    // A connection costs Postgres a process and both a proof of the password: kept for a minute, most requests find one.
    idleTimeoutMillis: 60_000,
    types: {
      getTypeParser: (oid, format) => parsers[oid] ?? types.getTypeParser(oid, format),
    },
  })
  // When Postgres goes away each connection tells it as an error, which would end the process; the statement in hand fails with it, and
  // the next one opens another connection.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** One connection that only listens; after a cut it comes back and says that something may have been missed. */
function listen(url: string, channel: string, heard: (payload: string) => void, missed: () => void) {
  let client: Client | undefined
  let ended = false
  const again = () => {
    client = undefined
    if (!ended) setTimeout(() => void open(), 250).unref()
  }
  const open = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true })
    next.on('error', () => next.end().catch(() => {}))
    next.on('end', again)
    next.on('notification', n => heard(n.payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${next.escapeIdentifier(channel)}`)
      client = next
      missed()
    } catch {
      await next.end().catch(() => {})
    }
  }
  void open()
  return async () => {
    ended = true
    await client?.end()
  }
}
