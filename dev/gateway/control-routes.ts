import Router, { type RouterContext } from '@koa/router'
import { ApiError } from './api/errors.ts'
import { readBody } from './body.ts'
import type { Controls } from './controls.ts'
import { readFault } from './read-fault.ts'

type Fields = Record<string, unknown>

/**
 * The controls over HTTP, for tests that run in another process. `GET /_control` shows the journal; `POST /_control`
 * takes JSON `{ "do": "pay", "session": "cs_…" }` and answers `{ "result": … }`. This machine only.
 */
export function createControlRoutes(controls: Controls): Router {
  const router = new Router()
  router.get('/_control', ctx => {
    if (!local(ctx)) return
    ctx.body = {
      faults: controls.faults(),
      totals: controls.totals(),
      deliveries: controls.deliveries(),
      attempts: controls.attempts(),
      requests: controls.requests(),
    }
  })
  router.post('/_control', async ctx => {
    if (!local(ctx)) return
    try {
      if (!ctx.is('application/json')) throw wrong('Send JSON with content-type application/json.')
      const fields = record(parse(await readBody(ctx.req)))
      const command = commands[text(fields, 'do')]
      if (!command) throw wrong(`do must be one of: ${Object.keys(commands).join(', ')}.`)
      ctx.body = { result: (await command(controls, fields)) ?? null }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      ctx.status = error.status
      ctx.body = { error: error.body }
    }
  })
  return router
}

const commands: Record<string, (controls: Controls, fields: Fields) => unknown> = {
  misbehave: (controls, fields) => controls.misbehave(readFault(record(fields['fault']))),
  behave: (controls, fields) => controls.behave(optional(fields, 'fault')),
  pay: (controls, fields) =>
    controls.pay(text(fields, 'session'), optional(fields, 'card'), choice(fields, 'bank', ['approve', 'refuse'])),
  bringOther: (controls, fields) => {
    const amount = fields['amount']
    const currency = optional(fields, 'currency')
    controls.bringOther(text(fields, 'session'), {
      ...(typeof amount === 'number' && { amount }),
      ...(currency && { currency }),
    })
  },
  expire: (controls, fields) => controls.expire(text(fields, 'session')),
  dispute: (controls, fields) => controls.dispute(text(fields, 'session')),
  closeDispute: (controls, fields) =>
    controls.closeDispute(text(fields, 'dispute'), choice(fields, 'verdict', ['won', 'lost']) ?? 'lost'),
  deliver: (controls, fields) => controls.deliver(choice(fields, 'order', ['created', 'reversed'])),
  hurry: controls => controls.hurry(),
  redeliver: (controls, fields) => controls.redeliver(text(fields, 'event')),
  forge: (controls, fields) =>
    controls.forge(text(fields, 'event'), choice(fields, 'manner', ['wrong-secret', 'altered', 'stale', 'unsigned'])),
  settled: controls => controls.settled(),
  sweep: controls => controls.sweep(),
  sendWebhooksTo: (controls, fields) => controls.sendWebhooksTo(optional(fields, 'url') ?? null),
}

/** Refuses callers from other machines, and pages of other sites that a browser here has open (DNS rebinding). */
function local(ctx: RouterContext): boolean {
  const here = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ctx.req.socket.remoteAddress ?? '')
  if (here && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(ctx.host) && !ctx.get('origin')) return true
  ctx.status = 403
  ctx.body = { error: { message: 'The controls answer to this machine only.' } }
  return false
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw wrong('The body is not JSON.')
  }
}

function record(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('An object was expected.')
  return { ...value }
}

function optional(fields: Fields, name: string): string | undefined {
  const value = fields[name] ?? undefined
  if (value !== undefined && typeof value !== 'string') throw wrong(`${name} must be text.`)
  return value
}

function text(fields: Fields, name: string): string {
  const value = optional(fields, name)
  if (value === undefined) throw wrong(`${name} is missing.`)
  return value
}

function choice<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T | undefined {
  const value = optional(fields, name)
  const found = allowed.find(one => one === value)
  if (value !== undefined && found === undefined) throw wrong(`${name} must be one of: ${allowed.join(', ')}.`)
  return found
}

const wrong = (message: string) => new ApiError(400, { type: 'invalid_request_error', message })
