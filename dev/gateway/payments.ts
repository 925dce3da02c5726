import type { Act } from './act.ts'
import { missing, refused } from './api/errors.ts'
import { cardOf, declines, type Decline } from './cards.ts'
import { openDispute } from './disputes.ts'
import { newBalanceTransaction } from './objects/money.ts'
import { newCharge, newPaymentIntent, paymentError } from './objects/payment.ts'
import { payer } from './objects/session.ts'
import type { PaymentIntent, Session, StoredCard } from './objects/types.ts'

/** What came of a try to pay: money taken, refused with the reason, or the payer has to confirm it at the bank. */
export type Attempt =
  | { outcome: 'paid' }
  | { outcome: 'declined'; decline: Decline }
  | { outcome: 'authenticate' }
  | { outcome: 'closed'; status: 'complete' | 'expired' }

/** The payer did not confirm the payment in the bank's 3-D Secure. */
const notAuthenticated: Decline = {
  code: 'payment_intent_authentication_failure',
  message: 'The provided PaymentMethod has failed authentication.',
}

/**
 * The session as it stands now. One whose time has passed is expired on the spot, whether or not the sweeper was here.
 * @throws ApiError 404 when there is none.
 */
export function currentSession(act: Act, id: string): Session {
  const session = act.store.find('checkout.session', id)
  if (!session) throw missing('checkout.session', id)
  if (session.status === 'open' && session.expires_at <= act.now) expire(act, session)
  return session
}

/** The payer sends a card for an open session. */
export function payWithCard(act: Act, sessionId: string, card: StoredCard): Attempt {
  const session = currentSession(act, sessionId)
  if (session.status !== 'open') return { outcome: 'closed', status: session.status }

  const intent = intentOf(act, session)
  const test = cardOf(card)
  intent.last_payment_error = null
  if (!test.authenticates && !act.store.hidden('checkout.session', session.id)?.intent.alwaysAuthenticate) {
    return settle(act, session, intent, card, test.declines ? declines[test.declines] : null, false)
  }

  intent.status = 'requires_action'
  intent.next_action = {
    redirect_to_url: { return_url: session.success_url, url: `${session.url}/authenticate` },
    type: 'redirect_to_url',
  }
  act.store.update('payment_intent', intent, { session: session.id, card })
  act.emit('payment_intent.requires_action', intent)
  return { outcome: 'authenticate' }
}

/** Makes an open session take other money than was asked for: a gateway that converts, a mistake of the merchant's account. */
export function takeOtherMoney(act: Act, sessionId: string, other: { amount?: number; currency?: string }): void {
  const session = currentSession(act, sessionId)
  const intent = intentOf(act, session)
  if (other.amount !== undefined) intent.amount = other.amount
  if (other.currency !== undefined) intent.currency = other.currency
  act.store.update('payment_intent', intent, { session: session.id, card: null })
}

/** The payer confirms or refuses the payment at the bank. Undefined when nothing waits for it. */
export function authenticate(act: Act, sessionId: string, approved: boolean): Attempt | undefined {
  const session = currentSession(act, sessionId)
  if (session.status !== 'open') return { outcome: 'closed', status: session.status }
  const waiting = awaitingAuthentication(act, session)
  if (!waiting) return undefined
  if (!approved) return decline(act, waiting.intent, notAuthenticated)
  const test = cardOf(waiting.card)
  return settle(act, session, waiting.intent, waiting.card, test.declines ? declines[test.declines] : null, true)
}

/** The payment that waits for the payer's word at the bank, with its card. */
export function awaitingAuthentication(
  act: Act,
  session: Session,
): { intent: PaymentIntent; card: StoredCard } | undefined {
  const intent = session.payment_intent && act.store.find('payment_intent', session.payment_intent)
  if (!intent || intent.status !== 'requires_action') return undefined
  const card = act.store.hidden('payment_intent', intent.id)?.card
  return card ? { intent, card } : undefined
}

/**
 * The merchant closes an open session.
 * @throws ApiError 400 when it is no longer open.
 */
export function expireSession(act: Act, id: string): Session {
  const session = currentSession(act, id)
  if (session.status !== 'open') {
    throw refused(
      undefined,
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
      'session',
    )
  }
  expire(act, session)
  return session
}

function intentOf(act: Act, session: Session): PaymentIntent {
  const found = session.payment_intent && act.store.find('payment_intent', session.payment_intent)
  if (found) return found
  const wishes = act.store.hidden('checkout.session', session.id)?.intent
  if (!wishes) throw new Error(`Session ${session.id} was stored without its wishes.`)
  const intent = newPaymentIntent(session, wishes, act.now)
  act.store.insert('payment_intent', intent, { session: session.id, card: null })
  session.payment_intent = intent.id
  act.store.update('checkout.session', session)
  act.emit('payment_intent.created', intent)
  return intent
}

function settle(
  act: Act,
  session: Session,
  intent: PaymentIntent,
  card: StoredCard,
  reason: Decline | null,
  authenticated: boolean,
): Attempt {
  const charge = newCharge({
    intent,
    card,
    email: session.customer_email,
    authenticated,
    decline: reason,
    now: act.now,
  })
  const afterwards = cardOf(card).afterwards
  intent.latest_charge = charge.id
  act.store.insert('charge', charge, { afterwards: afterwards && afterwards !== 'dispute' ? afterwards : null })
  if (reason) {
    act.emit('charge.failed', charge)
    return decline(act, intent, reason, charge.id)
  }

  const credit = newBalanceTransaction('charge', charge.amount, charge, act.now)
  act.store.insert('balance_transaction', credit, {})
  charge.balance_transaction = credit.id
  act.store.update('charge', charge)

  intent.status = 'succeeded'
  intent.amount_received = charge.amount
  intent.next_action = null
  intent.payment_method = charge.payment_method
  act.store.update('payment_intent', intent, { session: session.id, card: null })

  session.status = 'complete'
  session.payment_status = 'paid'
  session.url = null
  session.customer_details = payer(session.customer_email, card.holder)
  act.store.update('checkout.session', session)

  act.emit('charge.succeeded', charge)
  act.emit('payment_intent.succeeded', intent)
  act.emit('checkout.session.completed', session)
  if (afterwards === 'dispute') openDispute(act, charge)
  return { outcome: 'paid' }
}

function decline(act: Act, intent: PaymentIntent, reason: Decline, charge?: string): Attempt {
  intent.status = 'requires_payment_method'
  intent.next_action = null
  intent.last_payment_error = paymentError(reason, charge)
  const session = act.store.hidden('payment_intent', intent.id)?.session ?? ''
  act.store.update('payment_intent', intent, { session, card: null })
  act.emit('payment_intent.payment_failed', intent)
  return { outcome: 'declined', decline: reason }
}

function expire(act: Act, session: Session): void {
  const intent = session.payment_intent && act.store.find('payment_intent', session.payment_intent)
  if (intent && intent.status !== 'succeeded') {
    intent.status = 'canceled'
    intent.canceled_at = act.now
    intent.cancellation_reason = 'expired'
    intent.next_action = null
    act.store.update('payment_intent', intent, { session: session.id, card: null })
    act.emit('payment_intent.canceled', intent)
  }
  session.status = 'expired'
  session.url = null
  act.store.update('checkout.session', session)
  act.emit('checkout.session.expired', session)
}
