import { today } from '../../../forms/day.ts'
import { audit } from '../../audit.ts'
import { Absences, NewAbsence, Uuid } from '../../contract.ts'
import { absenceChoices, absencesFor, cancelAbsence, enterAbsence } from '../../inbox/absences.ts'
import { reachOf, type Reach } from '../../inbox/reach.ts'
import type { Deps } from '../../deps.ts'
import { route } from '../../route.ts'

export const absences = [
  route({
    method: 'get',
    path: '/api/absences',
    summary:
      'Who is away, today or soon, and who substitutes them: mine, of my inboxes, and those in which I substitute.',
    who: 'official',
    answers: { 200: Absences },
    handle: async ({ who }, deps) => ({
      status: 200,
      body: await view(deps, await reachOf(deps.db, who.official, deps.now())),
    }),
  }),
  route({
    method: 'post',
    path: '/api/absences',
    summary: 'Enters an absence with its substitute, for oneself or, by the supervisor, for a member of the inbox.',
    who: 'official',
    body: NewAbsence,
    answers: { 201: Absences },
    refuses: ['forbidden', 'absence-overlaps'],
    async handle(ctx, deps) {
      const { body, who, language } = ctx
      const reach = await reachOf(deps.db, who.official, deps.now())
      await deps.db.transaction().execute(async tx => {
        const id = await enterAbsence(tx, reach, body, today(deps.now()), language)
        await audit(tx, ctx, { what: 'entered absence', details: { ...body, absence: id } })
      })
      return { status: 201, body: await view(deps, await reachOf(deps.db, who.official, deps.now())) }
    },
  }),
  route({
    method: 'delete',
    path: '/api/absences/:id',
    summary: 'Cancels an absence that has not passed; the substitute has nothing from then on.',
    who: 'official',
    params: { id: Uuid },
    answers: { 204: null },
    refuses: ['not-yours'],
    async handle(ctx, deps) {
      const reach = await reachOf(deps.db, ctx.who.official, deps.now())
      await deps.db.transaction().execute(async tx => {
        const { official } = await cancelAbsence(tx, reach, ctx.params.id, today(deps.now()))
        await audit(tx, ctx, { what: 'cancelled absence', details: { official, absence: ctx.params.id } })
      })
      return { status: 204 }
    },
  }),
]

async function view(deps: Deps, reach: Reach): Promise<Absences> {
  const [found, choices] = await Promise.all([
    absencesFor(deps.db, reach, today(deps.now())),
    absenceChoices(deps.db, reach),
  ])
  return { absences: found, ...choices }
}
