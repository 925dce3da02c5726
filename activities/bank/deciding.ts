import { accountToIban } from '../../forms/bank.ts'
import type { Db } from '../../db/database.ts'
import { registerPayment } from '../ledger/register-payment.ts'
import { paymentOf } from './import.ts'
import { orderMade, sendableRefund } from './outgoing.ts'

/** What a clerk has decided about a line of a statement that waited for a person. `note` says why, for colleagues. */
export type LineDecision = { line: string } & (
  | { what: 'settle'; items: { liability: string; amount: number }[] }
  | { what: 'keep'; note: string }
  | { what: 'return'; account: string; note: string }
  | { what: 'correct'; note: string }
  /** Money out of the account: it is this refund, or something else. */
  | { what: 'refund'; refund: string }
  | { what: 'explain'; note: string }
)

/**
 * Does what was decided about a line, once: a line that is decided stays as it is. Money that settles debts or is kept goes to the
 * ledger, what is left of it as unallocated; money that goes back becomes an order to be made in the bank. `changed` when a debt is
 * not owed so much any more, more was asked for than came, or a refund does not wait for this money: nothing was done.
 */
export async function decideBankLine(db: Db, decision: LineDecision): Promise<'done' | 'changed'> {
  return db.transaction().execute(async tx => {
    const line = await tx
      .selectFrom('bank_line as l')
      .innerJoin('bank_statement as s', 's.id', 'l.statementId')
      .select(['l.id', 'l.state', 'l.position', 'l.amount', 'l.bookedOn', 'l.counterName', 'l.variableSymbol'])
      .select(['s.account', 's.year', 's.number'])
      .where('l.id', '=', decision.line)
      .forUpdate('l')
      .executeTakeFirstOrThrow()
    if (line.state !== 'open') return 'done'
    if (decision.what === 'settle' && !(await stillOwed(tx, decision.items, line.amount))) return 'changed'
    const set = (what: { state: string; paymentId?: string; note?: string }) =>
      tx.updateTable('bank_line').set(what).where('id', '=', line.id).execute()
    if (decision.what === 'settle' || decision.what === 'keep') {
      const items = decision.what === 'settle' ? decision.items : []
      const { id: paymentId } = await registerPayment(tx, paymentOf(line, line, items))
      if (decision.what === 'keep') await set({ state: 'kept', paymentId, note: decision.note })
      else await set({ state: 'settled', paymentId })
    } else if (decision.what === 'refund') {
      const refund = await sendableRefund(tx, decision.refund, -line.amount)
      if (!refund) return 'changed'
      await set({ state: 'explained' })
      await orderMade(tx, { what: 'refund', refund }, line.id)
    } else if (decision.what === 'explain') await set({ state: 'explained', note: decision.note })
    else if (decision.what === 'correct') await set({ state: 'corrected', note: decision.note })
    else {
      await set({ state: 'returned', note: decision.note })
      await tx
        .insertInto('bank_return')
        .values({
          ...{ lineId: line.id, amount: line.amount, variableSymbol: line.variableSymbol },
          account: accountToIban(decision.account) ?? decision.account,
          message: `Vrácení platby ze dne ${line.bookedOn}`,
        })
        .execute()
    }
    return 'done'
  })
}

/** Whether each debt, locked until the end, is still owed what the clerk took from the money, and the money suffices. */
async function stillOwed(tx: Db, items: { liability: string; amount: number }[], money: number): Promise<boolean> {
  const rows = await tx
    .selectFrom('liability')
    .select(['id', 'principal', 'accessories', 'paid', 'writtenOff', 'state'])
    .where(
      'id',
      'in',
      items.map(({ liability }) => liability),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  const owed = new Map(
    rows.map(row => [
      row.id,
      row.state === 'cancelled' ? 0 : row.principal + row.accessories - row.paid - row.writtenOff,
    ]),
  )
  const asked = Map.groupBy(items, ({ liability }) => liability)
  const sum = (some: { amount: number }[]) => some.reduce((all, { amount }) => all + amount, 0)
  return sum(items) <= money && [...asked].every(([id, some]) => sum(some) <= (owed.get(id) ?? 0))
}
