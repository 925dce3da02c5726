import type { Things } from './things.ts'

/**
 * Those who have no business with the victim's things; `clerk` has had a task in the library case and in nothing else. The victim's
 * former agent, and one in another matter, are tried in agents.test.ts.
 */
export const wrong = ['stranger', 'citizen', 'clerk', 'outsider'] as const
export type Wrong = (typeof wrong)[number]

/**
 * One request for the victim's things and what each wrong person is told: a status of refusal; `own` when they get their own things,
 * none of the victim's among them; `may` when it is theirs to do.
 */
export interface Try {
  path?: string
  body?: unknown
  told: Record<Wrong, 400 | 401 | 403 | 404 | 409 | 422 | 'own' | 'may'>
  /** Who gets it without anything being changed, to show that the address is right. */
  rightly?: 'victim' | 'clerk'
}

/** Tries of some routes by name: method and path as the router has them. */
export type Tries = (it: Things) => Record<string, Try[]>

export const everybody = { stranger: 'own', citizen: 'own', clerk: 'own', outsider: 'own' } as const
export const onlyCitizens = { stranger: 401, citizen: 'own', clerk: 403, outsider: 403 } as const
/** Duties that none of the four has: the city's money, its officials, mandates to verify, the desk. */
export const onlyOtherDuties = { stranger: 401, citizen: 403, clerk: 403, outsider: 403 } as const
export const onlyTheVictim = { stranger: 401, citizen: 404, clerk: 403, outsider: 403 } as const
export const onlyTheParties = { stranger: 401, citizen: 404, clerk: 404, outsider: 404 } as const
export const everybodyWrong = { stranger: 422, citizen: 422, clerk: 422, outsider: 422 } as const
export const onlyTheClerk = { stranger: 401, citizen: 404, clerk: 'may', outsider: 404 } as const
export const onlyOfTheInbox = { stranger: 401, citizen: 403, clerk: 'may', outsider: 404 } as const
