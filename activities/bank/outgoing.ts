import type { Db } from '../../db/database.ts'

/** A movement out of the city's account, as just imported. */
export interface Outgoing {
  id: string
  amount: number
  counterAccount: string | null
}

/**
 * Recognises in money that has left the account the returns that were waiting to be made in the bank: the same sum to the same account,
 * the oldest first. Whatever else the city sends by the bank is joined here by its own list in the same way.
 */
export async function recogniseOutgoing(tx: Db, lines: readonly Outgoing[]): Promise<void> {
  const waiting = await tx
    .selectFrom('bank_return')
    .select(['lineId', 'amount', 'account'])
    .where('madeBy', 'is', null)
    .orderBy('orderedAt')
    .forUpdate()
    .execute()
  for (const line of lines) {
    const at = waiting.findIndex(one => one.amount === -line.amount && one.account === line.counterAccount)
    const [made] = at < 0 ? [] : waiting.splice(at, 1)
    if (made) await tx.updateTable('bank_return').set({ madeBy: line.id }).where('lineId', '=', made.lineId).execute()
  }
}
