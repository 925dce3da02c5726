import type { Settings } from '../deps.ts'

/** Browsers tie a `__Host-` cookie to this host over TLS; plain HTTP on a desk cannot have one. */
const secure = ({ portalUrl }: Pick<Settings, 'portalUrl'>) => portalUrl.startsWith('https:')
const name = (settings: Pick<Settings, 'portalUrl'>, plain: string) => (secure(settings) ? `__Host-${plain}` : plain)

export const sessionCookie = (settings: Pick<Settings, 'portalUrl'>): string => name(settings, 'portal_session')
export const attemptCookie = (settings: Pick<Settings, 'portalUrl'>): string => name(settings, 'portal_sign_in')

/** A `Set-Cookie` line no script can read. `seconds` 0 removes the cookie; left out, it lives as long as the browser. */
export function cookieLine(
  settings: Pick<Settings, 'portalUrl'>,
  cookie: string,
  value: string,
  seconds?: number,
): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${cookie}=${value}; Path=/; HttpOnly; SameSite=Lax${secure(settings) ? '; Secure' : ''}${age}`
}

/** One cookie of the request, by name. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map(pair => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}
