import type { LoginFault } from './faults.ts'
import type { MeansId } from './means.ts'
import type { NameState } from './person.ts'

/** What a visitor would click. Without `means` and `person` only `cancel` and `unavailable` make sense. */
export type Walk = {
  means?: MeansId
  person?: string
  state?: NameState
  action?: 'agree' | 'refuse' | 'cancel' | 'unavailable'
  /** false refuses to hand over the address */
  address?: boolean
  fault?: LoginFault
  /** choose a means below the level the service asked for */
  anyway?: boolean
}

/** Cookies of one browser, as far as one host is concerned. */
export type Jar = Map<string, string>

/**
 * Walks through the provider's pages as a browser without scripts would, and returns the address
 * at which the service gets the answer (its redirect_uri with code or error).
 * @param authorizationUrl the address the service sends its visitor to
 * @param jar pass one to keep the provider's session for a later walk or a logout
 * @throws Error when a page refuses the choice
 */
export async function walkThroughLogin(authorizationUrl: string, walk: Walk, jar: Jar = new Map()): Promise<string> {
  const provider = new URL(authorizationUrl).origin
  let response = await visit(authorizationUrl, jar)
  let address = locationOf(response, authorizationUrl)
  if (address.origin === provider && address.pathname.startsWith('/login/')) {
    const { means, person, state, anyway } = walk
    for (const [name, value] of Object.entries({ means, person, state, anyway: anyway ? '1' : undefined }))
      if (value !== undefined) address.searchParams.set(name, value)
    const form = new URLSearchParams({ action: walk.action ?? 'agree', fault: walk.fault ?? 'none' })
    if (walk.address !== false) form.set('address', 'yes')
    response = await visit(address.href, jar, form)
    address = locationOf(response, address.href)
  }
  while (address.origin === provider) {
    response = await visit(address.href, jar)
    address = locationOf(response, address.href)
  }
  return address.href
}

/** One request with the cookies of the jar; redirects are not followed. A form makes it a POST. */
export async function visit(url: string, jar: Jar, form?: URLSearchParams): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, {
    method: form ? 'POST' : 'GET',
    body: form ?? null,
    redirect: 'manual',
    headers: { cookie, accept: 'text/html' },
  })
  for (const header of response.headers.getSetCookie()) {
    const [name = '', value = ''] = header.split(';', 1)[0]?.split(/=(.*)/s) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  return response
}

function locationOf(response: Response, from: string): URL {
  const location = response.headers.get('location')
  if (!location) throw new Error(`${from} answered ${response.status} instead of leading on.`)
  return new URL(location, from)
}
