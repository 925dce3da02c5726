import Type from 'typebox'
import { paymentDetails } from '../../activities/documents/payment-details.ts'
import { pdfOf } from '../../activities/documents/pdf.ts'
import { runningPlans } from '../../activities/instalments/plans.ts'
import { dayAt } from '../../workflows/deadline.ts'
import { agendas } from '../../workflows/agendas/index.ts'
import { audit } from '../audit.ts'
import { citizenCaller, type CitizenCaller } from '../auth/session.ts'
import { CaseView, DeskAnswer, DeskFiling, DeskMatters } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { answerFor } from '../desk/answering.ts'
import { fileFor } from '../desk/filing.ts'
import { requirePresent, type Serving } from '../desk/presence.ts'
import { Refusal } from '../errors.ts'
import { liveOrders } from '../payability.ts'
import { receive } from '../receiving.ts'
import { route } from '../route.ts'
import { caseView, summary } from '../views/case.ts'
import { casesOfPerson } from '../views/case-rows.ts'
import { eyesOf } from '../views/eyes.ts'
import { bankDetails, liabilityView } from '../views/liability.ts'

const who = { role: 'desk' } as const
const uuid = Type.String({ format: 'uuid' })

/** Assisted service (asistovaná služba): the official acts with the person present, never as them. */
export const assisted = [
  route({
    method: 'get',
    path: '/api/desk/people/:id/matters',
    summary: 'What the person at my desk owes and has filed.',
    who,
    params: { id: uuid },
    answers: { 200: DeskMatters },
    refuses: ['not-present'],
    async handle(ctx, deps) {
      const citizen = await present(deps, ctx, ctx.params.id)
      const [debts, { rows: cases, reach }] = await Promise.all([debtsOf(deps, citizen), casesOfPerson(deps, citizen)])
      const ids = debts.map(({ id }) => id)
      const [orders, plans] = await Promise.all([liveOrders(deps.db, ids), runningPlans(deps.db, ids)])
      await audit(deps.db, ctx, { what: 'saw matters at the desk', forPerson: citizen.person.id })
      const views = debts.map(debt => liabilityView(deps, debt, orders, plans, { own: true, mayPay: true }))
      const owing = views.filter(({ balance, state }) => balance > 0 && state !== 'cancelled')
      const sum = (of: typeof views) => of.reduce((total, { balance }) => total + balance, 0)
      return {
        status: 200,
        body: {
          owed: sum(owing),
          overdue: sum(owing.filter(({ state }) => state === 'overdue' || state === 'enforcement')),
          liabilities: owing,
          cases: cases
            .filter(({ agenda }) => agendas.get(agenda)?.starts === 'citizen')
            .map(row => summary(row, deps.city, eyesOf(reach, row, citizen))),
        },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/people/:id/payment-details',
    summary: 'A sheet with QR Platba and bank details of all that the person at my desk owes.',
    who,
    params: { id: uuid },
    answers: { 200: 'pdf' },
    refuses: ['not-present'],
    async handle(ctx, deps) {
      const citizen = await present(deps, ctx, ctx.params.id)
      const debts = (await debtsOf(deps, citizen)).flatMap(debt => {
        const bank = bankDetails(debt, deps.city.name.cs)
        const { description, due, balance, specificSymbol, variableSymbol } = debt
        return bank
          ? [{ description, due, amount: balance, specificSymbol, variableSymbol, account: bank.account, qr: bank.qr }]
          : []
      })
      const { givenName, familyName } = citizen.person
      const sheet = { name: `${givenName} ${familyName}`, day: dayAt(deps.now().toISOString()), debts }
      await audit(deps.db, ctx, { what: 'printed payment details', forPerson: citizen.person.id })
      return {
        status: 200,
        headers: { 'Content-Disposition': 'inline; filename="platebni-udaje.pdf"' },
        body: await pdfOf(paymentDetails(deps.city, sheet, ctx.language)),
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/cases',
    summary: 'Files a case for the person at my desk; the case says who helped.',
    who,
    params: { id: uuid },
    body: DeskFiling,
    answers: { 201: CaseView, 202: CaseView },
    refuses: ['not-present', 'unknown-agenda', 'level-too-low', 'minor'],
    async handle(ctx, deps) {
      const citizen = await present(deps, ctx, ctx.params.id)
      const { caseId } = await fileFor(deps, ctx, citizen, ctx.body)
      const done = await receive(deps, ctx, caseId, ctx.body.id)
      return { status: done ? 201 : 202, body: await caseView(deps, citizen, caseId) }
    },
  }),
  route({
    method: 'get',
    path: '/api/desk/people/:id/cases/:case',
    summary: 'A case of the person at my desk, as they see it.',
    who,
    params: { id: uuid, case: uuid },
    answers: { 200: CaseView },
    refuses: ['not-present', 'not-yours'],
    async handle(ctx, deps) {
      const citizen = await present(deps, ctx, ctx.params.id)
      const view = await caseView(deps, citizen, ctx.params.case)
      await audit(deps.db, ctx, { what: 'saw case at the desk', caseId: view.id, forPerson: citizen.person.id })
      return { status: 200, body: view }
    },
  }),
  route({
    method: 'post',
    path: '/api/desk/people/:id/cases/:case/messages',
    summary: 'Answers a step that waits for the person at my desk, in a case of theirs; the case says who helped.',
    who,
    params: { id: uuid, case: uuid },
    body: DeskAnswer,
    answers: { 200: CaseView, 202: CaseView },
    refuses: [
      'not-present',
      'not-yours',
      'unknown-step',
      'stale-view',
      'already-answered',
      'step-closed',
      'case-closed',
      'forbidden',
      'level-too-low',
      'mandate-ended',
      'mandate-suspended',
      'mandate-not-valid',
      'mandate-scope',
      'mandate-joint',
      'mandate-from-register',
    ],
    async handle(ctx, deps) {
      const citizen = await present(deps, ctx, ctx.params.id)
      await answerFor(deps, ctx, citizen, ctx.params.case, ctx.body)
      const done = await receive(deps, ctx, ctx.params.case, ctx.body.id)
      return { status: done ? 200 : 202, body: await caseView(deps, citizen, ctx.params.case) }
    },
  }),
]

/** The person at the official's desk, as the portal knows them. Throws Refusal `not-present`. */
async function present(deps: Deps, serving: Serving, id: string): Promise<CitizenCaller> {
  await requirePresent(deps, serving, id)
  const citizen = await citizenCaller(deps.db, id)
  if (!citizen) throw new Refusal('not-present')
  return citizen
}

const debtsOf = async ({ ledger }: Deps, { person }: CitizenCaller) =>
  person.subjectId === null ? [] : ledger.list([person.subjectId])
