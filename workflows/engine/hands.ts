import { CancellationScope, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { Activities } from '../../activities/index.ts'

/** Writes the case's record: local, so that one message costs one workflow task; Postgres away means trying again, for ever. */
export const { recordCase } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '20 seconds',
  retry: { initialInterval: '200 ms', maximumInterval: '10 seconds' },
})

/** One quick try of what the next view needs (a checkout's address, a look-up). */
const quick = proxyLocalActivities<Activities>({ startToCloseTimeout: '5 seconds', retry: { maximumAttempts: 1 } })
/** The same, patiently, as a normal activity with a timer of its own, when the quick try failed. */
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
})

export type Hand = Exclude<keyof Activities, 'recordCase'>

/**
 * Does one outside step: quickly if the other side answers at once, else patiently. `waiting` is called in between,
 * so that the case can say what it waits for. Activities are idempotent, so a try whose answer was lost may be repeated.
 */
export async function reach<H extends Hand>(
  hand: H,
  argument: Parameters<Activities[H]>[0],
  waiting: () => void,
): Promise<Awaited<ReturnType<Activities[H]>>> {
  const call = (through: typeof quick) =>
    (through[hand] as (a: typeof argument) => Promise<Awaited<ReturnType<Activities[H]>>>)(argument)
  try {
    return await call(quick)
  } catch (error) {
    if (isFinal(error) || isCancellation(error)) throw error
    waiting()
    // a withdrawal does not wait until the engine confirms that the step is given up
    return Promise.race([call(patient as typeof quick), CancellationScope.current().cancelRequested])
  }
}

/** A step the other side refused for good must not be asked again. */
const isFinal = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'cause' in error &&
  typeof error.cause === 'object' &&
  error.cause !== null &&
  'nonRetryable' in error.cause &&
  error.cause.nonRetryable === true
