import { runningPlans } from '../../activities/instalments/plans.ts'
import { reachOf } from '../acting.ts'
import type { CitizenCaller } from '../auth/session.ts'
import type { PaymentCalendar } from '../contract.ts'
import { debtorsOf } from '../debtors.ts'
import type { Deps } from '../deps.ts'

/** All that the caller, or those whose debts they see, have still to pay, by its day: debts, or the instalments they are spread over. */
export async function calendarOf(deps: Deps, who: CitizenCaller): Promise<PaymentCalendar> {
  const reach = await reachOf(deps, who)
  const debtors = debtorsOf(reach)
  const own = new Set(debtors.filter(one => one.own).map(({ subject }) => subject))
  const debts = (await deps.ledger.list(debtors.map(({ subject }) => subject))).filter(
    ({ state, balance }) => (state === 'open' || state === 'enforcement') && balance > 0,
  )
  const plans = await runningPlans(
    deps.db,
    debts.map(({ id }) => id),
  )
  const entries = debts.flatMap(({ id, description, debtor, due, balance }): PaymentCalendar['entries'] => {
    const shared = { liability: id, description, for: own.has(debtor.id) ? null : debtor.name }
    const plan = plans.get(id)
    if (!plan) return [{ ...shared, due, amount: balance, instalment: null, late: due < reach.day }]
    return plan.lines
      .filter(({ left }) => left > 0)
      .map(({ n, due: day, left }) => ({
        ...shared,
        due: day,
        amount: left,
        instalment: { n, of: plan.lines.length },
        late: day < reach.day,
      }))
  })
  return { entries: entries.toSorted((a, b) => a.due.localeCompare(b.due)) }
}
