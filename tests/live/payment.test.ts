import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Liabilities, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { balances, becomeSpecified } from '../debts.ts'
import { keepHistory } from '../histories.ts'
import { attachment, freshAddress, mailsCome, mailsTo } from '../mail.ts'
import { agree } from '../money.ts'
import { cards, ended, happened, openPayment, payByCard, payer, plain, seen, withdraw } from '../paying.ts'
import { textOf } from '../pdf.ts'
import { until } from '../portal.ts'
import { stack } from '../stack.ts'
import { engine, eventsOf } from '../temporal.ts'

const { controls } = stack.gateway
let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(() => database.close())
afterEach(() => controls.behave())

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

    // the filing and the gateway's news: two messages, two records, two workflow tasks
    await engine.workflow.getHandle(view.id).result()
    const types = await eventsOf(view.id)
    expect(types.filter(type => type === 'WORKFLOW_TASK_COMPLETED')).toHaveLength(2)
    expect(paid.seq).toBe(2)
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
      const { status, body } = await who.post<ProblemDetails>('/api/cases', {
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
