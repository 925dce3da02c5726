import { sql } from 'kysely'
import type Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { stripeClient } from '../../activities/payments/stripe.ts'
import type { CaseView, Liabilities } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { balances, becomeSpecified, payAtDesk } from '../debts.ts'
import { decide, officer } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { attachment, freshAddress, mailsCome, mailsTo } from '../mail.ts'
import { agree } from '../money.ts'
import {
  atGateway,
  cards,
  checkout,
  comeBack,
  ended,
  file,
  happened,
  lastWords,
  openPayment,
  payByCard,
  payer,
  plain,
  seen,
  withdraw,
} from '../paying.ts'
import { textOf } from '../pdf.ts'
import { caseOf, startPayment, until, type Refused, type Visitor } from '../portal.ts'
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

/** The case that the house opened about money, for the same person. */
async function reviewOf(order: string): Promise<{ id: string; reason: string }> {
  const rows = () =>
    db
      .selectFrom('message as m')
      .innerJoin('case as c', 'c.id', 'm.caseId')
      .select(['c.id', 'm.data'])
      .where('c.agenda', '=', 'payment-review')
      .execute()
  const mine = (data: unknown): data is { order: string; reason: string } =>
    typeof data === 'object' && data !== null && 'order' in data && data.order === order
  const found = await until(
    async () => (await rows()).flatMap(({ id, data }) => (mine(data) ? [{ id, reason: data.reason }] : [])),
    some => some.length > 0,
  )
  expect(found).toHaveLength(1)
  return found[0] ?? { id: '', reason: '' }
}

const eventsOf = (order: string) =>
  db
    .selectFrom('gateway_event')
    .select(['id', 'type', 'state'])
    .where('orderId', '=', order)
    .orderBy('receivedAt')
    .execute()

describe('paying by card', () => {
  test('a debt is paid, posted once, and the payer holds a receipt', async () => {
    const { who, debts, name } = await payer(db, 78_000)
    const [liability = ''] = debts
    const email = freshAddress()
    const view = await openPayment(who, [{ liability, amount: 78_000 }], email)
    expect(view.payment).toMatchObject({ state: 'open', amount: 78_000, url: expect.stringContaining('/c/pay/') })
    expect(view.open[0]).toMatchObject({
      kind: 'pay',
      mine: true,
      otherwise: { cs: expect.stringContaining('propadne') },
    })

    await payByCard(view)
    const paid = await ended(who, view.id)
    expect(paid).toMatchObject({ outcome: 'paid', mayWithdraw: false, payment: { state: 'posted', url: null } })
    expect(happened(paid)).toEqual([
      'filed',
      'answered',
      'payment-open',
      'payment-posted',
      'issued',
      'notified',
      'closed',
    ])
    expect(await balances(db, liability)).toEqual([0])
    expect(await agree(db, view.id)).toEqual({ gateway: 78_000, orders: 78_000, ledger: 78_000 })

    const [mail] = await mailsCome(email)
    if (!mail) throw new Error('No mail came.')
    expect(mail.subject).toBe(`Platbu jsme přijali (${paid.number})`)
    expect(plain(mail.text)).toContain('780 Kč')
    const ready = await seen(who, view.id, ({ documents }) => documents[0]?.ready === true)
    const [receipt] = ready.documents
    const { status, body, headers } = await who.get<string>(`/api/documents/${receipt?.id}`)
    expect([status, headers.get('content-type'), body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    const text = textOf(await attachment(mail))
    for (const words of ['Potvrzení o platbě', 'Příjemce', name, '780 Kč', 'Zkušební Obyvatel', paid.number])
      expect(plain(text)).toContain(words)
    expect(await mailsTo(email)).toHaveLength(1)
    await keepHistory(view.id, 'paid')
  })

  test('a declined card leaves the debt as it was and says so; another card pays the same order', async () => {
    const { who, debts } = await payer(db, 50_000)
    const [liability = ''] = debts
    const view = await openPayment(who, [{ liability, amount: 50_000 }])
    await payByCard(view, cards.declined)
    const declined = await seen(who, view.id, ({ payment }) => payment?.failure != null)
    expect(declined.payment).toMatchObject({ state: 'open', order: view.payment?.order, url: view.payment?.url })
    expect(declined.payment?.failure?.cs).toContain('Zkuste jinou kartu')
    expect(await balances(db, liability)).toEqual([50_000])
    await agree(db, view.id)

    await payByCard(declined)
    const paid = await ended(who, view.id)
    expect(paid.payment).toMatchObject({ state: 'posted', failure: null })
    expect(happened(paid)).toContain('payment-refused')
    expect(await agree(db, view.id)).toMatchObject({ ledger: 50_000 })
    await keepHistory(view.id, 'declined-then-paid')
  })

  test('too little money on the account is said in so many words', async () => {
    const { who, debts } = await payer(db, 9_900)
    const view = await openPayment(who, [{ liability: debts[0] ?? '', amount: 9_900 }])
    await payByCard(view, cards.noFunds)
    const { payment } = await seen(who, view.id, seen => seen.payment?.failure != null)
    expect(payment?.failure?.cs).toContain('není dost peněz')
    await withdraw(who, view.id)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 0 })
  })

  test('3-D Secure: refused leaves the debt, approved pays it', async () => {
    const { who, debts } = await payer(db, 64_000)
    const [liability = ''] = debts
    const view = await openPayment(who, [{ liability, amount: 64_000 }])
    await payByCard(view, cards.secure, 'refuse')
    const refused = await seen(who, view.id, ({ payment }) => payment?.failure != null)
    expect(plain(refused.payment?.failure?.cs)).toContain('v bance nepotvrdili')
    expect(await balances(db, liability)).toEqual([64_000])
    await payByCard(refused, cards.secure, 'approve')
    expect((await ended(who, view.id)).payment?.state).toBe('posted')
    expect(await agree(db, view.id)).toMatchObject({ ledger: 64_000 })
  })

  test('several debts in one basket, one of them in part', async () => {
    const { who, debts } = await payer(db, 78_000, 60_000, 100_000)
    const [one = '', two = '', three = ''] = debts
    const items = [
      { liability: one, amount: 78_000 },
      { liability: two, amount: 60_000 },
      { liability: three, amount: 25_001 },
    ]
    const view = await openPayment(who, items)
    expect(view.payment?.amount).toBe(163_001)
    await payByCard(view)
    await ended(who, view.id)
    expect(await balances(db, one, two, three)).toEqual([0, 0, 74_999])
    const { liabilities } = (await who.get<Liabilities>('/api/liabilities')).body
    expect(liabilities.find(l => l.id === three)).toMatchObject({ state: 'open', paid: 25_001, inOrder: null })
    expect(await agree(db, view.id)).toMatchObject({ ledger: 163_001 })
  })

  test('a specified amount is paid whole or not at all', async () => {
    const { who, debts } = await payer(db, 90_000)
    const [liability = ''] = debts
    await becomeSpecified(db, liability)
    for (const amount of [89_999, 45_000, 90_001]) {
      const { status, body } = await who.post<Refused>('/api/cases', {
        id: crypto.randomUUID(),
        agenda: 'fee-payment',
        data: { items: [{ liability, amount }] },
      })
      expect([status, body.problems?.[0]?.rule]).toEqual([422, 'exact-only'])
    }
    const view = await openPayment(who, [{ liability, amount: 90_000 }])
    await payByCard(view)
    await ended(who, view.id)
    expect(await balances(db, liability)).toEqual([0])
    expect(await agree(db, view.id)).toMatchObject({ ledger: 90_000 })
  })
})

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
    const events = await eventsOf(view.payment?.order ?? '')
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
})

describe('webhooks', () => {
  const opened = async (amount = 78_000): Promise<{ who: Visitor; view: CaseView; order: string }> => {
    const { who, debts } = await payer(db, amount)
    const view = await openPayment(who, [{ liability: debts[0] ?? '', amount }])
    return { who, view, order: view.payment?.order ?? '' }
  }

  test('repeated and out of order: posted once', async () => {
    const { who, view } = await opened()
    await controls.misbehave({ on: 'webhook', does: 'duplicate', copies: 4 })
    await controls.misbehave({ on: 'webhook', does: 'reorder', ms: 30 })
    await payByCard(view, cards.declined)
    await payByCard(view)
    const paid = await ended(who, view.id)
    await controls.settled()
    await controls.behave()
    const done = (await controls.deliveries()).filter(one => one.state === 'delivered')
    for (const { event } of done.slice(-3)) await controls.redeliver(event)
    await controls.settled()
    expect((await caseOf(who, view.id)).seq).toBe(paid.seq)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('held back: the payer who comes back need not wait for it', async () => {
    const { who, view, order } = await opened()
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    await payByCard(view)
    expect((await caseOf(who, view.id)).payment?.state).toBe('open')
    const back = await comeBack(who, view.id)
    expect(back.body.payment?.state).toBe('posted')
    await controls.behave()
    expect(await controls.deliver('reversed')).toBeGreaterThan(0)
    await controls.settled()
    expect((await eventsOf(order)).map(event => event.type)).toContain('checkout.session.completed')
    await ended(who, view.id)
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('late: the page says that it may still be paid, then that it was', async () => {
    const { who, view } = await opened()
    await controls.misbehave({ on: 'webhook', does: 'delay', ms: 1_000 })
    await payByCard(view)
    expect((await caseOf(who, view.id)).payment?.state).toBe('open')
    expect((await ended(who, view.id)).payment?.state).toBe('posted')
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('lost for good, and the payer never comes back: the end of the order’s time finds the truth', async () => {
    const { who, view, order } = await opened()
    await controls.misbehave({ on: 'webhook', does: 'drop' })
    await payByCard(view)
    await skipTime(view.id)
    expect(await ended(who, view.id)).toMatchObject({ outcome: 'paid', payment: { state: 'posted' } })
    expect(await eventsOf(order)).toEqual([])
    expect(await agree(db, view.id)).toMatchObject({ ledger: 78_000 })
  })

  test('forged, altered, stale or unsigned: refused and not kept', async () => {
    const { who, view, order } = await opened()
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
    expect(await eventsOf(order)).toEqual([])
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

  test('a dispute opens a case for the finance department, and the payer is told', async () => {
    const { who, view, order } = await opened()
    await payByCard(view)
    await ended(who, view.id)
    await controls.dispute(checkout(view))
    const { id, reason } = await reviewOf(order)
    expect(reason).toBe('dispute')
    await decide(await officer(db, 'finance'), id, { verdict: 'correct', words: 'O sporu rozhodne vaše banka.' })
    expect((await ended(who, id)).outcome).toBe('reviewed')
    expect(await agree(db, view.id, id)).toMatchObject({ ledger: 78_000 })
    await keepHistory(id, 'disputed')
  })

  test('a refund made at the gateway is looked at by a clerk', async () => {
    const { who, view, order } = await opened()
    await payByCard(view)
    await ended(who, view.id)
    const { intentId } = await db
      .selectFrom('payment_order')
      .select('intentId')
      .where('id', '=', order)
      .executeTakeFirstOrThrow()
    await gatewayClient().refunds.create({ payment_intent: intentId ?? '', amount: 10_000 })
    const { id, reason } = await reviewOf(order)
    expect(reason).toBe('refund')
    await decide(await officer(db, 'finance'), id, { verdict: 'keep', words: 'Sto korun jsme vám vrátili.' })
    await ended(who, id)
    expect(await agree(db, view.id, id)).toMatchObject({ gateway: 78_000 })
  })

  test('money for a case that has closed is never lost: the ledger has it, a clerk decides, the payer is told', async () => {
    const { who, debts } = await payer(db, 78_000)
    // the gateway opens its page, but its answer is lost again and again; the payer gives up
    await controls.misbehave({ on: 'api', does: 'reset', when: 'after', method: 'POST', path: '/v1/checkout/sessions' })
    const { body: filed } = await file(who, [{ liability: debts[0] ?? '', amount: 78_000 }])
    const connecting = await seen(who, filed.id, ({ payment }) => payment?.state === 'connecting')
    const order = connecting.payment?.order ?? ''
    expect((await withdraw(who, filed.id)).body).toMatchObject({ outcome: 'withdrawn' })
    await controls.behave()
    expect(await agree(db, filed.id)).toMatchObject({ gateway: 0 })

    const { data } = await gatewayClient().checkout.sessions.list({ limit: 20 })
    const session = data.find(one => one.client_reference_id === order)
    await controls.pay(session?.id ?? '')
    const { id, reason } = await reviewOf(order)
    expect(reason).toBe('late')
    await decide(await officer(db, 'finance'), id, { verdict: 'keep', words: 'Platbu jsme zapsali k vašemu závazku.' })
    const done = await ended(who, id)
    expect(done.outcome).toBe('reviewed')
    expect(await balances(db, ...debts)).toEqual([0])
    expect(await agree(db, filed.id, id)).toEqual({ gateway: 78_000, orders: 78_000, ledger: 78_000 })
    await keepHistory(id, 'late-money')
  })
})

describe('letters', () => {
  test('a mail server that is away gets the mail later, once', async () => {
    const { who, debts } = await payer(db, 20_000)
    const email = freshAddress()
    await stack.mailbox.away(true)
    try {
      const view = await openPayment(who, [{ liability: debts[0] ?? '', amount: 20_000 }], email)
      await payByCard(view)
      await ended(who, view.id)
      const tries = () =>
        db.selectFrom('notification').select(['attempts', 'state']).where('caseId', '=', view.id).executeTakeFirst()
      expect(await until(tries, row => (row?.attempts ?? 0) > 0)).toMatchObject({ state: 'pending' })
      expect(await mailsTo(email)).toEqual([])
      await stack.mailbox.away(false)
      await sql`update notification set next_at = now() where case_id = ${view.id}`.execute(db)
      await sql`select pg_notify('outbox', '')`.execute(db)
      const [mail] = await mailsCome(email)
      expect(mail?.attachments).toHaveLength(1)
      expect(await until(tries, row => row?.state === 'sent')).toMatchObject({ state: 'sent' })
      expect(await mailsTo(email)).toHaveLength(1)
      expect(await agree(db, view.id)).toMatchObject({ ledger: 20_000 })
    } finally {
      await stack.mailbox.away(false)
    }
  })
})

const gatewayClient = (): Stripe =>
  stripeClient({ apiKey: stack.env['STRIPE_API_KEY'] ?? '', apiUrl: stack.env['STRIPE_API_URL'] })
