import { addDays, addMonths, type Day } from '../../city/calendar.ts'
import { ageOn } from '../../city/fees.ts'
import { samePerson, type Named } from './names.ts'
import { hasEnded, reaches, type Action, type Basis, type MandateFacts } from './rules.ts'

/** Why a mandate cannot be granted as it was asked for. */
export const flaws = [
  'agent-is-principal',
  'ended-already',
  'no-subject-matter',
  'principal-is-minor',
  'agent-is-minor',
  'joint-signature',
  'co-signer-is-not-another',
  'online-not-enough',
  'signature-not-verified',
  'no-scan',
  'unreadable-scan',
  'not-accepted',
  'principal-unknown',
  'principal-dead',
  'principal-incapable',
  'company-dissolved',
  'co-signer-not-of-body',
  'another-agent',
  'beyond-own-mandate',
] as const
export type Flaw = (typeof flaws)[number]

/** How the principal's will is shown: by their own sign-in, or by a paper with an officially verified signature. */
export type Proof = 'online' | 'legalisation' | 'conversion' | 'original'

/** A mandate that somebody asks to have registered. */
export interface Grant {
  basis: Basis
  principal: { subject?: string; kind: 'person' | 'company'; person?: Named }
  agent: Named
  /** Who signs in to grant or register it. */
  filer: Named
  coSigner?: Named
  scope: MandateFacts['scope']
  limit: number | null
  validFrom: Day
  validTo: Day | null
  proof: Proof
}

/** Children are represented until this day, which is the last one before they come of age (§ 30 občanského zákoníku). */
export const lastDayOfMinority = (birthDate: Day): Day => addDays(addMonths(birthDate, 12 * 18), -1)
export const isMinor = (birthDate: Day, day: Day): boolean => ageOn(birthDate, day) < 18

/**
 * What of a grant can be told from the form and the day alone; `signatures`: how many must sign for the principal together,
 * `onlineEnough`: whether the city takes a grant by sign-in for an officially verified signature.
 */
export function flawsOfGrant(grant: Grant, at: { day: Day; signatures: number; onlineEnough: boolean }): Flaw[] {
  const { principal, agent, filer, coSigner, scope, validTo, validFrom, proof } = grant
  const found: Flaw[] = []
  if (principal.person && samePerson(principal.person, agent)) found.push('agent-is-principal')
  if (principal.person && isMinor(principal.person.birthDate, at.day)) found.push('principal-is-minor')
  if (isMinor(agent.birthDate, at.day)) found.push('agent-is-minor')
  if (validTo !== null && (validTo < at.day || validTo < validFrom)) found.push('ended-already')
  // a standing power needs a defined subject (§ 33 odst. 2 písm. c) správního řádu); only law or a register gives everything
  if (scope.length === 0 || (grant.basis === 'poa' && scope.some(({ agenda }) => agenda === '*')))
    found.push('no-subject-matter')
  if (at.signatures > 1 && !coSigner) found.push('joint-signature')
  if (coSigner && samePerson(coSigner, filer)) found.push('co-signer-is-not-another')
  if (proof === 'online' && !at.onlineEnough) found.push('online-not-enough')
  return found
}

/** What a clerk finds on a paper: each must hold before the mandate may become active. */
export function flawsOfPaper(
  proof: Proof,
  paper: { scans: number; readable: boolean; signatureVerified: boolean },
): Flaw[] {
  if (proof === 'online') return []
  if (proof !== 'original' && paper.scans === 0) return ['no-scan']
  if (!paper.readable) return ['unreadable-scan']
  return paper.signatureVerified ? [] : ['signature-not-verified']
}

/** What the state's registers say of the principal (ROB, ROS), and of the co-signer in a company's body. */
export function flawsByRegisters(
  principal:
    | { kind: 'person'; found: { died: Day | null; limitedCapacity: boolean; birthDate: Day } | null }
    | {
        kind: 'company'
        found: { dissolved: Day | null; body: { signatures: number; members: readonly Named[] } } | null
      },
  signers: readonly Named[],
  day: Day,
): Flaw[] {
  if (!principal.found) return ['principal-unknown']
  if (principal.kind === 'person') {
    const { died, limitedCapacity, birthDate } = principal.found
    if (died) return ['principal-dead']
    if (limitedCapacity) return ['principal-incapable']
    return isMinor(birthDate, day) ? ['principal-is-minor'] : []
  }
  const { dissolved, body } = principal.found
  if (dissolved && dissolved <= day) return ['company-dissolved']
  if (signers.some(signer => !body.members.some(member => samePerson(member, signer)))) return ['co-signer-not-of-body']
  return signers.length < body.signatures ? ['joint-signature'] : []
}

/** Agendas in which the principal has another living agent who may file: at most one at a time (§ 33 odst. 1 správního řádu). */
export function rivals(
  grant: { id: string; principal: string; scope: MandateFacts['scope']; validFrom: Day; validTo: Day | null },
  others: readonly MandateFacts[],
  day: Day,
): string[] {
  const overlapping = others.filter(
    other =>
      other.id !== grant.id &&
      other.basis === 'poa' &&
      other.principal === grant.principal &&
      (other.state === 'active' || other.state === 'suspended') &&
      !hasEnded(other, day) &&
      (other.validTo === null || grant.validFrom <= other.validTo) &&
      (grant.validTo === null || other.validFrom <= grant.validTo),
  )
  return grant.scope
    .filter(({ actions }) => actions.includes('file'))
    .map(({ agenda }) => agenda)
    .filter(agenda => overlapping.some(({ scope }) => reaches(scope, agenda, 'file')))
}

/** Whether an agent who grants further gives no more than they have themselves. */
export const isWithin = (scope: MandateFacts['scope'], own: MandateFacts['scope']): boolean =>
  scope.every(({ agenda, actions }) => actions.every((action: Action) => reaches(own, agenda, action)))
