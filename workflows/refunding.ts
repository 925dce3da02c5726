import type { HouseText } from '../activities/notifications/house.ts'
import type { Proposal, RefundOf, RefundWish } from '../activities/payments/refunds.ts'

/** How money that was to go back went. Amounts in haléře, or minor units of `currency`. */
export type Refunded =
  | { state: 'done' | 'failed'; amount: number; currency: string }
  /** Confirmed, and to be sent by a bank order; `refund` is its id. */
  | { state: 'approved'; refund: string; amount: number }
  | { state: 'rejected'; words: string }
  /** Nothing is left to go back. */
  | { state: 'nothing' }
  /** Another refund of the same payment is under way. */
  | { state: 'taken' }

/** The durable steps of a refund. */
export interface RefundHands {
  proposeRefund(wish: Omit<RefundWish, 'caseId'>): Promise<Proposal>
  approveRefund(ask: { id: string; by: string }): Promise<'approved' | 'nothing'>
  rejectRefund(id: string): Promise<void>
  sendRefund(id: string): Promise<'done' | 'failed'>
}

/** What a confirming official answers; the form is `confirmation()` of forms/confirmation.ts. */
export interface Confirmed {
  verdict: 'confirm' | 'reject'
  words?: string
  by: string
}

/**
 * The one way of money back to a payer: proposed, confirmed by a second official where the city's rules want it, taken out of the
 * ledger, then sent. `account`: by a bank order, which an official makes; else to the card it came from.
 */
export async function refunding(
  wish: { id: string; of: RefundOf; by: string; account?: string },
  hands: RefundHands,
  confirm: () => Promise<Confirmed>,
  tell: (text: HouseText, values: { sum: string }) => void,
): Promise<Refunded> {
  const { id } = wish
  const proposed = await hands.proposeRefund(wish)
  if (proposed.state !== 'proposed') return proposed
  const { amount, currency } = proposed
  let { by } = wish
  if (proposed.confirm) {
    const { verdict, words = '', by: second } = await confirm()
    if (verdict === 'reject') {
      await hands.rejectRefund(id)
      return { state: 'rejected', words }
    }
    by = second
  }
  if ((await hands.approveRefund({ id, by })) === 'nothing') return { state: 'nothing' }
  if (wish.account) return { state: 'approved', refund: id, amount }
  const state = await hands.sendRefund(id)
  tell(state === 'done' ? 'house/refunded' : 'house/refund-failed', { sum: sumOf(amount, currency) })
  return { state, amount, currency }
}

/** As people read it: „1 234,50 Kč“, or with the code of another currency. */
const sumOf = (amount: number, currency: string): string => {
  const [whole = '', part = ''] = (amount / 100).toFixed(2).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${grouped}${part === '00' ? '' : `,${part}`}\u00a0${currency === 'CZK' ? 'Kč' : currency}`
}
