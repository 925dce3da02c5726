/** Where a payment order (platba portálu) may stand. `held`: paid, but not in money the ledger can take; a person decides. */
export type OrderState = 'created' | 'open' | 'paid' | 'posted' | 'held' | 'returned' | 'expired'
/** Where money that goes back (vratka) may stand. `failed`: the bank of the payer did not take it. */
export type RefundState = 'requested' | 'approved' | 'done' | 'failed' | 'rejected'
/** Who may cause a move. `house`: the portal itself, when time is up, an answer is repeated or a bank statement shows it. */
export type Mover = 'payer' | 'gateway' | 'ledger' | 'clerk' | 'second clerk' | 'house'

export interface Move<S extends string> {
  from: S
  to: S
  /** What causes it, as it stands in the documentation. */
  event: string
  by: readonly Mover[]
}

/** The one graph of a payment: the code moves along it, Postgres checks it (table `legal_move`), docs/payments.md draws it. */
export const orderMoves: readonly Move<OrderState>[] = [
  { from: 'created', to: 'open', event: 'the gateway opened its page', by: ['gateway'] },
  {
    from: 'created',
    to: 'expired',
    event: 'the gateway refused it, or the payer or the time ended it before the page opened',
    by: ['gateway', 'payer', 'house'],
  },
  { from: 'created', to: 'paid', event: 'the answer about the page was lost, and the money came', by: ['gateway'] },
  { from: 'open', to: 'paid', event: 'the gateway says that it was paid', by: ['gateway'] },
  { from: 'open', to: 'expired', event: 'the gateway says that the page is closed unpaid', by: ['gateway'] },
  { from: 'expired', to: 'paid', event: 'money came after all: the gateway says that it was paid', by: ['gateway'] },
  { from: 'paid', to: 'posted', event: 'the ledger took the money', by: ['ledger'] },
  { from: 'paid', to: 'held', event: 'the money is of another currency than the debt', by: ['house'] },
  { from: 'held', to: 'returned', event: 'all of it went back to the payer', by: ['gateway'] },
  { from: 'returned', to: 'held', event: 'the bank of the payer did not take it', by: ['gateway'] },
]

/** The one graph of money that goes back. */
export const refundMoves: readonly Move<RefundState>[] = [
  { from: 'requested', to: 'approved', event: 'the refund was confirmed', by: ['clerk', 'second clerk'] },
  { from: 'requested', to: 'rejected', event: 'the refund was not confirmed', by: ['clerk', 'second clerk'] },
  { from: 'approved', to: 'done', event: 'the money was sent back', by: ['gateway', 'clerk', 'house'] },
  {
    from: 'approved',
    to: 'failed',
    event: 'the gateway or the bank refused to send it back',
    by: ['gateway', 'clerk', 'house'],
  },
  { from: 'done', to: 'failed', event: 'the bank of the payer returned it', by: ['gateway', 'clerk', 'house'] },
]

/** The states from which something may come to `next`: the `where` of every move. */
export const comesFrom = <S extends string>(moves: readonly Move<S>[], next: S): S[] =>
  moves.filter(({ to }) => to === next).map(({ from }) => from)
