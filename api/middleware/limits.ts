import { createHash } from 'node:crypto'
import { sessionCookie } from '../auth/cookie.ts'
import type { Settings } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Route } from '../route.ts'
import type { Step } from '../state.ts'

/** A bucket of tokens: so many at once, refilled at so many a minute. */
interface Limit {
  burst: number
  perMinute: number
}

/** How much one browser, and one address with perhaps a whole office behind it, may ask. */
export const limits = {
  'sign-in': { browser: { burst: 30, perMinute: 20 }, address: { burst: 200, perMinute: 200 } },
  // each goes on to a register of the state
  'look-up': { browser: { burst: 40, perMinute: 90 }, address: { burst: 300, perMinute: 600 } },
  'desk-code': { browser: { burst: 10, perMinute: 10 }, address: { burst: 60, perMinute: 60 } },
  // beside what Postgres counts: tries that find nothing, by symbol and by address (api/slip/tries.ts)
  slip: { browser: { burst: 10, perMinute: 6 }, address: { burst: 40, perMinute: 30 } },
  write: { browser: { burst: 40, perMinute: 60 }, address: { burst: 400, perMinute: 600 } },
  read: { browser: { burst: 150, perMinute: 300 }, address: { burst: 1500, perMinute: 3000 } },
  webhook: { browser: { burst: 500, perMinute: 3000 }, address: { burst: 500, perMinute: 3000 } },
} satisfies Record<string, { browser: Limit; address: Limit }>

export type LimitName = keyof typeof limits

export const limitOf = (route: Pick<Route, 'limit' | 'webhook' | 'method'>): LimitName | 'none' =>
  route.limit ?? (route.webhook ? 'webhook' : route.method === 'get' ? 'read' : 'write')

/** Token buckets in this process' memory: with several processes behind a balancer each allows its share. */
export class Buckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>()

  /** Takes one token; 0 if there was one, otherwise the seconds until there will be. `now` in milliseconds. */
  take(key: string, { burst, perMinute }: Limit, now: number): number {
    const bucket = this.buckets.get(key) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute)
    const allowed = tokens >= 1
    this.buckets.delete(key)
    this.buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now })
    this.forget(now)
    return allowed ? 0 : Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60))
  }

  /** The longest untouched are at the front; after ten minutes every bucket is full again. */
  private forget(now: number) {
    for (const [key, { at }] of this.buckets) {
      if (now - at < 600_000 && this.buckets.size < 100_000) return
      this.buckets.delete(key)
    }
  }
}

/** Throws Refusal `too-many` with the seconds to wait. Counted before the body is read or the database asked. */
export function limited(route: Route, buckets: Buckets, settings: Settings): Step {
  const name = limitOf(route)
  if (name === 'none' || !settings.rateLimits) return (_, next) => next()
  const { browser, address } = limits[name]
  return async (ctx, next) => {
    const cookie = ctx.cookies.get(sessionCookie(settings))
    const who = cookie === undefined ? `ip ${ctx.ip}` : createHash('sha256').update(cookie).digest('base64url')
    const now = Date.now()
    // a browser may invent cookies, but not addresses
    const wait = buckets.take(`${name} all ${ctx.ip}`, address, now) || buckets.take(`${name} ${who}`, browser, now)
    if (wait > 0) throw new Refusal('too-many', { values: { seconds: wait } })
    return next()
  }
}
