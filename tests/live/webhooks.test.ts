import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { gatewayClient, newsOf } from '../gateway.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { agree } from '../money.ts'
import { opened, cards, comeBack, ended, payByCard } from '../paying.ts'
import { caseOf, until } from '../portal.ts'
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

describe('webhooks', () => {
  test('repeated and out of order: posted once', async () => {
    const { who, view } = await opened(db)
    await controls.misbehave({ on: 'webhook', does: 'duplicate', copies: 4 })
    await controls.misbehave({ on: 'webhook', does: 'reorder', ms: 30 })
    await payByCard(view, cards.declined)
    await payByCard(view)
    await ended(who, view.id)
    await controls.settled()
    await controls.behave()
    // What came after the end is taken by the case as well, and changes nothing.
    const untaken = db
      .selectFrom('message')
      .select('kind')
      .where('caseId', '=', view.id)
      .where('state', 'in', ['stored', 'told'])
    await until(
      () => untaken.execute(),
      left => left.length === 0,
    )
    const { seq } = await caseOf(who, view.id)
    const done = (await controls.deliveries()).filter(one => one.state === 'delivered')
    for (const { event } of done.slice(-3)) await controls.redeliver(event)
    await controls.settled()
    expect((await caseOf(who, view.id)).seq).toBe(seq)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('held back: the payer who comes back need not wait for it', async () => {
    const { who, view, order } = await opened(db)
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    await payByCard(view)
    expect((await caseOf(who, view.id)).payment?.state).toBe('open')
    const back = await comeBack(who, view.id)
    expect(back.body.payment?.state).toBe('posted')
    await controls.behave()
    expect(await controls.deliver('reversed')).toBeGreaterThan(0)
    await controls.settled()
    expect((await newsOf(db, order)).map(event => event.type)).toContain('checkout.session.completed')
    await ended(who, view.id)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('late: the page says that it may still be paid, then that it was', async () => {
    const { who, view } = await opened(db)
    await controls.misbehave({ on: 'webhook', does: 'delay', ms: 1_000 })
    await payByCard(view)
    expect((await caseOf(who, view.id)).payment?.state).toBe('open')
    expect((await ended(who, view.id)).payment?.state).toBe('posted')
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('lost for good, and the payer never comes back: the end of the order’s time finds the truth', async () => {
    const { who, view, order } = await opened(db)
    await controls.misbehave({ on: 'webhook', does: 'drop' })
    await payByCard(view)
    await skipTime(view.id)
    expect(await ended(who, view.id)).toMatchObject({ outcome: 'paid', payment: { state: 'posted' } })
    expect(await newsOf(db, order)).toEqual([])
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('forged, altered, stale or unsigned: refused and not kept', async () => {
    const { who, view, order } = await opened(db)
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    await payByCard(view)
    const held = (await controls.deliveries()).filter(one => one.state === 'held')
    expect(held.length).toBeGreaterThan(0)
    for (const { event } of held)
      for (const manner of ['wrong-secret', 'altered', 'stale', 'unsigned'] as const)
        expect(await controls.forge(event, manner), `${event} ${manner}`).toBe(400)
    const kept = await db
      .selectFrom('gateway_event')
      .select('id')
      .where(
        'id',
        'in',
        held.map(one => one.event),
      )
      .execute()
    expect(kept).toEqual([])
    const messages = await db.selectFrom('message').select('kind').where('caseId', '=', view.id).execute()
    expect(messages).toEqual([{ kind: 'answer' }])
    expect((await caseOf(who, view.id)).payment?.state).toBe('open')
    expect(await newsOf(db, order)).toEqual([])
    await controls.deliver()
    await ended(who, view.id)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('an event of no order of ours is kept as unknown, and nothing else happens', async () => {
    const stripe = gatewayClient()
    const line = { quantity: 1, price_data: { currency: 'czk', unit_amount: 5_000, product_data: { name: 'Cizí' } } }
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [line],
      success_url: stack.urls.portal,
    })
    const before = await db.selectFrom('payment').select('id').execute()
    await controls.pay(session.id)
    await controls.settled()
    const rows = await db
      .selectFrom('gateway_event')
      .select(['type', 'orderId', 'payload'])
      .where('state', '=', 'unknown')
      .execute()
    const ours = rows.filter(row => JSON.stringify(row.payload).includes(session.id))
    expect(ours).toMatchObject([{ type: 'checkout.session.completed', orderId: null }])
    expect(await db.selectFrom('payment').select('id').execute()).toHaveLength(before.length)
  })
})
