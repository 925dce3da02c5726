import type { SQLOutputValue } from 'node:sqlite'
import type { Faults } from './faults.ts'
import type { Event } from './objects/types.ts'
import type { Store } from './store.ts'

/** A webhook on its way: `due` in Unix milliseconds. `held` waits for the controls, the last three are final. */
export interface Delivery {
  seq: number
  event: string
  state: 'pending' | 'held' | 'delivered' | 'dropped' | 'failed'
  forged: boolean
  attempts: number
  due: number
  created: number
}

/** One try to deliver; `status` is the receiver's answer, or null when there was none and `error` says why. */
export interface DeliveryAttempt {
  delivery: number | null
  event: string
  type: string
  at: number
  ms: number
  status: number | null
  error: string | null
  signature: 'valid' | 'forged'
}

export interface Deliveries {
  /** Plans the delivery of the events of one act, as today's faults have it. Runs inside the act's transaction. */
  plan(events: Event[]): void
  /** One more delivery of an event that was sent already. */
  again(event: string): void
  due(now: number): Delivery[]
  /** When the next pending delivery is due, in Unix milliseconds; null when none is. */
  next(): number | null
  list(): Delivery[]
  /** Lets held deliveries go, one millisecond apart in the given order. Answers how many. */
  release(order: 'created' | 'reversed'): number
  /** Makes everything that waits for its next try due now. Answers how many. */
  hurry(): number
  record(attempt: DeliveryAttempt): void
  finish(seq: number, state: 'delivered' | 'failed'): void
  retry(seq: number, due: number): void
  attempts(): DeliveryAttempt[]
}

/** The webhooks to deliver, kept in the store. `wanted` says whether anybody listens at all. */
export function createDeliveries(deps: {
  store: Store
  faults: Faults
  clock: () => number
  wanted: () => boolean
}): Deliveries {
  const { database } = deps.store
  const insert = database.prepare('insert into delivery (event, state, forged, due, created) values (?, ?, ?, ?, ?)')
  const due = database.prepare(
    `select * from delivery where state = 'pending' and due <= ? order by due, seq limit 100`,
  )
  const next = database.prepare(`select min(due) as due from delivery where state = 'pending'`)
  const all = database.prepare('select * from delivery order by seq')
  const held = database.prepare(`select seq from delivery where state = 'held' order by seq`)
  const free = database.prepare(`update delivery set state = 'pending', due = ? where seq = ?`)
  const hurry = database.prepare(`update delivery set due = ? where state = 'pending'`)
  const finish = database.prepare('update delivery set state = ?, attempts = attempts + 1 where seq = ?')
  const retry = database.prepare('update delivery set due = ?, attempts = attempts + 1, forged = 0 where seq = ?')
  const record = database.prepare(
    'insert into attempt (delivery, event, type, at, ms, status, error, signature) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const attempts = database.prepare('select * from attempt order by seq')

  return {
    plan(events) {
      if (!deps.wanted()) return
      const now = deps.clock()
      events.forEach((event, index) => {
        const faults = deps.faults.forEvent(event.type)
        const does = (what: string) => faults.find(fault => fault.does === what)
        const reordered = (events.length - 1 - index) * (does('reorder')?.ms ?? 50)
        const when = now + (does('delay')?.ms ?? 0) + (does('reorder') ? reordered : 0)
        const state = does('drop') ? 'dropped' : does('hold') ? 'held' : 'pending'
        const copies = does('duplicate')?.copies ?? (does('duplicate') ? 2 : 1)
        for (let copy = 0; copy < copies; copy++) insert.run(event.id, state, does('forge') ? 1 : 0, when, now)
      })
    },
    again: event => void insert.run(event, 'pending', 0, deps.clock(), deps.clock()),
    due: now => due.all(now).map(asDelivery),
    next() {
      const at = next.get()?.['due']
      return typeof at === 'number' ? at : null
    },
    list: () => all.all().map(asDelivery),
    release(order) {
      const waiting = held.all().map(row => Number(row['seq']))
      if (order === 'reversed') waiting.reverse()
      const now = deps.clock()
      deps.store.transaction(() => waiting.forEach((seq, index) => free.run(now + index, seq)))
      return waiting.length
    },
    hurry: () => Number(hurry.run(deps.clock()).changes),
    record(one) {
      record.run(one.delivery, one.event, one.type, one.at, one.ms, one.status, one.error, one.signature)
    },
    finish: (seq, state) => void finish.run(state, seq),
    retry: (seq, at) => void retry.run(at, seq),
    attempts: () => attempts.all().map(asAttempt),
  }
}

type Row = Record<string, SQLOutputValue>

const asDelivery = (row: Row): Delivery => ({
  seq: Number(row['seq']),
  event: String(row['event']),
  state: stateOf(row['state']),
  forged: row['forged'] === 1,
  attempts: Number(row['attempts']),
  due: Number(row['due']),
  created: Number(row['created']),
})

const states = ['pending', 'held', 'delivered', 'dropped', 'failed'] as const

function stateOf(value: SQLOutputValue | undefined): Delivery['state'] {
  const state = states.find(one => one === value)
  if (!state) throw new Error(`A delivery in an unknown state: ${String(value)}`)
  return state
}

const asAttempt = (row: Row): DeliveryAttempt => ({
  delivery: row['delivery'] === null ? null : Number(row['delivery']),
  event: String(row['event']),
  type: String(row['type']),
  at: Number(row['at']),
  ms: Number(row['ms']),
  status: row['status'] === null ? null : Number(row['status']),
  error: typeof row['error'] === 'string' ? row['error'] : null,
  signature: row['signature'] === 'forged' ? 'forged' : 'valid',
})
