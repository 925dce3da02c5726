import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { OpenDebt } from '../contract.ts'

const balance = sql<number>`d.principal + d.accessories - d.paid - d.written_off`

const debts = (db: Db) =>
  db
    .selectFrom('liability as d')
    .innerJoin('subject as s', 's.id', 'd.subjectId')
    .select(['d.id', 'd.number', 'd.description', 'd.variableSymbol', 'd.specificSymbol', 'd.due', 'd.state'])
    .select(['s.name as debtor', balance.as('balance')])
    .where('d.state', 'in', ['open', 'enforcement'])
    .where(balance, '>', 0)
    .orderBy('d.due')
    .orderBy('d.id')
    .limit(20)

type Row = Awaited<ReturnType<ReturnType<typeof debts>['executeTakeFirstOrThrow']>>
const toDebt = ({ state, balance: left, ...row }: Row): OpenDebt => ({
  ...row,
  balance: Number(left),
  enforced: state === 'enforcement',
})

/** Up to 20 debts on which something is left to pay, of those that `where` (over `d`, the debt, and `s`, its debtor) lets through. */
export const debtsWhere = async (db: Db, where: RawBuilder<boolean>): Promise<OpenDebt[]> =>
  (await debts(db).where(where).execute()).map(toDebt)

/** Debts by variable symbol (leading zeros do not matter), number in the accounting, or a part of the debtor's name. */
export async function findDebts(db: Db, query: string): Promise<OpenDebt[]> {
  const text = query.trim()
  const digits = text.replace(/\s/g, '')
  const symbol = /^\d+$/.test(digits) ? digits.replace(/^0+/, '') : undefined
  if (symbol !== undefined) return debtsWhere(db, sql<boolean>`ltrim(d.variable_symbol, '0') = ${symbol}`)
  const byNumber = await debtsWhere(db, sql<boolean>`d.number = ${text}`)
  if (byNumber.length > 0) return byNumber
  const part = `%${text.replace(/[%_\\]/g, '\\$&')}%`
  return debtsWhere(
    db,
    sql<boolean>`d.subject_id in (select id from subject where folded(name) like folded(${part}) limit 200)`,
  )
}
