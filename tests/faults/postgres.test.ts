import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Health, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { seeded } from '../../dev/demo/random.ts'
import { agree } from '../money.ts'
import { ended, file, opened, openPayment, payByCard, payer } from '../paying.ts'
import { stranger, until } from '../portal.ts'
import { stack } from '../stack.ts'

let database: Database
beforeAll(() => void (database = openDatabase(stack.databaseUrl, 2)))
afterAll(async () => {
  await stack.postgres.start()
  await database.close()
})

test('without its database the portal says so, loses nothing, and comes back by itself', async () => {
  const { who, debts } = await payer(database.db, 78_000, 40_000)
  const [one = '', two = ''] = debts
  const open = await openPayment(who, [{ liability: one, amount: 78_000 }])
  await database.close()

  await stack.postgres.stop()
  const read = await who.get<ProblemDetails>('/api/liabilities')
  expect([read.status, read.body.code]).toEqual([503, 'unavailable'])
  expect(read.body.detail).toMatch(/Nic z\sulo.eného se neztratilo/)
  const write = await file(who, [{ liability: two, amount: 40_000 }])
  expect(write.status).toBe(503)
  const probe = stranger()
  const health = await probe.get<Health>('/health/ready')
  expect([health.status, health.body]).toMatchObject([503, { status: 'unavailable', database: false }])
  expect((await probe.get('/health/live')).status).toBe(200)
  // paid meanwhile: the portal cannot store the news, so it does not acknowledge it
  await payByCard(open)
  const tries = async () =>
    (await stack.gateway.controls.attempts()).filter(one => one.type === 'checkout.session.completed')
  await until(tries, all => all.at(-1)?.status === 503)

  await stack.postgres.start()
  database = openDatabase(stack.databaseUrl, 2)
  await until(
    () => probe.get<Health>('/health/ready'),
    ({ status }) => status === 200,
  )
  expect(await ended(who, open.id, 60)).toMatchObject({ outcome: 'paid', payment: { state: 'posted' } })
  const next = await openPayment(who, [{ liability: two, amount: 40_000 }])
  await payByCard(next)
  await ended(who, next.id)
  expect(await agree(database.db, open.id, next.id)).toEqual({ gateway: 118_000, orders: 118_000, ledger: 118_000 })
})

test(
  'the database crashes again and again while people pay: each payment is posted once',
  { timeout: 180_000 },
  async () => {
    const random = seeded(8)
    const paying = await Promise.all([0, 1, 2, 3].map(more => opened(database.db, 15_000 + more)))
    await database.close()
    for (const { view } of paying) {
      await payByCard(view)
      await new Promise(resolve => setTimeout(resolve, random.int(0, 60)))
      await stack.postgres.kill()
      await stack.postgres.start()
    }
    database = openDatabase(stack.databaseUrl, 2)
    await stack.gateway.controls.hurry()
    const probe = stranger()
    await until(
      () => probe.get<Health>('/health/ready'),
      ({ status }) => status === 200,
    )
    for (const { who, id } of paying) expect((await ended(who, id, 120)).payment?.state).toBe('posted')
    await stack.gateway.controls.settled()
    expect(await agree(database.db, ...paying.map(one => one.id))).toEqual({
      gateway: 60_006,
      orders: 60_006,
      ledger: 60_006,
    })
  },
)
