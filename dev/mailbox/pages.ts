import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listPage, mailPage, missingPage } from './views.ts'
import type { Mail, MailStore } from './store.ts'

const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

const ownPages =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
/** A mail's own HTML: it may look as it likes, but run nothing, load nothing from elsewhere and send nothing. */
const foreignHtml =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

type Answer = {
  status?: number
  type: string
  body: string | Uint8Array
  policy?: string
  headers?: Record<string, string>
}

/** Serves the pages and /api/mails; `GET /api/mails?to=address` gives the mails for an address, newest first. */
export function mailPages(store: MailStore): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void answerTo(store, request)
      .catch((error: unknown): Answer => {
        return { status: 500, type: 'text/plain', body: error instanceof Error ? error.message : String(error) }
      })
      .then(answer => {
        response.writeHead(answer.status ?? 200, {
          'content-type': /^text\/|json$/.test(answer.type) ? `${answer.type}; charset=utf-8` : answer.type,
          'content-security-policy': answer.policy ?? ownPages,
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
          ...answer.headers,
        })
        response.end(request.method === 'HEAD' ? undefined : answer.body)
      })
  }
}

async function answerTo(store: MailStore, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const to = url.searchParams.get('to')?.trim() || undefined
  const route = `${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`
  if (route === 'GET /style.css') return { type: 'text/css', body: style }
  if (route === 'GET /') return page(listPage(store.list({ ...(to && { to }) }), to))
  if (route === 'POST /clear') {
    // a form of another site could empty the box, were its origin not looked at
    if (!isOwn(request)) return json({ error: 'The request comes from another site.' }, 403)
    store.clear()
    return { status: 303, type: 'text/plain', body: '', headers: { location: '/' } }
  }
  if (route === 'GET /api/mails') {
    const mails = await Promise.all(store.list({ ...(to && { to }) }).map(({ id }) => store.read(id)))
    return json(mails.filter(mail => mail !== undefined).map(mail => asJson(mail)))
  }
  if (route === 'DELETE /api/mails') {
    store.clear()
    return json([])
  }
  const [, verb, number, part, index] =
    /^(GET) \/mails\/(\d+)(?:\/(html|raw|attachments)(?:\/(\d+))?)?$/.exec(route) ?? []
  const mail = verb ? await store.read(Number(number)) : undefined
  return (mail && partOf(store, mail, part, index)) ?? { ...page(missingPage()), status: 404 }
}

function partOf(store: MailStore, mail: Mail, part: string | undefined, index: string | undefined): Answer | undefined {
  if (part === undefined) return page(mailPage(mail))
  if (part === 'html' && mail.html !== undefined)
    return { type: 'text/html', body: framed(mail.html, mail), policy: foreignHtml }
  if (part === 'raw') return { type: 'text/plain', body: store.raw(mail.id) ?? '' }
  const attachment = part === 'attachments' && index !== undefined ? mail.attachments[Number(index)] : undefined
  if (!attachment) return undefined
  const name = encodeURIComponent(attachment.name).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16)}`)
  return {
    type: attachment.type,
    body: attachment.content,
    policy: "default-src 'none'; sandbox",
    // pictures inside the mail are shown, everything else is saved; the name as in RFC 6266
    headers: { 'content-disposition': `${attachment.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}` },
  }
}

/** A mail's HTML with its own pictures, and with links that open beside the frame instead of in it. */
function framed(html: string, mail: Mail): string {
  const withPictures = html.replace(/(["'(])cid:([^"')]+)/g, (found: string, quote: string, id: string) => {
    const index = mail.attachments.findIndex(({ contentId }) => contentId === decodeURIComponent(id))
    return index < 0 ? found : `${quote}/mails/${mail.id}/attachments/${index}`
  })
  const base = '<base target="_blank">'
  return /<head[^>]*>/i.test(withPictures)
    ? withPictures.replace(/<head[^>]*>/i, head => head + base)
    : base + withPictures
}

function asJson({ attachments, ...mail }: Mail) {
  return {
    ...mail,
    attachments: attachments.map(({ name, type, content }, index) => ({
      name,
      type,
      size: content.byteLength,
      url: `/mails/${mail.id}/attachments/${index}`,
    })),
  }
}

function isOwn({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}

function page(body: string): Answer {
  return { type: 'text/html', body }
}

function json(body: unknown, status = 200): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) }
}
