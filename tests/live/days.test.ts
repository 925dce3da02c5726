import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf } from '../../api/money/days/entries.ts'
import { totalsOf } from '../../api/money/days/totals.ts'
import type { DayBucket, DayEntries, DayView, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database, type Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { today } from '../../forms/day.ts'
import { manyPayments } from '../many-payments.ts'
import { ended, opened, payByCard } from '../paying.ts'
import { holding } from '../portal.ts'
import { clerk } from '../residents.ts'
import { gpc, line, statement } from '../statements.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Db
let one: Visitor
let other: Visitor
/** Whose payments the days of this file are filled with. */
let caseId: string
let personId: string
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  one = holding((await clerk(db, 'treasurer')).cookie)
  other = holding((await clerk(db, 'treasurer')).cookie)
  const { who, id, view } = await opened(db, 333_00)
  await payByCard(view)
  await ended(who, id)
  caseId = id
  const row = await db.selectFrom('case').select('personId').where('id', '=', id).executeTakeFirstOrThrow()
  personId = row.personId
})
afterAll(() => database.close())

const viewOf = async (day: string, who = one) => (await who.get<DayView>(`/api/money/days/${day}`)).body
const entries = async (day: string, bucket?: DayBucket, after?: string) => {
  const asked = new URLSearchParams({ ...(bucket && { bucket }), ...(after && { after }) })
  return (await one.get<DayEntries>(`/api/money/days/${day}/entries?${asked}`)).body
}
const counts = ({ totals }: DayView) => Object.fromEntries(totals.buckets.map(({ bucket, count }) => [bucket, count]))
const totalOf = ({ totals }: DayView, kind: string) => totals.kinds.find(total => total.kind === kind)

interface Sides {
  gateway?: number
  ordered?: number
  ledger?: number
  at?: string
}
/** A payment by card as each side has it, straight in Postgres; a side that is left out does not know it. Gives the gateway's id of it. */
async function paid(day: string, { gateway, ordered, ledger, at = `${day}T10:00:00+02:00` }: Sides): Promise<string> {
  const [intent, order] = [`pi_${randomUUID()}`, randomUUID()]
  const moment = new Date(at)
  if (ordered !== undefined)
    await db
      .insertInto('payment_order')
      .values({
        ...{ id: order, caseId, personId, amount: ordered, intentId: intent, paidAt: moment },
        // the sweep has just asked about it, and leaves it alone
        ...{ createdAt: moment, expiresAt: moment, askedAt: new Date(Date.now() + 3600_000) },
        ...(ledger === undefined ? { state: 'paid' } : { state: 'posted', postedAt: moment }),
      })
      .execute()
  if (ledger !== undefined) await posted(intent, ledger, moment, ordered === undefined ? null : order)
  if (gateway !== undefined) await told(intent, gateway, moment)
  return intent
}
const posted = (externalId: string, amount: number, paidAt: Date, orderId: string | null) =>
  db
    .insertInto('payment')
    .values({
      ...{ id: randomUUID(), externalId, channel: 'card', orderId, amount, currency: 'CZK', paidAt },
      ...{ unallocated: 0, returned: amount },
    })
    .execute()
const told = (intent: string, amount: number, at: Date) => {
  const id = `evt_${randomUUID()}`
  const type = 'checkout.session.completed'
  const object = {
    object: 'checkout.session',
    payment_intent: intent,
    payment_status: 'paid',
    amount_total: amount,
    currency: 'czk',
  }
  const payload = json<unknown>({ id, type, created: Math.floor(at.getTime() / 1000), data: { object } })
  return db.insertInto('gateway_event').values({ id, type, payload, state: 'told' }).execute()
}

let statements = randomInt(1, 300)
/** Brings a statement of the day. */
async function brought(day: string, ...lines: ReturnType<typeof line>[]) {
  const file = gpc(
    statement(
      lines.map(each => ({ ...each, bookedOn: day, valueOn: day })),
      { number: ++statements, year: Number(day.slice(0, 4)), from: day, to: day },
    ),
  )
  const { status, body } = await one.send('POST', '/api/money/statements?name=v.gpc', file, {
    'content-type': 'application/octet-stream',
  })
  expect(status, JSON.stringify(body)).toBe(200)
}

const propose = (day: string, seal: string, who = one, note = '') =>
  who.post<ProblemDetails | null>(`/api/money/days/${day}/closing`, { seal, note })
const confirm = (day: string, seal: string, who = other) =>
  who.post<ProblemDetails | null>(`/api/money/days/${day}/closing/confirmation`, { seal })
const said = ({ status, body }: { status: number; body: ProblemDetails | null }): [number, string | undefined] => [
  status,
  body?.code,
]
const inTurn = (answers: readonly Parameters<typeof said>[0][]) => answers.map(said).toSorted(([a], [b]) => a - b)

describe('a day, side by side', () => {
  test('a payment that went through the whole portal is the same on each side, and waits for its payout', async () => {
    const { intentId } = await db
      .selectFrom('payment_order')
      .select('intentId')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const all: DayEntries['entries'] = []
    for (let after: string | undefined; ;) {
      const page = await entries(today(), undefined, after)
      all.push(...page.entries)
      if (page.next === null) break
      after = page.next
    }
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    expect(all.find(({ reference }) => reference === intentId)).toMatchObject({
      ...{ kind: 'card', gateway: 333_00, orders: 333_00, ledger: 333_00, bank: null },
      case: { id: caseId, task: null },
    })
  })

  test('each thing that can be wrong stands in its bucket, with the sums of each side', async () => {
    const day = '2019-06-10'
    await paid(day, { gateway: 100_00, ordered: 100_00, ledger: 100_00 })
    const late = await paid(day, { gateway: 200_00, ordered: 200_00 })
    const lost = await paid(day, { gateway: 300_00 })
    const off = await paid(day, { gateway: 400_00, ordered: 400_00, ledger: 399_99 })
    const silent = await paid(day, { ordered: 500_00, ledger: 500_00 })
    const twice = await paid(day, { gateway: 600_00, ledger: 600_00 })
    const alone = await paid(day, { ledger: 700_00 })
    // a minute to midnight in Prague, and a minute after: in UTC the same day
    await paid(day, { gateway: 1_00, ordered: 1_00, ledger: 1_00, at: '2019-06-10T21:59:00Z' })
    await paid(day, { gateway: 2_00, ordered: 2_00, ledger: 2_00, at: '2019-06-10T22:01:00Z' })
    await brought(
      day,
      line(1, 50_00, { variableSymbol: String(randomInt(1_000_000_000, 9_999_999_999)), counterName: '=1+1' }),
      line(2, 90_00, { counterAccount: 'CZ1603000000002101440004' }),
      line(3, -7_00, { counterAccount: 'CZ1603000000002101440004' }),
    )
    const view = await viewOf(day)
    expect(view.totals.buckets.filter(({ bucket }) => bucket !== 'matched' && bucket !== 'unsettled')).toEqual([
      { bucket: 'not-posted', count: 2, sum: 500_00 },
      { bucket: 'differs', count: 2, sum: 1099_99 },
      { bucket: 'untold', count: 1, sum: 500_00 },
      { bucket: 'unknown', count: 1, sum: 50_00 },
      { bucket: 'overpaid', count: 1, sum: 600_00 },
      { bucket: 'payout', count: 1, sum: 90_00 },
      { bucket: 'fee', count: 1, sum: -7_00 },
    ])
    expect(totalOf(view, 'card')).toEqual({
      kind: 'card',
      gateway: { count: 6, sum: 1601_00 },
      orders: { count: 5, sum: 1201_00 },
      ledger: { count: 6, sum: 2300_99 },
      bank: null,
      difference: 1099_99,
      unclear: 6,
    })
    expect(totalOf(view, 'transfer')).toMatchObject({ bank: { sum: 50_00 }, ledger: { sum: 0 }, difference: 50_00 })
    expect(view.statements).toMatchObject([{ number: statements, year: 2019 }])
    const found = async (bucket: DayBucket) =>
      (await entries(day, bucket)).entries.map(({ reference, kind }) => (kind === 'card' ? reference : kind))
    expect(new Set(await found('not-posted'))).toEqual(new Set([late, lost]))
    expect(new Set(await found('differs'))).toEqual(new Set([off, alone]))
    expect(await found('untold')).toEqual([silent])
    expect(await found('overpaid')).toEqual([twice])
    expect((await entries(day, 'unknown')).entries).toMatchObject([
      { bank: 50_00, ledger: null, statement: { number: statements }, case: { number: expect.any(String) as string } },
    ])

    const csv = await one.get<string>(`/api/money/days/${day}/csv`)
    expect(csv.headers.get('content-disposition')).toContain(`day-${day}.csv`)
    const rows = String(csv.body).trim().split('\r\n')
    expect(rows).toHaveLength(1 + 8 + 3)
    expect(rows.find(row => row.includes(off))).toContain(';card;differs;400,00;400,00;399,99;;')
    expect(rows.find(row => row.includes(';account;fee;'))).toContain(';-7,00;')
    expect(String(csv.body)).not.toMatch(/;=/)
  })

  test('what goes back stands beside the ledger too: sent, waiting, taken by the payer’s bank', async () => {
    const day = '2019-06-20'
    const noon = new Date(`${day}T12:00:00+02:00`)
    const goesBack = async (
      amount: number,
      ledger: number | null,
      how: { kind: string; via: string; state: string },
    ) => {
      const [id, externalId] = [randomUUID(), `pi_${randomUUID()}`]
      // the payment itself is of another day
      await posted(externalId, amount, new Date('2019-05-01T10:00:00Z'), null)
      const payment = await db
        .selectFrom('payment')
        .select('id')
        .where('externalId', '=', externalId)
        .executeTakeFirstOrThrow()
      if (ledger !== null)
        await db
          .insertInto('payment_return')
          .values({ externalId: id, paymentId: payment.id, amount: ledger, reopened: json([]), at: noon })
          .execute()
      await db
        .insertInto('refund')
        .values({
          ...{
            id,
            caseId,
            paymentId: payment.id,
            amount,
            currency: 'CZK',
            fourEyes: false,
            proposedBy: 'a',
            approvedBy: 'b',
          },
          ...{
            createdAt: noon,
            doneAt: how.state === 'done' ? noon : null,
            account: how.via === 'transfer' ? 'CZ65' : null,
          },
          ...how,
        })
        .execute()
    }
    await goesBack(10_00, 10_00, { kind: 'refund', via: 'card', state: 'done' })
    await goesBack(20_00, 20_00, { kind: 'refund', via: 'card', state: 'approved' })
    await goesBack(30_00, 30_00, { kind: 'chargeback', via: 'card', state: 'done' })
    await goesBack(40_00, 39_00, { kind: 'outside', via: 'card', state: 'done' })
    await goesBack(50_00, 50_00, { kind: 'refund', via: 'transfer', state: 'done' })
    await goesBack(60_00, null, { kind: 'refund', via: 'card', state: 'failed' })
    const view = await viewOf(day)
    expect(counts(view)).toEqual({ refund: 2, 'refund-waiting': 1, chargeback: 1, differs: 1 })
    expect(totalOf(view, 'card-back')).toMatchObject({
      ...{ gateway: { count: 3, sum: 80_00 }, orders: { count: 4, sum: 100_00 }, ledger: { count: 4, sum: 99_00 } },
      ...{ difference: 20_00, unclear: 2 },
    })
    expect(totalOf(view, 'transfer-back')).toMatchObject({
      orders: { sum: 50_00 },
      ledger: { sum: 50_00 },
      difference: 0,
    })
  })

  test('payouts cover what came first, and what is late is said', async () => {
    const day = '2019-07-01'
    await paid(day, { gateway: 10_00, ordered: 10_00, ledger: 10_00, at: `${day}T08:00:00+02:00` })
    await paid(day, { gateway: 20_00, ordered: 20_00, ledger: 20_00, at: `${day}T09:00:00+02:00` })
    const before = await viewOf(day)
    const { due } = await db
      .selectFrom('payment')
      .select(sql<number>`sum(amount)::int8`.as('due'))
      .where('channel', '=', 'card')
      .where('creditedOn', 'is', null)
      .where('paidAt', '<', new Date(`${day}T08:30:00+02:00`))
      .executeTakeFirstOrThrow()
    const { come } = await db
      .selectFrom('bank_line')
      .select(sql<number>`coalesce(sum(amount), 0)::int8`.as('come'))
      .where('state', '=', 'payout')
      .executeTakeFirstOrThrow()
    const { back } = await db
      .selectFrom('refund as r')
      .innerJoin('payment as p', 'p.id', 'r.paymentId')
      .select(sql<number>`coalesce(sum(r.amount), 0)::int8`.as('back'))
      .where('r.state', '=', 'done')
      .where('r.via', '=', 'card')
      .where('p.creditedOn', 'is', null)
      .where('p.paidAt', '<', new Date(`${day}T08:30:00+02:00`))
      .executeTakeFirstOrThrow()
    const missing = due - come - back
    if (missing > 0) {
      expect(counts(before)).toMatchObject({ unsettled: 2 })
      await brought('2019-07-02', line(1, missing, { counterAccount: 'CZ1603000000002101440004' }))
    }
    const after = await viewOf(day)
    expect(counts(after)).toEqual({ matched: 1, unsettled: 1 })
    expect(after.onTheWay.late).toBeGreaterThanOrEqual(20_00)
    expect(after.seal).toBe(before.seal)
  })

  test('of twenty thousand payments the day reads its own, by index', async () => {
    const rolledBack = new Error('seen')
    const looking = db.transaction().execute(async tx => {
      await manyPayments(tx, '2019-08-05', 20_000, { caseId, personId })
      for (const table of ['payment', 'payment_order', 'gateway_event'])
        await sql`analyze ${sql.table(table)}`.execute(tx)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select bucket, count(*) from ${entriesOf('2019-08-06', [])} e group by bucket`.execute(tx)
      const plan = rows.map(row => row['QUERY PLAN']).join('\n')
      for (const index of ['payment_order_paid', 'payment_days', 'gateway_event_took']) expect(plan).toContain(index)
      expect(plan).not.toMatch(/Seq Scan on (payment_order|gateway_event)\b/)
      const { kinds } = await totalsOf(tx, '2019-08-05', [])
      const all = { count: 20_000, sum: 20_000_00 }
      expect(kinds[0]).toMatchObject({ gateway: all, orders: all, ledger: all, difference: 0 })
      throw rolledBack
    })
    await expect(looking).rejects.toBe(rolledBack)
  })
})

describe('closing a day', () => {
  test('one proposes, another confirms; the totals stay as they were, and what changed since is said', async () => {
    const day = '2019-09-01'
    await paid(day, { gateway: 780_00, ordered: 780_00, ledger: 780_00 })
    const { seal } = await viewOf(day)
    expect(said(await propose(day, seal))).toEqual([204, undefined])
    expect(said(await confirm(day, seal, one))).toEqual([403, 'four-eyes'])
    expect(said(await confirm(day, seal))).toEqual([204, undefined])
    expect((await viewOf(day)).closing).toMatchObject({ state: 'confirmed', changed: false })
    await paid(day, { gateway: 1_00, ordered: 1_00, ledger: 1_00 })
    const { closing, totals } = await viewOf(day)
    expect(closing).toMatchObject({
      state: 'confirmed',
      changed: true,
      totals: { kinds: [{ ledger: { sum: 780_00 } }, {}] },
    })
    expect(totals.kinds[0]?.ledger?.sum).toBe(781_00)
    expect((await one.send('DELETE', `/api/money/days/${day}/closing`)).status).toBe(409)
    await expect(sql`update day_closing set note = 'x' where day = ${day}`.execute(db)).rejects.toThrow('is decided')
    await expect(sql`delete from day_closing where day = ${day}`.execute(db)).rejects.toThrow('append-only')
  })

  test('of two at once one wins and the other is told', async () => {
    const day = '2019-09-02'
    await paid(day, { gateway: 5_00, ordered: 5_00, ledger: 5_00 })
    const { seal } = await viewOf(day)
    const proposals = await Promise.all([propose(day, seal, one), propose(day, seal, other)])
    expect(inTurn(proposals)).toEqual([
      [204, undefined],
      [409, 'day-taken'],
    ])
    const [third, fourth] = await Promise.all([clerk(db, 'treasurer'), clerk(db, 'treasurer')])
    const both = await Promise.all([
      confirm(day, seal, holding(third.cookie)),
      confirm(day, seal, holding(fourth.cookie)),
    ])
    expect(inTurn(both)).toEqual([
      [204, undefined],
      [409, 'day-taken'],
    ])
    // Postgres itself
    const row = await db.selectFrom('day_closing').selectAll().where('day', '=', day).executeTakeFirstOrThrow()
    await expect(
      sql`insert into day_closing (id, day, state, totals, proposed_by) values (gen_random_uuid(), ${day}, 'proposed', '{}', ${row.proposedBy})`.execute(
        db,
      ),
    ).rejects.toThrow('day_closing_once')
    await expect(
      sql`insert into day_closing (id, day, state, totals, proposed_by, decided_by, decided_at)
        values (gen_random_uuid(), '2020-01-01', 'confirmed', '{}', ${row.proposedBy}, ${row.proposedBy}, now())`.execute(
        db,
      ),
    ).rejects.toThrow('check')
  })

  test('not with totals that nobody saw, not unexplained, and not before the day is over', async () => {
    const day = '2019-09-03'
    await paid(day, { gateway: 9_00, ordered: 9_00, ledger: 8_99 })
    const { seal } = await viewOf(day)
    expect(said(await propose(day, '0'.repeat(64)))).toEqual([409, 'day-changed'])
    expect(said(await propose(day, seal))).toEqual([422, 'day-unexplained'])
    expect(said(await propose(day, seal, one, 'Chybí haléř, řeší brána.'))).toEqual([204, undefined])
    await paid(day, { gateway: 1_00, ordered: 1_00, ledger: 1_00 })
    const now = await viewOf(day)
    expect(now.closing).toMatchObject({ state: 'proposed', changed: true, note: 'Chybí haléř, řeší brána.' })
    for (const shown of [seal, now.seal]) expect(said(await confirm(day, shown))).toEqual([409, 'day-changed'])
    expect((await other.send('DELETE', `/api/money/days/${day}/closing`)).status).toBe(204)
    expect(said(await propose(day, now.seal, other, 'Znovu.'))).toEqual([204, undefined])
    const { seal: ofToday, over } = await viewOf(today())
    expect(over).toBe(false)
    expect(said(await propose(today(), ofToday))).toEqual([409, 'day-not-over'])
    expect((await one.get('/api/money/days/2019-02-30')).status).toBe(404)
  })
})

describe('what waits for a person', () => {
  test('a message that nobody understood is shown until somebody says what it was', async () => {
    const id = `evt_${randomUUID()}`
    const payload = json<unknown>({ id, type: 'novelty', data: { object: { amount: 5 } } })
    await db
      .insertInto('gateway_event')
      .values({ id, type: 'novelty', payload, state: 'unknown', reason: 'not understood' })
      .execute()
    const listed = async () => (await viewOf('2019-09-04')).unknown.shown.find(event => event.id === id)
    expect(await listed()).toMatchObject({ type: 'novelty', reason: 'not understood' })
    const say = (who: Visitor, words: string, of = id) =>
      who.post<ProblemDetails | null>(`/api/money/events/${of}/resolution`, { words })
    expect((await say(one, '   ')).status).toBe(422)
    const both = await Promise.all([say(one, 'Zkouška brány.'), say(other, 'Zkouška brány.')])
    expect(inTurn(both)).toEqual([
      [204, undefined],
      [409, 'event-resolved'],
    ])
    expect(await listed()).toBeUndefined()
    expect(said(await say(one, 'Není.', 'evt_none'))).toEqual([404, 'not-yours'])
  })

  test('an order whose end is unknown for over an hour is an alert', async () => {
    const id = randomUUID()
    const createdAt = new Date(Date.now() - 61 * 60_000)
    await db
      .insertInto('payment_order')
      .values({
        id,
        caseId,
        personId,
        state: 'open',
        amount: 1_00,
        createdAt,
        expiresAt: new Date(Date.now() + 3600_000),
      })
      .execute()
    const { pending } = await viewOf('2019-09-04')
    expect(pending.shown.find(({ order }) => order === id)).toMatchObject({ state: 'open', case: { id: caseId } })
    await db.updateTable('payment_order').set({ createdAt: new Date() }).where('id', '=', id).execute()
    expect((await viewOf('2019-09-04')).pending.shown.some(({ order }) => order === id)).toBe(false)
    await db.deleteFrom('payment_order').where('id', '=', id).execute()
  })
})
