import { condition, patched } from '@temporalio/workflow'
import type { OrderRequest, OrderTruth } from '../../activities/records.ts'
import type { OpenStep } from '../../db/tables/cases.ts'
import { Lapsed, type Duration, type Settled } from '../agenda.ts'
import { lapsesAt } from '../deadline.ts'
import type { Desk } from './desk.ts'
import { reach } from './hands.ts'
import { now, type Journal } from './journal.ts'

type Pay = NonNullable<OpenStep['pay']>
type Opening = ReturnType<Desk['open']>

/**
 * One payment at the card gateway. What the gateway says decides, never the browser, never a timer: at the end of the
 * payer's time the checkout is closed there, and only its word that nothing was paid lets the step lapse.
 */
export class PayStep {
  #opening: Opening
  #desk: Desk
  #journal: Journal
  #order: string
  #truth: OrderTruth | undefined
  #closing = false
  /** So many withdrawals are under way. */
  #leaving = 0
  #mandateEnded = false
  #within: Duration
  #until: string
  #pay: Pay

  constructor(desk: Desk, journal: Journal, step: string, order: string, amount: number, within: Duration) {
    this.#desk = desk
    this.#journal = journal
    this.#order = order
    this.#within = within
    this.#until = lapsesAt(now(), within)
    this.#pay = { order, amount, currency: 'CZK', state: 'connecting' }
    this.#opening = desk.open(step, { kind: 'pay', by: 'citizen', until: this.#until, pay: this.#pay })
  }

  async run(request: Omit<OrderRequest, 'id' | 'expiresAt'>): Promise<Settled> {
    try {
      this.#learn(await this.#ask('openOrder', { ...request, id: this.#order, expiresAt: this.#until }))
      // a gateway that was slow to open the page takes nothing from the payer's time
      this.#until = lapsesAt(now(), this.#within)
      this.#show({})
      while (!this.#truth || this.#truth.state === 'open') {
        const left = Math.max(1, Date.parse(this.#until) - Date.now())
        const spoken = await condition(() => this.#opening.nudged === true || this.#ended, left)
        if (this.#ended) break
        if (!spoken) {
          this.#show({ state: 'asking' })
          await this.#close()
        } else {
          this.#opening.nudged = false
          if (!this.#closing) this.#learn(await this.#ask('askOrder', this.#order))
        }
      }
      // By a withdrawal: that ends the case in a moment, or leaves it. It is not the payer's silence, whichever hand brought the news.
      if (this.#leaving > 0 && this.#truth?.state === 'expired' && patched('2026-11-withdrawal-decides'))
        await condition(() => this.#leaving === 0)
      return this.#outcome()
    } finally {
      this.#desk.close(this.#opening)
    }
  }

  /**
   * Asked by a withdrawal: closes the checkout. True when nothing was paid and nothing can be any more. The step does not lapse until
   * the withdrawal has either cancelled it or let it stay.
   */
  async release(): Promise<boolean> {
    this.#leaving++
    await this.#close()
    return this.#truth?.state !== 'posted' && this.#truth?.state !== 'held'
  }
  /** The withdrawal that asked to release it is over. */
  stay(): void {
    this.#leaving--
  }

  /** The payer may no longer pay for one of the debtors: the checkout is closed, unless it was paid before. */
  async mandateEnded(): Promise<void> {
    this.#mandateEnded = true
    await this.#close()
  }
  /** Whether it was closed unpaid for that reason. */
  get stopped(): boolean {
    return this.#mandateEnded && this.#truth?.state === 'expired'
  }

  get #ended() {
    return this.#truth !== undefined && this.#truth.state !== 'open'
  }

  async #close(): Promise<void> {
    this.#closing = true
    try {
      const truth = await this.#ask('closeOrder', this.#order)
      if (!this.#ended) this.#learn(truth)
    } finally {
      this.#closing = false
    }
  }

  #ask<H extends 'openOrder' | 'askOrder' | 'closeOrder'>(
    hand: H,
    argument: H extends 'openOrder' ? OrderRequest : string,
  ): Promise<OrderTruth> {
    return this.#journal.during(letGo =>
      reach(hand, argument as never, () => {
        if (this.#pay.state !== 'connecting') this.#show({ state: 'asking' })
        this.#journal.log({ what: 'payment-asking', step: this.#opening.view.step })
        letGo()
      }),
    ) as Promise<OrderTruth>
  }

  #learn(truth: OrderTruth): void {
    const before = this.#truth
    this.#truth = truth
    const { step } = this.#opening.view
    if (truth.state === 'open') {
      this.#show({ state: 'open', url: truth.url, ...(truth.failure && { failure: truth.failure }) })
      if (!before) this.#journal.log({ what: 'payment-open', step, values: { amount: truth.amount } })
      if (truth.failure && (before?.state !== 'open' || before.failure !== truth.failure))
        this.#journal.log({ what: 'payment-refused', step, values: { failure: truth.failure } })
    } else if (truth.state === 'posted')
      this.#journal.log({ what: 'payment-posted', step, values: { amount: truth.amount } })
    else if (truth.state === 'held')
      this.#journal.log({ what: 'payment-held', step, values: { amount: truth.amount, currency: truth.currency } })
    else this.#journal.log({ what: truth.state === 'changed' ? 'payment-changed' : 'payment-expired', step })
  }

  #show(change: Partial<Pay>): void {
    const { failure: _, ...pay } = this.#pay
    this.#pay = { ...pay, ...change }
    this.#opening.view = { ...this.#opening.view, until: this.#until, pay: this.#pay }
    this.#journal.touch()
  }

  #outcome(): Settled {
    const truth = this.#truth
    if (truth?.state === 'posted')
      return { state: 'paid', payment: truth.payment, amount: truth.amount, review: truth.review }
    if (truth?.state === 'held')
      return { state: 'held', order: this.#order, amount: truth.amount, currency: truth.currency }
    if (truth?.state === 'changed' || truth?.state === 'mandate-ended') return { state: truth.state }
    if (this.stopped) return { state: 'mandate-ended' }
    throw new Lapsed(this.#opening.view.step)
  }
}
