import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import pg from 'pg'

/** Task queue of the bare workflow. */
export const queue = 'bench-bare'

export const activities = (pool: pg.Pool) => ({
  /** The effect of a step: one row. */
  async write(id: string, step: number): Promise<void> {
    await pool.query('insert into bench_row (id, step) values ($1, $2) on conflict do nothing', [id, step])
  },
})
export type BareActivities = ReturnType<typeof activities>

/** Runs the bare workflow until its parent ends; says `ready`. A process of its own, so that its CPU can be told apart. */
async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
  const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
  const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' })
  const worker = await Worker.create({
    connection,
    taskQueue: queue,
    workflowsPath: fileURLToPath(new URL('bare.ts', import.meta.url)),
    activities: activities(pool),
  })
  process.once('disconnect', () => worker.shutdown())
  process.send?.('ready')
  await worker.run()
  await connection.close()
  await pool.end()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
