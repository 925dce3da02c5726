import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { StatementWarning } from '../../db/tables/bank.ts'
import { ibanToAccount } from '../../forms/bank.ts'
import { money } from '../../city/typeset.ts'
import type { BankLineState, StatementSummary, Words } from '../contract.ts'
import { words } from '../views/words.ts'

const summaries = (db: Db) =>
  db
    .selectFrom('bank_statement as s')
    .innerJoin('official as o', 'o.id', 's.importedBy')
    .select(['s.id', 's.account', 's.year', 's.number', 's.fromDay', 's.toDay', 's.opening', 's.closing', 's.lines'])
    .select(['s.format', 's.fileName', 's.importedAt', 's.warnings', 'o.name as importedBy'])
    .select(
      sql<
        StatementSummary['buckets']
      >`(select coalesce(jsonb_agg(jsonb_build_object('state', state, 'count', count, 'sum', sum) order by state), '[]')
        from (select state, count(*), sum(amount) from bank_line where statement_id = s.id group by state) as bucket)`.as(
        'buckets',
      ),
    )

type Row = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>

const toSummary = ({ fromDay, toDay, format, warnings, importedAt, account, ...row }: Row): StatementSummary => ({
  ...row,
  account: ibanToAccount(account) ?? account,
  format: format === 'gpc' ? 'gpc' : 'camt.053',
  from: fromDay,
  to: toDay,
  importedAt: importedAt.toISOString(),
  warnings: warnings.map(warningWords),
})

function warningWords(warning: StatementWarning): Words {
  const { number } = warning
  if (warning.what === 'gap')
    return words(
      `Chybí výpis číslo ${number}, který měl přijít předtím.`,
      `Statement number ${number}, which should come before, is missing.`,
    )
  if (warning.what === 'overlap')
    return words(`Dny se kryjí s výpisem číslo ${number}.`, `The days overlap with statement number ${number}.`)
  const { closing } = warning
  const amount = (l: 'cs' | 'en') => `${closing < 0 ? '−' : ''}${money(Math.abs(closing), l)}`
  return words(
    `Počáteční zůstatek nenavazuje: výpis číslo ${number} končil na ${amount('cs')}.`,
    `The opening balance does not follow: statement number ${number} ended with ${amount('en')}.`,
  )
}

/** Statements, those with the newest days first. */
export async function statementPage(db: Db, after: number, size: number): Promise<StatementSummary[]> {
  const rows = await summaries(db)
    .orderBy('s.toDay', 'desc')
    .orderBy('s.account')
    .orderBy('s.number', 'desc')
    .offset(after)
    .limit(size)
    .execute()
  return rows.map(toSummary)
}

/** One statement, or undefined. */
export async function statementSummary(db: Db, id: string): Promise<StatementSummary | undefined> {
  const row = await summaries(db).where('s.id', '=', id).executeTakeFirst()
  return row && toSummary(row)
}

const states: readonly BankLineState[] = [
  'posted',
  'settled',
  'open',
  'kept',
  'returned',
  'corrected',
  'payout',
  'outgoing',
  'reversed',
  'came-back',
  'explained',
]
/** The state of a row; a check constraint holds the column to these. */
export const lineState = (text: string): BankLineState => states.find(state => state === text) ?? 'open'
