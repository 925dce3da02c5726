import type { Deliveries, Delivery } from './deliveries.ts'
import { signatureHeader } from './signature.ts'
import type { Store } from './store.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Waits between tries; the last one repeats until `giveUpAfterMs`. */
export const defaultSchedule: readonly number[] = [
  second,
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
]
export const defaultGiveUpMs = 72 * hour

export interface Deliverer {
  /** Looks for deliveries that are due. */
  wake(): void
  /**
   * Resolves once no delivery is pending or under way (held ones do not count).
   * @throws Error when that takes longer than `withinMs`.
   */
  settled(withinMs?: number): Promise<void>
  /** Sends an event at once, outside the queue, in the given manner; the answer is the receiver's HTTP status. */
  sendNow(event: string, manner: Manner): Promise<number>
  close(): Promise<void>
}

/** How an odd delivery is odd: honest, wrong secret, body changed after signing, an old signature, none at all. */
export type Manner = 'honest' | 'wrong-secret' | 'altered' | 'stale' | 'unsigned'

export interface DelivererDeps {
  store: Store
  deliveries: Deliveries
  url: () => string | null
  secret: string
  clock: () => number
  scheduleMs: readonly number[]
  giveUpAfterMs: number
  timeoutMs: number
  log: (message: string) => void
}

/** At most this many webhooks are under way at once; their order is not guaranteed, as with Stripe. */
const abreast = 8

/** Delivers webhooks until they are acknowledged with 2xx, retrying with growing waits. Goes on after a restart. */
export function startDeliverer(deps: DelivererDeps): Deliverer {
  const { deliveries, clock } = deps
  const underWay = new Map<number, Promise<void>>()
  const waiters = new Set<() => void>()
  const closing = new AbortController()
  let timer: NodeJS.Timeout | undefined

  const wake = () => {
    if (closing.signal.aborted || deps.url() === null) return
    for (const delivery of deliveries.due(clock())) {
      if (underWay.size >= abreast) break
      if (underWay.has(delivery.seq)) continue
      const work = deliver(delivery)
        .catch(error => {
          deps.log(`Webhook ${delivery.event}: ${reasonOf(error)}`)
          deliveries.retry(delivery.seq, clock() + second)
        })
        .finally(() => {
          underWay.delete(delivery.seq)
          wake()
        })
      underWay.set(delivery.seq, work)
    }
    clearTimeout(timer)
    const next = deliveries.next()
    if (next === null && underWay.size === 0) for (const done of [...waiters]) done()
    if (next !== null && underWay.size < abreast) {
      // A delivery under way stays pending, and so due: its own end wakes us, the clock need not.
      timer = setTimeout(wake, Math.min(Math.max(next - clock(), underWay.size > 0 ? 50 : 1), hour))
      timer.unref()
    }
  }

  const deliver = async (delivery: Delivery): Promise<void> => {
    const status = await send(delivery.event, delivery.forged ? 'wrong-secret' : 'honest', delivery.seq)
    if (closing.signal.aborted) return
    if (status >= 200 && status < 300) {
      deliveries.finish(delivery.seq, 'delivered')
      return
    }
    const wait = deps.scheduleMs[Math.min(delivery.attempts, deps.scheduleMs.length - 1)] ?? hour
    const due = clock() + wait
    if (due - delivery.created > deps.giveUpAfterMs) {
      deliveries.finish(delivery.seq, 'failed')
      deps.log(`Webhook ${delivery.event} was given up after ${delivery.attempts + 1} tries.`)
    } else {
      deliveries.retry(delivery.seq, due)
    }
  }

  /** Answers the receiver's status, 0 when there was no answer. */
  const send = async (eventId: string, manner: Manner, seq: number | null): Promise<number> => {
    const event = deps.store.find('event', eventId)
    const url = deps.url()
    if (!event || !url) throw new Error(event ? 'No webhook address is set.' : `No such event: ${eventId}`)
    const payload = JSON.stringify(event, null, 2)
    const started = clock()
    let status: number | null = null
    let error: string | null = null
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          ...signed(manner, payload, deps.secret, started),
        },
        body: manner === 'altered' ? payload.replace(/"amount(_total)?": \d+/, '"amount$1": 1') : payload,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(deps.timeoutMs)]),
      })
      await response.arrayBuffer()
      status = response.status
    } catch (problem) {
      error = reasonOf(problem)
    }
    if (!closing.signal.aborted) {
      const signature = manner === 'honest' ? 'valid' : 'forged'
      const ms = clock() - started
      deliveries.record({ delivery: seq, event: eventId, type: event.type, at: started, ms, status, error, signature })
    }
    return status ?? 0
  }

  return {
    wake,
    async settled(withinMs = 10_000) {
      if (deliveries.next() === null && underWay.size === 0) return
      await new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => {
          waiters.delete(done)
          reject(new Error(`Webhooks were still on their way after ${withinMs} ms.`))
        }, withinMs)
        const done = () => {
          clearTimeout(late)
          waiters.delete(done)
          resolve()
        }
        waiters.add(done)
        wake()
      })
    },
    sendNow: (event, manner) => send(event, manner, null),
    async close() {
      closing.abort()
      clearTimeout(timer)
      await Promise.all(underWay.values())
    },
  }
}

function signed(manner: Manner, payload: string, secret: string, now: number): Record<string, string> {
  if (manner === 'unsigned') return {}
  const key = manner === 'wrong-secret' ? `${secret}-forged` : secret
  return { 'stripe-signature': signatureHeader(payload, key, manner === 'stale' ? now - hour : now) }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
