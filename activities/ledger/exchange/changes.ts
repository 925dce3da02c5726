import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { cell, crowns } from './payment-files.ts'

/** A debt that has changed here: by a payment, a refund, a clerk or a file of the accounting. Amounts in haléře. */
interface ChangedDebt {
  number: string
  state: string
  paid: number
  /** Of it what the accounting has received beside the portal. */
  elsewhere: number
  balance: number
  changedAt: string
}

/**
 * Debts that have changed since the beginning of a day of Prague, the latest last, as CSV like the payments: for the accounting to
 * compare with its own.
 */
export async function changedDebtsCsv(db: Db, since: string, now: Date): Promise<string> {
  const { rows } = await sql<ChangedDebt>`
    select number, state, paid, paid_elsewhere as elsewhere,
      case when state = 'cancelled' then 0 else principal + accessories - paid - written_off end as balance,
      to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
    from liability where changed_at >= ${since}::date::timestamp at time zone 'Europe/Prague' order by changed_at, number`.execute(
    db,
  )
  const head = [
    ['portal-liability-changes', '1', now.toISOString(), since],
    ['number', 'state', 'paid', 'paid_elsewhere', 'balance', 'changed_at'],
  ]
  const lines = rows.map(one => [
    ...[cell(one.number), one.state, crowns(one.paid), crowns(one.elsewhere), crowns(one.balance), one.changedAt],
  ])
  return `\uFEFF${[...head, ...lines].map(row => row.join(';')).join('\r\n')}\r\n`
}
