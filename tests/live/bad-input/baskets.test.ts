import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseView, Liabilities } from '../../../api/contract.ts'
import { answerTo } from '../../deciding.ts'
import { basket, caseOf, closed, until } from '../../portal.ts'
import { resident, type Resident } from '../../residents.ts'
import { quiet } from '../../rows.ts'
import { stack } from '../../stack.ts'
import { filing, refusals } from './refusals.ts'

const { as, db, expectRefused, person, refusal } = refusals([78_000, 50_000, 1200, 30_000, 30_000, 30_000, 20_000])

let neighbour: Resident
beforeAll(async () => {
  neighbour = await resident(db(), { owes: [45_000] })
  for (const [at, state, paid] of [
    [3, 'settled', 30_000],
    [4, 'cancelled', 0],
    [5, 'enforcement', 0],
  ] as const)
    await db()
      .updateTable('liability')
      .set({ state, paid })
      .where('id', '=', person().owes[at] ?? '')
      .execute()
})

describe('a basket that cannot be paid', () => {
  const first = () => person().owes[0] ?? ''
  const one = (amount: unknown) => filing('fee-payment', { items: [{ liability: first(), amount }] })

  test.each([
    [0, 'too-small'],
    [-1, 'too-small'],
    [-78_000, 'too-small'],
    [99, 'too-small'],
    [78_001, 'over-balance'],
    [9_007_199_254_740_991, 'over-balance'],
  ])('the amount %d is refused: %s', async (amount, _rule) => {
    const { problems } = await refusal('citizen', 'POST', '/api/cases', one(amount), { status: 422, code: 'invalid' })
    expect(problems?.map(problem => problem.path)).toEqual(['/items/0/amount'])
  })

  test.each([
    [0.5],
    [78_000.01],
    [1e30],
    [-1e30],
    [1e-7],
    ['mnoho'],
    ['0x1000'],
    ['1e5'],
    [''],
    [null],
    [true],
    [[78_000]],
    [{ amount: 78_000 }],
  ])('the amount %j is none', async amount => {
    const { problems } = await refusal('citizen', 'POST', '/api/cases', one(amount), { status: 422, code: 'invalid' })
    expect(problems?.map(problem => problem.path)).toEqual(['/items/0/amount'])
  })

  test.each([
    [3, 'settled'],
    [4, 'cancelled'],
    [5, 'in-enforcement'],
  ])('debt %d: %s', (at, rule) =>
    expectRefused('citizen', 'POST', '/api/cases', basket({ liability: person().owes[at] ?? '', amount: 30_000 }), {
      status: 422,
      code: 'invalid',
      problems: [['/items/0/liability', rule]],
    }),
  )

  test('somebody else’s debt is told in the very words of one that does not exist', async () => {
    const told = await Promise.all(
      [neighbour.owes[0] ?? '', randomUUID()].map(liability =>
        refusal('citizen', 'POST', '/api/cases', basket({ liability, amount: 5000 }), {
          status: 422,
          code: 'invalid',
          problems: [['/items/0/liability', 'not-yours']],
        }),
      ),
    )
    const [theirs, nobodys] = told.map(({ problems, detail }) => ({ problems, detail }))
    expect(theirs).toEqual(nobodys)
  })

  test('one debt twice, too little altogether, nothing at all', async () => {
    const line = { liability: first(), amount: 5000 }
    await expectRefused('citizen', 'POST', '/api/cases', basket(line, line), {
      status: 422,
      code: 'invalid',
      problems: [['/items/1', 'unique']],
    })
    await expectRefused('citizen', 'POST', '/api/cases', basket({ liability: person().owes[2] ?? '', amount: 1200 }), {
      status: 422,
      code: 'invalid',
      problems: [['/items', 'order-too-small']],
    })
    const { problems } = await refusal('citizen', 'POST', '/api/cases', basket(), { status: 422, code: 'invalid' })
    expect(problems?.map(({ path }) => path)).toEqual(['/items'])
  })

  test('each wrong line is named, the right ones are not', () =>
    expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      basket(
        { liability: first(), amount: 99_999 },
        { liability: person().owes[1] ?? '', amount: 50_000 },
        { liability: person().owes[3] ?? '', amount: 100 },
      ),
      {
        status: 422,
        code: 'invalid',
        problems: [
          ['/items/0/amount', 'over-balance'],
          ['/items/2/liability', 'settled'],
        ],
      },
    ))

  test('a debt that is being paid already leads to its payment; one whose order has expired is free again', async () => {
    const who = as('citizen')
    const line = { liability: person().owes[6] ?? '', amount: 20_000 }
    const { body } = await who.post<CaseView>('/api/cases', basket(line))
    const paying = await until(
      () => caseOf(who, body.id),
      view => view.payment?.state === 'open',
    )
    const twice = await refusal('citizen', 'POST', '/api/cases', basket(line), {
      status: 409,
      code: 'in-another-order',
      problems: [['/items/0/liability', 'in-another-order']],
    })
    expect(twice.next).toBe(`/cs/payments/${paying.id}`)

    const session = paying.payment?.url?.split('/').at(-1) ?? ''
    await stack.gateway.controls.expire(session)
    expect(await until(() => caseOf(who, paying.id), closed)).toMatchObject({
      outcome: 'lapsed',
      payment: { state: 'expired', url: null },
    })
    await quiet(db())
    await expectRefused('citizen', 'POST', `/api/cases/${paying.id}/messages`, answerTo('payment/2', {}), {
      status: 404,
      code: 'unknown-step',
    })
    await expectRefused(
      'citizen',
      'POST',
      `/api/cases/${paying.id}/messages`,
      { id: randomUUID(), kind: 'withdraw' },
      { status: 409, code: 'case-closed' },
    )
    expect(await stack.gateway.controls.pay(session)).toEqual({ outcome: 'closed', status: 'expired' })
    const { body: debts } = await who.get<Liabilities>('/api/liabilities')
    expect(debts.liabilities.find(({ id }) => id === line.liability)).toMatchObject({
      balance: 20_000,
      inOrder: null,
      payable: { how: 'part' },
    })
  })
})
