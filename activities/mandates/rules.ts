import type { Day } from '../../city/calendar.ts'

/** What somebody may do for another: see, pay, file and answer, receive documents, end mandates, grant further ones. */
export const actions = ['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'] as const
export type Action = (typeof actions)[number]
export const bases = ['poa', 'parent', 'guardian', 'statutory', 'common-representative', 'employee'] as const
export type Basis = (typeof bases)[number]
export const states = ['submitted', 'verifying', 'active', 'suspended', 'revoked', 'expired', 'rejected'] as const
export type MandateState = (typeof states)[number]

/** A mandate as the rules see it. Amounts in haléře; `validTo` is the last day. */
export interface MandateFacts {
  id: string
  basis: Basis
  /** The principal: a subject of the city's records. */
  principal: string
  state: MandateState
  verified: boolean
  validFrom: Day
  validTo: Day | null
  limit: number | null
  /** How many agents must sign a filing together. */
  signatures: number
  scope: readonly { agenda: string; actions: readonly Action[] }[]
  /** Agents by account; `accepted` once they have taken it on (§ 27 daňového řádu wants that documented). */
  agents: readonly { person: string | null; accepted: boolean }[]
}

/** Something that a person wants to do for a principal on a day. `amount`: haléře of one payment for that principal. */
export interface Act {
  person: string
  principal: string
  agenda: string
  action: Action
  amount?: number
  day: Day
  /** How many of those who must act together sign; one unless told otherwise. */
  signing?: number
}

/** Why a mandate does not allow an act, the nearest to allowing it last. */
export const denials = [
  'not-yours',
  'not-accepted',
  'not-verified',
  'ended',
  'suspended',
  'not-yet',
  'out-of-scope',
  'joint-signature',
  'over-limit',
] as const
export type Denial = (typeof denials)[number]

/**
 * What one of a body that acts together may not do alone. Seeing, paying and taking delivery binds the company to nothing new, and
 * ending a power protects it.
 */
const together: readonly Action[] = ['file', 'sub-delegate']

/**
 * Whether a mandate allows an act, judged by its state and days at that moment; null when it does, else why not. Pure: the whole
 * law of acting for others (§ 441 občanského zákoníku, § 33 správního řádu, § 27 daňového řádu) passes through here.
 */
export function denial(mandate: MandateFacts, act: Act): Denial | null {
  const agent = mandate.agents.find(({ person }) => person === act.person)
  if (mandate.principal !== act.principal || !agent) return 'not-yours'
  if (!agent.accepted) return 'not-accepted'
  if (mandate.state === 'submitted' || mandate.state === 'verifying' || !mandate.verified) return 'not-verified'
  if (hasEnded(mandate, act.day)) return 'ended'
  if (mandate.state === 'suspended') return 'suspended'
  if (act.day < mandate.validFrom) return 'not-yet'
  if (!reaches(mandate.scope, act.agenda, act.action)) return 'out-of-scope'
  if (together.includes(act.action) && (act.signing ?? 1) < mandate.signatures) return 'joint-signature'
  if (mandate.limit !== null && act.amount !== undefined && act.amount > mandate.limit) return 'over-limit'
  return null
}

/** Whether it is over on that day: ended by somebody, or its last day has passed. */
export const hasEnded = ({ state, validTo }: Pick<MandateFacts, 'state' | 'validTo'>, day: Day): boolean =>
  state === 'revoked' || state === 'expired' || state === 'rejected' || (validTo !== null && validTo < day)

/** Whether a scope reaches an action in an agenda. Whoever may do anything in an agenda may see there what it is about. */
export const reaches = (scope: MandateFacts['scope'], agenda: string, action: Action): boolean =>
  scope.some(
    line =>
      (line.agenda === agenda || line.agenda === '*') &&
      (line.actions.includes(action) || (action === 'view' && line.actions.length > 0)),
  )

/** The first of the mandates that allows the act, or the nearest reason why none does. */
export function permitted<M extends MandateFacts>(
  mandates: readonly M[],
  act: Act,
): { mandate: M } | { denied: Denial } {
  let nearest: Denial = 'not-yours'
  for (const mandate of mandates) {
    const why = denial(mandate, act)
    if (why === null) return { mandate }
    if (denials.indexOf(why) > denials.indexOf(nearest)) nearest = why
  }
  return { denied: nearest }
}
