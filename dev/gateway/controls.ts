import { nobody, type Acts } from './act.ts'
import { missing, refused } from './api/errors.ts'
import { storedCard, testCard } from './cards.ts'
import type { Deliveries, Delivery, DeliveryAttempt } from './deliveries.ts'
import { closeDispute, openDispute } from './disputes.ts'
import type { Fault, Faults } from './faults.ts'
import type { Journal, LoggedRequest, Totals } from './journal.ts'
import { authenticate, currentSession, expireSession, payWithCard, takeOtherMoney, type Attempt } from './payments.ts'
import type { Store } from './store.ts'
import type { Sweeper } from './sweeper.ts'
import type { Deliverer, Manner } from './webhooks.ts'

/** Everything that tests (and people showing the portal) may do to the gateway from outside Stripe's API. */
export interface Controls {
  /** The gateway begins to misbehave; the answer is the fault's id. See `faults.ts` for what there is. */
  misbehave(fault: Fault): string
  /** Ends one fault, or all of them. Calls that hang are let go; held webhooks stay held until `deliver`. */
  behave(id?: string): void
  /**
   * Pays a session without a browser. A card that needs 3-D Secure is confirmed or refused as `bank` says
   * (default `approve`).
   * @throws ApiError 404 for an unknown session, 400 for a number that is no test card.
   */
  pay(session: string, card?: string, bank?: 'approve' | 'refuse'): Attempt
  /** The next payment of this session brings other money: haléře (or cents), currency in lower case. */
  bringOther(session: string, other: { amount?: number; currency?: string }): void
  /** Expires an open session now, as its time would. */
  expire(session: string): void
  /** The cardholder disputes the payment of this session; the answer is the dispute's id. */
  dispute(session: string): string
  /** The issuer decides a dispute. */
  closeDispute(dispute: string, verdict: 'won' | 'lost'): void
  /** Lets held webhooks go; the answer is how many. */
  deliver(order?: 'created' | 'reversed'): number
  /** Webhooks that wait for their next try are tried now; the answer is how many. */
  hurry(): number
  /** Sends an event once more, whether or not it was acknowledged. */
  redeliver(event: string): void
  /** Sends an event at once with a signature that must not be believed; the answer is the receiver's HTTP status. */
  forge(event: string, manner?: Exclude<Manner, 'honest'>): Promise<number>
  /** Resolves once every webhook that is not held was delivered or given up; throws after `withinMs` (10 s). */
  settled(withinMs?: number): Promise<void>
  /** Does now what the clock does every few seconds. */
  sweep(): void
  /** Where webhooks go from now on; null: nobody listens, and no delivery is made for new events. */
  sendWebhooksTo(url: string | null): void
  /** Every API request, in the order of their ends. What payers type on the page is never logged. */
  requests(): LoggedRequest[]
  deliveries(): Delivery[]
  /** Every try to deliver a webhook. */
  attempts(): DeliveryAttempt[]
  faults(): { id: string; fault: Fault; left: number | null }[]
  /** Haléře captured, refunded and disputed, by `client_reference_id`. */
  totals(): Record<string, Totals>
}

export function createControls(deps: {
  acts: Acts
  store: Store
  faults: Faults
  journal: Journal
  deliveries: Deliveries
  deliverer: Deliverer
  sweeper: Sweeper
  setWebhookUrl: (url: string | null) => void
}): Controls {
  const { acts, deliveries, deliverer } = deps
  return {
    misbehave: fault => deps.faults.add(fault),
    behave: id => deps.faults.clear(id),
    pay: (session, card = '4242424242424242', bank = 'approve') =>
      acts(nobody, act => {
        const test = testCard(card.replace(/\s/g, ''))
        if (!test) throw refused('incorrect_number', `${card} is not a test card.`, 'card')
        const first = payWithCard(act, session, storedCard(test, { month: 12, year: 2099 }, 'Jana Nováková'))
        if (first.outcome !== 'authenticate') return first
        return authenticate(act, session, bank === 'approve') ?? first
      }),
    bringOther: (session, other) => acts(nobody, act => takeOtherMoney(act, session, other)),
    expire: session => void acts(nobody, act => expireSession(act, session)),
    dispute: session =>
      acts(nobody, act => {
        const intent = act.store.find('payment_intent', currentSession(act, session).payment_intent ?? '')
        const charge = intent?.latest_charge ? act.store.find('charge', intent.latest_charge) : undefined
        if (!charge) throw refused('charge_not_disputable', `Session ${session} was not paid.`)
        return openDispute(act, charge).id
      }),
    closeDispute: (dispute, verdict) => void acts(nobody, act => closeDispute(act, dispute, verdict)),
    deliver(order = 'created') {
      const count = deliveries.release(order)
      deliverer.wake()
      return count
    },
    hurry() {
      const count = deliveries.hurry()
      deliverer.wake()
      return count
    },
    redeliver(event) {
      if (!deps.store.find('event', event)) throw missing('event', event)
      deliveries.again(event)
      deliverer.wake()
    },
    async forge(event, manner = 'wrong-secret') {
      if (!deps.store.find('event', event)) throw missing('event', event)
      return deliverer.sendNow(event, manner)
    },
    settled: withinMs => deliverer.settled(withinMs),
    sweep: () => deps.sweeper.sweep(),
    sendWebhooksTo(url) {
      deps.setWebhookUrl(url)
      deliverer.wake()
    },
    requests: () => deps.journal.requests(),
    deliveries: () => deliveries.list(),
    attempts: () => deliveries.attempts(),
    faults: () => deps.faults.list(),
    totals: () => deps.journal.totals(),
  }
}
