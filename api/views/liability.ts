import { payability } from '../../activities/ledger/payable.ts'
import type { Plan } from '../../activities/instalments/plans.ts'
import { isOverdue, type Liability as LedgerLiability } from '../../activities/ledger/port.ts'
import { onlySeen } from '../../activities/mandates/words.ts'
import { wordsOf } from '../../activities/ledger/words.ts'
import { spayd } from '../../city/spayd.ts'
import { houseAccount } from '../../db/house.ts'
import { dayAt } from '../../workflows/deadline.ts'
import type { Liability, LiabilityDetail } from '../contract.ts'
import type { SeenDebtor } from '../debtors.ts'
import type { Deps } from '../deps.ts'
import { isBehind, planView } from './plan.ts'
import { basketContext, type LiveOrder } from '../payability.ts'

/** A liability as its debtor, or who acts for them, sees it: late or not, payable how, in instalments or not, and whether a live order pays it. */
export function liabilityView(
  deps: Pick<Deps, 'city' | 'now'>,
  it: LedgerLiability,
  orders: Map<string, LiveOrder>,
  plans: ReadonlyMap<string, Plan>,
  seen: Pick<SeenDebtor, 'own' | 'mayPay'>,
): Liability {
  const today = dayAt(deps.now().toISOString())
  const { debtor, account: _, ...rest } = it
  const how = payability(it, basketContext(deps, orders))
  const order = orders.get(it.id)
  const plan = plans.get(it.id)
  const late = plan ? isBehind(plan, today) : isOverdue(it, today)
  return {
    ...rest,
    debtor: debtor.name,
    for: seen.own ? null : debtor.id,
    currency: 'CZK',
    state: late ? 'overdue' : it.state,
    payable:
      how.how === 'no'
        ? { how: 'no', reason: wordsOf(how.problem) }
        : seen.mayPay
          ? how
          : { how: 'no', reason: onlySeen },
    plan: plan ? planView(plan) : null,
    inOrder: order ? { case: order.personId === houseAccount ? null : order.case, until: order.until } : null,
  }
}

/** How to pay it from a bank: QR Platba of ČBA and the same as text; null when nothing is owed. */
export function bankDetails(it: LedgerLiability, cityName: string): LiabilityDetail['bank'] {
  if (it.balance <= 0 || it.state === 'cancelled') return null
  const message = `${cityName} ${it.number}`.slice(0, 60)
  const qr = spayd({
    iban: it.account,
    amount: it.balance,
    message,
    variableSymbol: it.variableSymbol,
    ...(it.specificSymbol && { specificSymbol: it.specificSymbol }),
  })
  return {
    account: czechAccount(it.account),
    iban: it.account,
    amount: it.balance,
    variableSymbol: it.variableSymbol,
    specificSymbol: it.specificSymbol,
    message,
    qr,
  }
}

/** CZkk bbbb pppppp nnnnnnnnnn → prefix-number/bank. */
function czechAccount(iban: string): string {
  const [, bank = '', prefix = '', number = ''] = /^CZ\d\d(\d{4})(\d{6})(\d{10})$/.exec(iban) ?? []
  return `${Number(prefix) > 0 ? `${Number(prefix)}-` : ''}${Number(number)}/${bank}`
}
