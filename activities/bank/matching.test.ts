import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { match, type Debt, type Money } from './matching.ts'

const debt = (id: string, more: Partial<Debt> = {}): Debt => ({
  ...{ id, debtor: 'jana', kind: 'waste', specificSymbol: null, state: 'open', balance: 780_00 },
  ...{ issued: '2026-01-15', due: '2026-04-15', number: `P-${id}` },
  ...more,
})
const money = (amount: number, more: Partial<Money> = {}): Money => ({
  ...{ amount, bookedOn: '2026-04-14', specificSymbol: null },
  ...more,
})
const call: Partial<Debt> = { kind: 'specified-amount', balance: 900_00 }

describe('money settles by itself', () => {
  test('one debt, whole or in part', () => {
    expect(match(money(780_00), [debt('a')])).toEqual({ items: [{ liability: 'a', amount: 780_00 }] })
    expect(match(money(1), [debt('a')])).toEqual({ items: [{ liability: 'a', amount: 1 }] })
  })
  test('several of one debtor: the oldest due first, what is enforced last', () => {
    const debts = [
      debt('enforced', { state: 'enforcement', due: '2020-04-15' }),
      debt('new', { due: '2026-04-15' }),
      debt('old', { due: '2025-04-15' }),
      debt('paid', { state: 'settled', balance: 0, due: '2019-04-15' }),
    ]
    expect(match(money(780_00 * 2 + 1), debts)).toEqual({
      items: [
        { liability: 'old', amount: 780_00 },
        { liability: 'new', amount: 780_00 },
        { liability: 'enforced', amount: 1 },
      ],
    })
  })
  test('the debt whose specific symbol it names', () => {
    const debts = [debt('a', { specificSymbol: '1' }), debt('b', { specificSymbol: '2', debtor: 'eva' }), debt('c')]
    expect(match(money(100, { specificSymbol: '2' }), debts)).toEqual({ items: [{ liability: 'b', amount: 100 }] })
    expect(match(money(100), debts)).toEqual({ items: [{ liability: 'c', amount: 100 }] })
  })
  test('a specified amount, exactly and on the last day', () => {
    expect(match(money(900_00, { bookedOn: '2026-04-15' }), [debt('a', call)])).toEqual({
      items: [{ liability: 'a', amount: 900_00 }],
    })
  })
})

test.each<[string, Money, Debt[]]>([
  ['unknown-symbol', money(1), []],
  ['other-specific-symbol', money(1, { specificSymbol: '9' }), [debt('a', { specificSymbol: '1' })]],
  ['nothing-owed', money(1), [debt('a', { state: 'settled', balance: 0 })]],
  ['nothing-owed', money(1), [debt('a', { state: 'cancelled', balance: 0 })]],
  ['several-debtors', money(1), [debt('a'), debt('b', { debtor: 'eva' })]],
  ['more-than-owed', money(780_01), [debt('a')]],
  ['not-exact', money(899_99), [debt('a', call)]],
  ['not-exact', money(900_01), [debt('a', call)]],
  ['too-late', money(900_00, { bookedOn: '2026-04-16' }), [debt('a', call)]],
  ['several-specified', money(900_00), [debt('a', call), debt('b')]],
])('a person decides: %s', (why, some, debts) => {
  expect(match(some, debts)).toEqual({ why })
})

test('whatever the debts, money settles only one debtor’s, no more than is owed and to the haléř', () => {
  const any = fc.record({
    id: fc.uuid(),
    debtor: fc.constantFrom('jana', 'eva'),
    kind: fc.constantFrom('waste' as const, 'flat-rent' as const, 'specified-amount' as const),
    specificSymbol: fc.constantFrom(null, '1', '2'),
    state: fc.constantFrom('open' as const, 'settled' as const, 'cancelled' as const, 'enforcement' as const),
    balance: fc.integer({ min: 1, max: 1000 }),
    due: fc.constantFrom('2025-04-15', '2026-04-15'),
  })
  const debts = fc.array(
    any.map(one => debt(one.id, { ...one, balance: /settled|cancelled/.test(one.state) ? 0 : one.balance })),
    { maxLength: 5 },
  )
  const paid = fc.record({ amount: fc.integer({ min: 1, max: 3000 }), specificSymbol: fc.constantFrom(null, '1', '2') })
  fc.assert(
    fc.property(paid, debts, ({ amount, specificSymbol }, some) => {
      const matched = match(money(amount, { specificSymbol }), some)
      if ('why' in matched) return
      const settled = matched.items.map(item => ({ ...item, debt: some.find(({ id }) => id === item.liability) }))
      expect(settled.reduce((sum, item) => sum + item.amount, 0)).toBe(amount)
      expect(new Set(settled.map(item => item.debt?.debtor)).size).toBe(1)
      for (const item of settled) expect(item.amount).toBeLessThanOrEqual(item.debt?.balance ?? 0)
    }),
    { numRuns: 500 },
  )
})
