import { Refusal, problemDetails } from '../errors.ts'
import type { Settings } from '../deps.ts'
import type { Request, Step } from '../state.ts'

/**
 * The one exit of everything thrown: a Refusal is answered in its words, anything else as `unexpected` (or `unavailable` when the
 * database is away), logged with its stack, which never leaves the house.
 */
export function problems({ portalUrl }: Settings): Step {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body === undefined) throw new Refusal('unknown-page')
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.status >= 500) ctx.state.log.error({ err: error, route: ctx.state.route?.path }, refusal.code)
      else ctx.state.log.debug({ code: refusal.code }, 'refused')
      answer(ctx, refusal, portalUrl)
    }
  }
}

function answer(ctx: Request, refusal: Refusal, portalUrl: string) {
  const { language, requestId, route } = ctx.state
  const seconds = refusal.values['seconds']
  if (seconds !== undefined) ctx.set('Retry-After', String(seconds))
  ctx.set('Cache-Control', 'no-store')
  // Here a person is on the way between two sites: words on a page serve better than a document.
  if (route?.limit === 'sign-in' && ctx.method === 'GET') {
    const problem = refusal.code === 'too-many' || refusal.code === 'unavailable' ? refusal.code : 'unknown'
    return ctx.redirect(`/${language}/signing-in?problem=${problem}`)
  }
  ctx.status = refusal.status
  ctx.body = JSON.stringify(problemDetails(refusal, language, requestId, portalUrl))
  ctx.set('Content-Type', 'application/problem+json; charset=utf-8')
  ctx.set('Content-Language', language)
  ctx.vary('Accept-Language')
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(isDatabaseAway(error) ? 'unavailable' : 'unexpected')
}

/** No connection to Postgres, or it is shutting down, starting or full (SQLSTATE classes 08, 53 and 57P). */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  const code = 'code' in error ? String(error.code) : ''
  if (/^(08|53|57P)\w+$/.test(code) && code.length === 5) return true
  if (/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)$/.test(code)) return true
  if (
    /connection terminated|timeout exceeded when trying to connect|cannot connect|not queryable|not currently accepting connections/i.test(
      error.message,
    )
  )
    return true
  return isDatabaseAway(error.cause)
}
