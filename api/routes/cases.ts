import { houseActor } from '../../db/house.ts'
import { isDuplicate } from '../../db/duplicate.ts'
import Type from 'typebox'
import { payingAgenda } from '../../activities/payments/payable-for.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import { actingFor, actionOf, holdMandate, refuseMinor, todayOf, type ActingFor } from '../acting.ts'
import { askAfterAll } from '../asking-after.ts'
import { audit } from '../audit.ts'
import { requireAssurance } from '../auth/assurance.ts'
import type { CitizenCaller } from '../auth/session.ts'
import type { Agenda } from '../../workflows/agenda.ts'
import { AgendaInfo, Answered, CaseList, CaseView, InboxFilter, NewCase, NewMessage, NotesRead } from '../contract.ts'
import type { Language } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { filesIn } from '../files/brought.ts'
import { fileCase, fileMessage } from '../filing.ts'
import { nextTask } from '../inbox/next.ts'
import { jointOf } from '../joint-filing.ts'
import { judge } from '../judging.ts'
import { markRead } from '../notes.ts'
import { route } from '../route.ts'
import { auditBasket } from '../paying-for.ts'
import { receive } from '../receiving.ts'
import { keptBy, reasonIn, revoke } from '../revoking.ts'
import { startable } from '../startable.ts'
import { actorOf, answered, firstToAnswer } from '../stepping.ts'
import { caseView, summary } from '../views/case.ts'
import { caseFor, casesOfPerson } from '../views/case-rows.ts'
import { eyesOf } from '../views/eyes.ts'

const deedOf = (message: NewMessage): string =>
  message.kind === 'answer' ? `answered ${message.stepKey}` : message.kind === 'note' ? 'wrote' : 'withdrew'

const caseId = { id: Type.String({ format: 'uuid' }) }

export const cases = [
  route({
    method: 'get',
    path: '/api/agendas/:agenda',
    summary: 'A life situation that can be settled online: its words and its first form.',
    who: 'anyone',
    answers: { 200: AgendaInfo },
    refuses: ['unknown-agenda'],
    async handle({ params }, deps) {
      const { agenda, form } = startable(params.agenda, deps)
      return {
        status: 200,
        body: {
          id: agenda.id,
          title: agenda.title,
          assurance: agenda.assurance,
          first: agenda.first,
          form: { schema: form.schema, ...(form.layout && { layout: { ...form.layout } }) },
          minors: agenda.minors === true,
          forOthers: agenda.forOthers === undefined ? 'file' : agenda.forOthers,
        },
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/cases',
    summary: 'Files a case. The answer’s time is the time of filing; 202 says that it is stored and the rest follows.',
    who: 'citizen',
    body: NewCase,
    answers: { 201: CaseView, 202: CaseView },
    refuses: [
      'unknown-agenda',
      'level-too-low',
      'in-another-order',
      'not-yours',
      'for-oneself-only',
      'minor',
      'mandate-ended',
      'mandate-suspended',
      'mandate-not-valid',
      'mandate-scope',
      'mandate-limit',
      'mandate-joint',
      'register-away',
    ],
    async handle(ctx, deps) {
      const { who, body } = ctx
      const { agenda, form } = startable(body.agenda, deps)
      requireAssurance(ctx, agenda.assurance)
      const known = await firstToAnswer(deps.db, body.id)
      if (known) return { status: 201, body: await caseView(deps, who, known) }
      refuseMinor(deps, who, agenda)
      const acting = body.for === undefined ? undefined : await inTheNameOf(deps, ctx, body.for, agenda)
      const joint = acting && actionOf(agenda) === 'file' ? await jointOf(deps, who, acting.mandate) : undefined
      if (agenda.id === payingAgenda) await askAfterAll(deps, who.person.id)
      const data = await judge(deps, who, form, body.data, ctx.language, acting)
      const id = await deps.db
        .transaction()
        .execute(async tx => {
          if (acting) await holdMandate(tx, acting, todayOf(deps))
          const filed = await fileCase(tx, {
            messageId: body.id,
            agenda: agenda.id,
            personId: who.person.id,
            actor: actorOf(ctx, acting && { acting }),
            data,
            files: filesIn(form.schema, data, ctx.language),
            ...(acting && { acting }),
            ...(joint && { joint }),
          })
          await audit(tx, ctx, { what: `filed ${agenda.id}`, caseId: filed.caseId, ...(acting && { for: acting }) })
          if (agenda.id === payingAgenda) await auditBasket(tx, ctx, filed.caseId, data)
          return filed.caseId
        })
        .catch(async (error: unknown) => {
          // the same message came twice at once: the first one filed the case
          const first = isDuplicate(error) ? await firstToAnswer(deps.db, body.id) : undefined
          if (first === undefined) throw error
          return first
        })
      const done = await receive(deps, ctx, id, body.id)
      return {
        status: done ? 201 : 202,
        headers: { Location: `/api/cases/${id}` },
        body: await caseView(deps, who, id),
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/messages',
    summary:
      'Answers an open step, as citizen or clerk, writes to the other side, or withdraws the case; gives the next view, and to a clerk who names their view of the inbox the next task.',
    who: 'signed-in',
    params: caseId,
    query: InboxFilter,
    body: NewMessage,
    answers: { 200: Answered, 202: Answered },
    refuses: [
      'not-yours',
      'unknown-step',
      'stale-view',
      'already-answered',
      'step-closed',
      'case-closed',
      'nobody-reads',
      'too-many-notes',
      'forbidden',
      'level-too-low',
      'taken',
      'four-eyes',
      'own-matter',
      'mandate-ended',
      'mandate-suspended',
      'mandate-not-valid',
      'mandate-scope',
      'mandate-joint',
    ],
    async handle(ctx, deps) {
      const { params, body, who } = ctx
      const row = await caseFor(deps, who, params.id)
      const sent = await answered(deps, ctx, row)
      const { take, acting, party: _, ...brought } = sent
      const { stepKey, data } = brought
      const mandate = stepKey?.startsWith('revocation/') ? await keptBy(deps.db, row.id) : undefined
      if (mandate !== undefined && who.kind === 'citizen') {
        await revoke(deps, { ...ctx, who }, { mandate, id: body.id, reason: reasonIn(data) })
        const done = await receive(deps, ctx, row.id, body.id)
        return { status: done ? 200 : 202, body: await caseView(deps, who, row.id) }
      }
      await deps.db
        .transaction()
        .execute(async tx => {
          await take?.(tx)
          if (acting) await holdMandate(tx, acting, todayOf(deps))
          await fileMessage(tx, {
            id: body.id,
            caseId: row.id,
            kind: body.kind,
            actor: actorOf(ctx, sent),
            ...brought,
          })
          await audit(tx, ctx, { what: deedOf(body), caseId: row.id, ...(acting && { for: acting }) })
        })
        .catch(async (error: unknown) => {
          if (!isDuplicate(error)) throw error
          if ((await firstToAnswer(deps.db, body.id)) !== row.id) throw new Refusal('already-answered')
        })
      const done = await receive(deps, ctx, row.id, body.id)
      const next =
        who.kind === 'official' && ctx.query.view !== undefined && stepKey !== undefined
          ? await nextTask(deps, who.official, ctx.query, `${row.id}:${stepKey}`)
          : undefined
      return { status: done ? 200 : 202, body: { ...(await caseView(deps, who, row.id)), ...(next && { next }) } }
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/read',
    summary: 'Says that somebody at the office has read what the citizen wrote up to an instant.',
    who: 'official',
    params: caseId,
    body: NotesRead,
    answers: { 204: null },
    refuses: ['not-yours'],
    async handle({ params, body, who }, deps) {
      const row = await caseFor(deps, who, params.id)
      await markRead(deps.db, row.id, new Date(body.until))
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:id/return',
    summary:
      'The payer is back from the card page: the gateway is asked, so that the answer need not wait for its webhook.',
    who: 'citizen',
    params: caseId,
    answers: { 200: CaseView },
    refuses: ['not-yours'],
    async handle(ctx, deps) {
      const view = await caseView(deps, ctx.who, ctx.params.id)
      const order = view.payment
      if (
        order &&
        view.state !== 'closed' &&
        !view.pending &&
        (order.state === 'open' || order.state === 'connecting')
      ) {
        const id = crypto.randomUUID()
        await fileMessage(deps.db, {
          id,
          caseId: view.id,
          kind: 'payment',
          actor: houseActor,
          data: { order: order.order, because: 'returned' },
        })
        await receive(deps, ctx, view.id, id)
        return { status: 200, body: await caseView(deps, ctx.who, view.id) }
      }
      return { status: 200, body: view }
    },
  }),
  route({
    method: 'get',
    path: '/api/cases',
    summary: 'My cases and those of everybody I act for, newest first.',
    who: 'citizen',
    answers: { 200: CaseList },
    async handle({ who }, deps) {
      const { rows, reach } = await casesOfPerson(deps, who)
      const mine = rows.filter(c => agendas.get(c.agenda)?.starts === 'citizen')
      return { status: 200, body: { cases: mine.map(row => summary(row, deps.city, eyesOf(reach, row, who))) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/cases/:id',
    summary: 'A case: what it waits for, its timeline, submissions, documents and payment.',
    who: 'signed-in',
    params: caseId,
    answers: { 200: CaseView },
    refuses: ['not-yours'],
    handle: async ({ params, who }, deps) => ({ status: 200, body: await caseView(deps, who, params.id) }),
  }),
]

/** By what right the caller files in somebody's name; their own subject is their own matter. */
async function inTheNameOf(
  deps: Deps,
  { who, language, body }: { who: CitizenCaller; language: Language; body: NewCase },
  principal: string,
  agenda: Agenda,
): Promise<ActingFor | undefined> {
  if (principal === who.person.subjectId) return undefined
  return actingFor(
    deps,
    who,
    {
      principal,
      agenda: agenda.id,
      action: actionOf(agenda),
      // what several must sign is taken from one of them, and waits for the others in the case
      signing: agenda.forOthers === 'sub-delegate' ? signingOf(body.data) : Infinity,
    },
    language,
  )
}

/** How many sign what is filed: one, or two when the form brings a co-signer, whose signature the case then waits for. */
const signingOf = (data: unknown): number =>
  typeof data === 'object' && data !== null && 'coSigner' in data && data.coSigner ? 2 : 1
