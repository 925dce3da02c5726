import { addAbortListener } from 'node:events'
import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { Deps } from '../deps.ts'
import type { Content, Route } from '../route.ts'
import type { Request, Step } from '../state.ts'

const types: Record<string, string> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  events: 'text/event-stream; charset=utf-8',
}
const typeOf = (content: Content | undefined) =>
  typeof content === 'string' ? types[content] : 'application/json; charset=utf-8'

/** Runs the route and writes what it answered. */
export function answer(route: Route, deps: Deps): Step {
  return async ctx => {
    const { requestId, log, language, rawBody, signedIn } = ctx.state
    const reply = await route.run(
      {
        params: ctx['params'],
        query: { ...ctx.query },
        headers: ctx.headers,
        rawBody: rawBody ?? Buffer.alloc(0),
        session: signedIn?.session ?? null,
        who: signedIn?.who ?? null,
        assurance: signedIn?.session.assurance ?? null,
        requestId,
        ip: ctx.ip,
        log,
        language,
      },
      deps,
    )
    ctx.status = reply.status
    for (const [name, value] of Object.entries(reply.headers ?? {})) ctx.set(name, value)
    if (reply.stream) {
      const { stream } = reply
      // a live page comes back by itself, to a process that stays
      const ended = addAbortListener(deps.end, () => stream.push(null))
      stream.once('close', () => ended[Symbol.dispose]())
      ctx.body = stream
      // proxies must not collect events
      ctx.set('X-Accel-Buffering', 'no')
    } else if (reply.body === undefined) {
      ctx.body = null
      ctx.status = reply.status
      return
    } else if (typeof reply.body === 'string' || Buffer.isBuffer(reply.body)) ctx.body = reply.body
    else await json(ctx, JSON.stringify(reply.body))
    const type = typeOf(route.answers[reply.status])
    // a file has said its type among the headers
    if (type !== undefined) ctx.set('Content-Type', type)
  }
}

/** Long lists go packed. Answers hold no secrets beside what the person may see, so packing tells an eavesdropper nothing. */
async function json(ctx: Request, text: string) {
  ctx.vary('Accept-Encoding')
  const packed = text.length > 2048 && ctx.acceptsEncodings('gzip', 'identity') === 'gzip'
  if (packed) ctx.set('Content-Encoding', 'gzip')
  ctx.body = packed ? await promisify(gzip)(text, { level: 3 }) : text
}
