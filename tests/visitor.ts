import { walkThroughLogin, type Walk } from '../dev/identity/walk.ts'

export interface Answer<T> {
  status: number
  headers: Headers
  body: T
}

/** A browser without a screen: one session at a portal, calling its API as the pages do. Redirects are not followed. */
export class Visitor {
  readonly portal: string
  readonly cookies = new Map<string, string>()

  constructor(portal: string) {
    this.portal = portal
  }

  /**
   * Any request; writes carry the portal's origin, as a browser's do. A body is sent as JSON, a string or bytes as they are; JSON
   * answers are parsed, the rest is text.
   */
  async send<T = unknown>(
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
        ...(method !== 'GET' && { origin: this.portal }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(pair => pair.join('=')).join('; ') }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
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
  post = <T = unknown>(path: string, body?: unknown, headers?: Record<string, string>) =>
    this.send<T>('POST', path, body, headers)

  /** Goes to the identity provider and through its pages; gives the address at which it sends the visitor back. */
  async identify(walk: Walk, query: Record<string, string> = {}): Promise<string> {
    const { headers } = await this.get(`/api/auth/login?${new URLSearchParams(query)}`)
    return walkThroughLogin(headers.get('location') ?? '', walk)
  }

  /** The whole way of signing in; gives the page at which the visitor ends, whatever it says. */
  async arrive(walk: Walk, query: Record<string, string> = {}): Promise<string> {
    const { headers } = await this.get(await this.identify(walk, query))
    return headers.get('location') ?? ''
  }

  /** Signs in at the identity provider as one of its demo people; throws when the portal did not let them in. */
  async signIn(walk: Walk): Promise<this> {
    const page = await this.arrive(walk, { return: '/cs/liabilities' })
    if (page !== '/cs/liabilities') throw new Error(`${walk.person} could not sign in: ${page}`)
    return this
  }
}
