import type { Logger } from 'pino'
import { endExpired } from '../activities/mandates/ending.ts'
import { recheckDue } from '../activities/mandates/rechecking.ts'
import type { MandateDeps } from '../activities/mandates/registering.ts'
import { today } from '../forms/day.ts'

/** How long after its last day a mandate may still read as valid in lists; what it allows is judged by its days at each act. */
const every = 10 * 60_000

/**
 * Ends mandates whose last day has passed, and asks the registers once a day after each of the others, now and every few minutes, so
 * that running cases under them hear of it. Gives a function that stops it.
 */
export function startExpiry(deps: MandateDeps, log: Logger): () => void {
  const look = () => {
    void endExpired(deps.db, today()).then(
      count => count > 0 && log.info({ count }, 'mandates ended'),
      (error: unknown) => log.error({ err: error }, 'mandates that have run out could not be ended'),
    )
    void recheckDue(deps).then(
      count => count > 0 && log.info({ count }, 'mandates ended or suspended by the registers'),
      (error: unknown) => log.error({ err: error }, 'the registers could not be asked about mandates'),
    )
  }
  look()
  const timer = setInterval(look, every)
  return () => clearInterval(timer)
}
