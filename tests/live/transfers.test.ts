import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, ImportedStatements, Statements, TaskView, UnidentifiedLine } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { answer, decide, officer, taskOf } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { overpaid } from '../overpaying.ts'
import { ended, lastWords } from '../paying.ts'
import { holding, until } from '../portal.ts'
import { clerk } from '../residents.ts'
import { gpc, line, statement } from '../statements.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

// Refunds by transfer and the bank statements that show them.

let database: Database
let db: Database['db']
let treasurer: Visitor
let finance: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  treasurer = holding((await clerk(db, 'finance', { roles: ['treasurer'] })).cookie)
  finance = await officer(db, 'finance')
})
afterAll(() => database.close())

// statements of this file have numbers of their own
let number = 800
const iban = 'CZ6508000000192000145399'
const file = (amount: number, variableSymbol: string | null, more = {}) =>
  gpc(
    statement(
      [
        line(1, amount, {
          variableSymbol,
          counterAccount: iban,
          bookedOn: '2024-04-15',
          valueOn: '2024-04-15',
          ...more,
        }),
      ],
      {
        number: ++number,
        year: 2024,
        from: '2024-04-15',
        to: '2024-04-15',
      },
    ),
  )
async function brought(bytes: Uint8Array) {
  const { status, body } = await treasurer.send<ImportedStatements>(
    'POST',
    '/api/money/statements?name=vypis.gpc',
    bytes,
    { 'content-type': 'application/octet-stream' },
  )
  expect(status, JSON.stringify(body)).toBe(200)
  return body.statements.map(({ buckets, already }) => [already, buckets.map(({ state }) => state)])
}
const refundOf = (caseId: string) =>
  db
    .selectFrom('refund')
    .select(['id', 'state', 'madeBy', 'returnedBy'])
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
const rest = async (order: string) =>
  (await db.selectFrom('payment').select('unallocated').where('orderId', '=', order).executeTakeFirstOrThrow())
    .unallocated

/** An overpayment whose payer has asked it back, decided and waiting for the order in the bank; with what the official copies there. */
async function ordered(amount: number) {
  const { who, id, order } = await overpaid(db, amount)
  await decide(finance, id, { verdict: 'keep', words: 'Evidujeme přeplatek.' })
  await ended(who, id)
  const { id: overpayment } = await db
    .selectFrom('payment')
    .select('id')
    .where('orderId', '=', order)
    .executeTakeFirstOrThrow()
  const to = { account: '19-2000145399/0800', holder: 'Zkušební Obyvatel' }
  const data = { overpayment, to }
  const asked = (
    await who.post<CaseView>('/api/cases', { id: crypto.randomUUID(), agenda: 'overpayment-refund', data })
  ).body.id
  await decide(finance, asked, { verdict: 'refund' })
  const task = await until(
    () => taskOf(finance, asked),
    found => found.stepKey.startsWith('transfer'),
  )
  const { refund } = (await finance.get<TaskView>(`/api/tasks/${encodeURIComponent(task.id)}`)).body
  expect(refund).toMatchObject({ amount, account: to.account })
  return { who, id: asked, order, symbol: refund?.variableSymbol ?? '', stepKey: task.stepKey }
}

test('a statement shows a refund sent: the task is done by itself and the payer told, once; when it comes back, the payer hears that too', async () => {
  const { who, id, order, symbol } = await ordered(41_100)
  expect(symbol).toMatch(/^99\d{8}$/)
  const debit = file(-41_100, symbol)
  expect(await brought(debit)).toEqual([[false, ['outgoing']]])
  expect(await ended(who, id)).toMatchObject({ outcome: 'sent' })
  expect(await refundOf(id)).toMatchObject({ state: 'done', madeBy: expect.any(String) as string, returnedBy: null })
  await keepHistory(id, 'sent-by-statement')
  const before = await refundOf(id)
  expect(await brought(debit)).toEqual([[true, ['outgoing']]])
  expect(await refundOf(id)).toEqual(before)

  const credit = file(41_100, symbol)
  expect(await brought(credit)).toEqual([[false, ['came-back']]])
  const review = await until(
    () =>
      db
        .selectFrom('case as c')
        .innerJoin('message as m', 'm.caseId', 'c.id')
        .select(['c.id', 'c.state', 'm.data'])
        .where('c.agenda', '=', 'payment-review')
        .where('c.state', '=', 'closed')
        .orderBy('c.filedAt', 'desc')
        .executeTakeFirst(),
    found => JSON.stringify(found?.data ?? null).includes(before.id),
  )
  const told = await ended(who, review?.id ?? '')
  expect([told.outcome, lastWords(told)]).toEqual([
    'came-back',
    expect.stringContaining('411 Kč na účet 19-2000145399/0800'),
  ])
  expect(await refundOf(id)).toMatchObject({ state: 'failed' })
  expect(await rest(order)).toBe(41_100)
  await keepHistory(review?.id ?? '', 'transfer-returned')
  expect(await brought(credit)).toEqual([[true, ['came-back']]])
  expect(await rest(order)).toBe(41_100)
  const shown = (await treasurer.get<Statements>('/api/money/statements')).body.returns.find(
    one => one.id === before.id,
  )
  expect(shown).toMatchObject({ what: 'refund', madeOn: '2024-04-15', cameBackOn: '2024-04-15' })
})

test('it comes back before anybody has said that it was sent: the payer is asked for another account', async () => {
  const { who, id, order, symbol } = await ordered(41_200)
  expect(await brought(file(41_200, symbol))).toEqual([[false, ['came-back']]])
  const view = await until(
    async () => (await who.get<CaseView>(`/api/cases/${id}`)).body,
    ({ open }) => open.some(step => step.mine),
  )
  expect(lastWords(view)).toContain('neposlala, nebo nám je vrátila')
  expect(await rest(order)).toBe(41_200)
})

test('money that leaves the account unknown is a task: a clerk is offered the refunds of that sum, or says what it was', async () => {
  const { who, id, symbol, stepKey } = await ordered(41_300)
  expect(await brought(file(-41_300, symbol.slice(0, 9)))).toEqual([[false, ['open']]])
  const unclear = async () =>
    (
      await db
        .selectFrom('bank_line')
        .select('caseId')
        .where('amount', '=', -41_300)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow()
    ).caseId ?? ''
  const first = await unclear()
  await taskOf(finance, first)
  const { refunds } = (await finance.get<UnidentifiedLine>(`/api/money/cases/${first}/line`)).body
  expect(refunds).toMatchObject([{ why: { en: 'The same account and amount' }, refund: { variableSymbol: symbol } }])
  await decide(finance, first, { verdict: 'refund', refund: refunds[0]?.refund.id })
  expect(await ended(who, id)).toMatchObject({ outcome: 'sent' })
  await keepHistory(first, 'sent')
  // who comes later is told that the case has gone on
  expect((await answer(finance, id, stepKey, { result: 'made' })).status).toBeGreaterThanOrEqual(400)

  expect(await brought(file(-41_300, null, { message: 'FAKTURA 12' }))).toEqual([[false, ['open']]])
  const second = await unclear()
  const { stepKey: key } = await taskOf(finance, second)
  const again = await answer(finance, second, key, { verdict: 'refund', refund: refunds[0]?.refund.id })
  expect(again.status).toBe(422)
  await decide(finance, second, { verdict: 'other', words: 'Faktura za úklid.' })
  await keepHistory(second, 'explained')
})

test('a move between the city’s own accounts, and a fee of the gateway, disturb nobody', async () => {
  const own = { counterAccount: 'CZ1201000000190000729141' }
  expect(await brought(file(-90_00, null, own))).toEqual([[false, ['outgoing']]])
})
