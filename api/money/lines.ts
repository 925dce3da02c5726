import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { ibanToAccount } from '../../forms/bank.ts'
import { whys } from '../../workflows/agendas/unidentified-payment/texts.ts'
import type { BankLineState, BankLineView } from '../contract.ts'
import { lineState } from './statements.ts'

const lines = (db: Db) =>
  db
    .selectFrom('bank_line as l')
    .leftJoin('case as c', 'c.id', 'l.caseId')
    .leftJoin('payment as p', 'p.id', 'l.paymentId')
    .select([
      'l.id',
      'l.position',
      'l.amount',
      'l.bookedOn',
      'l.variableSymbol',
      'l.specificSymbol',
      'l.constantSymbol',
    ])
    .select(['l.counterAccount', 'l.counterName', 'l.message', 'l.state', 'l.why', 'l.note', 'l.caseId'])
    .select(['c.number as caseNumber', 'p.unallocated'])
    .select(
      sql<BankLineView['settles']>`coalesce((select jsonb_agg(jsonb_build_object('liability', d.id, 'number', d.number,
          'description', d.description, 'debtor', s.name, 'amount', a.amount) order by d.due, d.id)
        from allocation a join liability d on d.id = a.liability_id join subject s on s.id = d.subject_id
        where a.payment_id = l.payment_id), '[]')`.as('settles'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

const isWhy = (text: string): text is keyof typeof whys => Object.hasOwn(whys, text)

const toView = ({ caseId, caseNumber, state, why, unallocated, counterAccount, ...row }: Row): BankLineView => ({
  ...row,
  counterAccount: counterAccount === null ? null : (ibanToAccount(counterAccount) ?? counterAccount),
  state: lineState(state),
  why: why !== null && isWhy(why) ? whys[why] : null,
  case: caseId !== null && caseNumber !== null ? { id: caseId, number: caseNumber } : null,
  unallocated: unallocated ?? 0,
})

/** Lines of a statement after a position, of one state or of all. */
export async function linePage(
  db: Db,
  statement: string,
  { state, after, size }: { state: BankLineState | undefined; after: number; size: number },
): Promise<BankLineView[]> {
  let query = lines(db).where('l.statementId', '=', statement).where('l.position', '>', after)
  if (state !== undefined) query = query.where('l.state', '=', state)
  return (await query.orderBy('l.position').limit(size).execute()).map(toView)
}

/** The line that a case is about, or undefined. */
export async function lineOfCase(db: Db, caseId: string): Promise<BankLineView | undefined> {
  const row = await lines(db).where('l.caseId', '=', caseId).executeTakeFirst()
  return row && toView(row)
}
