import { sql, type RawBuilder } from 'kysely'
import { postedBetween } from '../../activities/ledger/exchange/exported.ts'
import { differences } from '../../activities/ledger/exchange/hand-over.ts'
import type { Db } from '../../db/database.ts'
import type { LedgerExports, LedgerExportView, PaymentTotals } from '../contract.ts'

const shown = 50
const channels = ['card', 'bank', 'cash'] as const

/** Hand-overs of payments to the accounting, the newest first, and what waits for the next one. */
export async function ledgerExports(db: Db): Promise<LedgerExports> {
  const [rows, payments, changed] = await Promise.all([
    runs(db).orderBy('run', 'desc').limit(shown).execute(),
    totalsOf(db, sql`p.told_run is null and p.export_run is null`),
    corrections(db),
  ])
  return { exports: rows.map(toView), waiting: { ...payments, ...changed } }
}

/** Of payments that wait, what has been given back; and how many of them the accounting knows already. */
async function corrections(db: Db): Promise<Pick<LedgerExports['waiting'], 'returned' | 'corrections'>> {
  const { rows } = await sql<{ returned: number; corrections: number }>`
    select coalesce(sum(d.amount) filter (where d.place = 'returned'), 0)::int8 as returned,
      count(distinct p.id) filter (where p.export_run is not null)::int as corrections
    from (${differences(sql<boolean>`p.told_run is null`)}) as d join payment p on p.id = d.payment_id`.execute(db)
  return rows[0] ?? { returned: 0, corrections: 0 }
}

/** One of them; undefined for a run there has not been. */
export async function ledgerExport(db: Db, run: number): Promise<LedgerExportView | undefined> {
  const row = await runs(db).where('run', '=', run).executeTakeFirst()
  return row && toView(row)
}

/** Control totals of the payments posted within days of Prague, both included. */
export const totalsBetween = (db: Db, from: string, to: string): Promise<PaymentTotals> =>
  totalsOf(db, postedBetween(from, to))

const runs = (db: Db) =>
  db.selectFrom('ledger_export').select(['run', 'at', 'by', 'payments', 'total', 'returned', 'corrections'])
const toView = ({ at, ...row }: { at: Date } & Omit<LedgerExportView, 'at'>): LedgerExportView => ({
  ...row,
  at: at.toISOString(),
})

async function totalsOf(db: Db, which: RawBuilder<unknown>): Promise<PaymentTotals> {
  const { rows } = await sql<{ channel: string; count: number; sum: number }>`
    select p.channel, count(*)::int as count, sum(p.amount)::int8 as sum from payment p where ${which} group by p.channel`.execute(
    db,
  )
  const by = channels.flatMap(channel => {
    const row = rows.find(one => one.channel === channel)
    return row ? [{ channel, count: row.count, sum: row.sum }] : []
  })
  return {
    count: by.reduce((all, { count }) => all + count, 0),
    sum: by.reduce((all, { sum }) => all + sum, 0),
    channels: by,
  }
}
