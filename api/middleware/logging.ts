import type { Step } from '../state.ts'

/**
 * One line a request: the route's pattern instead of the address, the case's id, nothing that tells who asked or what was said.
 * Health checks and files of the portal are for the debug level alone.
 */
export function logging(): Step {
  return async (ctx, next) => {
    const began = performance.now()
    let ended = false
    const end = (aborted: boolean) => {
      if (ended) return
      ended = true
      const { route, log } = ctx.state
      const line = {
        method: ctx.method,
        route: route?.path ?? (ctx.path.startsWith('/api/') ? 'unknown' : 'portal'),
        status: ctx.status,
        ms: Math.round((performance.now() - began) * 10) / 10,
        ...(route?.path.startsWith('/api/cases/:id') && { caseId: String(ctx['params']?.id) }),
        ...(aborted && { aborted }),
      }
      const quiet = !route || route.path.startsWith('/health/')
      log[ctx.status >= 500 ? 'error' : quiet ? 'debug' : 'info'](line, 'request')
    }
    ctx.res.once('finish', () => end(false))
    ctx.res.once('close', () => end(true))
    await next()
  }
}
