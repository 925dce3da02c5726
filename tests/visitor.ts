import { walkThroughLogin, type Walk } from '../dev/identity/walk.ts'
import type { ProblemDetails } from '../api/contract.ts'

export interface Answer<T> {
  status: number
  body: T
  headers: Headers
}

/** A person at a browser, as far as the API can tell: cookies, an origin, a language; redirects are not followed. */
export class Visitor {
  readonly portal: string
  readonly cookies = new Map<string, string>()
  language = 'cs'

  constructor(portal: string) {
    this.portal = portal
  }

  /** Asks the API. A body is sent as JSON; a string or bytes are sent as they are. */
  async ask<T = ProblemDetails>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(new URL(path, this.portal), {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(pair => pair.join('=')).join('; '),
        'accept-language': this.language,
        ...(method !== 'GET' && { origin: new URL(this.portal).origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : raw ? (body as string) : JSON.stringify(body),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const text = await response.text()
    const json = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers }
  }

  get = <T = ProblemDetails>(path: string) => this.ask<T>('GET', path)
  post = <T = ProblemDetails>(path: string, body?: unknown) => this.ask<T>('POST', path, body)

  /** Goes to the identity provider and through its pages; gives the address at which it sends the visitor back. */
  async identify(walk: Walk, query: Record<string, string> = {}): Promise<string> {
    const { headers } = await this.get(`/api/auth/login?${new URLSearchParams(query)}`)
    return walkThroughLogin(headers.get('location') ?? '', walk)
  }

  /** The whole way of signing in; gives the page at which the visitor ends. */
  async signIn(person: string, walk: Walk = {}, query: Record<string, string> = {}): Promise<string> {
    const callback = await this.identify({ means: 'bankid', person, ...walk }, query)
    const { headers } = await this.get(callback)
    return headers.get('location') ?? ''
  }
}
