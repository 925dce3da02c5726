import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DayView, MonthView, ProblemDetails, UnclosedDays } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { houseAccount } from '../../db/house.ts'
import { manyPayments } from '../many-payments.ts'
import { holding } from '../portal.ts'
import { queue } from '../queue.ts'
import { clerk, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
let treasurers: [Visitor, Visitor, Visitor]
/** Whose payments the days of this file are filled with. */
let of: { caseId: string; personId: string }
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  const made = await Promise.all([1, 2, 3].map(async () => holding((await clerk(db, 'treasurer')).cookie)))
  treasurers = made as typeof treasurers
  const { id } = await resident(db)
  of = { caseId: await queue(db, { count: 0, role: 'nobody', person: id }), personId: houseAccount }
})
afterAll(() => database.close())

type Answer = { status: number; body: ProblemDetails | null }
const said = ({ status, body }: Answer): [number, string | undefined] => [status, body?.code]
const monthOf = async (month: string) => (await treasurers[0].get<MonthView>(`/api/money/months/${month}`)).body
const propose = (month: string, seal: string, who: Visitor, note = ''): Promise<Answer> =>
  who.post(`/api/money/months/${month}/closing`, { seal, note })
const confirm = (month: string, seal: string, who: Visitor): Promise<Answer> =>
  who.post(`/api/money/months/${month}/closing/confirmation`, { seal })

async function closeDay(day: string): Promise<void> {
  const [one, other] = treasurers
  const { seal } = (await one.get<DayView>(`/api/money/days/${day}`)).body
  expect((await one.post(`/api/money/days/${day}/closing`, { seal, note: '' })).status).toBe(204)
  expect((await other.post(`/api/money/days/${day}/closing/confirmation`, { seal })).status).toBe(204)
}

test('a month is closed by two once each of its days with money is; who comes second is told, and what changes later is said', async () => {
  const [month, first, last] = ['2018-03', '2018-03-05', '2018-03-31']
  const [one, other, third] = treasurers
  await manyPayments(db, first, 3, of)
  await manyPayments(db, last, 2, of)
  await closeDay(first)

  const open = await monthOf(month)
  expect(open.days.map(({ day, state, ledger }) => [day, state, ledger])).toEqual([
    [first, 'confirmed', { count: 3, sum: 300 }],
    [last, 'open', { count: 2, sum: 200 }],
  ])
  const { body: list } = await one.get<UnclosedDays>('/api/money/days')
  expect(list.since).toBe(first)
  expect(list.days[0]).toMatchObject({ day: last, state: 'open', differs: [] })
  expect(list.days.map(({ day }) => day)).toEqual(list.days.map(({ day }) => day).toSorted())
  expect(said(await propose(month, open.seal, one))).toEqual([409, 'month-open-days'])
  // Postgres holds it as well as the code
  const { id } = await db.selectFrom('official').select('id').limit(1).executeTakeFirstOrThrow()
  const past = sql`insert into month_closing (id, month, state, totals, proposed_by)
    values (gen_random_uuid(), ${`${month}-01`}, 'proposed', '{}', ${id})`
  await expect(past.execute(db)).rejects.toThrow('is not closed')

  await closeDay(last)
  expect(said(await propose(month, open.seal, one))).toEqual([409, 'month-changed'])
  const ready = await monthOf(month)
  expect(ready.totals.kinds[0]).toMatchObject({ kind: 'card', ledger: { count: 5, sum: 500 }, difference: 0 })
  const proposals = await Promise.all([propose(month, ready.seal, one), propose(month, ready.seal, one)])
  expect(proposals.map(said).toSorted(([a], [b]) => a - b)).toEqual([
    [204, undefined],
    [409, 'month-taken'],
  ])
  expect(said(await confirm(month, ready.seal, one))).toEqual([403, 'four-eyes'])
  const confirmed = await Promise.all([confirm(month, ready.seal, other), confirm(month, ready.seal, third)])
  expect(confirmed.map(said).toSorted(([a], [b]) => a - b)).toEqual([
    [204, undefined],
    [409, 'month-taken'],
  ])

  await manyPayments(db, '2018-03-10', 1, of)
  const after = await monthOf(month)
  expect(after.closing).toMatchObject({ state: 'confirmed', changed: true })
  expect(after.closing?.totals.kinds[0]?.ledger).toEqual({ count: 5, sum: 500 })
  expect((await one.send('DELETE', `/api/money/months/${month}/closing`)).status).toBe(409)
  await expect(sql`update month_closing set note = 'x' where month = '2018-03-01'`.execute(db)).rejects.toThrow(
    'is decided',
  )
  await expect(sql`delete from month_closing where month = '2018-03-01'`.execute(db)).rejects.toThrow('append-only')
})

test('a closed day that has changed must be explained; a proposal can be taken back; a month that runs cannot be closed', async () => {
  const [month, day] = ['2018-05', '2018-05-14']
  const [one, other] = treasurers
  await manyPayments(db, day, 1, of)
  await closeDay(day)
  await sql`update payment set paid_at = paid_at - interval '1 day' where external_id = ${`pi_many_${day}_1`}`.execute(
    db,
  )
  await sql`update payment_order set paid_at = paid_at - interval '1 day' where intent_id = ${`pi_many_${day}_1`}`.execute(
    db,
  )
  await closeDay('2018-05-13')
  const { seal, days } = await monthOf(month)
  expect(days.map(({ state }) => state)).toEqual(['confirmed', 'changed'])
  expect(said(await propose(month, seal, one))).toEqual([422, 'month-unexplained'])
  expect(said(await propose(month, seal, one, 'Platba patří o den dřív.'))).toEqual([204, undefined])
  expect((await other.send('DELETE', `/api/money/months/${month}/closing`)).status).toBe(204)
  expect(said(await confirm(month, seal, other))).toEqual([409, 'month-taken'])
  const now = new Date().toISOString().slice(0, 7)
  expect(said(await propose(now, (await monthOf(now)).seal, one))).toEqual([409, 'month-not-over'])
})
