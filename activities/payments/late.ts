import type { OrderDeps } from './orders.ts'
import { askOrder } from './orders.ts'

/**
 * Money that arrived for an order whose case has closed. The gateway is asked again; whatever was paid is in the ledger
 * afterwards, once. Null when the gateway knows of no money.
 */
export async function latePayment(deps: OrderDeps, order: string): Promise<{ amount: number; posted: boolean } | null> {
  const truth = await askOrder(deps, order)
  return truth.state === 'posted' ? { amount: truth.amount, posted: true } : null
}
