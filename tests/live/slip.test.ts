import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfTicket, ticketOf } from '../../activities/tickets.ts'
import type { LiabilityDetail, ProblemDetails } from '../../api/contract.ts'
import { mostFromAddress, mostOfSymbol } from '../../api/slip/tries.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { houseAccount } from '../../db/house.ts'
import { balances, becomeSpecified, payAtDesk } from '../debts.ts'
import { keepHistory } from '../histories.ts'
import { attachment, freshAddress, mailsCome } from '../mail.ts'
import { cards, openPayment } from '../paying.ts'
import { textOf } from '../pdf.ts'
import { holding, stranger } from '../portal.ts'
import { checkoutOf, openSlip, sendSlip, slipOf, slipSeen, solvedPuzzle } from '../slips.ts'
import { stack } from '../stack.ts'
import { caseKey, skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

const { controls } = stack.gateway
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
})
afterAll(() => database.close())

const caseOf = (ticket: string) => idOfTicket(caseKey(), 'slip', ticket) ?? ''

describe('whoever holds the slip', () => {
  test('pays it without signing in: card page, ledger, receipt by ticket and by mail, and nobody is named', async () => {
    const { debtor, debt, symbol, amount } = await slipOf(database.db)
    const email = freshAddress()
    const view = await openSlip({ symbol: `000 ${symbol}`.slice(-11), amount }, { email })
    expect(view).toMatchObject({ symbol, amount, mailed: true, receipt: false })
    const there = holding(debtor.cookie)
    const { body: paying } = await there.get<LiabilityDetail>(`/api/liabilities/${debt}`)
    expect(paying.inOrder).toEqual({ case: null, until: expect.any(String) })

    const page = await (await fetch(view.url ?? '')).text()
    expect(page).toContain(symbol)
    await controls.pay(checkoutOf(view))
    const paid = await slipSeen(view.ticket, ({ state, receipt }) => state === 'posted' && receipt)
    expect(await balances(database.db, debt)).toEqual([0])

    const receipt = await fetch(new URL(`/api/slip/${view.ticket}/receipt`, stack.urls.portal))
    const text = textOf(Buffer.from(await receipt.arrayBuffer()))
    expect(text).toContain(symbol)
    const [letter] = await mailsCome(email)
    expect(letter?.text).toContain(`/cs/slip/${view.ticket}`)
    expect(textOf(await attachment(letter!))).toBe(text)
    const { body: known } = await there.get<LiabilityDetail>(`/api/liabilities/${debt}`)
    expect(known.payments).toEqual([expect.objectContaining({ channel: 'card', amount, receipt: null })])
    for (const told of [page, text, letter?.text ?? '', JSON.stringify(paid)])
      for (const secret of [debtor.name, 'Obyvatel', 'odpad', debtor.subject, debt]) expect(told).not.toContain(secret)
    await keepHistory(caseOf(view.ticket), 'paid')
  })

  test('whose card is declined hears it, pays with another, and reads English if they do', async () => {
    const slip = await slipOf(database.db)
    const email = freshAddress()
    const { body } = await sendSlip(slip, { email }, { language: 'en' })
    const view = await slipSeen(body.ticket, ({ state }) => state === 'open')
    expect(view.url).toBeTruthy()
    expect(await (await fetch(view.url ?? '')).text()).toContain('lang="en"')
    await controls.pay(checkoutOf(view), cards.declined)
    await stranger().post(`/api/slip/${view.ticket}/return`, undefined)
    await slipSeen(view.ticket, ({ failure }) => failure !== null)
    await controls.pay(checkoutOf(view))
    await stranger().post(`/api/slip/${view.ticket}/return`, undefined)
    await slipSeen(view.ticket, ({ state }) => state === 'posted')
    const [letter] = await mailsCome(email)
    expect(letter?.subject).toContain('We have received your payment')
    expect(letter?.text).toContain(`/en/slip/${view.ticket}`)
  })

  test('who pays nothing in time is told so once the gateway confirms it, and the debt is free again', async () => {
    const slip = await slipOf(database.db)
    const view = await openSlip(slip)
    await skipTime(caseOf(view.ticket))
    await slipSeen(view.ticket, ({ state }) => state === 'expired')
    await keepHistory(caseOf(view.ticket), 'lapsed')
    expect((await openSlip(slip)).ticket).not.toBe(view.ticket)
  })

  test('paid at the desk meanwhile: the money is an overpayment, for a clerk', async () => {
    const slip = await slipOf(database.db)
    const view = await openSlip(slip)
    await payAtDesk(database.db, slip.debt, slip.amount)
    await controls.pay(checkoutOf(view))
    const { receipt } = await slipSeen(view.ticket, ({ state, receipt }) => state === 'review' && receipt)
    expect([receipt, await balances(database.db, slip.debt)]).toEqual([true, [0]])
  })

  test('the same message twice is one payment; with other details it is none', async () => {
    const slip = await slipOf(database.db)
    const message = { id: randomUUID(), ...(await solvedPuzzle()) }
    const [one, two] = await Promise.all([sendSlip(slip, message), sendSlip(slip, message)])
    expect([one, two].map(({ status }) => status < 300 || status === 422)).toEqual([true, true])
    const again = await sendSlip(slip, message)
    expect(again.body.ticket).toBe([one, two].find(({ status }) => status < 300)?.body.ticket)
    const other = await sendSlip<ProblemDetails>({ ...slip, amount: 1 }, message)
    expect([other.status, other.body.code]).toEqual([422, 'slip-puzzle'])
    const orders = database.db.selectFrom('payment_order').select('id').where('caseId', '=', caseOf(again.body.ticket))
    await slipSeen(again.body.ticket, ({ state }) => state === 'open')
    expect(await orders.execute()).toHaveLength(1)
  })
})

describe('who does not hold it', () => {
  test('gets one answer to all that does not fit, in words and in time', async () => {
    const { db } = database
    const [open, paid, part, twins, late, enforced, held, cancelled] = await Promise.all(
      Array.from({ length: 8 }, () => slipOf(db)),
    )
    if (!open || !paid || !part || !twins || !late || !enforced || !held || !cancelled) throw new Error('No slips.')
    await payAtDesk(db, paid.debt, paid.amount)
    await payAtDesk(db, part.debt, 10_000)
    const second = await slipOf(db)
    await db.updateTable('liability').set({ variableSymbol: twins.symbol }).where('id', '=', second.debt).execute()
    await becomeSpecified(db, late.debt)
    await db.updateTable('liability').set({ due: '2020-01-01' }).where('id', '=', late.debt).execute()
    await db.updateTable('liability').set({ state: 'enforcement' }).where('id', '=', enforced.debt).execute()
    await db.updateTable('liability').set({ state: 'cancelled' }).where('id', '=', cancelled.debt).execute()
    await openPayment(holding(held.debtor.cookie), [{ liability: held.debt, amount: held.amount }])

    const misses = {
      'no such symbol': { symbol: '9', amount: open.amount },
      'an amount that does not fit': { symbol: open.symbol, amount: open.amount - 1 },
      'paid already': paid,
      'a part is paid, the slip says the whole': part,
      'two debts of one symbol and amount': twins,
      'a specified amount, too late': late,
      'in enforcement': enforced,
      'somebody else is paying it': held,
      cancelled: cancelled,
    }
    const seen = []
    for (const [name, paper] of Object.entries(misses)) {
      const began = performance.now()
      const { status, body, headers } = await sendSlip<ProblemDetails>(paper)
      const took = performance.now() - began
      const names = [...headers.keys()].filter(header => header !== 'date')
      seen.push({ name, status, body: { ...body, requestId: '' }, names, length: headers.get('content-length') })
      // the puzzle is fetched and solved within this time, too
      expect(took, name).toBeGreaterThanOrEqual(300)
    }
    expect(seen[0]).toMatchObject({ status: 422, body: { code: 'slip-unknown' } })
    for (const { name: _, ...miss } of seen) expect(miss).toEqual({ ...seen[0], name: undefined })
  })

  test('is stopped after a few tries at one symbol, there or not, and is told so alike', async () => {
    const slip = await slipOf(database.db)
    const nowhere = { symbol: String(8_000_000_000 + Math.floor(Math.random() * 1e9)), amount: 100 }
    const answers = []
    for (const paper of [{ ...slip, amount: 100 }, nowhere]) {
      const puzzles = []
      while (puzzles.length <= mostOfSymbol) puzzles.push(await solvedPuzzle())
      // all at once: no more get through than one after another
      const tries = await Promise.all(puzzles.map(puzzle => sendSlip<ProblemDetails>(paper, puzzle)))
      expect(tries.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(mostOfSymbol)
      const { status, body } = await sendSlip<ProblemDetails>(paper)
      answers.push([status, { ...body, requestId: '' }])
    }
    expect(answers[0]).toEqual(answers[1])
    const right = await sendSlip<ProblemDetails>(slip)
    expect([right.status, right.body.code, right.headers.get('retry-after')]).toEqual([429, 'slip-too-many', '3600'])
  })

  test('is stopped after many tries from one address', async () => {
    const { db } = database
    await sendSlip({ symbol: '7', amount: 100 })
    const { address } = await db
      .selectFrom('slip_try')
      .select('address')
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow()
    const rows = Array.from({ length: mostFromAddress }, () => ({
      puzzle: randomUUID(),
      symbol: randomUUID(),
      address,
    }))
    await db.insertInto('slip_try').values(rows).execute()
    const { status, body } = await sendSlip<ProblemDetails>(await slipOf(db))
    expect([status, body.code]).toEqual([429, 'slip-too-many'])
    await db.deleteFrom('slip_try').where('address', '=', address).execute()
    expect((await sendSlip(await slipOf(db))).status).toBeLessThan(300)
  })

  test('needs a puzzle solved for each try', async () => {
    const slip = await slipOf(database.db)
    const good = await solvedPuzzle()
    const forged = { ...good, puzzle: good.puzzle.replace(/^./, 'z') }
    for (const puzzle of [forged, { ...good, solution: good.solution + 1 }, { puzzle: '..', solution: 0 }])
      expect((await sendSlip<ProblemDetails>(slip, puzzle)).body.code).toBe('slip-puzzle')
    expect((await sendSlip<ProblemDetails>({ ...slip, amount: 1 }, good)).body.code).toBe('slip-unknown')
    expect((await sendSlip<ProblemDetails>(slip, good)).body.code).toBe('slip-puzzle')
  })

  test.each([
    [{ symbol: '', amount: 100 }, '/symbol'],
    [{ symbol: '12345678901', amount: 100 }, '/symbol'],
    [{ symbol: '12a', amount: 100 }, '/symbol'],
    [{ symbol: '12', amount: 0 }, '/amount'],
    [{ symbol: '12', amount: 100, email: 'kdo@' }, '/email'],
  ])('hears what is wrong with %j before anything is looked for', async (paper, path) => {
    const { status, body } = await sendSlip<ProblemDetails>(paper, paper)
    expect([status, body.problems?.map(problem => problem.path)]).toEqual([422, [path]])
  })

  test('finds nothing under a ticket that was not given out, or of another case', async () => {
    const nobody = stranger()
    const own = holding((await slipOf(database.db)).debtor.cookie)
    const other = await openPayment(own, [{ liability: (await owes(own))[0] ?? '', amount: 78_050 }])
    for (const ticket of [
      'A'.repeat(43),
      ticketOf(caseKey(), 'slip', randomUUID()),
      ticketOf(caseKey(), 'slip', other.id),
    ])
      for (const path of ['', '/live', '/receipt'])
        expect((await nobody.get(`/api/slip/${ticket}${path}`)).status, ticket + path).toBe(404)
  })
})

test('Postgres takes no order of a slip for a part, nor for two debts', async () => {
  const { db } = database
  const slip = await slipOf(db)
  const view = await openSlip(slip)
  const other = await slipOf(db)
  const { id } = await db
    .selectFrom('payment_order')
    .select('id')
    .where('caseId', '=', caseOf(view.ticket))
    .executeTakeFirstOrThrow()
  const line = { orderId: id, liabilityId: other.debt, amount: other.amount, live: true }
  await expect(db.insertInto('payment_order_item').values(line).execute()).rejects.toThrow(/whole/)
  const part = { ...(await orderOf(id)), id: randomUUID(), checkoutId: null }
  await db.insertInto('payment_order').values(part).execute()
  const less = { ...line, orderId: part.id, amount: other.amount - 1 }
  await expect(db.insertInto('payment_order_item').values(less).execute()).rejects.toThrow(/whole/)
  await db.deleteFrom('payment_order').where('id', '=', part.id).execute()
  expect(part.personId).toBe(houseAccount)
})

const orderOf = (id: string) =>
  database.db.selectFrom('payment_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const owes = async (who: Visitor) =>
  (await who.get<{ liabilities: { id: string }[] }>('/api/liabilities')).body.liabilities.map(({ id }) => id)
