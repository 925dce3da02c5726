import { toString as qrPicture } from 'qrcode'
import Type from 'typebox'
import { liabilityKinds } from '../../city/schema.ts'
import { overpaymentsOf } from '../../activities/payments/overpayments.ts'
import { runningPlans, type Plan } from '../../activities/instalments/plans.ts'
import type { Liability as LedgerLiability } from '../../activities/ledger/port.ts'
import { reachOf, unseenBecause } from '../acting.ts'
import { Liabilities, LiabilityDetail, Overpayments } from '../contract.ts'
import type { Liability } from '../contract.ts'
import { debtorsOf, debtorView } from '../debtors.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { liveOrders } from '../payability.ts'
import { route } from '../route.ts'
import type { CitizenCaller } from '../auth/session.ts'
import { bankDetails, liabilityView } from '../views/liability.ts'

const Filter = Type.Object(
  {
    year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })),
    kind: Type.Optional(Type.Enum([...liabilityKinds])),
    state: Type.Optional(Type.Enum(['open', 'overdue', 'settled', 'cancelled', 'enforcement'])),
    for: Type.Optional(Type.Union([Type.String({ format: 'uuid' }), Type.Literal('me')])),
  },
  { additionalProperties: false },
)
const id = { id: Type.String({ format: 'uuid' }) }

export const liabilities = [
  route({
    method: 'get',
    path: '/api/liabilities',
    summary: 'What I owe the city and those I act for, as the ledger knows it now; by debtor, year, kind and state.',
    who: 'citizen',
    query: Filter,
    answers: { 200: Liabilities },
    async handle({ who, query }, deps) {
      const reach = await reachOf(deps, who)
      const debtors = debtorsOf(reach)
      const asked = debtors.filter(
        debtor => query.for === undefined || (query.for === 'me' ? debtor.own : query.for === debtor.subject),
      )
      const all = await deps.ledger.list(debtors.map(({ subject }) => subject))
      const ids = all.map(l => l.id)
      const [orders, plans] = await Promise.all([liveOrders(deps.db, ids), runningPlans(deps.db, ids)])
      const of = new Map(debtors.map(debtor => [debtor.subject, debtor]))
      const views = all.flatMap(l => {
        const debtor = of.get(l.debtor.id)
        return debtor ? [{ subject: l.debtor.id, view: liabilityView(deps, l, orders, plans, debtor) }] : []
      })
      const shown = views.filter(({ subject }) => asked.some(debtor => debtor.subject === subject)).map(one => one.view)
      const name = `${who.person.givenName} ${who.person.familyName}`
      return {
        status: 200,
        body: {
          paired: who.person.subjectId !== null,
          asOf:
            shown
              .map(l => l.asOf)
              .toSorted()
              .at(0) ?? null,
          years: [...new Set(shown.map(l => l.year))].toSorted((a, b) => b - a),
          kinds: liabilityKinds.filter(kind => shown.some(l => l.kind === kind)),
          ...sums(shown),
          debtors: debtors.map(debtor =>
            debtorView(
              debtor,
              name,
              sums(views.filter(({ subject }) => subject === debtor.subject).map(({ view }) => view)),
            ),
          ),
          liabilities: shown.filter(
            l =>
              (query.year === undefined || l.year === query.year) &&
              (query.kind === undefined || l.kind === query.kind) &&
              (query.state === undefined ||
                l.state === query.state ||
                (query.state === 'open' && l.state === 'overdue')),
          ),
        },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/liabilities/:id',
    summary: 'One liability: why this sum, what has been paid, how to pay it by card or from a bank.',
    who: 'citizen',
    params: id,
    answers: { 200: LiabilityDetail },
    refuses: ['not-yours', 'mandate-ended', 'mandate-suspended'],
    async handle({ who, params }, deps) {
      const { found, debtor } = await seen(deps, who, params.id)
      const [orders, plans, receipts] = await Promise.all([
        liveOrders(deps.db, [found.id]),
        runningPlans(deps.db, [found.id]),
        receiptsOf(deps, who, found.id),
      ])
      return {
        status: 200,
        body: {
          ...liabilityView(deps, found, orders, plans, debtor),
          bank: bankDetails(toPay(found, plans), deps.city.name.cs),
          payments: found.payments.map(({ channel, amount, paidAt, creditedOn }) => ({
            channel,
            amount,
            paidAt,
            creditedOn,
            receipt: receipts.get(paidAt) ?? null,
          })),
          responsible: (await deps.officials.now()).headOf('finance'),
        },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/overpayments',
    summary: 'Money of mine that settled nothing and that I may ask back.',
    who: 'citizen',
    answers: { 200: Overpayments },
    async handle({ who }, { db }) {
      const owner = { subject: who.person.subjectId, person: who.person.id }
      return { status: 200, body: { overpayments: await overpaymentsOf(db, owner) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/liabilities/:id/qr.svg',
    summary: 'QR Platba of one liability as a picture.',
    who: 'citizen',
    params: id,
    answers: { 200: 'svg' },
    refuses: ['not-yours', 'mandate-ended', 'mandate-suspended'],
    async handle({ who, params }, deps) {
      const { found } = await seen(deps, who, params.id)
      const bank = bankDetails(toPay(found, await runningPlans(deps.db, [found.id])), deps.city.name.cs)
      if (!bank) throw new Refusal('not-yours')
      return { status: 200, body: await qrPicture(bank.qr, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }) }
    },
  }),
]

/** The debt with what is to be paid of it now: all that is left, or the next instalment. */
const toPay = (debt: LedgerLiability, plans: ReadonlyMap<string, Plan>): LedgerLiability => ({
  ...debt,
  balance: plans.get(debt.id)?.lines.find(({ left }) => left > 0)?.left ?? debt.balance,
})

/** Σ of the balances of what is owed and of what is late, in haléře. What is enforced is late; of what is spread, so is all once an instalment is. */
function sums(views: readonly Liability[]): { owed: number; overdue: number } {
  const owing = views.filter(l => l.balance > 0 && l.state !== 'cancelled')
  const sum = (of: typeof owing) => of.reduce((total, l) => total + l.balance, 0)
  return { owed: sum(owing), overdue: sum(owing.filter(l => l.state === 'overdue' || l.state === 'enforcement')) }
}

/** A liability of the caller's own or of somebody whose debts they may see; anybody else's is answered as unknown. */
async function seen(deps: Deps, who: CitizenCaller, liability: string) {
  const [found, reach] = await Promise.all([deps.ledger.get(liability), reachOf(deps, who)])
  const debtor = debtorsOf(reach).find(({ subject }) => subject === found?.debtor.id)
  if (found && debtor) return { found, debtor }
  throw new Refusal(found ? await unseenBecause(deps.db, who.person.id, found.debtor.id, reach.day) : 'not-yours')
}

/** Receipts of the caller's card payments of a liability, by the instant of payment. */
async function receiptsOf(deps: Deps, who: CitizenCaller, liability: string): Promise<Map<string, string>> {
  const rows = await deps.db
    .selectFrom('allocation as a')
    .innerJoin('payment as p', 'p.id', 'a.paymentId')
    .innerJoin('payment_order as o', 'o.id', 'p.orderId')
    .innerJoin('document as d', 'd.caseId', 'o.caseId')
    .select(['p.paidAt', 'd.id'])
    .where('a.liabilityId', '=', liability)
    .where('o.personId', '=', who.person.id)
    .where('d.kind', '=', 'receipt')
    .execute()
  return new Map(rows.map(r => [r.paidAt.toISOString(), r.id]))
}
