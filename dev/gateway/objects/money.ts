import { newId } from '../ids.ts'
import type { BalanceTransaction, Charge, Dispute, Metadata, Refund } from './types.ts'

/** Stripe's price for European cards in Czechia: 1.5 % and 6.50 Kč, here in haléře (or in cents, for other money). */
const fee = (amount: number): number => Math.round(amount * 0.015) + 650

/** Seconds until money is at the merchant's disposal. */
const settlesIn = 7 * 86_400

/**
 * A movement on the merchant's balance. `amount` is signed (a refund takes money away), `fee` is what the gateway
 * keeps, `net` what remains.
 */
export function newBalanceTransaction(
  type: 'charge' | 'refund' | 'adjustment',
  amount: number,
  source: { id: string; currency: string; description: string | null },
  now: number,
): BalanceTransaction {
  const kept = type === 'charge' ? fee(amount) : 0
  return {
    id: newId('txn_'),
    object: 'balance_transaction',
    amount,
    available_on: now + settlesIn,
    balance_type: 'payments',
    created: now,
    currency: source.currency,
    description: source.description,
    exchange_rate: null,
    fee: kept,
    fee_details:
      kept === 0
        ? []
        : [
            {
              amount: kept,
              application: null,
              currency: source.currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: amount - kept,
    reporting_category: type === 'adjustment' ? 'dispute' : type,
    source: source.id,
    status: 'pending',
    type,
  }
}

/** Money on its way back to the card. `amount` in haléře. */
export function newRefund(wish: {
  charge: Charge
  amount: number
  reason: Refund['reason']
  metadata: Metadata
  pending: boolean
  now: number
}): Refund {
  return {
    id: newId('re_'),
    object: 'refund',
    amount: wish.amount,
    balance_transaction: null,
    charge: wish.charge.id,
    created: wish.now,
    currency: wish.charge.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      card: {
        reference: newId('', 12),
        reference_status: wish.pending ? 'pending' : 'available',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
      type: 'card',
    },
    metadata: wish.metadata,
    payment_intent: wish.charge.payment_intent,
    payment_method: wish.charge.payment_method,
    ...(wish.pending && { pending_reason: 'processing' as const }),
    reason: wish.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: wish.pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
}

/** The cardholder disputes the charge at the issuer; the money is withdrawn until it is decided. */
export function newDispute(charge: Charge, withdrawal: BalanceTransaction, now: number): Dispute {
  return {
    id: newId('du_'),
    object: 'dispute',
    amount: charge.amount - charge.amount_refunded,
    // The SDK's type allows `source` to be expanded here; the gateway keeps the id, which the type allows as well.
    balance_transactions: [withdrawal],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...noEvidence, enhanced_evidence: {} },
    evidence_details: {
      due_by: now + 9 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: '10.4',
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  }
}

const noEvidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}
