import { timingSafeEqual } from 'node:crypto'
import Router, { type RouterContext } from '@koa/router'
import { apiVersion, type Acts, type Cause } from '../act.ts'
import { readBody } from '../body.ts'
import type { ApiFault, Faults } from '../faults.ts'
import { newId } from '../ids.ts'
import type { Journal } from '../journal.ts'
import { ApiError, internal, noKey, staged, unknownUrl, wrongKey } from './errors.ts'
import { parseForm } from './form-encoding.ts'
import { fingerprint, worthKeeping, type Answer, type Idempotency } from './idempotency.ts'
import type { SessionRules } from './new-session.ts'
import { readParams } from './params.ts'
import { apiRoutes, type Handler } from './routes.ts'

export interface ApiDeps {
  apiKey: string
  acts: Acts
  faults: Faults
  journal: Journal
  idempotency: Idempotency
  clock: () => number
  rules: SessionRules
  log: (message: string) => void
}

/** Never answered: the controls cut the connection or let it hang. */
const silence = Symbol('silence')

/** Stripe's HTTP API under `/v1`. */
export function createApi(deps: ApiDeps): Router {
  const router = new Router()
  for (const { method, path, handler } of apiRoutes(deps.rules)) {
    const work = (ctx: RouterContext) => serve(deps, ctx, handler)
    if (method === 'GET') router.get(path, work)
    else router.post(path, work)
  }
  router.all('/v1/{*rest}', ctx =>
    serve(deps, ctx, () => {
      throw unknownUrl(ctx.method, ctx.path)
    }),
  )
  return router
}

async function serve(deps: ApiDeps, ctx: RouterContext, handler: Handler): Promise<void> {
  const id = newId('req_', 14)
  const at = deps.clock()
  const key = ctx.get('idempotency-key') || null
  const body = ctx.method === 'POST' ? await readBody(ctx.req) : ''
  const fault = deps.faults.forCall(ctx.method, ctx.path)
  let answer: Answer | typeof silence

  ctx.set('request-id', id)
  ctx.set('stripe-version', ctx.get('stripe-version') || apiVersion)
  if (key) ctx.set('idempotency-key', key)
  try {
    authorize(ctx.get('authorization'), deps.apiKey)
    if (fault && fault.does !== 'delay' && (fault.when ?? 'before') === 'before')
      answer = await strike(deps, ctx, fault, id)
    else {
      answer = await perform(deps, ctx, { id, idempotency_key: key }, body, handler, fault)
      if (fault && fault.does !== 'delay') answer = await strike(deps, ctx, fault, id)
    }
  } catch (error) {
    if (!(error instanceof ApiError))
      deps.log(`${ctx.method} ${ctx.path} failed: ${error instanceof Error ? error.stack : String(error)}`)
    answer = failure(error instanceof ApiError ? error : internal(), id)
  }

  const replayed = answer !== silence && answer.request !== id
  deps.journal.record({
    id,
    at,
    ms: deps.clock() - at,
    method: ctx.method,
    path: ctx.url,
    body,
    status: answer === silence ? null : answer.status,
    key,
    replayed,
    fault: fault ? `${fault.does} ${fault.when ?? 'before'}` : null,
  })
  if (answer === silence) return
  if (replayed) ctx.set({ 'idempotent-replayed': 'true', 'original-request': answer.request })
  if (answer.status === 409) ctx.set('stripe-should-retry', 'true')
  ctx.status = answer.status
  ctx.type = 'application/json; charset=utf-8'
  ctx.body = answer.body
}

async function perform(
  deps: ApiDeps,
  ctx: RouterContext,
  cause: Cause,
  body: string,
  handler: Handler,
  fault: ApiFault | undefined,
): Promise<Answer> {
  const params = parseForm(ctx.method === 'POST' ? body : ctx.querystring)
  const key = ctx.method === 'POST' ? cause.idempotency_key : null
  const print = fingerprint(ctx.path, params)
  const stored = key && deps.idempotency.take(key, print)
  if (stored) return stored

  const request = cause.id ?? ''
  try {
    if (fault?.does === 'delay') await deps.faults.wait(fault.ms ?? 0)
    return deps.acts(cause, act => {
      const result = handler(act, readParams(params), ctx.params['id'] ?? '')
      const answer = { status: 200, body: JSON.stringify(result, null, 2), request }
      if (key) deps.idempotency.keep(key, print, answer)
      return answer
    })
  } catch (error) {
    if (key && worthKeeping(error)) deps.idempotency.keep(key, print, failure(error, request))
    throw error
  } finally {
    if (key) deps.idempotency.free(key)
  }
}

async function strike(
  deps: ApiDeps,
  ctx: RouterContext,
  fault: ApiFault,
  request: string,
): Promise<Answer | typeof silence> {
  if (fault.does === 'status') return failure(staged(fault.status ?? 500), request)
  if (fault.does === 'timeout') {
    const gone = new Promise<void>(resolve => ctx.req.socket.once('close', resolve))
    await Promise.race([gone, deps.faults.wait(2 ** 31)])
  }
  ctx.respond = false
  ctx.req.socket.destroy()
  return silence
}

function failure(error: ApiError, request: string): Answer {
  return { status: error.status, body: JSON.stringify({ error: error.body }, null, 2), request }
}

/** Bearer, or Basic with the key as the user name, as Stripe takes both. */
function authorize(header: string, apiKey: string): void {
  const [scheme = '', credentials = ''] = header.split(' ')
  const bearer = scheme.toLowerCase() === 'bearer' ? credentials : undefined
  const basic =
    scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString().split(':')[0] : undefined
  const given = bearer ?? basic
  if (!given) throw noKey()
  const [a, b] = [Buffer.from(given), Buffer.from(apiKey)]
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw wrongKey(given)
}
