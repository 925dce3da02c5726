import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { ibanToAccount } from '../../forms/bank.ts'
import type { TransferRefund, UnidentifiedLine, Words } from '../contract.ts'
import { words } from '../views/words.ts'

const whys = {
  symbol: words('Stejný variabilní symbol', 'The same variable symbol'),
  account: words('Stejný účet a částka', 'The same account and amount'),
  amount: words('Stejná částka', 'The same amount'),
} satisfies Record<string, Words>

const refunds = (db: Db) =>
  db
    .selectFrom('refund as r')
    .innerJoin('case as c', 'c.id', 'r.caseId')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['r.id', 'r.amount', sql<string>`r.account`.as('account'), 'r.variableSymbol', 'r.caseId', 'c.number'])
    .select(sql<string>`p.given_name || ' ' || p.family_name`.as('payee'))
    .where('r.via', '=', 'transfer')

type Row = Awaited<ReturnType<ReturnType<typeof refunds>['executeTakeFirstOrThrow']>>

const toView = ({ caseId, number, account, ...row }: Row): TransferRefund => ({
  ...row,
  account: ibanToAccount(account) ?? account,
  case: { id: caseId, number },
})

/** The refund whose bank order a case waits for, or undefined. */
export async function refundToSend(db: Db, caseId: string): Promise<TransferRefund | undefined> {
  const row = await refunds(db).where('r.caseId', '=', caseId).where('r.state', '=', 'approved').executeTakeFirst()
  return row && toView(row)
}

/** Which refunds of that very sum money out of the account may be, likeliest first; `counterAccount` is an IBAN. */
export async function refundsLike(
  db: Db,
  line: { amount: number; counterAccount: string | null; variableSymbol: string | null },
): Promise<UnidentifiedLine['refunds']> {
  const rows = await refunds(db)
    .where('r.amount', '=', -line.amount)
    .where('r.madeBy', 'is', null)
    .where('r.state', 'in', ['approved', 'done'])
    .orderBy('r.createdAt')
    .limit(20)
    .execute()
  const rank = ({ variableSymbol, account }: Row) =>
    variableSymbol !== null && variableSymbol === line.variableSymbol ? 0 : account === line.counterAccount ? 1 : 2
  const why = [whys.symbol, whys.account, whys.amount]
  return rows
    .toSorted((one, other) => rank(one) - rank(other))
    .map(row => ({ why: why[rank(row)] ?? whys.amount, refund: toView(row) }))
}
