import { nextOf, runningPlans } from '../../activities/instalments/plans.ts'
import { payableProblems } from '../../activities/ledger/payable.ts'
import type { Liability } from '../../activities/ledger/port.ts'
import type { Deps } from '../deps.ts'
import { basketContext, liveOrders } from '../payability.ts'

/** A symbol as banks compare them: digits alone, without zeros in front; null when it is none. */
export function symbolOf(typed: string): string | null {
  const digits = typed.replace(/[\s\u00a0]/g, '')
  const bare = digits.replace(/^0+(?=\d)/, '')
  return /^\d+$/.test(digits) && bare.length <= 10 ? bare : null
}

/** The same symbol in every length that it may have been written in. */
const written = (symbol: string): string[] =>
  Array.from({ length: 11 - symbol.length }, (_, zeros) => symbol.padStart(symbol.length + zeros, '0'))

/**
 * The one debt that a slip pays: of those open under its symbol, the only one of which exactly so much is left, or whose next
 * instalment is so much, if it may be paid by card now and no live order pays it. Null otherwise, whatever the reason: whoever holds a slip learns nothing from a difference.
 * `amount` in haléře. See docs/adr/0015.
 */
export async function debtOfSlip(
  deps: Pick<Deps, 'db' | 'city' | 'ledger' | 'now'>,
  { symbol, amount }: { symbol: string; amount: number },
): Promise<Liability | null> {
  const known = await deps.ledger.withSymbol(written(symbol))
  // asked also when nothing is known: how long it takes says nothing either
  const ids = known.length > 0 ? known.map(({ id }) => id) : ['00000000-0000-0000-0000-000000000000']
  const [orders, plans] = await Promise.all([liveOrders(deps.db, ids), runningPlans(deps.db, ids)])
  const fits = ({ id, balance }: Liability) => balance === amount || nextOf(plans.get(id))?.left === amount
  const [only, ...others] = known.filter(debt => debt.state === 'open' && fits(debt))
  if (!only || others.length > 0) return null
  const problems = payableProblems([{ liability: only.id, amount }], [only], basketContext(deps, orders))
  return problems.length === 0 ? only : null
}
