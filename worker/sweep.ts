import type { Logger } from 'pino'
import type { OrderDeps } from '../activities/payments/orders.ts'
import { sweepPayments } from '../activities/payments/sweep.ts'

/** How long an event may stay lost, or an order unknown, before somebody looks. */
const every = 60_000

/** Looks for lost events and unknown orders now and every minute. Gives a function that stops it after the look in hand. */
export function startSweep(deps: OrderDeps, log: Logger): () => Promise<void> {
  let looking: Promise<unknown> = Promise.resolve()
  const look = () => {
    looking = sweepPayments(deps, log).catch((error: unknown) =>
      log.warn({ err: error }, 'payments could not be swept, the next look comes in a minute'),
    )
  }
  look()
  const timer = setInterval(look, every)
  return () => {
    clearInterval(timer)
    return looking.then(() => undefined)
  }
}
