import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { sql } from 'kysely'
import { openDatabase, type Database } from '../../db/database.ts'
import { freePorts } from '../../dev/ports.ts'
import { startStack } from '../../dev/stack.ts'
import type { BareCell, BareRun } from './bare-caller.ts'

/** Where the load is brought: a portal with all it stands on, and beside it a bare workflow on the same servers. */
export interface Stand {
  portal: string
  gateway: string
  database: Database
  temporal: Client
  /** Process ids whose CPU is counted for a case of ours and of the bare workflow; empty where the portal is not run from here. */
  ours: Record<string, number>
  bares: Record<string, number>
  bare(cell: BareCell): Promise<BareRun>
  close(): Promise<void>
}

/**
 * Starts a portal of its own, or uses the one that PORTAL_BENCH_URL, PORTAL_BENCH_DATABASE_URL, PORTAL_BENCH_TEMPORAL_ADDRESS and
 * PORTAL_BENCH_GATEWAY_URL name (with RATE_LIMITS=off, and the local card gateway behind it).
 */
export async function openStand(progress: (line: string) => void): Promise<Stand> {
  const house = process.env['PORTAL_BENCH_URL'] ? given() : await startOwn(progress)
  const env = { ...process.env, DATABASE_URL: house.databaseUrl, TEMPORAL_ADDRESS: house.temporalAddress }
  const database = openDatabase(house.databaseUrl, 10)
  await sql`create table if not exists bench_row (id uuid, step int, at timestamptz not null default now(), primary key (id, step))`.execute(
    database.db,
  )
  const [worker, caller] = await Promise.all([child('bare-worker.ts', env), child('bare-caller.ts', env)])
  const connection = await Connection.connect({ address: house.temporalAddress })
  const { pids } = house
  return {
    portal: house.portal,
    gateway: house.gateway,
    database,
    temporal: new Client({ connection }),
    ours: pids,
    bares: pids['temporal']
      ? {
          caller: caller.pid ?? 0,
          worker: worker.pid ?? 0,
          temporal: pids['temporal'],
          postgres: pids['postgres'] ?? 0,
        }
      : {},
    bare: cell =>
      new Promise((resolve, reject) => {
        caller.once('message', (answer: BareRun) => resolve(answer))
        caller.once('exit', code => reject(new Error(`The bare caller ended (${code}).`)))
        caller.send(cell)
      }),
    async close() {
      for (const one of [caller, worker]) one.disconnect()
      await connection.close()
      await database.close()
      await house.close()
    },
  }
}

interface House {
  portal: string
  gateway: string
  databaseUrl: string
  temporalAddress: string
  pids: Record<string, number>
  close(): Promise<void>
}

function given(): House {
  const setting = (name: string) => {
    const value = process.env[`PORTAL_BENCH_${name}`]
    if (!value) throw new Error(`PORTAL_BENCH_URL is set, so PORTAL_BENCH_${name} must be, too.`)
    return value
  }
  return {
    portal: setting('URL'),
    gateway: setting('GATEWAY_URL'),
    databaseUrl: setting('DATABASE_URL'),
    temporalAddress: setting('TEMPORAL_ADDRESS'),
    pids: {},
    close: async () => {},
  }
}

async function startOwn(progress: (line: string) => void): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const env = { NODE_ENV: 'test', LOG_LEVEL: 'warn', RATE_LIMITS: 'off' }
  const stack = await startStack({ dataDir, ports: await freePorts(), env, progress })
  const pids = {
    api: stack.api.pid,
    worker: stack.worker.pid,
    temporal: stack.temporal.pid,
    postgres: stack.postgres.pid,
  }
  return {
    portal: stack.urls.portal,
    gateway: stack.urls.gateway ?? '',
    databaseUrl: stack.databaseUrl,
    temporalAddress: stack.temporalAddress,
    pids: Object.fromEntries(Object.entries(pids).flatMap(([name, pid]) => (pid === undefined ? [] : [[name, pid]]))),
    async close() {
      await stack.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function child(file: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const running = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    running.once('message', () => resolve(running))
    running.once('exit', code => reject(new Error(`${file} ended (${code}).`)))
  })
}
