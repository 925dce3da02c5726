import { randomUUID } from 'node:crypto'
import type { JWK } from 'oidc-provider'
import type { Login } from './claims.ts'
import { newSigningKey, signAgain } from './keys.ts'
import type { Storage } from './storage.ts'
import { now } from './storage.ts'

/** What can go wrong with one login, chosen on the consent page or armed by the controls for the next one. */
export const loginFaults = [
  'none',
  'low',
  'nonce',
  'code-expired',
  'code-replayed',
  'clock-ahead',
  'clock-behind',
  'signature',
  'rotated-keys',
  'token-down',
] as const
export type LoginFault = (typeof loginFaults)[number]

/** Which part of the provider answers 503. */
export const outages = ['nothing', 'authorize', 'token', 'everything'] as const
export type Outage = (typeof outages)[number]

export function isLoginFault(value: unknown): value is LoginFault {
  return loginFaults.some(fault => fault === value)
}

export function isOutage(value: unknown): value is Outage {
  return outages.some(outage => outage === value)
}

/** How far a wrong clock goes: ten minutes ahead, two hours behind, so that no usual tolerance hides it. */
const skewSeconds: Partial<Record<LoginFault, number>> = { 'clock-ahead': 600, 'clock-behind': -7200 }

/**
 * Spoils a code right after it was issued: expired a minute ago, or already exchanged by somebody else.
 */
export function spoilCode(storage: Storage, code: string, fault: string): void {
  const payload = storage.find('AuthorizationCode', code)
  if (!payload) return
  if (fault === 'code-expired') storage.save('AuthorizationCode', code, { ...payload, exp: now() - 60 }, 60)
  if (fault === 'code-replayed') storage.save('AuthorizationCode', code, { ...payload, consumed: now() - 1 }, 60)
}

/**
 * The id_token as a faulty provider would send it: another nonce, a wrong clock, or a signature by a key nobody published.
 * Without such a fault it comes back unchanged.
 */
export function spoilIdToken(idToken: string, key: JWK, fault: Login['fault']): string {
  if (fault === 'nonce') return signAgain(idToken, key, claims => void (claims.nonce = randomUUID()))
  if (fault === 'signature') return signAgain(idToken, newSigningKey(), () => {})
  const skew = isLoginFault(fault) ? skewSeconds[fault] : undefined
  if (skew === undefined) return idToken
  return signAgain(idToken, key, claims => {
    for (const time of ['iat', 'exp', 'auth_time']) {
      const value = claims[time]
      if (typeof value === 'number') claims[time] = value + skew
    }
    claims.nbf = claims.iat
  })
}
