import { sessionCookie } from '../auth/cookie.ts'
import { findSession, keepAlive } from '../auth/session.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import type { Audience, Caller, Route } from '../route.ts'
import type { Step } from '../state.ts'

/**
 * Finds out who asks and whether the route is for them. Throws Refusal `not-signed-in`, `session-expired` or `forbidden`.
 * A move of the person prolongs the session; what the page asks by itself does not.
 */
export function caller(route: Route, { db, settings, now }: Deps): Step {
  return async (ctx, next) => {
    const cookie = route.webhook ? undefined : ctx.cookies.get(sessionCookie(settings))
    const signedIn = cookie === undefined ? null : await findSession(db, cookie, now())
    ctx.state.signedIn = signedIn
    if (route.who !== 'anyone') {
      if (!signedIn) throw new Refusal(cookie === undefined ? 'not-signed-in' : 'session-expired')
      if (!isFor(route.who, signedIn.who)) throw new Refusal('forbidden')
    }
    if (signedIn && !route.quiet) await keepAlive(db, signedIn.session, settings.sessionIdleMinutes, now())
    await next()
  }
}

/** Whether a caller belongs to an audience. */
export function isFor(audience: Audience, who: Caller): boolean {
  if (audience === 'anyone' || audience === 'signed-in') return true
  if (typeof audience === 'object') return who.kind === 'official' && who.official.roles.includes(audience.role)
  return who.kind === audience
}
