import { expect, test } from 'vitest'
import type { Debtor } from '../../../api/contract.ts'
import { limitsOver } from './limits.ts'

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
  expect(limitsOver([eliska, firm], amounts)).toEqual([{ debtor: eliska, sum: 50_001, limit: 50_000 }])
})

test('nobody has a limit for their own debts', () => {
  expect(limitsOver([debtor(null, null)], [{ subject: null, amount: 9_900_000 }])).toEqual([])
})
