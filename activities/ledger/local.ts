import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Accessory, Ledger, Liability, LiabilityFilter, PaymentOfLiability } from './port.ts'
import { cancelRefund, registerRefund } from './register-refund.ts'
import { registerPayment } from './register-payment.ts'
import { spendRest } from './spend-rest.ts'

/** A timestamptz as ISO 8601 text in UTC, made by Postgres so that it reads the same inside JSON. */
const instant = (column: RawBuilder<unknown>) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What is left to pay. */
const balance = sql<number>`case when liability.state = 'cancelled' then 0
  else liability.principal + liability.accessories - liability.paid - liability.written_off end`

const accessories = sql<Accessory[]>`coalesce((
  select jsonb_agg(jsonb_build_object('kind', kind, 'amount', amount, 'legalBasis', legal_basis, 'since', since) order by since, id)
  from accessory where accessory.liability_id = liability.id), '[]')`

const payments = sql<PaymentOfLiability[]>`coalesce((
  select jsonb_agg(jsonb_build_object('channel', channel, 'amount', allocation.amount, 'paidAt', ${instant(sql`payment.paid_at`)},
    'creditedOn', credited_on, 'postedAt', ${instant(sql`payment.posted_at`)}, 'last4', card_last4) order by payment.paid_at, payment.id)
  from allocation join payment on payment.id = allocation.payment_id where allocation.liability_id = liability.id), '[]')`

const liabilities = (db: Db) =>
  db
    .selectFrom('liability')
    .innerJoin('subject', 'subject.id', 'liability.subjectId')
    .select([
      'liability.id',
      'liability.number',
      'liability.kind',
      'liability.world',
      'liability.year',
      'liability.period',
      'liability.instalment',
      'liability.instalments',
      'liability.description',
      'liability.legalBasis',
      'liability.concerns',
      'liability.issued',
      'liability.due',
      'liability.variableSymbol',
      'liability.specificSymbol',
      'liability.account',
      'liability.principal',
      'liability.paid',
      'liability.writtenOff',
      'liability.state',
      'subject.id as debtorId',
      'subject.name as debtorName',
      'subject.kind as debtorKind',
      accessories.as('accessories'),
      balance.as('balance'),
      instant(sql`liability.as_of`).as('asOf'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof liabilities>['executeTakeFirstOrThrow']>>

/** Check constraints hold the columns of kind, world and state to the words of the port. */
const toLiability = ({ debtorId, debtorName, debtorKind, ...row }: Row): Liability => ({
  ...row,
  kind: row.kind as Liability['kind'],
  world: row.world as Liability['world'],
  state: row.state as Liability['state'],
  balance: Number(row.balance),
  debtor: { id: debtorId, name: debtorName, kind: debtorKind as Liability['debtor']['kind'] },
})

const atOnce = <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

/**
 * The city's ledger in the portal's own Postgres: the default adapter, fed by import files. Given a transaction, it works inside it,
 * so that a payment and what the caller writes beside it are one commit.
 */
export const localLedger = (db: Db): Ledger => ({
  async list(subjectIds, filter = {}) {
    if (subjectIds.length === 0) return []
    const rows = await filtered(liabilities(db), filter)
      .where('liability.subjectId', 'in', [...subjectIds])
      .orderBy('liability.year', 'desc')
      .orderBy('liability.due', 'desc')
      .orderBy('liability.number')
      .execute()
    return rows.map(toLiability)
  },

  async get(id) {
    const row = await liabilities(db).select(payments.as('payments')).where('liability.id', '=', id).executeTakeFirst()
    return row ? { ...toLiability(row), payments: row.payments } : null
  },

  async withSymbol(symbols) {
    const rows = await liabilities(db)
      .where('liability.variableSymbol', 'in', ['', ...symbols])
      .orderBy('liability.due')
      .execute()
    return rows.map(toLiability)
  },

  registerPayment: payment => atOnce(db, tx => registerPayment(tx, payment)),
  registerRefund: refund => atOnce(db, tx => registerRefund(tx, refund)),
  cancelRefund: externalId => atOnce(db, tx => cancelRefund(tx, externalId)),
  spendRest: (payment, o) => atOnce(db, tx => spendRest(tx, payment, o)),

  async changesSince(since) {
    // `changed_at` is the start of the transaction that wrote the row. What is still being written began no earlier than the oldest
    // transaction now running, so asking from there next time leaves nothing out. Read before the rows, never after.
    const oldest = sql<string>`to_char(min(xact_start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    const running = await sql<{ until: string }>`
      select ${oldest} as until from pg_stat_activity where datname = current_database() and xact_start is not null`.execute(
      db,
    )
    const rows = await db
      .selectFrom('liability')
      .select('id')
      .where('changedAt', '>=', sql<Date>`${since}::timestamptz`)
      .orderBy('changedAt')
      .orderBy('id')
      .execute()
    return { liabilities: rows.map(row => row.id), until: running.rows[0]?.until ?? since }
  },
})

function filtered(query: ReturnType<typeof liabilities>, { year, kind, state, today }: LiabilityFilter) {
  let some = query
  if (year !== undefined) some = some.where('liability.year', '=', year)
  if (kind !== undefined) some = some.where('liability.kind', '=', kind)
  if (state === 'overdue') {
    if (today === undefined) throw new TypeError('Overdue debts can be told only from a day: give `today`.')
    some = some.where('liability.due', '<', today)
  }
  if (state !== undefined) some = some.where('liability.state', '=', state === 'overdue' ? 'open' : state)
  if (state === 'open' || state === 'overdue') some = some.where(balance, '>', 0)
  return some
}
