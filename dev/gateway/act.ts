import { newId } from './ids.ts'
import type { EventType, Event, StoredObject } from './objects/types.ts'
import type { Store } from './store.ts'

/** Stripe's version whose shapes this gateway speaks: the one pinned by the SDK in package.json. */
export const apiVersion = '2026-10-28.endive'

/** Who caused an act: an API request with its id and idempotency key, or nobody (the payer's page, the clock). */
export interface Cause {
  id: string | null
  idempotency_key: string | null
}
export const nobody: Cause = { id: null, idempotency_key: null }

/**
 * One thing that happens at the gateway: all its objects, events and webhook deliveries are committed together or not
 * at all.
 */
export interface Act {
  store: Store
  /** The instant of the act in Unix seconds, the same throughout. */
  now: number
  /** Records an event and plans its delivery. `previous` holds the old values of what changed. */
  emit(type: EventType, object: StoredObject, previous?: Record<string, unknown>): void
}

export type Acts = <T>(cause: Cause, work: (act: Act) => T) => T

/**
 * Makes the one way to change the gateway's state.
 * @param plan is called inside the transaction with the events of the act, in order; it stores their deliveries.
 * @param committed is called after the commit of an act that had events.
 */
export function createActs(deps: {
  store: Store
  clock: () => number
  plan: (events: Event[]) => void
  committed: () => void
}): Acts {
  return (cause, work) => {
    const events: Event[] = []
    const now = Math.floor(deps.clock() / 1000)
    const result = deps.store.transaction(() => {
      const answer = work({
        store: deps.store,
        now,
        emit(type, object, previous) {
          events.push({
            id: newId('evt_'),
            object: 'event',
            api_version: apiVersion,
            created: now,
            data: { object: structuredClone(object), ...(previous && { previous_attributes: previous }) },
            livemode: false,
            pending_webhooks: 1,
            request: cause,
            type,
          })
        },
      })
      for (const event of events) deps.store.insert('event', event, {})
      deps.plan(events)
      return answer
    })
    if (events.length > 0) deps.committed()
    return result
  }
}
