import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

/** A posted card payment as its receipt states it. Amounts in haléře, instants ISO 8601. */
export interface PaymentFacts {
  payer: string
  amount: number
  unallocated: number
  paidAt: string
  postedAt: string
  gatewayId: string
  card: { brand: string | null; last4: string | null }
  items: {
    description: { cs: string; en: string }
    debtor: string
    number: string
    variableSymbol: string
    account: string
    amount: number
  }[]
}

/** Reads a payment with what it settled; throws when there is no such payment. */
export async function paymentFacts(db: Db, payment: string): Promise<PaymentFacts> {
  const row = await db.selectFrom('payment').selectAll().where('id', '=', payment).executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('allocation as a')
    .innerJoin('liability as l', 'l.id', 'a.liabilityId')
    .innerJoin('subject as s', 's.id', 'l.subjectId')
    .select(['l.description', 's.name as debtor', 'l.number', 'l.variableSymbol', 'l.account', 'a.amount'])
    .where('a.paymentId', '=', payment)
    .orderBy('l.due')
    .orderBy('l.number')
    .execute()
  return {
    payer: row.payer ?? '',
    amount: row.amount,
    unallocated: row.unallocated,
    paidAt: row.paidAt.toISOString(),
    postedAt: row.postedAt.toISOString(),
    gatewayId: row.externalId,
    card: { brand: row.cardBrand, last4: row.cardLast4 },
    items,
  }
}

/** Documents whose turn it is, locked for this worker until the transaction ends. */
export const dueDocument = (tx: Db) =>
  tx
    .selectFrom('document as d')
    .innerJoin('person as p', 'p.id', 'd.personId')
    .innerJoin('case as c', 'c.id', 'd.caseId')
    .select([
      'd.id',
      'd.kind',
      'd.number',
      'd.values',
      'd.createdAt',
      'd.attempts',
      'p.language',
      'c.number as caseNumber',
    ])
    .where('d.state', '=', 'pending')
    .where('d.nextAt', '<=', sql<Date>`now()`)
    .orderBy('d.nextAt')
    .limit(1)
    .forUpdate('d')
    .skipLocked()
    .executeTakeFirst()
