import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { payability, payableProblems, type BasketItem } from './payable.ts'
import { isOverdue, worldOf, type Liability } from './port.ts'
import { wordsOf } from './words.ts'

const liability = (id: string, change: Partial<Liability> = {}): Liability => {
  const kind = change.kind ?? 'waste'
  const principal = change.principal ?? 78_000
  return {
    id,
    number: `P-${id}`,
    world: worldOf[kind],
    year: 2026,
    period: '2026',
    instalment: 1,
    instalments: 1,
    description: { cs: 'Poplatek za komunální odpad 2026', en: 'Municipal waste fee 2026' },
    legalBasis: { cs: 'OZV', en: 'Ordinance' },
    concerns: null,
    issued: '2026-01-15',
    due: '2026-04-15',
    variableSymbol: '1234567890',
    specificSymbol: null,
    account: 'CZ6301000000196750510277',
    accessories: [],
    paid: 0,
    writtenOff: 0,
    state: 'open',
    asOf: '2026-03-31T02:00:00.000Z',
    debtor: { id: 'd', name: 'Jana Nováková', kind: 'person' },
    ...change,
    kind,
    principal,
    balance: change.balance ?? principal,
  }
}

const context = { creditedOn: '2026-04-02' }
const judge = (items: BasketItem[], liabilities: Liability[], held?: Map<string, string>) =>
  payableProblems(items, liabilities, held ? { ...context, held } : context)

describe('a basket', () => {
  test('of whole debts and of parts of them can be paid', () => {
    const rent = liability('rent', { kind: 'flat-rent', principal: 812_345 })
    const basket = [
      { liability: 'waste', amount: 78_000 },
      { liability: 'rent', amount: 1 },
    ]
    expect(judge(basket, [liability('waste'), rent])).toEqual([])
  })

  test('must hold something, not more than the gateway lists, and nothing twice', () => {
    expect(judge([], [])).toEqual([{ path: '/items', rule: 'empty', params: {} }])
    const many = Array.from({ length: 101 }, (_, at) => ({ liability: `l${at}`, amount: 10_000 }))
    expect(judge(many, [])).toEqual([{ path: '/items', rule: 'too-many', params: { most: 100 } }])
    const twice = [
      { liability: 'a', amount: 40_000 },
      { liability: 'a', amount: 38_000 },
    ]
    expect(judge(twice, [liability('a')])).toEqual([{ path: '/items/1/liability', rule: 'duplicate', params: {} }])
  })

  test('adds up to what the gateway takes', () => {
    const small = [{ liability: 'a', amount: 1_499 }]
    const params = { least: 1_500, total: 1_499 }
    expect(judge(small, [liability('a')])).toEqual([{ path: '/items', rule: 'order-too-small', params }])
    expect(judge([{ liability: 'a', amount: 1_500 }], [liability('a')])).toEqual([])
    const rents = ['a', 'b'].map(id => liability(id, { kind: 'premises-rent', principal: 50_000_000 }))
    const large = rents.map(({ id, principal }) => ({ liability: id, amount: principal }))
    expect(judge(large, rents)).toMatchObject([{ path: '/items', rule: 'order-too-large' }])
    expect(
      judge(
        [
          { liability: 'a', amount: 50_000_000 },
          { liability: 'b', amount: 49_999_999 },
        ],
        rents,
      ),
    ).toEqual([])
  })
})

describe('a debt', () => {
  const rule = (change: Partial<Liability>, amount = 78_000) =>
    judge([{ liability: 'a', amount }], [liability('a', change)])[0]

  test('that is not the payer’s, settled, cancelled, enforced or in another order is refused by name', () => {
    expect(judge([{ liability: 'b', amount: 78_000 }], [liability('a')])).toMatchObject([{ rule: 'not-yours' }])
    expect(rule({ state: 'settled', balance: 0 })).toMatchObject({ path: '/items/0/liability', rule: 'settled' })
    expect(rule({ state: 'open', balance: 0 })).toMatchObject({ rule: 'settled' })
    expect(rule({ state: 'cancelled', balance: 0 })).toMatchObject({ rule: 'cancelled' })
    expect(rule({ state: 'enforcement' })).toMatchObject({ rule: 'in-enforcement' })
    const held = new Map([['a', '2026-03-31T12:35:00.000Z']])
    expect(judge([{ liability: 'a', amount: 78_000 }], [liability('a')], held)).toEqual([
      { path: '/items/0/liability', rule: 'in-another-order', params: { until: '2026-03-31T12:35:00.000Z' } },
    ])
  })

  test.each([0, -100, 99])('of the tax world is not paid by %i haléře', amount => {
    expect(rule({}, amount)).toEqual({ path: '/items/0/amount', rule: 'too-small', params: { least: 100 } })
  })

  test('smaller than the least part is paid whole', () => {
    expect(rule({ principal: 78_000, balance: 50 }, 50)).toMatchObject({ path: '/items', rule: 'order-too-small' })
    expect(rule({ principal: 78_000, balance: 50 }, 49)).toMatchObject({ rule: 'too-small', params: { least: 50 } })
  })

  test('is not paid over what is left, nor by a broken number', () => {
    expect(rule({ balance: 28_000 }, 28_001)).toMatchObject({ rule: 'over-balance', params: { balance: 28_000 } })
    expect(rule({}, 100.5)).toMatchObject({ rule: 'not-whole' })
    expect(rule({}, Number.NaN)).toMatchObject({ rule: 'not-whole' })
    expect(rule({ kind: 'flat-rent' }, 0)).toMatchObject({ rule: 'too-small', params: { least: 1 } })
  })

  test('overdue is paid as any other; on its due day it is not yet overdue', () => {
    expect(rule({ due: '2020-04-15' })).toBeUndefined()
    expect(isOverdue(liability('a'), '2026-04-15')).toBe(false)
    expect(isOverdue(liability('a'), '2026-04-16')).toBe(true)
    expect(isOverdue(liability('a', { state: 'settled', balance: 0 }), '2026-04-16')).toBe(false)
  })

  test('that is a specified amount is paid exactly, and only if the money comes in time', () => {
    const call = { kind: 'specified-amount', principal: 90_000, due: '2026-04-02' } as const
    expect(rule(call, 90_000)).toBeUndefined()
    expect(rule(call, 89_999)).toEqual({ path: '/items/0/amount', rule: 'exact-only', params: { balance: 90_000 } })
    expect(rule(call, 90_001)).toMatchObject({ rule: 'exact-only' })
    const late = { path: '/items/0/liability', rule: 'too-late', params: { due: '2026-04-01' } }
    expect(rule({ ...call, due: '2026-04-01' }, 90_000)).toEqual(late)
  })

  test('tells beforehand how it may be paid', () => {
    const how = (change: Partial<Liability>) => payability(liability('a', change), context)
    expect(how({})).toEqual({ how: 'part' })
    expect(how({ kind: 'specified-amount' })).toEqual({ how: 'whole' })
    expect(how({ kind: 'specified-amount', due: '2026-04-01' })).toMatchObject({
      how: 'no',
      problem: { rule: 'too-late' },
    })
    expect(how({ state: 'enforcement' })).toMatchObject({ how: 'no', problem: { rule: 'in-enforcement' } })
  })

  test('is never overpaid, whatever is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 200_000 }), fc.integer({ min: 1, max: 100_000 }), (amount, balance) => {
        const problems = judge([{ liability: 'a', amount }], [liability('a', { balance })])
        expect(problems.length === 0).toBe(amount >= 1_500 && amount <= balance)
      }),
    )
  })
})

describe('words', () => {
  test('name the sum, the day and the time, and say what to do', () => {
    const words = (rule: Parameters<typeof wordsOf>[0]['rule'], params: Record<string, string | number>) =>
      wordsOf({ path: '', rule, params })
    expect(words('over-balance', { balance: 123_450 }).cs).toContain('nejvýše 1\u00a0234,50\u00a0Kč.')
    expect(words('over-balance', { balance: 78_000 }).en).toContain('CZK\u00a0780 at most')
    expect(words('too-late', { due: '2026-04-01' }).cs).toContain('1. dubna 2026')
    expect(words('in-another-order', { until: '2026-03-31T12:35:00.000Z' }).cs).toContain('až v\u00a014:35')
    expect(() => words('too-late', {})).toThrow('due')
  })
})
