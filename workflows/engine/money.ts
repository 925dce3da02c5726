import type { Refunded } from '../refunding.ts'
import type { PayStep } from './pay.ts'

/** The money of one case. Once it came, and while it goes back, the case cannot be taken back: nobody would be left to decide on it. */
export class CaseMoney {
  readonly payments = new Set<PayStep>()
  #came = false
  #goesBack = false

  /** Why the case cannot be taken back now. */
  get holds(): 'paid-meanwhile' | 'money-goes-back' | undefined {
    return this.#goesBack ? 'money-goes-back' : this.#came ? 'paid-meanwhile' : undefined
  }

  came(): void {
    this.#came = true
  }

  /** Money that waits for a bank order goes back until somebody says how the order went. */
  async goesBack(work: () => Promise<Refunded>): Promise<Refunded> {
    this.#goesBack = true
    const how = await work()
    this.#goesBack = how.state === 'approved'
    return how
  }

  transferred(): void {
    this.#goesBack = false
  }
}
