import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import { seeded } from '../../dev/demo/random.ts'
import { balances } from '../debts.ts'
import { reviewOf } from '../gateway.ts'
import { agree } from '../money.ts'
import { checkout, ended, opened, payByCard } from '../paying.ts'
import { caseOf, until } from '../portal.ts'
import { stack } from '../stack.ts'

let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(async () => {
  await stack.worker.start()
  await database.close()
})

test('killed before one payment was posted and after the ledger took another: each is posted once', async () => {
  const [before, after, disputed] = [await opened(db), await opened(db, 50_000), await opened(db, 60_000)]
  // whoever holds a case's row keeps its record from being written, not its messages from coming
  const holding = await held(after.id)
  await payByCard(after.view)
  await until(
    () => db.selectFrom('payment').select('id').where('orderId', '=', after.order).execute(),
    rows => rows.length === 1,
  )
  await stack.worker.kill()
  holding.letGo()
  await holding.done
  await payByCard(before.view)
  // the payer's bank takes money back of which nobody knows yet whose it is
  await payByCard(disputed.view)
  await stack.gateway.controls.dispute(checkout(disputed.view))
  await stack.gateway.controls.settled()

  // the gateway's word is stored and acknowledged; the page tells what is known
  const waiting = await caseOf(before.who, before.id)
  expect(waiting).toMatchObject({ state: 'open', pending: true, payment: { state: 'open' } })
  expect(await balances(db, before.liability, after.liability)).toEqual([78_000, 0])
  expect((await caseOf(after.who, after.id)).state).toBe('open')

  await stack.worker.start()
  for (const { who, id } of [before, after])
    expect(await ended(who, id)).toMatchObject({ outcome: 'paid', payment: { state: 'posted' } })
  expect(await agree(db, before.id, after.id)).toEqual({ gateway: 128_000, orders: 128_000, ledger: 128_000 })
  expect((await reviewOf(db, disputed.order)).reason).toBe('dispute')
})

/** Holds the row of a case against changes until told to let go. */
async function held(id: string): Promise<{ letGo: () => void; done: Promise<unknown> }> {
  let letGo = () => {}
  const end = new Promise<void>(resolve => (letGo = resolve))
  let has = () => {}
  const holds = new Promise<void>(resolve => (has = resolve))
  const done = db.transaction().execute(async tx => {
    await sql`select 1 from "case" where id = ${id} for no key update`.execute(tx)
    has()
    await end
  })
  await holds
  return { letGo, done }
}

test('killed again and again while people pay: every payment is posted once', { timeout: 180_000 }, async () => {
  const random = seeded(20_261_123)
  const paying = await Promise.all(Array.from({ length: 5 }, (_, round) => opened(db, 10_000 + round)))
  for (const { view } of paying) {
    await payByCard(view)
    await new Promise(resolve => setTimeout(resolve, random.int(0, 120)))
    await stack.worker.kill()
    await stack.worker.start()
  }
  for (const { who, id } of paying) expect((await ended(who, id, 120)).payment?.state).toBe('posted')
  const total = paying.reduce((sum, _, round) => sum + 10_000 + round, 0)
  expect(await agree(db, ...paying.map(one => one.id))).toEqual({ gateway: total, orders: total, ledger: total })
})
