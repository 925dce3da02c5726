import { sql } from 'kysely'
import { isDuplicate } from '../../db/duplicate.ts'
import type { Db } from '../../db/database.ts'
import { houseAccount } from '../../db/house.ts'
import { nextOf, runningPlans } from '../instalments/plans.ts'
import type { OrderRequest } from '../records.ts'
import { mandatesToPay } from './payable-for.ts'
import { comesFrom, orderMoves, type OrderState } from './states.ts'

export type Order = NonNullable<Awaited<ReturnType<typeof findOrder>>>

/** An order with the name of its payer; null when a slip is paid without signing in. */
export const findOrder = (db: Db, id: string) =>
  db
    .selectFrom('payment_order as o')
    .innerJoin('person as p', 'p.id', 'o.personId')
    .select([
      'o.id',
      'o.state',
      'o.amount',
      'o.checkoutId',
      'o.checkoutUrl',
      'o.failure',
      'o.expiresAt',
      'o.receivedAmount',
      'o.receivedCurrency',
      // given up before it was made, by whoever found nothing to close
      sql<boolean>`exists (select from void_order where id = o.id)`.as('void'),
      sql<string | null>`case when p.id <> ${houseAccount} then p.given_name || ' ' || p.family_name end`.as('payer'),
    ])
    .where('o.id', '=', id)
    .executeTakeFirst()

/**
 * Freezes the basket. The debts' rows are locked meanwhile; a second live order of one debt is refused by Postgres. Somebody else's
 * debt keeps the mandate by which it is paid. By its slip a debt is paid whole, or its next
 * instalment. Says so when a debt is no longer owed as the payer saw it, or may not be paid by them.
 */
export async function createOrder(db: Db, request: OrderRequest): Promise<Order | 'changed' | 'mandate-ended'> {
  try {
    await db.transaction().execute(async tx => {
      const debts = await tx
        .selectFrom('liability')
        .select(['id', 'kind', 'subjectId', sql<number>`principal + accessories - paid - written_off`.as('balance')])
        .where(
          'id',
          'in',
          request.items.map(i => i.liability),
        )
        .where('state', '=', 'open')
        .orderBy('id')
        .forUpdate()
        .execute()
      const owed = new Map(debts.map(d => [d.id, d]))
      const bySlip = request.personId === houseAccount
      const plans = bySlip ? await runningPlans(tx, [...owed.keys()]) : undefined
      const fits = ({ amount, liability }: OrderRequest['items'][number]) => {
        const debt = owed.get(liability)
        return (
          stillOwed(amount, debt) &&
          (!plans || amount === debt?.balance || amount === nextOf(plans.get(liability))?.left)
        )
      }
      if (!request.items.every(fits)) throw new Changed()
      const mandates = await mandatesToPay(tx, request.personId, sumsByDebtor(request.items, owed))
      if (!mandates) throw new NotAllowed()
      const amount = request.items.reduce((sum, item) => sum + item.amount, 0)
      await tx
        .insertInto('payment_order')
        .values({
          id: request.id,
          caseId: request.caseId,
          personId: request.personId,
          state: 'created',
          amount,
          expiresAt: new Date(request.expiresAt),
        })
        .execute()
      await tx
        .insertInto('payment_order_item')
        .values(
          request.items.map(i => ({
            orderId: request.id,
            liabilityId: i.liability,
            amount: i.amount,
            live: true,
            mandateId: mandates.get(owed.get(i.liability)?.subjectId ?? '') ?? null,
          })),
        )
        .execute()
    })
  } catch (error) {
    if (error instanceof NotAllowed) return 'mandate-ended'
    // a second try of the same order came first, or another live order holds one of the debts
    if (!(error instanceof Changed) && !isDuplicate(error)) throw error
  }
  return (await findOrder(db, request.id)) ?? 'changed'
}
class Changed extends Error {}
class NotAllowed extends Error {}

/** Haléře to be paid for each debtor. */
function sumsByDebtor(
  items: OrderRequest['items'],
  debts: ReadonlyMap<string, { subjectId: string }>,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { liability, amount } of items) {
    const debtor = debts.get(liability)?.subjectId ?? ''
    sums.set(debtor, (sums.get(debtor) ?? 0) + amount)
  }
  return sums
}

/**
 * The basket was judged when it was filed; what may have changed since is what is owed. A specified amount (určená částka) is paid whole
 * or not at all.
 */
const stillOwed = (amount: number, debt: { kind: string; balance: number } | undefined) =>
  debt !== undefined &&
  amount > 0 &&
  (debt.kind === 'specified-amount' ? amount === debt.balance : amount <= debt.balance)

/** The lines of the gateway's page, in the payer's language; who holds a slip reads there what stands on it. */
export const orderLines = (db: Db, order: string, language: 'cs' | 'en') =>
  db
    .selectFrom('payment_order_item as i')
    .innerJoin('liability as l', 'l.id', 'i.liabilityId')
    .innerJoin('payment_order as o', 'o.id', 'i.orderId')
    .select('i.amount')
    .select(
      sql<string>`case when o.person_id = ${houseAccount} then ${symbolName[language]} || ' ' || l.variable_symbol
        else l.description->>${language} end`.as('name'),
    )
    .where('i.orderId', '=', order)
    .orderBy('l.due')
    .execute()

const symbolName = { cs: 'Variabilní symbol', en: 'Variable symbol' }

/** Moves an order along a legal edge; from any other state nothing happens. */
export async function moveOrder(
  db: Db,
  id: string,
  next: OrderState,
  change: Partial<{
    checkoutId: string
    checkoutUrl: string
    intentId: string
    paidAt: Date
    postedAt: Date
    reviewReason: string | null
    receivedAmount: number
    receivedCurrency: string
  }>,
): Promise<void> {
  await db
    .updateTable('payment_order')
    .set({ state: next, ...change })
    .where('id', '=', id)
    .where('state', 'in', comesFrom(orderMoves, next))
    .execute()
}
/** The end without money: its debts are free for another order. */
export async function expireOrder(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async tx => {
    await moveOrder(tx, id, 'expired', {})
    await releaseItems(tx, id)
  })
}
/** Debts of an order that has ended may be in another. */
export const releaseItems = (tx: Db, order: string) =>
  tx
    .updateTable('payment_order_item')
    .set({ live: false })
    .where('orderId', '=', order)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('payment_order')
          .select('id')
          .where('id', '=', order)
          .where('state', 'in', ['expired', 'posted', 'held', 'returned']),
      ),
    )
    .execute()
