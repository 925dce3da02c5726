import { sql } from 'kysely'
import type { DayEntries, DayView } from '../../../api/contract.ts'
import { houseAccount } from '../../../db/house.ts'
import { manyPayments } from '../../many-payments.ts'
import { queue } from '../../queue.ts'
import { resident } from '../../residents.ts'
import type { Stand } from '../stand.ts'
import { timed, type Figure } from './figure.ts'
import { treasurer } from './treasurer.ts'

const day = '2024-05-06'

/**
 * A treasurer's day of so many payments by card, the same at the gateway, in the orders and in the ledger: seen, read page by page,
 * taken away as CSV, and closed by two. Beside it, what Postgres needs to count and add up the same rows of the three tables.
 */
export async function reconciliation(stand: Stand, count: number): Promise<Figure[]> {
  const { db } = stand.database
  const { id: person } = await resident(db)
  const caseId = await queue(db, { count: 0, role: 'bench-days', person })
  await manyPayments(db, day, count, { caseId, personId: houseAccount })
  for (const table of ['payment', 'payment_order', 'gateway_event'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
  const [one, other] = [await treasurer(stand), await treasurer(stand)]
  const bare = { what: 'count and sum of the three tables', ms: (await timed(() => bareSums(stand))).ms }
  const path = `/api/money/days/${day}`
  // the first look reads pages of the disk, as the bare one did
  const { ms, body } = await one.get<DayView>(path)
  const card = body.totals.kinds.find(({ kind }) => kind === 'card')
  if (card?.ledger?.count !== count || card.difference !== 0) throw new Error('The day does not agree.')
  const first = await one.get<DayEntries>(`${path}/entries`)
  const late = await one.get<DayEntries>(`${path}/entries?after=${encodeURIComponent(await placeAt(stand, count))}`)
  const csv = await timed(() => fetchText(stand, one.cookie, `${path}/csv`))
  if (csv.gave.split('\r\n').length !== count + 2) throw new Error('The CSV does not hold all payments.')
  const closing = await timed(async () => {
    const { seal } = body
    const proposed = await one.client.ask('POST', `${path}/closing`, { seal, note: '' })
    const confirmed = await other.client.ask('POST', `${path}/closing/confirmation`, { seal })
    if (proposed.status !== 204 || confirmed.status !== 204) throw new Error('The day was not closed.')
  })
  return [
    { what: 'the day side by side, control totals', rows: count, ms, bare },
    { what: 'its entries, first page of a hundred', rows: count, ms: first.ms },
    { what: 'its entries, last page', rows: count, ms: late.ms },
    { what: 'its entries as CSV', rows: count, ms: csv.ms, note: `${(csv.gave.length / 1e6).toFixed(0)} MB` },
    { what: 'closed by two', rows: count, ms: closing.ms },
  ]
}

const bareSums = ({ database: { db } }: Stand) =>
  sql`select (select count(*) from payment where paid_at >= ${day}::date and paid_at < ${day}::date + 1), sum(o.amount), count(*),
      (select sum(took) from gateway_event where took_at >= ${day}::date and took_at < ${day}::date + 1)
    from payment_order o where o.paid_at >= ${day}::date and o.paid_at < ${day}::date + 1`.execute(db)

/** The place of the listing behind which only a page is left. */
async function placeAt({ database: { db } }: Stand, count: number): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    select (extract(epoch from paid_at) * 1000000)::int8 || ':o:' || id as place from payment_order
    where paid_at >= ${day}::date and paid_at < ${day}::date + 2 order by paid_at offset ${Math.max(0, count - 100)} limit 1`.execute(
    db,
  )
  return rows[0]?.place ?? ''
}

async function fetchText({ portal }: Stand, cookie: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, portal), { headers: { cookie: `portal_session=${cookie}` } })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}
