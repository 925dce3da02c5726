import type { Act } from './act.ts'
import { missing, refused } from './api/errors.ts'
import { formatAmount } from './money.ts'
import { newBalanceTransaction, newRefund } from './objects/money.ts'
import type { Charge, Metadata, Refund } from './objects/types.ts'

export interface RefundWish {
  charge?: string
  paymentIntent?: string
  /** Haléře; the whole rest of the charge when left out. */
  amount?: number
  reason: string | null
  metadata: Metadata
}

/**
 * Gives money back to the card, whole or in part.
 * @throws ApiError 404 for an unknown payment; 400 when it was not paid, is disputed, or less of it remains.
 */
export function refund(act: Act, wish: RefundWish): Refund {
  const charge = chargeOf(act, wish)
  if (charge.disputed && !wonBack(act, charge)) {
    throw refused('charge_disputed', `Charge ${charge.id} has been charged back; cannot issue a refund.`)
  }
  const rest = charge.amount - charge.amount_refunded
  if (rest === 0) throw refused('charge_already_refunded', `Charge ${charge.id} has already been refunded.`)
  const amount = wish.amount ?? rest
  if (amount > rest) {
    throw refused(
      undefined,
      `Refund amount (${formatAmount(amount, charge.currency, 'en')}) is greater than unrefunded amount on charge (${formatAmount(rest, charge.currency, 'en')})`,
      'amount',
    )
  }

  const afterwards = act.store.hidden('charge', charge.id)?.afterwards ?? null
  const pending = afterwards === 'refund-later'
  const made = newRefund({ charge, amount, reason: wish.reason, metadata: wish.metadata, pending, now: act.now })
  const debit = newBalanceTransaction('refund', -amount, { ...charge, id: made.id }, act.now)
  made.balance_transaction = debit.id
  act.store.insert('balance_transaction', debit, {})
  act.store.insert('refund', made, { outcome: pending ? 'succeeded' : afterwards === 'refund-fails' ? 'failed' : null })
  changeRefunded(act, charge, amount)
  act.emit('refund.created', made)
  act.emit('charge.refunded', charge, { amount_refunded: charge.amount_refunded - amount, refunded: false })
  return made
}

/** Brings a refund that ends later (two of the test cards) to its end, at the earliest a second after it was made. */
export function settleRefund(act: Act, id: string): void {
  const made = act.store.find('refund', id)
  const outcome = made && act.store.hidden('refund', id)?.outcome
  if (!made || !outcome || made.created >= act.now) return
  const before = made.status
  made.status = outcome
  delete made.pending_reason
  if (outcome === 'succeeded') {
    act.store.update('refund', made, { outcome: null })
    act.emit('refund.updated', made, { status: before })
    return
  }
  made.failure_reason = 'expired_or_canceled_card'
  const charge = act.store.find('charge', made.charge)
  if (!charge) throw new Error(`Refund ${made.id} has no charge.`)
  const back = newBalanceTransaction('adjustment', made.amount, { ...charge, id: made.id }, act.now)
  made.failure_balance_transaction = back.id
  act.store.insert('balance_transaction', back, {})
  act.store.update('refund', made, { outcome: null })
  changeRefunded(act, charge, -made.amount)
  act.emit('refund.updated', made, { status: before })
  act.emit('refund.failed', made)
}

function changeRefunded(act: Act, charge: Charge, by: number): void {
  charge.amount_refunded += by
  charge.refunded = charge.amount_refunded === charge.amount
  act.store.update('charge', charge)
}

function chargeOf(act: Act, wish: RefundWish): Charge {
  if (wish.charge !== undefined) {
    const charge = act.store.find('charge', wish.charge)
    if (!charge) throw missing('charge', wish.charge, 'charge')
    if (charge.status !== 'succeeded')
      throw refused('charge_not_refundable', `Charge ${charge.id} has failed; there is nothing to refund.`)
    return charge
  }
  const id = wish.paymentIntent ?? ''
  const intent = act.store.find('payment_intent', id)
  if (!intent) throw missing('payment_intent', id, 'payment_intent')
  const charge = intent.latest_charge ? act.store.find('charge', intent.latest_charge) : undefined
  if (intent.status !== 'succeeded' || !charge) {
    throw refused(
      'payment_intent_unexpected_state',
      `This PaymentIntent (${id}) does not have a successful charge to refund.`,
      'payment_intent',
    )
  }
  return charge
}

const wonBack = (act: Act, charge: Charge) =>
  act.store.list('dispute', { where: { charge: charge.id }, limit: 1 }).data[0]?.status === 'won'
