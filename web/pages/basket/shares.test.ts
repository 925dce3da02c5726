import { expect, test } from 'vitest'
import type { Debtor } from '../../../api/contract.ts'
import { sharesOf } from './shares.ts'

const debtor = (subject: string | null, limit: number | null): Debtor => ({
  subject,
  limit,
  name: 'Eliška',
  kind: 'person',
  basis: subject === null ? null : 'poa',
  owed: 0,
  overdue: 0,
  mayPay: true,
})

test('a limit is for everything that one payment holds of one debtor', () => {
  const [eliska, firm] = [debtor('eliska', 50_000), debtor('firm', 50_000)]
  const amounts = [
    { subject: 'eliska', amount: 30_000 },
    { subject: 'eliska', amount: 20_001 },
    { subject: 'firm', amount: 50_000 },
  ]
  expect(sharesOf([eliska, firm], amounts)).toEqual([
    { debtor: eliska, sum: 50_001, over: true },
    { debtor: firm, sum: 50_000, over: false },
  ])
})

test('nobody has a limit for their own debts, and who owes nothing here is not named', () => {
  const me = debtor(null, null)
  const amounts = [{ subject: null, amount: 9_900_000 }]
  expect(sharesOf([me, debtor('eliska', 1)], amounts)).toEqual([{ debtor: me, sum: 9_900_000, over: false }])
})
