import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Step } from '../state.ts'

/** Gives the request its id, its language and its log. The id goes to the answer, the log, the audit and every problem shown. */
export function request(log: Logger): Step {
  return async (ctx, next) => {
    const requestId = randomUUID()
    ctx.state.requestId = requestId
    ctx.state.language = ctx.acceptsLanguages('cs', 'en') === 'en' ? 'en' : 'cs'
    ctx.state.log = log.child({ requestId })
    ctx.set('X-Request-Id', requestId)
    await next()
  }
}
