import { sql } from 'kysely'
import type { BareCell } from './bare-caller.ts'
import { drained } from './burst.ts'
import { machine, measure } from './cpu.ts'
import { weigh, type Weight } from './histories.ts'
import { decide, pay, type Crowd, type Wants } from './journeys.ts'
import { closedLoop, type Run } from './loop.ts'
import type { Stand } from './stand.ts'

/** One cell of the table: a journey by so many people at once. */
export interface Cell {
  journey: string
  people: number
  run: Run
  weight: Weight
  /** CPU ms a case by process tree, until receipts and letters were made, too; empty where it cannot be known. */
  cpu: Record<string, number>
  /** Transactions of the portal's database a case; a statement on its own is one, too. */
  transactions: number
  /** How much of the machine's busy time was not ours: 0 when nothing else ran. */
  others: number
  /** Seconds until receipts and letters were made, after the last case had ended. */
  after: number
}

async function cell(
  stand: Stand,
  journey: string,
  people: number,
  parts: Record<string, number>,
  load: () => Promise<{ run: Run; ids: readonly string[] }>,
): Promise<Cell> {
  const before = await transactions(stand)
  const [used, busy, own] = [measure(parts), machine(), process.cpuUsage()]
  const { run, ids } = await load()
  const after = await drained(stand)
  const cpu = used()
  const { user, system } = process.cpuUsage(own)
  const ours = Object.values(cpu).reduce((sum, ms) => sum + ms, (user + system) / 1000)
  const others = ours > 0 ? Math.max(0, 1 - ours / busy()) : Number.NaN
  const each = Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, ms / Math.max(1, run.cases)]))
  const done = (await transactions(stand)) - before
  return {
    journey,
    people,
    run,
    weight: await weigh(stand, ids),
    cpu: each,
    transactions: done / Math.max(1, run.cases),
    others,
    after,
  }
}

/** So many transactions the portal's database has seen. Its sessions report at most once a second. */
async function transactions({ database }: Stand): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 1100))
  const { rows } = await sql<{ n: number }>`
    select xact_commit::float8 as n from pg_stat_database where datname = current_database()`.execute(database.db)
  return rows[0]?.n ?? 0
}

/** Form, clerk, decision over HTTP. */
export const deciding = (stand: Stand, crowd: Crowd, people: number, seconds: number, wants: Wants): Promise<Cell> =>
  cell(stand, `decision, ${wants}`, people, stand.ours, async () => {
    const ids: string[] = []
    return {
      run: await closedLoop(people, seconds, (person, note) => decide(stand, crowd, person, wants, note, ids)),
      ids,
    }
  })

/** A payment over HTTP, with the card gateway. */
export const paying = (stand: Stand, crowd: Crowd, people: number, seconds: number): Promise<Cell> =>
  cell(stand, 'payment', people, stand.ours, async () => {
    const ids: string[] = []
    return { run: await closedLoop(people, seconds, (_, note) => pay(stand, crowd, note, ids)), ids }
  })

/** Messages and rows a case of the bare workflow, so that it does what the journey does: told of each message, it writes as often. */
export const shapes = {
  decision: { messages: 2, effects: 1 },
  // filing opens the order and is recorded; the webhook asks, posts and is recorded
  payment: { messages: 2, effects: 2 },
} as const

/** The bare workflow in the shape of a journey. */
export const baring = (stand: Stand, journey: keyof typeof shapes, people: number, seconds: number): Promise<Cell> =>
  cell(stand, `${journey}, bare`, people, stand.bares, () =>
    stand.bare({ people, seconds, ...shapes[journey] } satisfies BareCell),
  )
