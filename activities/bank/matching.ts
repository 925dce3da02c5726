import type { Day } from '../../city/calendar.ts'
import type { LiabilityKind } from '../../city/schema.ts'

/** Why money that came in, or went out, needs a person. */
export const reasons = [
  'no-symbol',
  'unknown-symbol',
  'other-specific-symbol',
  'several-debtors',
  'nothing-owed',
  'more-than-owed',
  'not-exact',
  'too-late',
  'several-specified',
  'seen-before',
  'reversal',
  'unknown-outgoing',
] as const
export type Why = (typeof reasons)[number]

/** A debt under the symbol of a payment on the account it came to; symbols without leading zeros, balance in haléře. */
export interface Debt {
  id: string
  debtor: string
  kind: LiabilityKind
  specificSymbol: string | null
  state: 'open' | 'settled' | 'cancelled' | 'enforcement'
  balance: number
  issued: Day
  due: Day
  number: string
}

export type Matched = { items: { liability: string; amount: number }[] } | { why: Why }

/** What of a statement's line decides on matching. */
export interface Money {
  amount: number
  bookedOn: Day
  specificSymbol: string | null
}

/**
 * Which debts money settles by itself; `debts` are all that the account and its variable symbol lead to, settled ones too.
 * Only what leaves no doubt: one debtor, at most what is owed. Several debts are settled in the order of § 152 of the tax code
 * (zákon č. 280/2009 Sb.), which fits private debts too (§ 1933 občanského zákoníku): those not in enforcement first, the oldest due
 * day first. A specified amount (určená částka, § 125h zákona č. 361/2000 Sb.) is settled only exactly and in time.
 */
export function match({ amount, bookedOn, specificSymbol }: Money, debts: readonly Debt[]): Matched {
  if (debts.length === 0) return { why: 'unknown-symbol' }
  const named = debts.filter(debt => debt.specificSymbol === null || debt.specificSymbol === specificSymbol)
  if (named.length === 0) return { why: 'other-specific-symbol' }
  const exact = named.filter(debt => debt.specificSymbol !== null)
  const owed = (exact.length > 0 ? exact : named).filter(
    ({ state, balance }) => (state === 'open' || state === 'enforcement') && balance > 0,
  )
  if (owed.length === 0) return { why: 'nothing-owed' }
  if (new Set(owed.map(({ debtor }) => debtor)).size > 1) return { why: 'several-debtors' }
  const [specified] = owed.filter(({ kind }) => kind === 'specified-amount')
  if (specified && owed.length > 1) return { why: 'several-specified' }
  if (specified && bookedOn > specified.due) return { why: 'too-late' }
  if (specified && specified.balance !== amount) return { why: 'not-exact' }
  if (owed.reduce((sum, { balance }) => sum + balance, 0) < amount) return { why: 'more-than-owed' }
  let left = amount
  const items = owed.toSorted(inTurn).flatMap(debt => {
    const part = Math.min(left, debt.balance)
    left -= part
    return part > 0 ? [{ liability: debt.id, amount: part }] : []
  })
  return { items }
}

const rank = (debt: Debt) => [debt.state === 'enforcement' ? 1 : 0, debt.due, debt.issued, debt.number].join(' ')
const inTurn = (one: Debt, other: Debt) => (rank(one) < rank(other) ? -1 : 1)
