import type { Settings } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Route } from '../route.ts'
import type { Step } from '../state.ts'

/**
 * Takes writes from the portal's own pages alone, as the browser vouches by `Origin` or `Sec-Fetch-Site`; who sends neither is
 * refused too. Webhooks prove themselves by a signature instead. Throws Refusal `cross-origin`.
 */
export function sameOrigin(route: Route, settings: Settings): Step {
  const own = new URL(settings.portalUrl).origin
  const free = route.method === 'get' || route.webhook === true
  return async (ctx, next) => {
    const origin = ctx.get('Origin')
    const allowed = origin ? origin === own : ctx.get('Sec-Fetch-Site') === 'same-origin'
    if (!free && !allowed) throw new Refusal('cross-origin')
    await next()
  }
}
