import Type from 'typebox'
import { agendas } from '../../workflows/agendas/index.ts'
import { houseActor } from '../actors.ts'
import { audit } from '../audit.ts'
import { requireAssurance } from '../auth/assurance.ts'
import { AgendaInfo, Answered, CaseList, CaseView, InboxFilter, NewCase, NewMessage, NotesRead } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { filesIn } from '../files/brought.ts'
import { fileCase, fileMessage } from '../filing.ts'
import { nextTask } from '../inbox/next.ts'
import { judge } from '../judging.ts'
import { markRead } from '../notes.ts'
import { route } from '../route.ts'
import { receive } from '../receiving.ts'
import { startable } from '../startable.ts'
import { actorOf, answered, firstToAnswer, isDuplicate } from '../stepping.ts'
import { caseView, summary } from '../views/case.ts'
import { caseFor, casesOfPerson } from '../views/case-rows.ts'

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
    refuses: ['unknown-agenda', 'level-too-low', 'in-another-order'],
    async handle(ctx, deps) {
      const { who, body } = ctx
      const { agenda, form } = startable(body.agenda, deps)
      requireAssurance(ctx, agenda.assurance)
      const known = await firstToAnswer(deps.db, body.id)
      if (known) return { status: 201, body: await caseView(deps, who, known) }
      const data = await judge(deps, who, form, body.data, ctx.language)
      const id = await deps.db
        .transaction()
        .execute(async tx => {
          const filed = await fileCase(tx, {
            messageId: body.id,
            agenda: agenda.id,
            personId: who.person.id,
            actor: actorOf(ctx),
            data,
            files: filesIn(form.schema, data, ctx.language),
          })
          await audit(tx, ctx, { what: `filed ${agenda.id}`, caseId: filed.caseId })
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
      'forbidden',
      'level-too-low',
      'taken',
      'four-eyes',
      'own-matter',
    ],
    async handle(ctx, deps) {
      const { params, body, who } = ctx
      const row = await caseFor(deps.db, who, params.id)
      const { take, ...brought } = await answered(deps, ctx, row)
      const { stepKey } = brought
      await deps.db
        .transaction()
        .execute(async tx => {
          await take?.(tx)
          await fileMessage(tx, {
            id: body.id,
            caseId: row.id,
            kind: body.kind,
            actor: actorOf(ctx),
            ...brought,
          })
          await audit(tx, ctx, { what: deedOf(body), caseId: row.id })
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
    async handle({ params, body, who }, { db }) {
      const row = await caseFor(db, who, params.id)
      await markRead(db, row.id, new Date(body.until))
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
    summary: 'My cases, newest first.',
    who: 'citizen',
    answers: { 200: CaseList },
    async handle({ who }, deps) {
      const mine = (await casesOfPerson(deps.db, who.person.id)).filter(
        c => agendas.get(c.agenda)?.starts === 'citizen',
      )
      return { status: 200, body: { cases: mine.map(row => summary(row, deps.city, who)) } }
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
