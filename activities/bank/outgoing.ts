import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { houseActor } from '../../db/house.ts'
import { json } from '../../db/json.ts'
import { accountToIban, ibanToAccount } from '../../forms/bank.ts'
import { derivedId } from '../ids.ts'
import type { StatementLine } from './statement.ts'

/** What the city has decided to send by a bank order: unidentified money back to its sender, or a refund to a payer. */
export type Order = { what: 'return'; line: string } | { what: 'refund'; refund: SentRefund }

/** A refund by transfer that is to be sent, or was. Haléře; the account as it was given, IBAN. */
export interface SentRefund {
  id: string
  caseId: string
  amount: number
  account: string
}

type Movement = Pick<StatementLine, 'amount' | 'counterAccount' | 'variableSymbol'>

/**
 * The bank orders that lines of a statement may show made, or come back; locked until the transaction ends. Each is recognised once.
 * A refund is known by account, amount and the variable symbol it was given (any, for those made before refunds had one), a return by
 * account and amount, the oldest first.
 */
export async function outgoingOrders(tx: Db, lines: readonly Movement[]) {
  // refunds made before they had symbols hold the account as their payer wrote it
  const accounts = [
    ...new Set(lines.flatMap(({ counterAccount: one }) => (one === null ? [] : [one, ibanToAccount(one) ?? one]))),
  ]
  const returns = await tx
    .selectFrom('bank_return')
    .select(['lineId', 'amount', 'account'])
    .where('madeBy', 'is', null)
    .where(sql<boolean>`account = any(${accounts}::text[])`)
    .orderBy('orderedAt')
    .forUpdate()
    .execute()
  const refunds = await tx
    .selectFrom('refund')
    .select(['id', 'caseId', 'amount', sql<string>`account`.as('account'), 'variableSymbol', 'madeBy', 'returnedBy'])
    .where('via', '=', 'transfer')
    .where('state', 'in', ['approved', 'done'])
    .where(sql<boolean>`account = any(${accounts}::text[])`)
    .orderBy('createdAt')
    .forUpdate()
    .execute()
  const toMake = refunds.filter(({ madeBy }) => madeBy === null)
  const out = refunds.filter(({ returnedBy }) => returnedBy === null)
  const sameAs = (line: Movement) => (one: { amount: number; account: string }) =>
    one.amount === Math.abs(line.amount) && (accountToIban(one.account) ?? one.account) === line.counterAccount
  return {
    /** The order that money out of the account shows made; undefined when none was waiting for it. */
    sentBy(line: Movement): Order | undefined {
      const fits = (one: (typeof refunds)[number]) =>
        sameAs(line)(one) && (one.variableSymbol === null || one.variableSymbol === line.variableSymbol)
      const refund = taken(toMake, fits)
      if (refund) return { what: 'refund', refund: sentRefund(refund) }
      const back = taken(returns, sameAs(line))
      return back && { what: 'return', line: back.lineId }
    },
    /** The refund that money into the account brings back; undefined when it is none. */
    cameBackBy(line: Movement): SentRefund | undefined {
      const fits = (one: (typeof refunds)[number]) =>
        sameAs(line)(one) && one.variableSymbol !== null && one.variableSymbol === line.variableSymbol
      const refund = taken(out, fits)
      return refund && sentRefund(refund)
    },
  }
}

const sentRefund = ({ id, caseId, amount, account }: SentRefund): SentRefund => ({ id, caseId, amount, account })

/** The first that fits, taken out of the list. */
function taken<T>(list: T[], fits: (one: T) => boolean): T | undefined {
  const at = list.findIndex(fits)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

/** A refund of this sum that no statement has shown sent yet, locked; undefined when it is none. */
export const sendableRefund = (tx: Db, id: string, amount: number): Promise<SentRefund | undefined> =>
  tx
    .selectFrom('refund')
    .select(['id', 'caseId', 'amount', sql<string>`account`.as('account')])
    .where('id', '=', id)
    .where('amount', '=', amount)
    .where('via', '=', 'transfer')
    .where('madeBy', 'is', null)
    .where('state', 'in', ['approved', 'done'])
    .forUpdate()
    .executeTakeFirst()

/** A statement's line shows an order made: it is kept with the order, and the case that waits for it is told. */
export async function orderMade(tx: Db, order: Order, line: string): Promise<void> {
  if (order.what === 'return') {
    await tx.updateTable('bank_return').set({ madeBy: line }).where('lineId', '=', order.line).execute()
    return
  }
  await tx.updateTable('refund').set({ madeBy: line }).where('id', '=', order.refund.id).execute()
  await tellCase(tx, order.refund, 'made')
}

/**
 * A statement's line brings a refund back. A case that still waits for its bank order learns that it was refused; where the payer has
 * been told that the money is on its way, `fileReturn` opens a case of its own.
 */
export async function refundCameBack(
  tx: Db,
  refund: SentRefund,
  line: string,
  fileReturn: (tx: Db, refund: SentRefund) => Promise<void>,
): Promise<void> {
  await tx.updateTable('refund').set({ returnedBy: line }).where('id', '=', refund.id).execute()
  if (!(await tellCase(tx, refund, 'refused'))) await fileReturn(tx, refund)
}

/** Answers the step in which the case waits for the bank order, in the house's name; false when it waits no more, or was answered. */
async function tellCase(tx: Db, { id, caseId }: SentRefund, result: 'made' | 'refused'): Promise<boolean> {
  const { open } = await tx.selectFrom('case').select('open').where('id', '=', caseId).executeTakeFirstOrThrow()
  const step = open.find(one => one.step === 'transfer')
  if (!step) return false
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message')
    .values({
      id: derivedId('transfer', `${id} ${result}`),
      ...{ caseId, kind: 'answer', stepKey: step.key, actor: json(houseActor) },
      ...{ data: json({ result }), nextAt: sql<Date>`now()` },
    })
    // an official has said so a moment ago
    .onConflict(oc => oc.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
