import { wordsOf } from '../../activities/ledger/words.ts'
import { payableProblems } from '../../activities/ledger/payable.ts'
import { Refusal } from '../errors.ts'
import type { DataCheck } from '../judging.ts'
import { basketContext, liveOrders } from '../payability.ts'

/**
 * May this citizen pay these debts, in these amounts, now? Somebody else's debt is told as unknown.
 * A debt that a live order of theirs pays already is refused with the way to that case.
 */
export const payableItems: DataCheck = async (deps, who, value, language) => {
  // an official decides about debts, but pays none
  if (who.kind !== 'citizen') return []
  const items = Array.isArray(value) ? value.flatMap(readItem) : []
  const { subjectId } = who.person
  const [liabilities, orders] = await Promise.all([
    subjectId ? deps.ledger.list([subjectId]) : [],
    liveOrders(
      deps.db,
      items.map(i => i.liability),
    ),
  ])
  const problems = payableProblems(items, liabilities, basketContext(deps, orders))
  const twice = problems.find(p => p.rule === 'in-another-order')
  if (twice) {
    const order = orders.get(items[Number(twice.path.split('/')[2])]?.liability ?? '')
    throw new Refusal('in-another-order', {
      problems: problems.map(p => ({ path: p.path, rule: p.rule, message: wordsOf(p)[language] })),
      ...(order && order.personId === who.person.id && { next: `/${language}/payments/${order.case}` }),
    })
  }
  // the field itself stands at /items
  return problems.map(p => ({ path: p.path.replace(/^\/items/, ''), rule: p.rule, message: wordsOf(p)[language] }))
}

function readItem(item: unknown): { liability: string; amount: number }[] {
  if (typeof item !== 'object' || item === null || !('liability' in item) || !('amount' in item)) return []
  return typeof item.liability === 'string' && typeof item.amount === 'number'
    ? [{ liability: item.liability, amount: item.amount }]
    : []
}
