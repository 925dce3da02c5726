import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiabilityDetail, PaymentCalendar, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { becomeSpecified, payAtDesk } from '../debts.ts'
import { answer, decide, officer, taskOf } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { ended, lastWords, openPayment, payByCard, plain, seen } from '../paying.ts'
import { textOf } from '../pdf.ts'
import { holding, until, type Visitor } from '../portal.ts'
import { dueOn, remindOn, remindedOf } from '../reminding.ts'
import { resident } from '../residents.ts'
import { asksToSpread, numberOf, paysInInstalments } from '../spreading.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'

let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
})
afterAll(() => database.close())

const debtOf = async (who: Visitor, id: string) => (await who.get<LiabilityDetail>(`/api/liabilities/${id}`)).body
const cookieOf = (who: Visitor) => ({ cookie: [...who.cookies].map(pair => pair.join('=')).join('; ') })
const fetched = async (who: Visitor, path: string) => {
  const response = await fetch(new URL(path, stack.urls.portal), { headers: cookieOf(who) })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('granted as asked: a decision, three instalments at the debt and in the calendar, paid one by one, and paid off', async () => {
  const { who, debt, view, debtor } = await paysInInstalments(database.db)
  const { bytes } = await fetched(who, `/api/documents/${view.documents[0]?.id}`)
  const paper = plain(textOf(bytes))
  for (const said of [debtor.name, '§ 156', '300 Kč', '300,50 Kč', '2. února 2099', 'Úředník'])
    expect(paper).toContain(said)

  const { plan, state } = await debtOf(who, debt)
  expect(plan?.lines.map(({ due, amount }) => [due, amount])).toEqual([
    ['2099-02-02', 30_000],
    ['2099-03-02', 30_000],
    ['2099-04-02', 30_050],
  ])
  expect([state, plan?.next]).toEqual(['open', { n: 1, due: '2099-02-02', amount: 30_000 }])

  const paying = await openPayment(who, [{ liability: debt, amount: 30_000 }])
  await payByCard(paying)
  await ended(who, paying.id)
  expect((await debtOf(who, debt)).plan?.next).toEqual({ n: 2, due: '2099-03-02', amount: 30_000 })
  const { entries } = (await who.get<PaymentCalendar>('/api/calendar')).body
  expect(entries.map(({ due, amount, instalment }) => [due, amount, instalment?.n])).toEqual([
    ['2099-03-02', 30_000, 2],
    ['2099-04-02', 30_050, 3],
  ])
  const ics = await fetched(who, '/api/calendar.ics')
  expect(ics.response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(ics.bytes.toString().match(/BEGIN:VEVENT/g)).toHaveLength(2)

  await payAtDesk(database.db, debt, 60_050)
  await skipTime(view.id)
  const over = await ended(who, view.id)
  expect([over.outcome, lastWords(over)]).toEqual(['kept', expect.stringContaining('splacený')])
  await keepHistory(view.id, 'kept')
})

test('a missed instalment: the citizen is told, and all that is left is due', async () => {
  const { who, debt, view } = await paysInInstalments(database.db, 90_000)
  await dueOn(database.db, '2020-04-15', debt)
  await payAtDesk(database.db, debt, 10_000)
  expect(await debtOf(who, debt)).toMatchObject({ state: 'open', plan: { next: { amount: 20_000 } } })
  await skipTime(view.id)
  const over = await ended(who, view.id)
  expect([over.outcome, lastWords(over)]).toEqual(['missed', expect.stringContaining('800 Kč')])
  expect(await debtOf(who, debt)).toMatchObject({ state: 'overdue', plan: null, balance: 80_000 })
  await keepHistory(view.id, 'missed')
})

test('granted otherwise above the limit: two officials, not the same one, and not twice for one debt', async () => {
  const { db } = database
  const debtor = await resident(db, { owes: [6_000_000] })
  const who = holding(debtor.cookie)
  const number = await numberOf(db, debtor.owes[0] ?? '')
  const { body } = await asksToSpread(who, number, 12, '2099-02-02')
  const [jana, petr] = [await officer(db, 'finance'), await officer(db, 'finance')]
  const terms = { verdict: 'otherwise', count: 24, first: '2099-03-02', reasons: 'Delší doba.' }
  await decide(jana, body.id, terms)
  const { stepKey } = await until(
    () => taskOf(petr, body.id),
    task => task.stepKey.startsWith('approval'),
  )
  const own = await answer(jana, body.id, stepKey, { verdict: 'approve' })
  expect([own.status, (own.body as unknown as ProblemDetails).code]).toEqual([403, 'four-eyes'])
  await decide(petr, body.id, { verdict: 'approve' })
  await seen(who, body.id, ({ documents }) => documents.length === 1)
  expect((await debtOf(who, debtor.owes[0] ?? '')).plan?.lines).toHaveLength(24)
  const again = await asksToSpread(who, number, 3, '2099-02-02')
  expect((again.body as unknown as ProblemDetails).problems?.[0]?.rule).toBe('running')
})

test('refused with reasons, and asked in vain for what cannot be spread', async () => {
  const { db } = database
  const debtor = await resident(db, { owes: [90_000, 50_000] })
  const stranger = await resident(db, { owes: [90_000] })
  const [debt = '', specified = ''] = debtor.owes
  await becomeSpecified(db, specified)
  const who = holding(debtor.cookie)
  const { body } = await asksToSpread(who, await numberOf(db, debt), 3, '2099-02-02')
  await decide(await officer(db, 'finance'), body.id, { verdict: 'refuse', reasons: 'Příjem nebyl doložen.' })
  const over = await ended(who, body.id)
  expect([over.outcome, lastWords(over)]).toEqual(['refused', expect.stringContaining('Příjem nebyl doložen.')])
  await keepHistory(body.id, 'refused')
  const vain = [await numberOf(db, specified), await numberOf(db, stranger.owes[0] ?? ''), 'nic']
  const rules = await Promise.all(
    vain.map(async number => {
      const { status, body } = await asksToSpread(who, number, 3, '2099-02-02')
      return [status, (body as unknown as ProblemDetails).problems?.[0]?.rule]
    }),
  )
  expect(rules).toEqual([
    [422, 'specified'],
    [422, 'not-yours'],
    [422, 'not-yours'],
  ])
})

test('what is spread is not reminded of by its old day, and is no arrear as long as it is kept', async () => {
  const { db } = database
  const { who, debt, debtor } = await paysInInstalments(db)
  await dueOn(db, '2055-04-15', debt)
  await remindOn(db, '2055-04-14')
  expect(await remindedOf(db, debtor)).toEqual([])
  await dueOn(db, '2020-04-15', debt)
  const data = { document: 'no-debts' }
  const asked = await who.post<{ id: string }>('/api/cases', {
    id: crypto.randomUUID(),
    agenda: 'debt-statement',
    data,
  })
  expect((await ended(who, asked.body.id)).outcome).toBe('issued')
})

test('Postgres holds that instalments make the whole, and that a debt is spread once at a time', async () => {
  const { view, debt } = await paysInInstalments(database.db)
  const { db } = database
  const one = db.updateTable('instalment').set({ amount: 1 }).where('planId', '=', view.id).where('n', '=', 1)
  await expect(one.execute()).rejects.toThrow(/whole/)
  const other = await paysInInstalments(db)
  const twice = db.updateTable('instalment_plan').set({ liabilityId: debt }).where('id', '=', other.view.id)
  await expect(twice.execute()).rejects.toThrow(/instalment_plan_running/)
})
