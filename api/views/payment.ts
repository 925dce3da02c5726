import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { OpenStep } from '../../db/tables/cases.ts'
import type { PaymentView } from '../contract.ts'
import { failureWords } from './refusals.ts'

/** The truth about a case's last payment: what the order row says, and while it may be paid, what the case waits for. */
export async function paymentView(db: Db, caseId: string, open: OpenStep[]): Promise<PaymentView | null> {
  const lines = await db
    .selectFrom('payment_order as o')
    .innerJoin('payment_order_item as i', 'i.orderId', 'o.id')
    .innerJoin('liability as l', 'l.id', 'i.liabilityId')
    .innerJoin('subject as s', 's.id', 'l.subjectId')
    .innerJoin('person as p', 'p.id', 'o.personId')
    .select([
      'o.id',
      'o.state',
      'o.amount',
      'o.checkoutUrl',
      'o.failure',
      'o.expiresAt',
      'o.paidAt',
      'o.postedAt',
      'o.reviewReason',
      'o.createdAt',
    ])
    .select(['i.liabilityId', 'i.amount as itemAmount', 'l.description', 'l.variableSymbol'])
    .select(['s.name as debtor', sql<string>`p.given_name || ' ' || p.family_name`.as('payer')])
    .where('o.caseId', '=', caseId)
    .orderBy('o.createdAt', 'desc')
    .orderBy('l.due')
    .execute()
  const [order] = lines
  if (!order) return null
  const receipt = await db
    .selectFrom('document')
    .select('id')
    .where('caseId', '=', caseId)
    .where('kind', '=', 'receipt')
    .executeTakeFirst()
  const step = open.find(s => s.pay?.order === order.id)
  const state = stateOf(order.state, order.reviewReason, step)
  const since = state === 'connecting' || state === 'asking' ? await silentSince(db, caseId) : null
  return {
    order: order.id,
    state,
    amount: order.amount,
    currency: 'CZK',
    items: lines
      .filter(l => l.id === order.id)
      .map(l => ({
        liability: l.liabilityId,
        description: l.description,
        debtor: l.debtor,
        variableSymbol: l.variableSymbol,
        amount: l.itemAmount,
      })),
    payer: order.payer,
    url: state === 'open' ? order.checkoutUrl : null,
    failure: order.failure && state === 'open' ? failureWords(order.failure) : null,
    since: since?.toISOString() ?? null,
    expiresAt: step?.until ?? order.expiresAt.toISOString(),
    paidAt: order.paidAt?.toISOString() ?? null,
    postedAt: order.postedAt?.toISOString() ?? null,
    receipt: receipt?.id ?? null,
  }
}

/** When the gateway last left a question of the case without a quick answer. */
async function silentSince(db: Db, caseId: string): Promise<Date | undefined> {
  const asked = await db
    .selectFrom('case_event')
    .select('at')
    .where('caseId', '=', caseId)
    .where('what', '=', 'payment-asking')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return asked?.at
}

function stateOf(state: string, review: string | null, step: OpenStep | undefined): PaymentView['state'] {
  if (state === 'posted') return review ? 'review' : 'posted'
  if (state === 'paid' || state === 'held' || state === 'returned' || state === 'expired') return state
  if (step?.pay?.state === 'asking') return 'asking'
  return state === 'open' ? 'open' : 'connecting'
}
