import type { Act } from '../act.ts'
import { formatAmount, maximum, minimums } from '../money.ts'
import { newLineItem, newSession } from '../objects/session.ts'
import type { IntentWishes, LineItem, Session } from '../objects/types.ts'
import { invalid } from './errors.ts'
import { mergeMetadata, type Reader } from './params.ts'

export interface SessionRules {
  /** The gateway's own address. */
  origin: string
  /** Tests may open sessions that last less than Stripe's 30 minutes. */
  allowShortExpiry: boolean
}

const shortest = 30 * 60
const longest = 24 * 60 * 60
const locales = ['auto', 'cs', 'de', 'en', 'en-GB', 'pl', 'sk'] as const

/**
 * Opens a Checkout Session from its parameters. Only one-off card payments on the hosted page are served.
 * @throws ApiError 400 with Stripe's code: `amount_too_small` below 15 Kč, `parameter_missing`, `url_invalid` …
 */
export function createSession(act: Act, params: Reader, rules: SessionRules): Session {
  params.required('mode', params.oneOf('mode', ['payment']))
  params.oneOf('ui_mode', ['hosted_page'])
  const types = params.texts('payment_method_types')
  if (types.some(type => type !== 'card')) {
    throw invalid('payment_method_types', 'payment_method_unactivated', 'The local card gateway takes cards only.')
  }

  const successUrl = params.required('success_url', params.url('success_url'))
  const { currency, lineItems } = bill(act, params)
  const session = newSession({
    now: act.now,
    expiresAt: expiry(act, params, rules),
    origin: rules.origin,
    currency,
    lineItems,
    successUrl,
    cancelUrl: params.url('cancel_url') ?? null,
    reference: params.text('client_reference_id', { max: 200 }) ?? null,
    email: email(params) ?? null,
    locale: params.oneOf('locale', locales) ?? null,
    metadata: mergeMetadata({}, params.metadata()),
    submitType: params.oneOf('submit_type', ['auto', 'pay', 'book', 'donate']) ?? null,
    submitMessage: params.group('custom_text')?.group('submit')?.text('message', { max: 1200 }) ?? null,
  })
  const intent = intentWishes(params)
  params.oneOf('customer_creation', ['if_required'])
  params.oneOf('billing_address_collection', ['auto'])
  params.finish()
  act.store.insert('checkout.session', session, { lineItems, intent })
  return session
}

function bill(act: Act, params: Reader): { currency: string; lineItems: LineItem[] } {
  const wanted = params.groups('line_items')
  if (wanted.length === 0) params.required('line_items', undefined)
  if (wanted.length > 100)
    throw invalid('line_items', 'parameter_invalid_object', 'You can have at most 100 line items.')
  const lineItems = wanted.map(line => lineItem(act, line))
  const currency = lineItems[0]?.currency ?? ''
  if (lineItems.some(line => line.currency !== currency)) {
    throw invalid('line_items', 'currency_mismatch', 'All prices of a Checkout Session must use the same currency.')
  }
  const total = lineItems.reduce((sum, line) => sum + line.amount_total, 0)
  const minimum = minimums[currency] ?? 0
  if (total < minimum) {
    throw invalid(
      'line_items',
      'amount_too_small',
      `The Checkout Session's total amount due must add up to at least ${formatAmount(minimum, currency, 'cs')} ${currency}`,
    )
  }
  if (total > maximum) {
    const most = formatAmount(maximum, currency, 'cs')
    throw invalid(
      'line_items',
      'amount_too_large',
      `The Checkout Session's total amount due must be no more than ${most} ${currency}`,
    )
  }
  return { currency, lineItems }
}

function lineItem(act: Act, line: Reader): LineItem {
  const price = line.required('price_data', line.group('price_data'))
  const product = price.required('product_data', price.group('product_data'))
  const currency = price.required('currency', price.text('currency')).toLowerCase()
  if (!(currency in minimums)) {
    const known = Object.keys(minimums).join(', ')
    throw invalid(
      price.full('currency'),
      'currency_not_supported',
      `Invalid currency: ${currency}. The local card gateway supports: ${known}`,
    )
  }
  const item = newLineItem({
    now: act.now,
    currency,
    unitAmount: price.required('unit_amount', price.integer('unit_amount', { min: 0, max: maximum })),
    quantity: line.required('quantity', line.integer('quantity', { min: 1, max: 999_999 })),
    name: product.required('name', product.text('name', { max: 250 })),
  })
  product.text('description')
  product.metadata()
  line.metadata()
  price.oneOf('tax_behavior', ['unspecified', 'inclusive', 'exclusive'])
  return item
}

function expiry(act: Act, params: Reader, rules: SessionRules): number {
  const wanted = params.integer('expires_at')
  if (wanted === undefined) return act.now + longest
  const lasts = wanted - act.now
  if (lasts > longest) {
    throw invalid(
      'expires_at',
      'parameter_invalid_integer',
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    )
  }
  if (lasts < (rules.allowShortExpiry ? 0 : shortest)) {
    throw invalid(
      'expires_at',
      'parameter_invalid_integer',
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
    )
  }
  return wanted
}

function email(params: Reader): string | undefined {
  const address = params.text('customer_email', { max: 512 })
  if (address !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
    throw invalid('customer_email', 'email_invalid', `Invalid email address: ${address}`)
  }
  return address
}

function intentWishes(params: Reader): IntentWishes {
  const data = params.group('payment_intent_data')
  const card = params.group('payment_method_options')?.group('card')
  data?.oneOf('capture_method', ['automatic', 'automatic_async'])
  data?.text('statement_descriptor', { max: 22 })
  const secure = card?.oneOf('request_three_d_secure', ['automatic', 'any', 'challenge'])
  return {
    description: data?.text('description', { max: 1000 }) ?? null,
    metadata: mergeMetadata({}, data?.metadata() ?? {}),
    receiptEmail: data?.text('receipt_email') ?? null,
    statementSuffix: data?.text('statement_descriptor_suffix', { max: 22 }) ?? null,
    alwaysAuthenticate: secure === 'any' || secure === 'challenge',
  }
}
