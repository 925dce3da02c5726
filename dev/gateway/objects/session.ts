import { newId } from '../ids.ts'
import type { LineItem, Metadata, Session } from './types.ts'

export interface NewSession {
  now: number
  expiresAt: number
  /** The gateway's own address, where the hosted page lives. */
  origin: string
  currency: string
  lineItems: LineItem[]
  successUrl: string
  cancelUrl: string | null
  reference: string | null
  email: string | null
  locale: string | null
  metadata: Metadata
  submitType: string | null
  submitMessage: string | null
}

/** An open Checkout Session; the payment intent comes with the payer's first attempt (Stripe since 2022-08-01). */
export function newSession(wish: NewSession): Session {
  const id = newId('cs_test_', 58)
  const total = wish.lineItems.reduce((sum, item) => sum + item.amount_total, 0)
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: wish.cancelUrl,
    client_reference_id: wish.reference,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: wish.now,
    currency: wish.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: wish.submitMessage === null ? null : { message: wish.submitMessage },
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: wish.email === null ? null : payer(wish.email, null),
    customer_email: wish.email,
    discounts: [],
    expires_at: wish.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: wish.locale,
    managed_payments: { enabled: false },
    metadata: wish.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: wish.submitType,
    subscription: null,
    success_url: wish.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${wish.origin}/c/pay/${id}`,
    wallet_options: null,
  }
}

/** Who paid, as the session shows it. */
export function payer(email: string | null, name: string | null): NonNullable<Session['customer_details']> {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  }
}

/** One line of the bill: a price made on the spot, times the quantity. `unitAmount` is in haléře. */
export function newLineItem(wish: {
  now: number
  currency: string
  unitAmount: number
  quantity: number
  name: string
}): LineItem {
  const amount = wish.unitAmount * wish.quantity
  return {
    id: newId('li_'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: wish.currency,
    description: wish.name,
    metadata: {},
    price: {
      id: newId('price_'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: wish.now,
      currency: wish.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod_', 14),
      recurring: null,
      tax_behavior: 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: wish.unitAmount,
      unit_amount_decimal: String(wish.unitAmount),
    },
    quantity: wish.quantity,
  }
}
