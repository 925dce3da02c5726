import { randomUUID } from 'node:crypto'
import { localLedger } from '../activities/ledger/local.ts'
import type { Db } from '../db/database.ts'

/** Somebody pays a debt at the cash desk (pokladna); `amount` in haléře. */
export async function payAtDesk(db: Db, liability: string, amount: number): Promise<void> {
  await localLedger(db).registerPayment({
    externalId: `cash-${randomUUID()}`,
    channel: 'cash',
    amount,
    currency: 'CZK',
    paidAt: new Date().toISOString(),
    items: [{ liability, amount }],
  })
}

/** Makes a debt a specified amount (určená částka), which is paid whole or not at all. */
export async function becomeSpecified(db: Db, liability: string): Promise<void> {
  await db
    .updateTable('liability')
    .set({ kind: 'specified-amount', world: 'administrative' })
    .where('id', '=', liability)
    .execute()
}

/** Haléře left to pay of each debt, in the order asked for. */
export async function balances(db: Db, ...ids: string[]): Promise<number[]> {
  const ledger = localLedger(db)
  return Promise.all(
    ids.map(async id => {
      const found = await ledger.get(id)
      if (!found) throw new Error(`There is no debt ${id}.`)
      return found.balance
    }),
  )
}
