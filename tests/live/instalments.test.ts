import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, LiabilityDetail, PaymentCalendar, ProblemDetails, ReminderLink } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { balances, becomeSpecified, payAtDesk } from '../debts.ts'
import { answer, decide, officer, taskOf } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { freshAddress, mailsTo } from '../mail.ts'
import { ended, lastWords, openPayment, payByCard, plain, seen, withdraw } from '../paying.ts'
import { textOf } from '../pdf.ts'
import { holding, until } from '../portal.ts'
import { dueOn, remindOn, remindedOf, wants } from '../reminding.ts'
import { resident } from '../residents.ts'
import { checkoutOf, openSlip, paperOf, sendSlip, slipSeen } from '../slips.ts'
import { asksToSpread, numberOf, paysInInstalments } from '../spreading.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

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

test('instalments are reminded of by their own days, before and after, with what is left of each; the link pays them', async () => {
  const { db } = database
  const { who, debt, debtor } = await paysInInstalments(db, 90_050, '2056-02-10')
  const email = freshAddress()
  await wants(db, debtor, { email: true, portal: true }, email)
  await payAtDesk(db, debt, 10_000)
  await Promise.all([1, 2].map(() => remindOn(db, '2056-02-08')))
  const [before] = await remindedOf(db, debtor)
  expect(before?.debts).toEqual({ [debt]: 'before' })
  // The letter of the decision may still be on its way, and comes there too.
  const reminder = /splátka 1 z 3: 200 Kč, splatnost 10\. února 2056/
  await until(
    () => mailsTo(email),
    letters => letters.some(({ text }) => reminder.test(plain(text))),
  )
  const link = (await who.get<ReminderLink>(`/api/reminder-links/${before?.ticket}`)).body
  expect(link.debts).toMatchObject([{ liability: debt, amount: 20_000, due: '2056-02-10' }])

  // late, then the next one, each once
  await remindOn(db, '2056-02-15')
  await remindOn(db, '2056-02-16')
  await payAtDesk(db, debt, 20_000)
  await remindOn(db, '2056-03-06')
  expect((await remindedOf(db, debtor)).map(({ debts }) => Object.values(debts))).toEqual([
    ['before'],
    ['after'],
    ['before'],
  ])
})

test('a slip pays the next instalment as well as the whole, no other sum, and then the one after it', async () => {
  const { db } = database
  const { debt } = await paysInInstalments(db, 90_050)
  const { symbol } = await paperOf(db, debt)
  for (const amount of [30_001, 60_000]) expect((await sendSlip({ symbol, amount })).status).toBe(422)
  for (const left of [60_050, 30_050]) {
    const view = await openSlip({ symbol, amount: 30_000 })
    await stack.gateway.controls.pay(checkoutOf(view))
    await slipSeen(view.ticket, ({ state }) => state === 'posted')
    expect(await balances(db, debt)).toEqual([left])
  }
  expect(await openSlip({ symbol, amount: 30_050 })).toMatchObject({ state: 'open' })
})

test('a request is taken back until it is decided; afterwards the plan stands', async () => {
  const { db } = database
  const { who, view } = await paysInInstalments(db)
  const withdrawn = await withdraw(who, view.id)
  expect([view.mayWithdraw, withdrawn.status]).toEqual([false, 409])
  const debtor = await resident(db, { owes: [90_050] })
  const other = holding(debtor.cookie)
  const { body } = await asksToSpread(other, await numberOf(db, debtor.owes[0] ?? ''), 3, '2099-02-02')
  await taskOf(await officer(db, 'finance'), body.id)
  expect((await other.get<CaseView>(`/api/cases/${body.id}`)).body.mayWithdraw).toBe(true)
  await withdraw(other, body.id)
  expect(await ended(other, body.id)).toMatchObject({ outcome: 'withdrawn' })
  await keepHistory(body.id, 'withdrawn')
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
