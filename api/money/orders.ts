import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { ibanToAccount } from '../../forms/bank.ts'
import type { BankReturnView } from '../contract.ts'

interface Row extends Omit<BankReturnView, 'case' | 'orderedAt'> {
  orderedAt: string
  caseId: string
  number: string
}

/**
 * What somebody has to make in the bank, oldest first, and after that what was made lately: unidentified money that goes back to its
 * sender, and overpayments that go back to their payers.
 */
export async function ordersToMake(db: Db): Promise<BankReturnView[]> {
  const { rows } = await sql<Row>`
    select o.*, made.booked_on::text as "madeOn", back.booked_on::text as "cameBackOn", c.id as "caseId", c.number from (
      select r.line_id as id, 'return' as what, r.amount, r.account, r.variable_symbol as "variableSymbol", r.message, r.ordered_at as "orderedAt",
        r.made_by, null::uuid as returned_by, l.case_id
      from bank_return r join bank_line l on l.id = r.line_id where r.made_by is null or r.ordered_at > now() - interval '30 days'
      union all
      select id, 'refund', amount, account, variable_symbol, 'Vrácení přeplatku', created_at, made_by, returned_by, case_id from refund
      where via = 'transfer' and (state = 'approved' or state in ('done', 'failed') and created_at > now() - interval '30 days')) as o
    join "case" c on c.id = o.case_id left join bank_line made on made.id = o.made_by left join bank_line back on back.id = o.returned_by
    order by o.made_by is not null or o.returned_by is not null, o."orderedAt" limit 200`.execute(db)
  return rows.map(
    ({ id, what, account, amount, variableSymbol, message, orderedAt, madeOn, cameBackOn, caseId, number }) => ({
      ...{ id, what, amount: Number(amount), account: ibanToAccount(account) ?? account, variableSymbol, message },
      ...{ orderedAt: new Date(orderedAt).toISOString(), madeOn, cameBackOn, case: { id: caseId, number } },
    }),
  )
}
