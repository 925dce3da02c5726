import { invitationCode } from '../../activities/invitations.ts'
import type { Action } from '../../activities/mandates/rules.ts'
import type { OpenStep } from '../../db/tables/cases.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import { isSignerRole, signerTitle } from '../../workflows/joint.ts'
import { mayFor, reachOf, type Reach } from '../acting.ts'
import type { CaseParty } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { barredBy } from '../inbox/barred.ts'
import { inboxesOf } from '../inbox/reach.ts'
import type { Caller } from '../route.ts'
import { seesAsCitizen, type CaseRow } from './case-rows.ts'
import { words } from './words.ts'

type Filed = Pick<CaseRow, 'personId' | 'subjectId' | 'agenda' | 'joint'>

/** What of a case is the caller's to see and do, once it is known that they may see it. */
export interface Eyes {
  who: Caller
  /** They may answer what waits for the citizen of the case: they filed it, or may file in the principal's name. */
  leads: boolean
  /** They see it all, as the citizen of the case or the office does; otherwise what concerns them as somebody invited. */
  sees: boolean
  /** They get its documents. */
  receives(kind: string): boolean
  parties: CaseParty[]
}

/** With whose eyes a caller sees a case. */
export async function eyesOn(deps: Deps, who: Caller, row: CaseRow): Promise<Eyes> {
  if (who.kind === 'official')
    return { who, sees: true, leads: false, receives: () => true, parties: await partiesOf(deps, who, row, false) }
  const own = row.subjectId === null && row.personId === who.person.id
  const reach: Reach = own
    ? { person: who.person.id, subject: who.person.subjectId, day: '', held: [] }
    : await reachOf(deps, who)
  return { ...eyesOf(reach, row, who), parties: await partiesOf(deps, who, row, leadsAs(reach, row)) }
}

/** The same for a line of a list, which shows nobody invited. */
export const eyesOf = (reach: Reach, row: CaseRow, who: Caller): Eyes => ({
  who,
  sees: seesAsCitizen(reach, row),
  leads: leadsAs(reach, row),
  receives: kind => receivesAs(reach, row, kind),
  parties: [],
})

/** Whether somebody of that reach may answer for the citizen of the case. */
export function leadsAs(reach: Reach, { personId, subjectId, agenda, joint }: Filed): boolean {
  if (subjectId === null) return personId === reach.person
  const action = agendas.get(agenda)?.forOthers ?? 'file'
  return mayFor(reach, subjectId, agenda, action, signingOn(action, joint))
}

/**
 * A grant, and what several have signed together, was signed when it was filed; completing it binds to nothing new, so one of those
 * who act together is enough.
 */
export const signingOn = (action: Action, joint: CaseRow['joint']): number =>
  action === 'sub-delegate' || joint !== null ? Infinity : 1

/** Whether a document is theirs to read: those of a principal need `receive` (§ 34 správního řádu), a receipt is seen with the payment. */
export function receivesAs(reach: Reach, { personId, subjectId, agenda }: Omit<Filed, 'joint'>, kind: string): boolean {
  if (subjectId === null) return personId === reach.person
  return mayFor(reach, subjectId, agenda, kind === 'receipt' ? 'view' : 'receive')
}

/** Whether a step waits for the one who looks. */
export function isMine(
  step: OpenStep,
  row: Pick<CaseRow, 'roles' | 'personId' | 'subjectId'>,
  { who, leads }: Pick<Eyes, 'who' | 'leads'>,
): boolean {
  if (who.kind === 'official')
    return (
      step.kind === 'clerk' &&
      inboxesOf(who.official).includes(step.by) &&
      barredBy(who.official, { ...row, not: step.not ?? [] }) === null
    )
  if (step.kind === 'clerk') return false
  return step.by === 'citizen' ? leads : row.roles.includes(step.by)
}

/** Those invited. The code stays with the one who leads the case, until it is used. */
async function partiesOf(deps: Deps, who: Caller, row: CaseRow, hands: boolean): Promise<CaseParty[]> {
  const titles = agendas.get(row.agenda)?.parties
  if (!titles && row.joint === null) return []
  const parties = await deps.db
    .selectFrom('case_party')
    .select(['role', 'name', 'personId', 'joinedAt'])
    .where('caseId', '=', row.id)
    .orderBy('createdAt')
    .execute()
  return parties.map(({ role, name, personId, joinedAt }) => ({
    role,
    title: isSignerRole(role) ? signerTitle : (titles?.[role] ?? words(role, role)),
    name,
    joinedAt: joinedAt?.toISOString() ?? null,
    mine: who.kind === 'citizen' && personId === who.person.id,
    code:
      hands && row.state !== 'closed' && joinedAt === null ? invitationCode(deps.settings.caseKey, row.id, role) : null,
  }))
}
