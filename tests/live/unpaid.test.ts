import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atGateway, newsOf } from '../gateway.ts'
import { closeOrder, openOrder } from '../../activities/payments/orders.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { balances, payAtDesk } from '../debts.ts'
import { decide, officer } from '../deciding.ts'
import { seeded } from '../../dev/demo/random.ts'
import { moneyHands, strayOrder } from '../hands.ts'
import { keepHistory } from '../histories.ts'
import { freshAddress, mailsCome } from '../mail.ts'
import { agree } from '../money.ts'
import {
  checkout,
  comeBack,
  ended,
  file,
  happened,
  lastWords,
  opened,
  openPayment,
  type Opened,
  payByCard,
  payer,
  seen,
  withdraw,
} from '../paying.ts'
import { startPayment } from '../portal.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'

const { controls } = stack.gateway
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(() => database.close())
afterEach(() => controls.behave())

describe('not paying', () => {
  test('a payer who comes back without paying may go on, or cancel; then the debt is free for another order', async () => {
    const { who, debts } = await payer(db, 78_000)
    const item = { liability: debts[0] ?? '', amount: 78_000 }
    const view = await openPayment(who, [item])
    const session = checkout(view)
    const back = await comeBack(who, view.id)
    expect(back.body.payment).toMatchObject({ state: 'open', url: view.payment?.url })

    const again = await file(who, [item])
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'in-another-order', next: `/cs/payments/${view.id}` },
    ])

    const gone = await withdraw(who, view.id)
    expect([gone.status, gone.body]).toMatchObject([200, { state: 'closed', outcome: 'withdrawn' }])
    expect(gone.body.payment).toMatchObject({ state: 'expired', url: null })
    expect(await atGateway(session)).toBe('expired')
    expect(await payByCard({ payment: view.payment })).toEqual({ outcome: 'closed', status: 'expired' })
    expect(await balances(db, item.liability)).toEqual([78_000])
    await keepHistory(view.id, 'withdrawn')

    const next = await openPayment(who, [item])
    await payByCard(next)
    await ended(who, next.id)
    expect(await agree(db, view.id, next.id)).toMatchObject({ ledger: 78_000 })
  })

  test('an order that nobody pays lapses, and the gateway takes no money for it', async () => {
    const { who, debts } = await payer(db, 78_000)
    const view = await openPayment(who, [{ liability: debts[0] ?? '', amount: 78_000 }])
    await skipTime(view.id)
    const lapsed = await ended(who, view.id)
    expect(lapsed).toMatchObject({ outcome: 'lapsed', payment: { state: 'expired', url: null } })
    expect(happened(lapsed)).toEqual(['filed', 'answered', 'payment-open', 'payment-expired', 'closed'])
    expect(await atGateway(checkout(view))).toBe('expired')
    expect(await balances(db, ...debts)).toEqual([78_000])
    expect(await agree(db, view.id)).toMatchObject({ gateway: 0 })
    await keepHistory(view.id, 'lapsed')
    // the gateway's own news of the end is no news to anybody
    await controls.settled()
    const events = await newsOf(db, view.payment?.order ?? '')
    expect(events.map(event => event.type)).toContain('checkout.session.expired')
    const reviews = await db
      .selectFrom('case')
      .select('id')
      .where('agenda', '=', 'payment-review')
      .where('personId', '=', eb => eb.selectFrom('case').select('personId').where('id', '=', view.id))
      .execute()
    expect(reviews).toEqual([])
  })

  test('a debt that was paid at the desk between filing and opening is charged to nobody', async () => {
    const { who, debts } = await payer(db, 78_000, 30_000)
    const [desk = '', other = ''] = debts
    await stack.worker.stop()
    const view = await startPayment(who, { liability: desk, amount: 78_000 }, { liability: other, amount: 30_000 })
    expect(view).toMatchObject({ state: 'filed', pending: true, payment: null })
    await payAtDesk(db, desk, 50_000)
    await stack.worker.start()
    const changed = await ended(who, view.id)
    expect(changed).toMatchObject({ outcome: 'changed', payment: null })
    const told = changed.timeline.find(event => event.what === 'notified')
    expect(told?.body?.cs).toContain('Nic jsme vám nestrhli')
    expect(await balances(db, desk, other)).toEqual([28_000, 30_000])
    expect(await agree(db, view.id)).toEqual({ gateway: 0, orders: 0, ledger: 0 })
    await keepHistory(view.id, 'changed')
  })

  test('a debt that was paid at the desk while the page was open becomes an overpayment that a clerk decides', async () => {
    const { who, debts } = await payer(db, 78_000)
    const [liability = ''] = debts
    const email = freshAddress()
    const view = await openPayment(who, [{ liability, amount: 78_000 }], email)
    await payAtDesk(db, liability, 50_000)
    await payByCard(view)
    const review = await seen(who, view.id, ({ open }) => open[0]?.kind === 'clerk')
    expect(review).toMatchObject({
      state: 'open',
      mayWithdraw: false,
      payment: { state: 'review' },
      open: [{ mine: false, form: null }],
    })
    expect(await balances(db, liability)).toEqual([0])
    await decide(await officer(db, 'finance'), view.id, {
      verdict: 'keep',
      words: 'Přeplatek 500 Kč vám vrátíme na účet.',
    })
    const done = await ended(who, view.id)
    expect(done.outcome).toBe('paid')
    expect(lastWords(done)).toContain('500 Kč vám vrátíme')
    expect(await agree(db, view.id)).toEqual({ gateway: 78_000, orders: 78_000, ledger: 78_000 })
    expect((await mailsCome(email, 2)).map(mail => mail.subject.replace(/ \(.*/, ''))).toEqual(
      expect.arrayContaining(['Platbu jsme přijali', 'Vaši platbu jsme posoudili']),
    )
    const { unallocated } = await db
      .selectFrom('payment')
      .select('unallocated')
      .where('orderId', '=', view.payment?.order ?? '')
      .executeTakeFirstOrThrow()
    expect(unallocated).toBe(50_000)
    await keepHistory(view.id, 'overpaid-then-reviewed')
  })

  test('an order that was given up before it was made opens no page, however late its try comes, and holds no debt', async () => {
    const { who, id, liability } = await opened(db, 31_000)
    await withdraw(who, id)
    const hands = moneyHands(db)
    const late = await strayOrder(db, id, liability, 31_000)
    expect(await closeOrder(hands, late.id)).toEqual({ state: 'expired' })
    expect(await openOrder(hands, late)).toEqual({ state: 'expired' })
    expect(await openOrder(hands, late)).toEqual({ state: 'expired' })
    expect((await controls.totals())[late.id]).toBeUndefined()
    // free for another
    await openPayment(who, late.items)
  })

  test('two baskets with one debt at the same moment: one page opens, the other is told that somebody is paying', async () => {
    const { who, debts } = await payer(db, 78_000)
    const items = [{ liability: debts[0] ?? '', amount: 78_000 }]
    const filed = await Promise.all([1, 2, 3].map(() => file(who, items)))
    // whoever came too late for the form hears it there, whoever came between hears it from the case
    const refused = filed.filter(({ status }) => status === 409)
    for (const { body } of refused) expect(body).toMatchObject({ code: 'in-another-order' })
    const ids = filed.filter(({ status }) => status !== 409).map(({ body }) => body.id)
    const views = await Promise.all(
      ids.map(id => seen(who, id, view => view.payment?.state === 'open' || view.state === 'closed')),
    )
    const [winner, ...others] = views.filter(view => view.state === 'open')
    expect(others).toEqual([])
    if (!winner) throw new Error('No page opened.')
    for (const view of views.filter(one => one !== winner))
      expect(view).toMatchObject({ outcome: 'changed', payment: null })
    await payByCard(winner)
    await ended(who, winner.id)
    expect(await agree(db, ...ids)).toEqual({ gateway: 78_000, orders: 78_000, ledger: 78_000 })
  })

  test.each([
    ['withdrawing', async ({ who, id }: Opened) => void (await withdraw(who, id))],
    ['the end of the order’s time', async ({ id }: Opened) => skipTime(id)],
  ])('paying and %s at the same moment: the money decides', async (_, end) => {
    const payers = await Promise.all([1, 2, 3, 4, 5, 6].map(more => opened(db, 10_000 + more)))
    const random = seeded(17)
    const paid = await Promise.all(
      payers.map(async one => {
        const [attempt] = await Promise.all([
          later(random.int(0, 40), () => payByCard(one.view)),
          later(random.int(0, 20), () => end(one)),
        ])
        return attempt.outcome === 'paid'
      }),
    )
    const outcomes = await Promise.all(payers.map(({ who, id }) => ended(who, id)))
    expect(outcomes.map(view => view.payment?.state)).toEqual(paid.map(yes => (yes ? 'posted' : 'expired')))
    await controls.settled()
    const books = await agree(db, ...payers.map(one => one.id))
    expect(books.ledger).toBe(payers.reduce((sum, one, n) => sum + (paid[n] ? (one.view.payment?.amount ?? 0) : 0), 0))
  })
})

async function later<T>(ms: number, act: () => Promise<T>): Promise<T> {
  await new Promise(resolve => setTimeout(resolve, ms))
  return act()
}
