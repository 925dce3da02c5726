import { randomUUID } from 'node:crypto'
import { localLedger } from '../activities/ledger/local.ts'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'

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

/** Another debt of a subject: a waste fee of so many haléře, due on a day. Gives its id. */
export async function owing(db: Db, subject: string, amount: number, due: string): Promise<string> {
  const [like] = await db.selectFrom('liability').selectAll().where('subjectId', '=', subject).limit(1).execute()
  if (!like) throw new Error('Somebody who owes nothing yet has no debt to copy.')
  const id = randomUUID()
  const words = { description: json(like.description), legalBasis: json(like.legalBasis) }
  const fresh = { paid: 0, state: 'open', principal: amount, accessories: 0, writtenOff: 0 }
  await db
    .insertInto('liability')
    .values({ ...like, ...words, ...fresh, id, number: `TEST-${id}`, due })
    .execute()
  return id
}
