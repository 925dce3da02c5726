import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { DayBucket, DayKind, type DayEntries, type DayEntry, type DayView } from '../../contract.ts'
import { entriesOf } from './entries.ts'

/** Microseconds and the key: what stands before or after what. */
const place = /^(\d+):(.+)$/s

interface Row {
  key: string
  kind: string
  bucket: string
  at: Date
  moment: number
  gateway: number | null
  orders: number | null
  ledger: number | null
  bank: number | null
  foreignAmount: number | null
  foreignCurrency: string | null
  reference: string | null
  case: DayEntry['case']
  statement: DayEntry['statement']
}

/** A case with a task of it that the official may open: one of an inbox of theirs. */
const caseWithTask = (caseId: RawBuilder<unknown>, inboxes: readonly string[]) => sql<DayEntry['case']>`(
  select jsonb_build_object('id', c.id, 'number', c.number, 'task', (select t.id from task t
    where t.case_id = c.id and t.role = any(${inboxes}::text[]) order by t.state = 'open' desc, t.opened_at desc limit 1))
  from "case" c where c.id = ${caseId})`

export interface Asked {
  day: string
  payouts: readonly string[]
  /** Inboxes of who asks. */
  inboxes: readonly string[]
}

/** A page of the entries of a day in order of time, all or of one bucket; `size` undefined: all of them. */
export async function entryPage(
  db: Db,
  { day, payouts, inboxes }: Asked,
  { bucket, after, size }: { bucket?: DayBucket | undefined; after?: string | undefined; size?: number },
): Promise<DayEntries> {
  const [, moment = '-1', key = ''] = place.exec(after ?? '') ?? []
  const { rows } = await sql<Row>`
    select e.*, ${caseWithTask(sql`e.case_id`, inboxes)} as case, (
      select jsonb_build_object('id', s.id, 'number', s.number, 'year', s.year, 'position', e.position)
      from bank_statement s where s.id = e.statement_id) as statement
    from (
      select key, kind, bucket, at, (extract(epoch from at) * 1000000)::int8 as moment, gateway, orders, ledger, bank,
        foreign_amount as "foreignAmount", foreign_currency as "foreignCurrency", reference, case_id, statement_id, position
      from ${entriesOf(day, payouts)} e where ${bucket ?? null}::text is null or bucket = ${bucket ?? null}) e
    where (e.moment, e.key collate "C") > (${moment}::int8, ${key})
    order by e.moment, e.key collate "C" limit ${size === undefined ? null : size + 1}`.execute(db)
  const shown = size === undefined ? rows : rows.slice(0, size)
  const last = shown.at(-1)
  return {
    entries: shown.map(toEntry),
    next: last && shown.length < rows.length ? `${last.moment}:${last.key}` : null,
  }
}

const toEntry = (row: Row): DayEntry => ({
  key: row.key,
  kind: oneOf(DayKind.enum, row.kind),
  bucket: oneOf(DayBucket.enum, row.bucket),
  at: row.at.toISOString(),
  ...{ gateway: row.gateway, orders: row.orders, ledger: row.ledger, bank: row.bank },
  foreign:
    row.foreignAmount === null || row.foreignCurrency === null
      ? null
      : { amount: row.foreignAmount, currency: row.foreignCurrency },
  ...{ reference: row.reference || null, case: row.case, statement: row.statement },
})

function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find(one => one === text)
  if (!found) throw new TypeError(`${text} is not among ${all.join(', ')}.`)
  return found
}

/** So many are shown at most; how many there are is said. */
const most = 50

/** Orders whose end has been unknown for over an hour, the oldest first. */
export async function pendingOrders(db: Db, inboxes: readonly string[], now: Date): Promise<DayView['pending']> {
  const old = db
    .selectFrom('payment_order as o')
    .where('o.state', 'in', ['created', 'open', 'paid'])
    .where('o.createdAt', '<', new Date(now.getTime() - 3600_000))
  const [{ count }, rows] = await Promise.all([
    old.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    old
      .select(['o.id as order', 'o.state', 'o.amount', 'o.createdAt'])
      .select(caseWithTask(sql`o.case_id`, inboxes).as('case'))
      .orderBy('o.createdAt')
      .limit(most)
      .execute(),
  ])
  const states = ['created', 'open', 'paid'] as const
  return {
    count,
    shown: rows.map(({ createdAt, state, ...row }) => ({
      ...row,
      state: oneOf(states, state),
      createdAt: createdAt.toISOString(),
    })),
  }
}

/** Messages of the gateway that nobody understood and nobody has looked at, the oldest first. */
export async function unknownEvents(db: Db): Promise<DayView['unknown']> {
  const open = db.selectFrom('gateway_event').where('state', '=', 'unknown').where('resolvedAt', 'is', null)
  const [{ count }, rows] = await Promise.all([
    open.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    open
      .select(['id', 'type', 'receivedAt', 'reason'])
      .select(sql<string>`left(jsonb_pretty(payload), 4000)`.as('content'))
      .orderBy('receivedAt')
      .orderBy('id')
      .limit(most)
      .execute(),
  ])
  return { count, shown: rows.map(({ receivedAt, ...row }) => ({ ...row, receivedAt: receivedAt.toISOString() })) }
}
