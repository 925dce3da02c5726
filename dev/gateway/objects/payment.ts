import type { Decline } from '../cards.ts'
import { newId } from '../ids.ts'
import type { Charge, IntentWishes, PaymentError, PaymentIntent, Session, StoredCard } from './types.ts'

/** The payment intent of a session, made when its payer tries a card for the first time. */
export function newPaymentIntent(session: Session, wishes: IntentWishes, now: number): PaymentIntent {
  const id = newId('pi_')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('', 25)}`,
    confirmation_method: 'automatic',
    created: now,
    currency: session.currency ?? 'czk',
    customer: null,
    customer_account: null,
    description: wishes.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: wishes.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: wishes.alwaysAuthenticate ? 'any' : 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: wishes.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: wishes.statementSuffix,
    status: 'requires_payment_method',
    transfer_group: null,
  }
}

export interface NewCharge {
  intent: PaymentIntent
  card: StoredCard
  email: string | null
  /** Did the payer pass 3-D Secure on the way? */
  authenticated: boolean
  decline: Decline | null
  now: number
}

/** A charge: the money taken, or the issuer's refusal. `payment_method_details.card` has brand and last four digits. */
export function newCharge({ intent, card, email, authenticated, decline, now }: NewCharge): Charge {
  return {
    id: newId('ch_'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email, name: card.holder, phone: null, tax_id: null },
    calculated_statement_descriptor: 'ZKUSEBNI BRANA',
    captured: !decline,
    created: now,
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: decline ? '01' : null,
      network_status: decline ? 'declined_by_network' : 'approved_by_network',
      reason: decline ? (decline.declineCode ?? decline.code) : null,
      risk_level: 'normal',
      risk_score: 20,
      seller_message: decline ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
      type: decline ? 'issuer_declined' : 'authorized',
    },
    paid: !decline,
    payment_intent: intent.id,
    payment_method: newId('pm_'),
    payment_method_details: { card: cardDetails(card, intent.amount, authenticated, decline), type: 'card' },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
}

function cardDetails(card: StoredCard, amount: number, authenticated: boolean, decline: Decline | null) {
  return {
    amount_authorized: decline ? null : amount,
    authorization_code: decline ? null : String(100_000 + (Number(card.last4) % 900_000)),
    brand: card.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: decline?.field === 'cvc' ? 'fail' : 'pass',
    },
    country: card.country,
    electronic_commerce_indicator: authenticated ? '05' : '07',
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: 'disabled' as const },
    fingerprint: card.fingerprint,
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' as const },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' as const },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: newId('', 15),
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' as const },
    regulated_status: 'unregulated' as const,
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge' as const,
          electronic_commerce_indicator: '05' as const,
          exemption_indicator: null,
          result: 'authenticated' as const,
          result_reason: null,
          transaction_id: newId('', 36),
          version: '2.2.0' as const,
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  }
}

/** An issuer's refusal as `last_payment_error` of the payment intent. */
export function paymentError(decline: Decline, charge?: string): PaymentError {
  return {
    ...(charge && { charge }),
    code: decline.code,
    ...(decline.declineCode && { decline_code: decline.declineCode }),
    doc_url: `https://docs.stripe.com/error-codes#${decline.code.replaceAll('_', '-')}`,
    message: decline.message,
    ...(decline.param && { param: decline.param }),
    type: 'card_error',
  }
}
