import { walkThroughLogin, type Walk } from '../dev/identity/walk.ts'
import type { CaseView, Liabilities, ProblemDetails } from '../api/contract.ts'
import { stack } from './stack.ts'

export interface Answer<T> {
  status: number
  headers: Headers
  body: T
}

/** A browser without a screen: one session at the portal, calling its API as the pages do. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly base: string

  constructor(base = stack.urls.portal) {
    this.base = base
  }

  /** Any request; writes carry the portal's origin, as a browser's do. JSON answers are parsed, the rest is text. */
  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(new URL(path, this.base), {
      method,
      redirect: 'manual',
      headers: {
        ...(method !== 'GET' && { origin: this.base }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0|1970/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T }
  }
  get = <T = unknown>(path: string, headers?: Record<string, string>) => this.send<T>('GET', path, undefined, headers)
  post = <T = unknown>(path: string, body: unknown, headers?: Record<string, string>) =>
    this.send<T>('POST', path, body, headers)

  /** Signs in at the identity provider as one of its demo people; throws when the portal did not let them in. */
  async signIn(login: Walk): Promise<this> {
    const begun = await this.get('/api/auth/login?return=/cs/liabilities')
    const back = await walkThroughLogin(begun.headers.get('location') ?? '', login)
    const done = await this.get(back)
    const where = done.headers.get('location') ?? ''
    if (where.includes('problem=') || ![302, 303].includes(done.status))
      throw new Error(`${login.person} could not sign in: ${done.status} ${where}`)
    return this
  }
}

/** Somebody whose session stands in Postgres already (tests/residents.ts). */
export function holding(cookie: string): Visitor {
  const visitor = new Visitor()
  visitor.cookies.set('portal_session', cookie)
  return visitor
}
/** Somebody who has just signed in by bank identity. */
export const citizen = (person: string) => new Visitor().signIn({ means: 'bankid', person })
/** A town-hall employee who has just signed in. */
export const official = (person: string) => new Visitor().signIn({ means: 'employee', person })

/** What one owes and may pay in part, largest first. */
export async function payable(visitor: Visitor) {
  const { body } = await visitor.get<Liabilities>('/api/liabilities')
  return body.liabilities.filter(l => l.payable.how === 'part').toSorted((a, b) => b.balance - a.balance)
}

export const basket = (...items: { liability: string; amount: number }[]) => ({
  id: crypto.randomUUID(),
  agenda: 'fee-payment',
  data: { items },
})

/** Files a payment; throws unless it was taken. */
export async function startPayment(
  visitor: Visitor,
  ...items: { liability: string; amount: number }[]
): Promise<CaseView> {
  const { status, body } = await visitor.post<CaseView>('/api/cases', basket(...items))
  if (status !== 201 && status !== 202) throw new Error(`The payment was not taken: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Asks until `done` says yes, less often as it takes longer; throws with what was seen last after `seconds`. */
export async function until<T>(ask: () => Promise<T>, done: (seen: T) => boolean, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (let pauseMs = 25; ; pauseMs = Math.min(200, pauseMs * 1.5)) {
    const seen = await ask()
    if (done(seen)) return seen
    if (Date.now() > end)
      throw new Error(`It did not come in ${seconds} s; last seen: ${JSON.stringify(seen).slice(0, 600)}`)
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
}

export const caseOf = async (visitor: Visitor, id: string) => (await visitor.get<CaseView>(`/api/cases/${id}`)).body
export const closed = (view: CaseView) => view.state === 'closed'
export type Refused = ProblemDetails
