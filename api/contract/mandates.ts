import Type from 'typebox'
import type { Static } from 'typebox'
import { closed, day, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

export const MandateAction = Type.Enum(['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'])
export type MandateAction = Static<typeof MandateAction>
export const Scope = Type.Array(
  Type.Object({
    agenda: Type.String({ description: 'An agenda’s id, or `*` for all.' }),
    title: Words,
    actions: Type.Array(MandateAction),
  }),
)
export type Scope = Static<typeof Scope>

export const PrincipalKind = Type.Enum(['person', 'business', 'company'])
export type PrincipalKind = Static<typeof PrincipalKind>
/** Why somebody may act for another: a power of attorney, or the law. */
export const Basis = Type.Enum(['poa', 'parent', 'guardian', 'statutory', 'common-representative', 'employee'])
export type Basis = Static<typeof Basis>

/** A mandate under which the caller may act for somebody now; the switcher shows them. */
export const Principal = Type.Object({
  subject: Type.Union([Uuid], {
    description: 'Id of the principal in the city’s records: what requests name as `for`.',
  }),
  name: Type.String(),
  kind: PrincipalKind,
  mandate: Uuid,
  basis: Basis,
  scope: Scope,
  limit: orNull(hellers),
  validTo: orNull(day),
  signatures: Type.Integer({
    description: 'How many agents must act together to file; each sees and pays alone.',
  }),
})
export type Principal = Static<typeof Principal>
/** GET /api/principals */
export const Principals = Type.Object({ principals: Type.Array(Principal) })
export type Principals = Static<typeof Principals>

export const MandateState = Type.Enum([
  'submitted',
  'verifying',
  'active',
  'suspended',
  'revoked',
  'expired',
  'rejected',
])
export type MandateState = Static<typeof MandateState>
export const Mandate = Type.Object({
  id: Uuid,
  case: orNull(Uuid),
  basis: Basis,
  source: Type.Enum(['portal', 'paper', 'desk', 'register']),
  principal: Type.String(),
  subject: Type.Union([Uuid], { description: 'Id of the principal in the city’s records.' }),
  kind: PrincipalKind,
  agents: Type.Array(Type.Object({ name: Type.String(), acceptedAt: orNull(instant), mine: Type.Boolean() })),
  given: Type.Boolean({ description: 'The caller is the principal; otherwise an agent.' }),
  scope: Scope,
  limit: orNull(hellers),
  signatures: Type.Integer(),
  validFrom: day,
  validTo: orNull(day),
  state: MandateState,
  stateTitle: Words,
  verification: Type.Union([Words, Type.Null()], { description: 'Who verified it and by what, in words.' }),
  verifiedAt: orNull(instant),
  endedAt: orNull(instant),
  suspendedAt: orNull(instant),
  reason: orNull(Type.String()),
  found: Type.Union([Words, Type.Null()], {
    description: 'What the state’s registers said against it, where that stopped it.',
  }),
  mayRevoke: Type.Boolean(),
  whyNot: Type.Union([Words, Type.Null()], { description: 'Why a living mandate cannot be ended here by the caller.' }),
})
export type Mandate = Static<typeof Mandate>
/** GET /api/mandates — those I gave and those I hold, living ones first. */
export const Mandates = Type.Object({ mandates: Type.Array(Mandate) })
export type Mandates = Static<typeof Mandates>
/** GET /api/mandates/:id — with what was done under it: “X za Y”. */
export const MandateDetail = Type.Object({
  ...Mandate.properties,
  acts: Type.Array(Type.Object({ at: instant, who: Type.String(), what: Words, case: orNull(Uuid) })),
})
export type MandateDetail = Static<typeof MandateDetail>
/** A mandate as an official of the department that verifies mandates sees it. */
export const OfficeMandate = Type.Object({
  ...Mandate.properties,
  suspendedBy: Type.Union([Type.String(), Type.Null()], { description: 'The official; null where the portal did.' }),
  task: Type.Union([Type.String(), Type.Null()], { description: 'The task in which it was verified.' }),
  maySuspend: Type.Boolean(),
  mayResume: Type.Boolean(),
  whyNeither: Type.Union([Words, Type.Null()], {
    description: 'Why a living mandate is not this official’s to suspend.',
  }),
})
export type OfficeMandate = Static<typeof OfficeMandate>
/** GET /api/office/mandates?q= — of people by their names; without a name those that are suspended. At most 50. */
export const OfficeMandates = Type.Object({ mandates: Type.Array(OfficeMandate) })
export type OfficeMandates = Static<typeof OfficeMandates>
/** POST /api/office/mandates/:id/suspend — the reason is for principal and agent to read. */
export const Suspension = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500 }) }, closed)
export type Suspension = Static<typeof Suspension>
/** POST /api/office/mandates/:id/resume */
export const Resumption = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }, closed)
export type Resumption = Static<typeof Resumption>

/** POST /api/mandates/:id/revoke — at once; acts done before stay valid (§ 448 občanského zákoníku). `id` is the sender’s own message id. */
export const Revocation = Type.Object({ id: Uuid, reason: Type.Optional(Type.String({ maxLength: 500 })) }, closed)
export type Revocation = Static<typeof Revocation>

/** POST /api/cases/:id/join — an invited party (agent, co-signer) takes their place by the code they were sent. 404 without saying why. */
export const Join = Type.Object({ code: Type.String({ minLength: 8, maxLength: 20 }) }, closed)
export type Join = Static<typeof Join>

/** POST /api/invitations — the same from a letter on paper: the number of the case and the code, as they were typed. */
export const Invitation = Type.Object(
  { number: Type.String({ maxLength: 40 }), code: Type.String({ maxLength: 40 }) },
  closed,
)
export type Invitation = Static<typeof Invitation>
export const Invited = Type.Object({ case: Uuid })
export type Invited = Static<typeof Invited>
