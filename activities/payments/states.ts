/** Where a payment order (platební příkaz portálu) may stand. */
export type OrderState = 'created' | 'open' | 'paid' | 'posted' | 'expired'

/** The legal moves of an order and what causes each; everything else is refused, here and by the checks in Postgres. */
export const orderMoves: Readonly<Record<OrderState, Partial<Record<OrderState, string>>>> = {
  created: {
    open: 'the gateway opened the checkout',
    expired: 'the gateway refused it, or the time ran out before it opened',
  },
  open: { paid: 'the gateway says that it was paid', expired: 'the gateway says that it is closed unpaid' },
  paid: { posted: 'the ledger took the money' },
  posted: {},
  expired: { paid: 'money came after all: the gateway says that it was paid' },
}

/** The states from which an order may come to `next`: the `where` of every move. */
export const comesFrom = (next: OrderState): OrderState[] =>
  (Object.keys(orderMoves) as OrderState[]).filter(state => orderMoves[state][next] !== undefined)
