import type { Actor } from './tables/cases.ts'

/**
 * The house's own account: whose case it is when nobody has signed in for it (money from the bank that nobody can be told from, a slip
 * paid without signing in). It has no means of identification and never a session: Postgres refuses both.
 */
export const houseAccount = '00000000-0000-8000-8000-000000000001'

/** The house itself as one who acts: a webhook, a return from the card page, a timer or a register that ends a mandate. */
export const houseActor: Actor = { kind: 'system', id: 'portal', name: 'Portál občana' }
