import { concerning, mandateById } from '../../activities/mandates/rows.ts'
import { hasEnded } from '../../activities/mandates/rules.ts'
import { mayFor, reachOf, type Reach } from '../acting.ts'
import { requireAssurance } from '../auth/assurance.ts'
import type { CitizenCaller } from '../auth/session.ts'
import {
  CaseView,
  Invitation,
  Invited,
  Join,
  MandateDetail,
  Mandates,
  Principals,
  Revocation,
  Uuid,
} from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { join } from '../joining.ts'
import { receive } from '../receiving.ts'
import { powersAgenda, revoke, standing } from '../revoking.ts'
import { route } from '../route.ts'
import { firstToAnswer } from '../stepping.ts'
import { caseView } from '../views/case.ts'
import { actsUnder, mandateView, principalsOf, visibleCases } from '../views/mandate.ts'

const id = { id: Uuid }

export const mandates = [
  route({
    method: 'get',
    path: '/api/principals',
    summary: 'For whom I may act now, and by which mandate.',
    who: 'citizen',
    quiet: true,
    answers: { 200: Principals },
    handle: async ({ who }, deps) => ({ status: 200, body: { principals: principalsOf(await reachOf(deps, who)) } }),
  }),
  route({
    method: 'get',
    path: '/api/mandates',
    summary:
      'Mandates I have given, or given by those in whose name I may revoke, and those I hold; living ones first.',
    who: 'citizen',
    answers: { 200: Mandates },
    async handle({ who }, deps) {
      const reach = await reachOf(deps, who)
      const found = await concerning(deps.db, who.person.id, givers(reach))
      const cases = await visibleCases(deps.db, reach, found)
      const living = found.toSorted((a, b) => Number(hasEnded(a, reach.day)) - Number(hasEnded(b, reach.day)))
      return { status: 200, body: { mandates: living.map(mandate => mandateView(reach, mandate, cases)) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/mandates/:id',
    summary: 'A mandate with what was done under it: “X for Y”.',
    who: 'citizen',
    params: id,
    answers: { 200: MandateDetail },
    refuses: ['not-yours'],
    handle: async ({ who, params }, deps) => ({ status: 200, body: await detail(deps, who, params.id) }),
  }),
  route({
    method: 'post',
    path: '/api/mandates/:id/revoke',
    summary:
      'Ends a mandate at once: its principal revokes it, or its agent gives notice. What was done before stands.',
    who: 'citizen',
    params: id,
    body: Revocation,
    answers: { 200: MandateDetail },
    refuses: ['not-yours', 'level-too-low', 'mandate-from-register', 'stale-view'],
    async handle(ctx, deps) {
      const { who, params, body } = ctx
      requireAssurance(ctx, 'substantial')
      await revoke(deps, { ...ctx, who }, { mandate: params.id, id: body.id, reason: body.reason ?? '' })
      const caseId = await firstToAnswer(deps.db, body.id)
      // the end is a fact already; the case that keeps the mandate may take a moment to say so
      if (caseId !== undefined) await receive(deps, ctx, caseId, body.id)
      return { status: 200, body: await detail(deps, who, params.id) }
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/join',
    summary: 'Somebody invited takes their place in a case, by the code they were sent and their own verified name.',
    who: 'citizen',
    params: id,
    body: Join,
    answers: { 200: CaseView },
    refuses: ['level-too-low', 'invitation-wrong', 'invitation-locked'],
    async handle(ctx, deps) {
      requireAssurance(ctx, 'substantial')
      await join(deps, ctx, ctx.params.id, ctx.body.code)
      return { status: 200, body: await caseView(deps, ctx.who, ctx.params.id) }
    },
  }),
  route({
    method: 'post',
    path: '/api/invitations',
    summary: 'The same by the number of the case and the code as they stand in a letter.',
    who: 'citizen',
    body: Invitation,
    answers: { 200: Invited },
    refuses: ['level-too-low', 'invitation-wrong', 'invitation-locked'],
    async handle(ctx, deps) {
      requireAssurance(ctx, 'substantial')
      const number = ctx.body.number.replace(/\s+/g, '').toUpperCase()
      const row = await deps.db.selectFrom('case').select('id').where('number', '=', number).executeTakeFirst()
      if (!row) throw new Refusal('invitation-wrong')
      await join(deps, ctx, row.id, ctx.body.code)
      return { status: 200, body: { case: row.id } }
    },
  }),
]

/** Whose given mandates the caller sees: their own subject’s, and those of principals in whose name they may revoke. */
const givers = (reach: Reach): string[] => [
  ...(reach.subject === null ? [] : [reach.subject]),
  ...new Set(
    reach.held.map(({ principal }) => principal).filter(principal => mayFor(reach, principal, powersAgenda, 'revoke')),
  ),
]

async function detail(deps: Deps, who: CitizenCaller, mandateId: string): Promise<MandateDetail> {
  const [reach, mandate] = await Promise.all([reachOf(deps, who), mandateById(deps.db, mandateId)])
  const as = mandate && standing(reach, mandate)
  if (!mandate || as === null) throw new Refusal('not-yours')
  const cases = await visibleCases(deps.db, reach, [mandate])
  const acts = await actsUnder(deps.db, reach, mandateId, as === 'agent' ? who.person.id : null)
  return { ...mandateView(reach, mandate, cases), acts }
}
