import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { seeded } from '../../dev/demo/random.ts'
import { agree } from '../money.ts'
import { ended, opened, payByCard, payer } from '../paying.ts'
import { basket, caseOf, until } from '../portal.ts'
import { stack } from '../stack.ts'

const { controls } = stack.gateway
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(async () => {
  await stack.api.start()
  await database.close()
})

const eventsOf = (order: string) =>
  db
    .selectFrom('gateway_event')
    .select(['id', 'type'])
    .where('orderId', '=', order)
    .where('state', '=', 'told')
    .execute()

test('killed while it handles a webhook: nothing is half done, the gateway comes again, and it counts once', async () => {
  const { who, view, id, order } = await opened(db)
  let letGo = () => {}
  const end = new Promise<void>(resolve => (letGo = resolve))
  const locked = Promise.withResolvers<void>()
  // the handler stands in the middle of its transaction, at the table of events
  const holding = db.transaction().execute(async tx => {
    await sql`lock table gateway_event in exclusive mode`.execute(tx)
    locked.resolve()
    await end
  })
  await locked.promise
  await payByCard(view)
  const waiting = () =>
    sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%gateway_event%' and datname = current_database()`
      .execute(db)
      .then(({ rows }) => rows[0]?.n ?? 0)
  await until(waiting, n => n > 0)
  await stack.api.kill()
  letGo()
  await holding
  await stack.api.start()
  await controls.hurry()
  expect((await ended(who, id)).payment?.state).toBe('posted')
  await controls.settled()
  const tries = (await controls.attempts()).filter(one => one.type === 'checkout.session.completed')
  expect(tries.some(one => one.status === null)).toBe(true)
  expect(await eventsOf(order)).toMatchObject([{ type: 'checkout.session.completed' }])
  expect(await agree(db, id)).toEqual({ gateway: 78_000, orders: 78_000, ledger: 78_000 })
})

test('killed again and again while webhooks come: each payment is posted once', { timeout: 180_000 }, async () => {
  const random = seeded(72)
  const paying = await Promise.all(Array.from({ length: 4 }, (_, round) => opened(db, 20_000 + round)))
  for (const { view } of paying) {
    await payByCard(view)
    await new Promise(resolve => setTimeout(resolve, random.int(0, 25)))
    await stack.api.kill()
    await stack.api.start()
  }
  await controls.hurry()
  for (const { who, id } of paying) expect((await ended(who, id)).payment?.state).toBe('posted')
  await controls.settled()
  const total = paying.reduce((sum, _, round) => sum + 20_000 + round, 0)
  expect(await agree(db, ...paying.map(one => one.id))).toEqual({ gateway: total, orders: total, ledger: total })
})

test('killed right after a filing was stored: the next process tells it', async () => {
  const { who, debts } = await payer(db, 30_000)
  await stack.temporal.stop()
  const message = basket({ liability: debts[0] ?? '', amount: 30_000 })
  const filed = await who.post<CaseView>('/api/cases', message, { prefer: 'respond-async' })
  expect([filed.status, filed.body.number]).toEqual([202, expect.stringMatching(/^PO-\d+\/\d{4}$/)])
  await stack.api.kill()
  await stack.temporal.start()
  await stack.api.start()
  const view = await until(
    () => caseOf(who, filed.body.id),
    seen => seen.payment?.state === 'open',
  )
  await payByCard(view)
  await ended(who, view.id)
  // sent again by a page that never heard the answer
  const again = await who.post<CaseView>('/api/cases', message)
  expect([again.status, again.body.id]).toEqual([201, filed.body.id])
  expect(await agree(db, view.id)).toEqual({ gateway: 30_000, orders: 30_000, ledger: 30_000 })
})
