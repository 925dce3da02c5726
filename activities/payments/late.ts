import { closeOrder, type OrderDeps } from './orders.ts'

/**
 * Money that arrived for an order whose case has closed. The gateway is asked again, and its page closed if it still stands open;
 * whatever was paid is in the ledger afterwards, once. Null when the gateway knows of no money.
 */
export async function latePayment(deps: OrderDeps, order: string): Promise<{ amount: number; posted: boolean } | null> {
  const truth = await closeOrder(deps, order)
  if (truth.state === 'held') return { amount: truth.amount, posted: false }
  return truth.state === 'posted' ? { amount: truth.amount, posted: true } : null
}
