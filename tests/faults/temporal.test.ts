import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, Health } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { answer, officer, taskOf } from '../deciding.ts'
import { agree } from '../money.ts'
import { ended, file, openPayment, payByCard, payer, seen, withdraw } from '../paying.ts'
import { caseOf, holding } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'

let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(async () => {
  await stack.temporal.start()
  await database.close()
})

test('while the engine is away people file, pay, withdraw and decide; when it is back every case goes on by itself', async () => {
  const registrar = await officer(db, 'registry')
  const [newcomer, halfway, leaver] = [await payer(db, 50_000), await payer(db, 78_000), await payer(db, 10_000)]
  const reader = holding((await resident(db)).cookie)
  const card = await reader.post<CaseView>('/api/cases', {
    id: crypto.randomUUID(),
    agenda: '_example',
    data: { reader: 'Eva Nováková', age: 'adult' },
  })
  const task = await taskOf(registrar, card.body.id)
  const item = ({ debts }: typeof newcomer, amount: number) => [{ liability: debts[0] ?? '', amount }]
  const open = await openPayment(halfway.who, item(halfway, 78_000))
  const leaving = await openPayment(leaver.who, item(leaver, 10_000))

  await stack.temporal.kill()
  const health = await newcomer.who.get<Health>('/health/ready')
  expect([health.status, health.body]).toMatchObject([200, { status: 'degraded', database: true, engine: false }])

  // filed: number, time and words at once, though nothing else can follow yet
  const filed = await file(newcomer.who, item(newcomer, 50_000))
  expect(filed.status).toBe(202)
  expect(filed.body).toMatchObject({ state: 'filed', pending: true, number: expect.stringMatching(/^PO-\d+\/\d{4}$/) })
  expect(Date.parse(filed.body.filedAt)).toBeLessThanOrEqual(Date.now())
  expect(filed.body.timeline[0]?.title.cs).toContain(filed.body.number)
  expect(filed.body.waits?.cs).toMatch(/přijat|uložil/i)
  // paid: the gateway's news is stored and acknowledged
  await payByCard(open)
  await stack.gateway.controls.settled()
  expect(await caseOf(halfway.who, open.id)).toMatchObject({ state: 'open', pending: true })
  // withdrawn and decided: stored
  expect((await withdraw(leaver.who, leaving.id)).status).toBe(202)
  expect((await answer(registrar, card.body.id, task.stepKey, { verdict: 'grant' })).status).toBe(202)

  await stack.temporal.start()
  expect(await ended(halfway.who, open.id, 60)).toMatchObject({ outcome: 'paid', payment: { state: 'posted' } })
  expect((await ended(leaver.who, leaving.id, 60)).outcome).toBe('withdrawn')
  expect((await ended(reader, card.body.id, 60)).outcome).toBe('granted')
  const view = await seen(newcomer.who, filed.body.id, ({ payment }) => payment?.state === 'open', 60)
  expect([view.number, view.filedAt]).toEqual([filed.body.number, filed.body.filedAt])
  await payByCard(view)
  await ended(newcomer.who, view.id)
  expect(await agree(db, open.id, leaving.id, view.id)).toEqual({ gateway: 128_000, orders: 128_000, ledger: 128_000 })
})
