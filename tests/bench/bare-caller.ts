import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import pg from 'pg'
import { queue } from './bare-worker.ts'
import { closedLoop, poll, type Note, type Run } from './loop.ts'

/** One cell of the bare workflow: people at once, seconds, messages a case and rows a message. */
export interface BareCell {
  people: number
  seconds: number
  messages: number
  effects: number
}
/** What came out, and the ids of some cases for a look at their histories. */
export interface BareRun {
  run: Run
  ids: string[]
}

/** Tells the bare workflow as the API tells cases: a process of its own, so that its CPU can be told apart. */
async function main(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
  const connection = await Connection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' })
  const client = new Client({ connection })

  async function once({ messages, effects }: BareCell, ids: string[], note: Note): Promise<void> {
    const id = randomUUID()
    for (let at = 0; at < messages; at++) {
      const began = performance.now()
      if (at === 0)
        await client.workflow.signalWithStart('bare', {
          workflowId: id,
          taskQueue: queue,
          args: [id, messages, effects],
          signal: 'message',
          signalArgs: [],
        })
      else await client.workflow.getHandle(id).signal('message')
      const last = (at + 1) * effects - 1
      const written = () => pool.query('select 1 from bench_row where id = $1 and step = $2', [id, last])
      await poll(written, ({ rowCount }) => rowCount === 1)
      note(`message ${at + 1}`, performance.now() - began)
    }
    ids.push(id)
  }

  process.on('message', (cell: BareCell) => {
    const ids: string[] = []
    void closedLoop(cell.people, cell.seconds, (_, note) => once(cell, ids, note)).then(run => {
      const answer: BareRun = { run, ids: ids.slice(-10) }
      process.send?.(answer)
    })
  })
  process.once('disconnect', () => process.exit())
  process.send?.('ready')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
