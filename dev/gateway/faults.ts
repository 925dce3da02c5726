import type { EventType } from './objects/types.ts'

/**
 * A misbehaviour of the API, for the next `times` calls that match, or until it is cleared.
 * `before`: nothing has been done and nothing is remembered. `after`: the work is done and its answer stored under the
 * idempotency key, only the caller does not hear it; so a retry with the same key finds the truth.
 */
export interface ApiFault {
  on: 'api'
  /** `timeout` never answers; `reset` cuts the connection; `status` answers an error; `delay` answers late. */
  does: 'timeout' | 'reset' | 'status' | 'delay'
  when?: 'before' | 'after'
  /** With `status`: 429, 500, 503 … */
  status?: number
  /** With `delay`. */
  ms?: number
  method?: 'GET' | 'POST'
  /** Beginning of the path, such as `/v1/refunds`. */
  path?: string
  times?: number
}

/** The whole gateway is away: API and hosted page cut every connection. */
export interface DownFault {
  on: 'everything'
  does: 'reset'
  times?: number
}

/**
 * A misbehaviour of the webhooks, for the next `times` events that match, or until it is cleared.
 * `hold` keeps deliveries back until they are released; `drop` loses them for good; `duplicate` delivers `copies` times;
 * `delay` waits `ms`; `reorder` sends the events of one act backwards, `ms` apart; `forge` signs with a wrong secret.
 */
export interface WebhookFault {
  on: 'webhook'
  does: 'hold' | 'drop' | 'duplicate' | 'delay' | 'reorder' | 'forge'
  ms?: number
  copies?: number
  type?: EventType
  times?: number
}

export type Fault = ApiFault | DownFault | WebhookFault

export interface Faults {
  /** Adds a fault; the answer is its id. */
  add(fault: Fault): string
  /** Ends one fault, or all of them, and lets hanging calls go. */
  clear(id?: string): void
  list(): { id: string; fault: Fault; left: number | null }[]
  /** The fault that this API call meets, if any; counts it. */
  forCall(method: string, path: string): ApiFault | undefined
  /** Is the whole gateway away for this request? Counts it. */
  down(): boolean
  /** The faults that the delivery of this event meets; counts them. */
  forEvent(type: EventType): WebhookFault[]
  /** Resolves after `ms`, or once faults are cleared or the gateway closes. */
  wait(ms: number): Promise<void>
}

/** Faults live in memory: a restarted gateway behaves well. */
export function createFaults(): Faults {
  const active = new Map<string, { fault: Fault; left: number | null }>()
  const waiting = new Set<() => void>()
  let made = 0

  const take = <F extends Fault>(suits: (fault: Fault) => fault is F): F[] => {
    const met: F[] = []
    for (const [id, entry] of active) {
      if (!suits(entry.fault)) continue
      met.push(entry.fault)
      if (entry.left !== null && --entry.left === 0) active.delete(id)
    }
    return met
  }
  const takeFirst = <F extends Fault>(suits: (fault: Fault) => fault is F): F | undefined => {
    let found = false
    return take((fault): fault is F => !found && (found = suits(fault)))[0]
  }

  return {
    add(fault) {
      const id = `fault_${++made}`
      active.set(id, { fault, left: fault.times ?? null })
      return id
    },
    clear(id) {
      if (id) active.delete(id)
      else active.clear()
      for (const go of [...waiting]) go()
    },
    list: () => [...active].map(([id, { fault, left }]) => ({ id, fault, left })),
    forCall: (method, path) =>
      takeFirst(
        (fault): fault is ApiFault =>
          fault.on === 'api' &&
          (fault.method === undefined || fault.method === method) &&
          (fault.path === undefined || path.startsWith(fault.path)),
      ),
    down: () => takeFirst((fault): fault is DownFault => fault.on === 'everything') !== undefined,
    forEvent: type =>
      take(
        (fault): fault is WebhookFault => fault.on === 'webhook' && (fault.type === undefined || fault.type === type),
      ),
    wait: ms =>
      new Promise(resolve => {
        const go = () => {
          clearTimeout(timer)
          waiting.delete(go)
          resolve()
        }
        const timer = setTimeout(go, Math.min(ms, 2 ** 31 - 1))
        waiting.add(go)
      }),
  }
}
