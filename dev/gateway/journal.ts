import type { SQLOutputValue } from 'node:sqlite'
import type { Store } from './store.ts'

/** One API request; `at` in Unix milliseconds. `body` is the form as sent (the API never carries card numbers). */
export interface LoggedRequest {
  id: string
  at: number
  ms: number
  method: string
  path: string
  body: string
  status: number | null
  key: string | null
  replayed: boolean
  fault: string | null
}

/** What an order (`client_reference_id`) came to, in haléře. `disputed` counts open and lost disputes. */
export interface Totals {
  captured: number
  refunded: number
  disputed: number
  /** How many sessions were opened for the order, and how many of them were paid. */
  sessions: number
  paid: number
}

export interface Journal {
  record(request: LoggedRequest): void
  requests(): LoggedRequest[]
  /** By `client_reference_id`; sessions without one are under the empty name. */
  totals(): Record<string, Totals>
}

/** Only this many requests are remembered. */
const kept = 20_000

export function createJournal(store: Store): Journal {
  const { database } = store
  let recorded = 0
  const insert = database.prepare(
    'insert into request (id, at, ms, method, path, body, status, key, replayed, fault) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const forget = database.prepare('delete from request where seq <= (select max(seq) from request) - ?')
  const requests = database.prepare('select * from request order by seq')
  const totals = database.prepare(`
    select coalesce(json_extract(s.body, '$.client_reference_id'), '') as reference, count(*) as sessions,
      sum(json_extract(s.body, '$.payment_status') = 'paid') as paid,
      coalesce(sum(case when json_extract(c.body, '$.paid') then json_extract(c.body, '$.amount_captured') end), 0) as captured,
      coalesce(sum(json_extract(c.body, '$.amount_refunded')), 0) as refunded,
      coalesce(sum((select sum(json_extract(d.body, '$.amount')) from object d where d.kind = 'dispute'
        and json_extract(d.body, '$.charge') = c.id and json_extract(d.body, '$.status') <> 'won')), 0) as disputed
    from object s
    left join object p on p.kind = 'payment_intent' and p.id = json_extract(s.body, '$.payment_intent')
    left join object c on c.kind = 'charge' and c.id = json_extract(p.body, '$.latest_charge')
    where s.kind = 'checkout.session' group by reference order by reference`)

  return {
    record(one) {
      const replayed = one.replayed ? 1 : 0
      insert.run(one.id, one.at, one.ms, one.method, one.path, one.body, one.status, one.key, replayed, one.fault)
      if (++recorded % 1000 === 0) forget.run(kept)
    },
    requests: () => requests.all().map(asRequest),
    totals() {
      const rows = totals.all().map((row): [string, Totals] => [
        String(row['reference']),
        {
          captured: Number(row['captured']),
          refunded: Number(row['refunded']),
          disputed: Number(row['disputed']),
          sessions: Number(row['sessions']),
          paid: Number(row['paid']),
        },
      ])
      return Object.fromEntries(rows)
    },
  }
}

const text = (value: SQLOutputValue | undefined) => (value === null || value === undefined ? null : String(value))

const asRequest = (row: Record<string, SQLOutputValue>): LoggedRequest => ({
  id: String(row['id']),
  at: Number(row['at']),
  ms: Number(row['ms']),
  method: String(row['method']),
  path: String(row['path']),
  body: String(row['body']),
  status: row['status'] === null ? null : Number(row['status']),
  key: text(row['key']),
  replayed: row['replayed'] === 1,
  fault: text(row['fault']),
})
