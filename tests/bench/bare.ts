import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import type { BareActivities } from './bare-worker.ts'

export const message = defineSignal('message')

const { write } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10 seconds' })

/** What the journeys cost Temporal itself: so many messages, each followed by so many rows written by local activities. Nothing else. */
export async function bare(id: string, messages: number, effects: number): Promise<void> {
  let heard = 0
  setHandler(message, () => void heard++)
  for (let at = 0; at < messages; at++) {
    await condition(() => heard > at)
    for (let n = 0; n < effects; n++) await write(id, at * effects + n)
  }
}
