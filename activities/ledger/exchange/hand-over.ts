import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { exportedRun, placesOf, type ExportRun } from './exported.ts'

/**
 * Tells the accounting, inside the caller's transaction, what no run before has told of payments, see docs/adr/0019: those it does not
 * know, and of those it knows what has changed, a refund above all, as the difference. `by` is an official's name or that of the run.
 * Gives the number of the run, or null when there is nothing to tell.
 */
export async function handOver(tx: Db, by: string): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('ledger export'))`.execute(tx)
  const { rows } = await sql<{ run: number }>`
    insert into ledger_export (run, payments, total, by)
    select (select coalesce(max(run), 0) + 1 from ledger_export), 0, 0, ${by} where exists (select from payment where told_run is null)
    returning run`.execute(tx)
  const run = rows[0]?.run
  if (run === undefined) return null
  // Their rows stay locked until the end: who moves their money meanwhile waits, and they are untold again.
  await sql`update payment set told_run = ${run}, export_run = coalesce(export_run, ${run}) where told_run is null`.execute(
    tx,
  )
  const mine = sql<boolean>`p.told_run = ${run}::int`
  const { numAffectedRows: lines = 0n } = await sql`
    insert into ledger_export_line (run, payment_id, place, liability_id, amount)
    select ${run}, payment_id, place, liability_id, amount from (${differences(mine)}) as d`.execute(tx)
  if (lines === 0n) {
    await sql`update payment set told_run = export_run where told_run = ${run}`.execute(tx)
    await sql`delete from ledger_export where run = ${run}`.execute(tx)
    return null
  }
  await sql`
    with told as (select p.id, p.amount, p.export_run = ${run} as new from payment p where ${mine}),
    lines as (select payment_id, place, amount from ledger_export_line where run = ${run})
    update ledger_export set (payments, total) = (select count(*), coalesce(sum(amount), 0) from told where new),
      returned = (select coalesce(sum(amount), 0) from lines where place = 'returned'),
      corrections = (select count(distinct payment_id) from lines join told on told.id = payment_id where not new)
    where run = ${run}`.execute(tx)
  return run
}

/** Hands over what waits and gives it; null when nothing does. See `handOver`. */
export async function exportPayments(db: Db, by: string): Promise<ExportRun | null> {
  const run = await db.transaction().execute(tx => handOver(tx, by))
  return run === null ? null : exportedRun(db, run)
}

/**
 * A query for what differs, of the payments `p` that are asked for, between where their money is and where the accounting was told
 * that it is: `payment_id`, `place`, `liability_id`, `amount` in haléře, negative for what is there no longer.
 */
export const differences = (which: RawBuilder<boolean>) => sql`
  select payment_id, place, liability_id, sum(amount)::bigint as amount from (
    ${placesOf(which)}
    union all select l.payment_id, l.place, l.liability_id, -l.amount from payment p join ledger_export_line l on l.payment_id = p.id where ${which}
  ) as now_and_told group by payment_id, place, liability_id having sum(amount) <> 0`
