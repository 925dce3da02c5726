import { toString as qrPicture } from 'qrcode'
import Type from 'typebox'
import { liabilityKinds } from '../../city/schema.ts'
import { dayAt } from '../../workflows/deadline.ts'
import { Liabilities, LiabilityDetail } from '../contract.ts'
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
  },
  { additionalProperties: false },
)
const id = { id: Type.String({ format: 'uuid' }) }

export const liabilities = [
  route({
    method: 'get',
    path: '/api/liabilities',
    summary: 'What I owe the city, as the ledger knows it now; by year, kind and state.',
    who: 'citizen',
    query: Filter,
    answers: { 200: Liabilities },
    async handle({ who, query }, deps) {
      const { subjectId } = who.person
      const all = subjectId ? await deps.ledger.list([subjectId]) : []
      const today = dayAt(deps.now().toISOString())
      const orders = await liveOrders(
        deps.db,
        all.map(l => l.id),
      )
      const views = all.map(l => liabilityView(deps, l, orders))
      const owing = views.filter(l => l.balance > 0 && l.state !== 'cancelled')
      const sum = (of: typeof views) => of.reduce((total, l) => total + l.balance, 0)
      return {
        status: 200,
        body: {
          paired: subjectId !== null,
          asOf:
            all
              .map(l => l.asOf)
              .toSorted()
              .at(0) ?? null,
          years: [...new Set(all.map(l => l.year))].toSorted((a, b) => b - a),
          kinds: liabilityKinds.filter(kind => all.some(l => l.kind === kind)),
          owed: sum(owing),
          overdue: sum(owing.filter(l => l.due < today)),
          liabilities: views.filter(
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
    refuses: ['not-yours'],
    async handle({ who, params }, deps) {
      const found = await own(deps, who, params.id)
      const [orders, receipts] = await Promise.all([liveOrders(deps.db, [found.id]), receiptsOf(deps, who, found.id)])
      return {
        status: 200,
        body: {
          ...liabilityView(deps, found, orders),
          bank: bankDetails(found, deps.city.name.cs),
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
    path: '/api/liabilities/:id/qr.svg',
    summary: 'QR Platba of one liability as a picture.',
    who: 'citizen',
    params: id,
    answers: { 200: 'svg' },
    refuses: ['not-yours'],
    async handle({ who, params }, deps) {
      const bank = bankDetails(await own(deps, who, params.id), deps.city.name.cs)
      if (!bank) throw new Refusal('not-yours')
      return { status: 200, body: await qrPicture(bank.qr, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }) }
    },
  }),
]

/** A liability of the caller's own; somebody else's is answered as unknown. */
async function own(deps: Deps, who: CitizenCaller, liability: string) {
  const found = await deps.ledger.get(liability)
  if (!found || found.debtor.id !== who.person.subjectId) throw new Refusal('not-yours')
  return found
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
