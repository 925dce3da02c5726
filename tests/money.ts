import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '../db/database.ts'
import { stack } from './stack.ts'

/** Haléře taken for the payments of some cases, as each of the three books has them. */
export interface Books {
  gateway: number
  orders: number
  ledger: number
}

/**
 * The check with which every story of money ends: gateway, orders and ledger agree to the haléř for the payments of these
 * cases, and nothing was done twice: one session and one charge an order, one posting, one receipt, one message of each kind.
 */
export async function agree(db: Db, ...cases: string[]): Promise<Books> {
  const totals = await stack.gateway.controls.totals()
  const orders = await db.selectFrom('payment_order').selectAll().where('caseId', 'in', cases).execute()
  const books: Books = { gateway: 0, orders: 0, ledger: 0 }
  for (const order of orders) {
    const taken = totals[order.id] ?? { sessions: 0, paid: 0, captured: 0, refunded: 0, disputed: 0 }
    const posted = await db.selectFrom('payment').selectAll().where('orderId', '=', order.id).execute()
    const done = order.state === 'posted'
    expect(taken.sessions, `sessions of order ${order.id}`).toBeLessThanOrEqual(1)
    expect(taken.paid, `charges of order ${order.id}, which is ${order.state}`).toBe(done ? 1 : 0)
    expect(posted.map(p => ({ id: p.externalId, amount: p.amount }))).toEqual(
      done ? [{ id: order.intentId, amount: taken.captured }] : [],
    )
    books.gateway += taken.captured
    books.orders += done ? order.amount : 0
    for (const payment of posted) {
      const allocated = await db
        .selectFrom('allocation')
        .select(sql<number>`coalesce(sum(amount), 0)::int`.as('sum'))
        .where('paymentId', '=', payment.id)
        .executeTakeFirstOrThrow()
      books.ledger += allocated.sum + payment.unallocated + payment.returned
      // a dispute takes the money at once, and the ledger follows when it is lost
      expect([taken.refunded, taken.refunded + taken.disputed], `given back of order ${order.id}`).toContain(
        payment.returned,
      )
    }
    await debtsAgree(db, order.id, done || order.state === 'expired')
  }
  expect(books).toEqual({ gateway: books.gateway, orders: books.gateway, ledger: books.gateway })
  await nothingTwice(db, cases)
  return books
}

/** What a debt shows as paid is what was allocated to it; an order that ended holds no debt back. */
async function debtsAgree(db: Db, order: string, ended: boolean): Promise<void> {
  const lines = await db
    .selectFrom('payment_order_item as i')
    .innerJoin('liability as l', 'l.id', 'i.liabilityId')
    .select(['i.live', 'l.id', 'l.paid', 'l.state'])
    .select(sql<number>`l.principal + l.accessories - l.paid - l.written_off`.as('balance'))
    .select(
      sql<number>`(select coalesce(sum(amount), 0)::int from allocation where liability_id = l.id)`.as('allocated'),
    )
    .where('i.orderId', '=', order)
    .execute()
  for (const { id, live, paid, allocated, state, balance } of lines) {
    expect(allocated, `paid of debt ${id}`).toBe(paid)
    expect(state === 'settled', `debt ${id} is ${state} with ${balance} left`).toBe(balance === 0)
    expect(live, `debt ${id} is held by order ${order}`).toBe(!ended)
  }
}

async function nothingTwice(db: Db, cases: string[]): Promise<void> {
  const twice = await sql<{ what: string }>`
    select 'document ' || kind as what from document where case_id = any(${cases}::uuid[]) group by case_id, kind having count(*) > 1
    union all
    select 'message ' || text from notification where case_id = any(${cases}::uuid[]) group by case_id, text having count(*) > 1`.execute(
    db,
  )
  expect(twice.rows).toEqual([])
}
