import { describe, expect, test } from 'vitest'
import type { ProblemDetails } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { balances } from '../../debts.ts'
import { atGateway } from '../../gateway.ts'
import { keepHistory } from '../../histories.ts'
import { company, file, mandate, paying, somebody } from '../../mandating.ts'
import { agree } from '../../money.ts'
import { checkout, ended, lastWords, openPayment, payByCard } from '../../paying.ts'
import { everything, owedIn, revoke } from './room.ts'

const db = databaseForTests()

describe('paying for others', () => {
  test('one basket pays what the payer, a relative and a company owe; each line by its right', async () => {
    const [payer, mother, firm] = [
      await somebody(db(), 10_000),
      await somebody(db(), 20_000, 70_000),
      await company(db(), 40_000),
    ]
    const poa = await mandate(db(), mother.subject, payer, paying, { limit: 60_000 })
    await mandate(db(), firm.subject, payer, everything, { basis: 'statutory', source: 'register' })
    const { debtors, owed } = await owedIn(payer.who)
    expect(debtors.map(({ name, owed: each, limit }) => [name, each, limit])).toEqual([
      [payer.name, 10_000, null],
      ...[
        [mother.name, 90_000, 60_000],
        [firm.name, 40_000, null],
      ].toSorted(([a], [b]) => String(a).localeCompare(String(b), 'cs')),
    ])
    expect(owed).toBe(140_000)

    const line = (liability = '', amount = 0) => ({ liability, amount })
    const beyond = [line(mother.owes[0], 20_000), line(mother.owes[1], 40_001)]
    const refused = await file(payer.who, 'fee-payment', { items: beyond })
    expect((refused.body as unknown as ProblemDetails).problems).toMatchObject([
      { path: '/items/1/amount', rule: 'mandate-limit' },
    ])

    const items = [
      line(payer.owes[0], 10_000),
      line(mother.owes[0], 20_000),
      line(mother.owes[1], 40_000),
      line(firm.owes[0], 40_000),
    ]
    const view = await openPayment(payer.who, items)
    expect(view.payment?.items.map(({ debtor }) => debtor).toSorted()).toEqual(
      [payer.name, mother.name, mother.name, firm.name].toSorted(),
    )
    const kept = await db()
      .selectFrom('payment_order_item')
      .select('mandateId')
      .where('orderId', '=', view.payment?.order ?? '')
      .where('liabilityId', 'in', [payer.owes[0] ?? '', mother.owes[0] ?? ''])
      .orderBy('amount')
      .execute()
    expect(kept).toEqual([{ mandateId: null }, { mandateId: poa }])
    await payByCard(view)
    await ended(payer.who, view.id)
    expect(await agree(db(), view.id)).toMatchObject({ ledger: 110_000 })
    const audited = await db()
      .selectFrom('audit')
      .select(['what', 'details'])
      .where('caseId', '=', view.id)
      .orderBy('id')
      .execute()
    expect(
      audited.map(({ what, details }) => [what, (details?.['for'] as { name: string } | undefined)?.name]),
    ).toEqual(
      expect.arrayContaining([
        ['filed fee-payment', undefined],
        ['pays', mother.name],
        ['pays', firm.name],
      ]),
    )
  })

  test('what a mandate only lets one see cannot be paid; what it does not reach is not seen', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db(), 20_000)]
    await mandate(db(), mother.subject, agent, [{ agenda: 'fee-payment', actions: ['view'] }])
    const [line] = (await owedIn(agent.who)).liabilities
    expect(line).toMatchObject({ for: mother.subject, payable: { how: 'no' } })
    const tried = await file(agent.who, 'fee-payment', { items: [{ liability: mother.owes[0], amount: 20_000 }] })
    expect(tried.status).toBe(422)
    const [clerk, father] = [await somebody(db()), await somebody(db(), 30_000)]
    await mandate(db(), father.subject, clerk, [{ agenda: 'dog-fee', actions: ['view', 'file'] }])
    expect((await owedIn(clerk.who)).debtors.map(({ subject }) => subject)).toEqual([null])
    expect((await clerk.who.get(`/api/liabilities/${father.owes[0]}`)).status).toBe(404)
  })

  test('revoked while the page is open: closed at the gateway, nothing charged, the debt free again, both told', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db(), 20_000)]
    const id = await mandate(db(), mother.subject, agent, paying)
    const view = await openPayment(agent.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    expect((await revoke(mother.who, id)).body.state).toBe('revoked')
    const over = await ended(agent.who, view.id)
    expect(over).toMatchObject({ outcome: 'mandate-ended', payment: { state: 'expired', url: null } })
    expect(lastWords(over)).toContain('nic jsme vám nestrhli')
    expect(await atGateway(checkout(view))).toBe('expired')
    expect(await payByCard(view)).toMatchObject({ outcome: 'closed' })
    expect(await agree(db(), view.id)).toMatchObject({ gateway: 0 })
    const letters = await db()
      .selectFrom('notification')
      .select(['personId', 'text'])
      .where('caseId', '=', view.id)
      .execute()
    expect(letters).toEqual(
      expect.arrayContaining([
        { personId: mother.id, text: 'house/payment-stopped' },
        { personId: agent.id, text: 'mandate-ended' },
      ]),
    )
    const next = await openPayment(mother.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    expect(next.payment?.state).toBe('open')
    await keepHistory(view.id, 'mandate-ended')
  })

  test('paid a moment before the revocation: the payment stays', async () => {
    const [agent, mother] = [await somebody(db()), await somebody(db(), 20_000)]
    const id = await mandate(db(), mother.subject, agent, paying)
    const view = await openPayment(agent.who, [{ liability: mother.owes[0] ?? '', amount: 20_000 }])
    await payByCard(view)
    expect((await revoke(mother.who, id)).body.state).toBe('revoked')
    expect((await ended(agent.who, view.id)).outcome).toBe('paid')
    expect(await balances(db(), mother.owes[0] ?? '')).toEqual([0])
  })
})
