import type { Act } from './act.ts'
import { missing, refused } from './api/errors.ts'
import { newBalanceTransaction, newDispute } from './objects/money.ts'
import type { Charge, Dispute } from './objects/types.ts'

/**
 * The cardholder disputes a charge: the money leaves the merchant's balance until the issuer decides.
 * @throws ApiError 400 when the charge was not paid, is disputed already, or has been given back whole.
 */
export function openDispute(act: Act, charge: Charge): Dispute {
  if (charge.status !== 'succeeded' || charge.disputed || charge.refunded) {
    throw refused('charge_not_disputable', `Charge ${charge.id} cannot be disputed.`)
  }
  const withdrawal = newBalanceTransaction('adjustment', charge.amount_refunded - charge.amount, charge, act.now)
  const dispute = newDispute(charge, withdrawal, act.now)
  withdrawal.source = dispute.id
  charge.disputed = true
  act.store.insert('balance_transaction', withdrawal, {})
  act.store.insert('dispute', dispute, {})
  act.store.update('charge', charge)
  act.emit('charge.dispute.created', dispute)
  act.emit('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/**
 * The issuer decides a dispute; won money comes back to the merchant.
 * @throws ApiError when there is no such dispute, or it has been decided.
 */
export function closeDispute(act: Act, id: string, verdict: 'won' | 'lost'): Dispute {
  const dispute = act.store.find('dispute', id)
  if (!dispute) throw missing('dispute', id)
  if (dispute.status !== 'needs_response')
    throw refused('dispute_closed', `Dispute ${id} is ${dispute.status} already.`)
  dispute.status = verdict
  if (verdict === 'won') {
    const back = newBalanceTransaction('adjustment', dispute.amount, { ...dispute, description: null }, act.now)
    act.store.insert('balance_transaction', back, {})
    dispute.balance_transactions = [...dispute.balance_transactions, back]
    act.emit('charge.dispute.funds_reinstated', dispute)
  }
  act.store.update('dispute', dispute)
  act.emit('charge.dispute.closed', dispute, { status: 'needs_response' })
  return dispute
}
