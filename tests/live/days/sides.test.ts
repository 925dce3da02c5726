import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../../api/money/days/entries.ts'
import { totalsOf } from '../../../api/money/days/totals.ts'
import type { DayBucket, DayEntries } from '../../../api/contract.ts'
import { json } from '../../../db/json.ts'
import { today } from '../../../forms/day.ts'
import { manyPayments } from '../../many-payments.ts'
import { line } from '../../statements.ts'
import { counts, totalOf, treasury } from './room.ts'

const { brought, db, entries, one, paid, payer, posted, viewOf } = treasury()

describe('a day, side by side', () => {
  test('a payment that went through the whole portal is the same on each side, and waits for its payout', async () => {
    const { intentId } = await db()
      .selectFrom('payment_order')
      .select('intentId')
      .where('caseId', '=', payer().caseId)
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
      case: { id: payer().caseId, task: null },
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
    const number = await brought(
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
    expect(view.statements).toMatchObject([{ number, year: 2019 }])
    const found = async (bucket: DayBucket) =>
      (await entries(day, bucket)).entries.map(({ reference, kind }) => (kind === 'card' ? reference : kind))
    expect(new Set(await found('not-posted'))).toEqual(new Set([late, lost]))
    expect(new Set(await found('differs'))).toEqual(new Set([off, alone]))
    expect(await found('untold')).toEqual([silent])
    expect(await found('overpaid')).toEqual([twice])
    expect((await entries(day, 'unknown')).entries).toMatchObject([
      { bank: 50_00, ledger: null, statement: { number }, case: { number: expect.any(String) as string } },
    ])

    const csv = await one().get<string>(`/api/money/days/${day}/csv`)
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
      const payment = await db()
        .selectFrom('payment')
        .select('id')
        .where('externalId', '=', externalId)
        .executeTakeFirstOrThrow()
      if (ledger !== null)
        await db()
          .insertInto('payment_return')
          .values({ externalId: id, paymentId: payment.id, amount: ledger, reopened: json([]), at: noon })
          .execute()
      await db()
        .insertInto('refund')
        .values({
          ...{
            id,
            caseId: payer().caseId,
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
    const { due } = await db()
      .selectFrom('payment')
      .select(sql<number>`sum(amount)::int8`.as('due'))
      .where('channel', '=', 'card')
      .where('creditedOn', 'is', null)
      .where('paidAt', '<', new Date(`${day}T08:30:00+02:00`))
      .executeTakeFirstOrThrow()
    const { come } = await db()
      .selectFrom('bank_line')
      .select(sql<number>`coalesce(sum(amount), 0)::int8`.as('come'))
      .where('state', '=', 'payout')
      .executeTakeFirstOrThrow()
    const { back } = await db()
      .selectFrom('refund as r')
      .innerJoin('payment as p', 'p.id', 'r.paymentId')
      .select(sql<number>`coalesce(sum(r.amount), 0)::int8`.as('back'))
      .where('r.state', '=', 'done')
      .where('r.via', '=', 'card')
      .where('p.creditedOn', 'is', null)
      .where('p.paidAt', '<', new Date(`${day}T08:30:00+02:00`))
      .executeTakeFirstOrThrow()
    // What has come covers all up to the first of the two: what is missing is brought, what is too much has an older payment to cover.
    const missing = due - come - back
    if (missing > 0) {
      expect(counts(before)).toMatchObject({ unsettled: 2 })
      await brought('2019-07-02', line(1, missing, { counterAccount: 'CZ1603000000002101440004' }))
    } else if (missing < 0) await paid('2019-06-29', { gateway: -missing, ordered: -missing, ledger: -missing })
    const after = await viewOf(day)
    expect(counts(after)).toEqual({ matched: 1, unsettled: 1 })
    expect(after.onTheWay.late).toBeGreaterThanOrEqual(20_00)
    expect(after.seal).toBe(before.seal)
  })

  test('of twenty thousand payments the day reads its own, by index', async () => {
    const rolledBack = new Error('seen')
    const looking = db()
      .transaction()
      .execute(async tx => {
        await manyPayments(tx, '2019-08-05', 20_000, payer())
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
