import type { Basis, Mandate, MandateState } from '../../../api/contract.ts'
import type { Tone } from '../../kit/Alert.tsx'
import type { mandatesWords } from '../../words/mandates.ts'

/** The colour that goes with a state; its words come from the API. */
export const tones: Record<MandateState, Tone> = {
  submitted: 'primary',
  verifying: 'primary',
  active: 'success',
  suspended: 'warning',
  revoked: 'neutral',
  expired: 'neutral',
  rejected: 'neutral',
}

/** Whether it holds or may still come to hold. */
export const living = ({ state }: Pick<Mandate, 'state'>): boolean =>
  state !== 'revoked' && state !== 'expired' && state !== 'rejected'

/** What a mandate rests on. */
export const basisKeys = {
  poa: 'basisPoa',
  parent: 'basisParent',
  guardian: 'basisGuardian',
  statutory: 'basisStatutory',
  'common-representative': 'basisCommon',
  employee: 'basisEmployee',
} as const satisfies Record<Basis, keyof typeof mandatesWords>

/** Whom a mandate is about for the one who looks: the agents for the principal, the principal for an agent. */
export const otherSide = ({ given, agents, principal }: Pick<Mandate, 'given' | 'agents' | 'principal'>): string =>
  given ? agents.map(agent => agent.name).join(', ') : principal
