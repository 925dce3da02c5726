import type { Day } from '../../city/calendar.ts'
import type { Liability } from './port.ts'

/** What the card gateway takes in one order: Stripe's least charge and eight-digit amount in CZK, and its longest list of items. */
export const gatewayLimits = { least: 1_500, most: 99_999_999, items: 100 } as const

/** The least part payment of a public debt: one crown (the tax code keeps accounts in whole crowns, § 146 zákona č. 280/2009 Sb.). */
const leastPart = 100

export type PayableRule =
  | 'empty'
  | 'too-many'
  | 'duplicate'
  | 'not-yours'
  | 'settled'
  | 'cancelled'
  | 'in-enforcement'
  | 'in-another-order'
  | 'too-late'
  | 'exact-only'
  | 'not-whole'
  | 'too-small'
  | 'over-balance'
  | 'order-too-small'
  | 'order-too-large'

/** Why a basket cannot be paid: a place in it (JSON pointer), the rule, and what its words need. Money in haléře. */
export interface PayableProblem {
  path: string
  rule: PayableRule
  params: Record<string, string | number>
}

export interface BasketItem {
  /** Id of the debt. */
  liability: string
  /** Haléře. */
  amount: number
}

export interface BasketContext {
  /** The day money paid by card now would be on the city's account (`cardCreditDay` of the city's rates). */
  creditedOn: Day
  /** Debts held by another order that may still be paid: id → the ISO instant at which that order expires. */
  held?: ReadonlyMap<string, string>
}

/**
 * Judges a basket against the debts as the ledger knows them now. `liabilities` are those that the payer may pay: what is missing
 * there is not theirs. One problem an item, the one to solve first; the total is judged once every item is right.
 * Part payments: of private debts any (§ 1930 občanského zákoníku lets the city refuse them, and it does not), of fees and fines
 * from one crown, of a specified amount (určená částka, § 125h zákona č. 361/2000 Sb.) none, and only if credited in time.
 */
export function payableProblems(
  items: readonly BasketItem[],
  liabilities: readonly Liability[],
  context: BasketContext,
): PayableProblem[] {
  if (items.length === 0) return [{ path: '/items', rule: 'empty', params: {} }]
  if (items.length > gatewayLimits.items) {
    return [{ path: '/items', rule: 'too-many', params: { most: gatewayLimits.items } }]
  }
  const known = new Map(liabilities.map(liability => [liability.id, liability]))
  const problems = items.flatMap((item, at): PayableProblem[] => {
    const repeated = items.findIndex(other => other.liability === item.liability) < at
    const problem = repeated ? debt('duplicate') : itemProblem(item, known.get(item.liability), context)
    return problem ? [{ ...problem, path: `/items/${at}/${problem.path}` }] : []
  })
  return problems.length > 0 ? problems : totalProblems(items)
}

const debt = (rule: PayableRule, params: PayableProblem['params'] = {}): PayableProblem => ({
  path: 'liability',
  rule,
  params,
})
const sum = (rule: PayableRule, params: PayableProblem['params'] = {}): PayableProblem => ({
  path: 'amount',
  rule,
  params,
})

/** How a debt may be paid by card now: in parts, only whole, or not at all and why. The page offers just that. */
export function payability(
  liability: Liability,
  context: BasketContext,
): { how: 'part' | 'whole' } | { how: 'no'; problem: PayableProblem } {
  const problem = debtProblem(liability, context)
  if (problem) return { how: 'no', problem }
  return { how: liability.kind === 'specified-amount' ? 'whole' : 'part' }
}

function itemProblem(
  { amount }: BasketItem,
  liability: Liability | undefined,
  context: BasketContext,
): PayableProblem | null {
  if (!liability) return debt('not-yours')
  const refused = debtProblem(liability, context)
  if (refused) return refused
  if (!Number.isSafeInteger(amount)) return sum('not-whole')
  const { balance, kind, world } = liability
  if (kind === 'specified-amount') return amount === balance ? null : sum('exact-only', { balance })
  const least = world === 'private' ? 1 : Math.min(leastPart, balance)
  if (amount < least) return sum('too-small', { least })
  return amount > balance ? sum('over-balance', { balance }) : null
}

function debtProblem({ id, balance, due, kind, state }: Liability, context: BasketContext): PayableProblem | null {
  if (state === 'cancelled') return debt('cancelled')
  if (state === 'settled' || balance === 0) return debt('settled')
  if (state === 'enforcement') return debt('in-enforcement')
  const until = context.held?.get(id)
  if (until !== undefined) return debt('in-another-order', { until })
  return kind === 'specified-amount' && context.creditedOn > due ? debt('too-late', { due }) : null
}

function totalProblems(items: readonly BasketItem[]): PayableProblem[] {
  const total = items.reduce((all, item) => all + item.amount, 0)
  const { least, most } = gatewayLimits
  if (total < least) return [{ path: '/items', rule: 'order-too-small', params: { least, total } }]
  if (total > most) return [{ path: '/items', rule: 'order-too-large', params: { most, total } }]
  return []
}
