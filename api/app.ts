import Router from '@koa/router'
import Koa from 'koa'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { answer } from './middleware/answer.ts'
import { body } from './middleware/body.ts'
import { caller } from './middleware/caller.ts'
import { headers } from './middleware/headers.ts'
import { Buckets, limited } from './middleware/limits.ts'
import { logging } from './middleware/logging.ts'
import { portal } from './middleware/portal.ts'
import { problems } from './middleware/problems.ts'
import { request } from './middleware/request.ts'
import { sameOrigin } from './middleware/same-origin.ts'
import type { Route } from './route.ts'
import type { State, Step } from './state.ts'

/** The door: what every request passes, in this order; then what every route passes, in that order. */
export function createApp(deps: Deps, routes: readonly Route[], pages: string): Koa<State> {
  const { settings, log } = deps
  const app = new Koa<State>({ proxy: settings.trustedProxies > 0, maxIpsCount: settings.trustedProxies })
  app.use(request(log))
  app.use(logging())
  for (const step of headers(settings)) app.use(step)
  app.use(problems(settings))
  const router = routerOf(deps, routes)
  app.use(router.routes() as Step)
  app.use(otherMethods(router.allowedMethods() as Step))
  app.use(portal(pages))
  app.on('error', (error: unknown) => log.debug({ err: error }, 'the connection broke'))
  return app
}

function routerOf(deps: Deps, routes: readonly Route[]): Router<State> {
  const router = new Router<State>()
  const buckets = new Buckets()
  for (const route of routes) {
    const named: Step = (ctx, next) => {
      ctx.state.route = route
      return next()
    }
    router[route.method](
      route.path,
      named,
      limited(route, buckets, deps.settings),
      sameOrigin(route, deps.settings),
      caller(route, deps),
      body(route),
      answer(route, deps),
    )
  }
  return router
}

/** The header `Allow` and the refusal of a method that an address does not take (RFC 9110 § 15.5.6). */
const otherMethods =
  (allowed: Step): Step =>
  async (ctx, next) => {
    await allowed(ctx, next)
    if (ctx.status === 405 || ctx.status === 501) throw new Refusal('method-not-allowed')
  }
