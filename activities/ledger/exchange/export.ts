import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../db/database.ts'

/** What of a payment settles which debt, or nothing. Amounts in haléře. */
export interface ExportedPart {
  externalId: string
  channel: string
  payer: string | null
  paidAt: string
  creditedOn: string | null
  /** Of the whole payment. */
  amount: number
  /** Null for what is not allocated. */
  liability: string | null
  variableSymbol: string | null
  part: number
}

export interface ExportRun {
  run: number
  at: string
  parts: ExportedPart[]
}

/**
 * Hands over to the accounting, inside the caller's transaction, all payments that no run before has: each once. `by` is an official's
 * name or that of the run. Gives the number of the run, or null when there is nothing to hand over.
 */
export async function handOver(tx: Db, by: string): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('ledger export'))`.execute(tx)
  const { rows } = await sql<{ run: number }>`
    insert into ledger_export (run, payments, total, by)
    select (select coalesce(max(run), 0) + 1 from ledger_export), 0, 0, ${by} where exists (select from payment where export_run is null)
    returning run`.execute(tx)
  const run = rows[0]?.run
  if (run === undefined) return null
  // counted are those that it has, not those that another transaction was posting meanwhile
  await sql`
    with taken as (update payment set export_run = ${run} where export_run is null returning amount)
    update ledger_export set (payments, total) = (select count(*), coalesce(sum(amount), 0) from taken) where run = ${run}`.execute(
    tx,
  )
  return run
}

/** Hands payments over and gives them; null when there are none. See `handOver`. */
export async function exportPayments(db: Db, by: string): Promise<ExportRun | null> {
  const run = await db.transaction().execute(tx => handOver(tx, by))
  return run === null ? null : exportedRun(db, run)
}

/** What a run has handed over, as it stands now; null for a run there has not been. Asking again changes nothing. */
export async function exportedRun(db: Db, run: number): Promise<ExportRun | null> {
  const made = await db.selectFrom('ledger_export').select('at').where('run', '=', run).executeTakeFirst()
  if (!made) return null
  return { run, at: made.at.toISOString(), parts: await partsOf(db, sql`p.export_run = ${run}::int`) }
}

/**
 * Payments that were posted from a day to a day of Prague, both included, whatever run has them or none: a look, which hands nothing
 * over. Its run is 0.
 */
export async function paymentsBetween(db: Db, from: string, to: string, now: Date): Promise<ExportRun> {
  return { run: 0, at: now.toISOString(), parts: await partsOf(db, postedBetween(from, to)) }
}

/** Whether a payment was posted within days of Prague. */
export const postedBetween = (from: string, to: string) =>
  sql<boolean>`p.posted_at >= ${from}::date::timestamp at time zone 'Europe/Prague'
    and p.posted_at < (${to}::date + 1)::timestamp at time zone 'Europe/Prague'`

async function partsOf(db: Db, which: RawBuilder<unknown>): Promise<ExportedPart[]> {
  const { rows } = await sql<ExportedPart>`
    select p.external_id as "externalId", p.channel, p.payer, to_char(p.paid_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "paidAt",
      p.credited_on as "creditedOn", p.amount, part.number as liability, part.variable_symbol as "variableSymbol", part.amount as part
    from payment p, lateral (
      select l.number, l.variable_symbol, a.amount from allocation a join liability l on l.id = a.liability_id where a.payment_id = p.id
      union all select null, null, p.unallocated where p.unallocated > 0) as part
    where ${which} order by p.posted_at, p.id, part.number nulls last`.execute(db)
  return rows
}

/** Crowns of haléře with a decimal comma. */
export const crowns = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
/** A value of CSV, quoted where it must be. */
export const cell = (value: string | null) =>
  value !== null && /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : (value ?? '')

/** A run as CSV: semicolons, decimal commas, UTF-8 with a mark by which spreadsheets know it. */
export function exportCsv({ run, at, parts }: ExportRun): string {
  const rows = parts.map(one => [
    ...[one.externalId, one.channel, cell(one.payer), one.paidAt, one.creditedOn ?? '', crowns(one.amount)],
    ...[cell(one.liability), one.variableSymbol ?? '', crowns(one.part)],
  ])
  const names = [
    'external_id',
    'channel',
    'payer',
    'paid_at',
    'credited_on',
    'amount',
    'number',
    'variable_symbol',
    'part',
  ]
  return `\uFEFF${[['portal-payments', '1', at, String(run)], names, ...rows].map(row => row.join(';')).join('\r\n')}\r\n`
}

/** A run as JSON, amounts in crowns as texts so that nobody's floating point touches them. */
export const exportJson = ({ run, at, parts }: ExportRun): string =>
  JSON.stringify(
    {
      ...{ format: 'portal-payments', version: 1, at, run },
      payments: parts.map(({ amount, part, ...one }) => ({
        ...one,
        amount: crowns(amount).replace(',', '.'),
        part: crowns(part).replace(',', '.'),
      })),
    },
    null,
    2,
  )
