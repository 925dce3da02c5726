import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../db/database.ts'

/** Where money of a payment is: on a debt, on nothing (an overpayment, an unidentified payment), or given back. */
export type Place = 'debt' | 'unallocated' | 'returned'

/** A part of a payment. Amounts in haléře. */
export interface ExportedPart {
  externalId: string
  channel: string
  payer: string | null
  paidAt: string
  creditedOn: string | null
  /** Of the whole payment, as it came. */
  amount: number
  place: Place
  /** Number of the debt. */
  liability: string | null
  variableSymbol: string | null
  /** By how much more, or less when negative, is there than the runs before said. */
  part: number
}

export interface ExportRun {
  run: number
  at: string
  parts: ExportedPart[]
}

/** What a run has handed over; null for a run there has not been. It is the same whenever it is asked for. */
export async function exportedRun(db: Db, run: number): Promise<ExportRun | null> {
  const made = await db.selectFrom('ledger_export').select('at').where('run', '=', run).executeTakeFirst()
  if (!made) return null
  const lines = sql`select payment_id, place, liability_id, amount from ledger_export_line where run = ${run}::int`
  return { run, at: made.at.toISOString(), parts: await partsOf(db, lines) }
}

/**
 * Where the money is of payments that were posted from a day to a day of Prague, both included, whatever run has them or none: a look,
 * which hands nothing over. Its run is 0.
 */
export async function paymentsBetween(db: Db, from: string, to: string, now: Date): Promise<ExportRun> {
  return { run: 0, at: now.toISOString(), parts: await partsOf(db, placesOf(postedBetween(from, to))) }
}

/** A query for where the money is now of the payments `p` that are asked for: `payment_id`, `place`, `liability_id`, `amount` in haléře. */
export const placesOf = (which: RawBuilder<boolean>) => sql`
  select p.id as payment_id, 'debt' as place, a.liability_id, a.amount from payment p join allocation a on a.payment_id = p.id where ${which}
  union all select p.id, 'unallocated', null, p.unallocated from payment p where ${which} and p.unallocated > 0
  union all select p.id, 'returned', null, p.returned from payment p where ${which} and p.returned > 0`

/** Whether a payment was posted within days of Prague. */
export const postedBetween = (from: string, to: string) =>
  sql<boolean>`p.posted_at >= ${from}::date::timestamp at time zone 'Europe/Prague'
    and p.posted_at < (${to}::date + 1)::timestamp at time zone 'Europe/Prague'`

async function partsOf(db: Db, places: RawBuilder<unknown>): Promise<ExportedPart[]> {
  const { rows } = await sql<ExportedPart>`
    select p.external_id as "externalId", p.channel, p.payer, to_char(p.paid_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "paidAt",
      p.credited_on as "creditedOn", p.amount, part.place, l.number as liability, l.variable_symbol as "variableSymbol", part.amount as part
    from (${places}) as part join payment p on p.id = part.payment_id left join liability l on l.id = part.liability_id
    order by p.posted_at, p.id, part.place, l.number`.execute(db)
  return rows
}
