import type { Login } from './claims.ts'
import type { Controls } from './controls.ts'
import type { Means } from './means.ts'
import type { DemoPerson } from './person.ts'
import type { Storage } from './storage.ts'

/** What every part of the provider works with. */
export type Desk = {
  storage: Storage
  controls: Controls
  people: DemoPerson[]
  offer: Means[]
  /** the name of the service people sign in to */
  service: string
}

/** Logins are kept for a day, as long as the sessions and grants they belong to. */
export const loginSeconds = 24 * 3600

const model = 'Login'

/** Remembers what the visitor decided, under the grant that the tokens will carry. */
export function rememberLogin(desk: Desk, grantId: string, login: Login): void {
  desk.storage.save(model, grantId, { login }, loginSeconds)
}

/** The login behind a grant; undefined when it is unknown or was signed out. */
export function loginOf(desk: Desk, grantId: string | undefined): Login | undefined {
  const stored = grantId === undefined ? undefined : desk.storage.find(model, grantId)?.login
  return isLogin(stored) ? stored : undefined
}

function isLogin(stored: unknown): stored is Login {
  return typeof stored === 'object' && stored !== null && 'personKey' in stored && 'means' in stored
}

/**
 * The account of the provider: one for each means a person holds, as real issuers know nothing of each other.
 * The service never sees it, only a pseudonym derived from it.
 */
export function accountId(means: Means, person: DemoPerson): string {
  return `${means.idp}:${person.key}`
}

/** The person of an account; undefined when the list of demo people no longer has them. */
export function personOf(desk: Desk, account: string): DemoPerson | undefined {
  return desk.people.find(person => account.endsWith(`:${person.key}`))
}
