import { wordsOf } from '../../activities/ledger/words.ts'
import { payableProblems, type BasketItem } from '../../activities/ledger/payable.ts'
import type { Liability } from '../../activities/ledger/port.ts'
import { money } from '../../city/typeset.ts'
import { reachOf } from '../acting.ts'
import type { FieldProblem, Language } from '../contract.ts'
import { debtorsOf, type SeenDebtor } from '../debtors.ts'
import { Refusal } from '../errors.ts'
import type { DataCheck } from '../judging.ts'
import { basketContext, liveOrders } from '../payability.ts'

/**
 * May this citizen pay these debts, in these amounts, now? Their own, and those of principals for whom a mandate lets them pay, within
 * its limit; filed in a principal's name, that principal's alone. Somebody else's debt is told as unknown. A debt that a live order
 * of theirs pays already is refused with the way to that case.
 */
export const payableItems: DataCheck = async (deps, who, value, language, acting) => {
  // an official decides about debts, but pays none
  if (who.kind !== 'citizen') return []
  const items = Array.isArray(value) ? value.flatMap(readItem) : []
  const debtors = debtorsOf(await reachOf(deps, who)).filter(
    ({ subject, mayPay }) => mayPay && (acting === undefined || acting.subject === subject),
  )
  const [liabilities, orders] = await Promise.all([
    deps.ledger.list(debtors.map(({ subject }) => subject)),
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
  if (problems.length === 0) return overLimit(items, liabilities, debtors, language)
  // the field itself stands at /items
  return problems.map(p => ({ path: p.path.replace(/^\/items/, ''), rule: p.rule, message: wordsOf(p)[language] }))
}

function readItem(item: unknown): { liability: string; amount: number }[] {
  if (typeof item !== 'object' || item === null || !('liability' in item) || !('amount' in item)) return []
  return typeof item.liability === 'string' && typeof item.amount === 'number'
    ? [{ liability: item.liability, amount: item.amount }]
    : []
}

/** The sum of one payment for a principal is at most the limit of the mandate; told at the first line that goes beyond. */
function overLimit(
  items: readonly BasketItem[],
  liabilities: readonly Liability[],
  debtors: readonly SeenDebtor[],
  language: Language,
): FieldProblem[] {
  const debtorOf = new Map(liabilities.map(({ id, debtor }) => [id, debtor.id]))
  return debtors.flatMap(({ subject, limit, mandate }): FieldProblem[] => {
    if (limit === null) return []
    let sum = 0
    const at = items.findIndex(
      ({ liability, amount }) => debtorOf.get(liability) === subject && (sum += amount) > limit,
    )
    const most = { cs: money(limit, 'cs'), en: money(limit, 'en') }
    const message = {
      cs: `Zmocnění dovoluje zaplatit za: ${mandate?.principalName ?? ''} najednou nejvýše ${most.cs}. Uberte z košíku, nebo zaplaťte část.`,
      en: `The mandate lets you pay at most ${most.en} at once for ${mandate?.principalName ?? ''}. Take something out of the basket, or pay a part.`,
    }
    return at < 0 ? [] : [{ path: `/${at}/amount`, rule: 'mandate-limit', message: message[language] }]
  })
}
