import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/database.ts'
import type { ApiFault } from '../../dev/gateway/faults.ts'
import { balances } from '../debts.ts'
import { agree } from '../money.ts'
import { comeBack, ended, file, happened, openPayment, payByCard, payer, seen, withdraw } from '../paying.ts'
import { stack } from '../stack.ts'

const { controls } = stack.gateway
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(() => database.close())
afterEach(() => controls.behave())

const opening = { on: 'api', method: 'POST', path: '/v1/checkout/sessions' } as const
const asking = { on: 'api', method: 'GET', path: '/v1/checkout/sessions' } as const
const words = /neúspě|selha|nezdařil|failed/i

describe('opening the page', () => {
  test.each<[string, Omit<ApiFault, 'on'>]>([
    ['does not answer, and has done nothing', { does: 'timeout', when: 'before' }],
    ['does not answer, though it has done the work', { does: 'timeout', when: 'after' }],
    ['cuts the line after it has done the work', { does: 'reset', when: 'after' }],
    ['has too much to do (429)', { does: 'status', status: 429 }],
    ['has a fault of its own (500)', { does: 'status', status: 500 }],
  ])('the gateway %s: the case says that it is connecting, then one page opens and is paid once', async (_, fault) => {
    const { who, debts } = await payer(db, 45_000)
    await controls.misbehave({ ...opening, ...fault })
    const { body: filed } = await file(who, [{ liability: debts[0] ?? '', amount: 45_000 }])
    const waiting = await seen(who, filed.id, ({ state }) => state === 'open')
    expect(waiting).toMatchObject({ mayWithdraw: true, payment: { state: 'connecting', url: null } })
    expect(waiting.waits?.cs).toContain('Připravujeme platební stránku')
    expect(JSON.stringify(waiting.timeline)).not.toMatch(words)
    await controls.behave()
    const open = await seen(who, filed.id, ({ payment }) => payment?.state === 'open')
    await payByCard(open)
    const paid = await ended(who, filed.id)
    expect(happened(paid).slice(0, 4)).toEqual(['filed', 'answered', 'payment-asking', 'payment-open'])
    expect(await agree(db, filed.id)).toEqual({ gateway: 45_000, orders: 45_000, ledger: 45_000 })
  })
})

test('the whole gateway is away: the payer may give up, and pays when it is back', async () => {
  const { who, debts } = await payer(db, 33_000)
  const item = { liability: debts[0] ?? '', amount: 33_000 }
  await controls.misbehave({ on: 'everything', does: 'reset' })
  const { body: filed } = await file(who, [item])
  await seen(who, filed.id, ({ payment }) => payment?.state === 'connecting')
  const gone = await withdraw(who, filed.id)
  expect([gone.status, gone.body]).toMatchObject([
    200,
    { state: 'closed', outcome: 'withdrawn', payment: { state: 'expired' } },
  ])
  expect(await balances(db, item.liability)).toEqual([33_000])
  await controls.behave()
  const open = await openPayment(who, [item])
  await payByCard(open)
  await ended(who, open.id)
  expect(await agree(db, filed.id, open.id)).toEqual({ gateway: 33_000, orders: 33_000, ledger: 33_000 })
})

test('paid, but the gateway does not say: the case asks on, claims nothing, and finds the truth', async () => {
  const { who, debts } = await payer(db, 21_000)
  const open = await openPayment(who, [{ liability: debts[0] ?? '', amount: 21_000 }])
  await controls.misbehave({ ...asking, does: 'status', status: 500 })
  await payByCard(open)
  await comeBack(who, open.id)
  const waiting = await seen(who, open.id, ({ payment }) => payment?.state === 'asking')
  expect(waiting.waits?.cs).toContain('Ptáme se platební brány')
  expect(happened(waiting)).toContain('payment-asking')
  expect(JSON.stringify(waiting.timeline)).not.toMatch(words)
  expect(waiting).toMatchObject({ state: 'open', outcome: null })
  await controls.behave()
  expect((await ended(who, open.id)).payment?.state).toBe('posted')
  expect(await agree(db, open.id)).toEqual({ gateway: 21_000, orders: 21_000, ledger: 21_000 })
})

test('withdrawn while the gateway does not say whether it was paid: the money decides', async () => {
  const { who, debts } = await payer(db, 22_000)
  const open = await openPayment(who, [{ liability: debts[0] ?? '', amount: 22_000 }])
  await controls.misbehave({ ...asking, does: 'status', status: 503 })
  await controls.misbehave({ on: 'webhook', does: 'hold' })
  await payByCard(open)
  expect((await withdraw(who, open.id)).body).toMatchObject({ state: 'open', outcome: null })
  await seen(who, open.id, ({ payment }) => payment?.state === 'asking')
  await controls.behave()
  const paid = await ended(who, open.id)
  expect(paid).toMatchObject({ outcome: 'paid', payment: { state: 'posted' } })
  expect(paid.timeline.find(event => event.what === 'refused')?.body?.cs).toMatch(/Platba mezitím proběhla/)
  await controls.deliver()
  await controls.settled()
  expect(await agree(db, open.id)).toEqual({ gateway: 22_000, orders: 22_000, ledger: 22_000 })
})
