import Type from 'typebox'
import { mandateById, mandatesByIds } from '../../activities/mandates/rows.ts'
import { audit } from '../audit.ts'
import type { OfficialCaller } from '../auth/session.ts'
import { OfficeMandate, OfficeMandates, Resumption, Suspension, Uuid } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal, type Code } from '../errors.ts'
import { route } from '../route.ts'
import { resume, suspend, verifiers } from '../suspending.ts'
import { mandatesNamed, officeMandates } from '../views/office-mandate.ts'

/** Officials of the department that verifies mandates. */
const who = { role: verifiers }
const id = { id: Uuid }
const Search = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }, { additionalProperties: false })
const refuses: Code[] = ['not-yours', 'own-matter', 'mandate-from-register', 'mandate-not-suspended']

export const mandatesOfOffice = [
  route({
    method: 'get',
    path: '/api/office/mandates',
    summary: 'Mandates by the name of principal or agent; without a name those that are suspended.',
    who,
    query: Search,
    limit: 'look-up',
    answers: { 200: OfficeMandates },
    async handle(ctx, deps) {
      if (ctx.query.q) await audit(deps.db, ctx, { what: 'looked for mandates' })
      const found = await mandatesByIds(deps.db, await mandatesNamed(deps.db, ctx.query.q ?? ''))
      return { status: 200, body: { mandates: await officeMandates(deps, ctx.who, found) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/office/mandates/:id',
    summary: 'A mandate for officials who verify mandates: its state, and what they may do.',
    who,
    params: id,
    answers: { 200: OfficeMandate },
    refuses: ['not-yours'],
    handle: async ({ who, params }, deps) => ({ status: 200, body: await one(deps, who, params.id) }),
  }),
  route({
    method: 'post',
    path: '/api/office/mandates/:id/suspend',
    summary:
      'Suspends a mandate at once: nothing may be done under it, cases led under it freeze, both sides are told.',
    who,
    params: id,
    body: Suspension,
    answers: { 200: OfficeMandate },
    refuses,
    async handle(ctx, deps) {
      await suspend(deps, ctx, { mandate: ctx.params.id, reason: ctx.body.reason })
      return { status: 200, body: await one(deps, ctx.who, ctx.params.id) }
    },
  }),
  route({
    method: 'post',
    path: '/api/office/mandates/:id/resume',
    summary: 'Lets a suspended mandate go on at once, and the cases that stopped with it.',
    who,
    params: id,
    body: Resumption,
    answers: { 200: OfficeMandate },
    refuses,
    async handle(ctx, deps) {
      await resume(deps, ctx, { mandate: ctx.params.id, reason: ctx.body.reason ?? '' })
      return { status: 200, body: await one(deps, ctx.who, ctx.params.id) }
    },
  }),
]

async function one(deps: Deps, who: OfficialCaller, mandate: string): Promise<OfficeMandate> {
  const found = await mandateById(deps.db, mandate)
  const [view] = found ? await officeMandates(deps, who, [found]) : []
  if (!view) throw new Refusal('not-yours')
  return view
}
