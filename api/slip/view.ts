import { slipAgenda } from '../../activities/payments/slip-ticket.ts'
import { idOfTicket, ticketOf } from '../../activities/tickets.ts'
import type { SlipPayment } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { paymentView } from '../views/payment.ts'

/** So long after the end of the case its ticket is good: the receipt may be fetched again. */
const keptFor = 30 * 86_400_000

/** The case of a ticket. Throws Refusal `not-yours` for what is no ticket, and for one that is too old. */
export function caseOfPayer({ settings }: Pick<Deps, 'settings'>, ticket: string): string {
  const id = idOfTicket(settings.caseKey, 'slip', ticket)
  if (id === null) throw new Refusal('not-yours')
  return id
}

/** A payment by slip as its payer sees it. Throws Refusal `not-yours` a month after its end. */
export async function slipView({ db, settings, now }: Deps, caseId: string): Promise<SlipPayment> {
  const row = await db
    .selectFrom('case as c')
    .innerJoin('message as m', 'm.caseId', 'c.id')
    .select(['c.number', 'c.state', 'c.outcome', 'c.open', 'c.filedAt', 'c.closedAt', 'm.data'])
    .where('c.id', '=', caseId)
    .where('c.agenda', '=', slipAgenda)
    .where('m.stepKey', '=', 'slip/1')
    .executeTakeFirst()
  if (!row || (row.closedAt && now().getTime() - row.closedAt.getTime() > keptFor)) throw new Refusal('not-yours')
  const { symbol, amount, mailed } = enteredIn(row.data)
  const [payment, waiting, receipt] = await Promise.all([
    paymentView(db, caseId, row.open),
    db
      .selectFrom('message')
      .select('id')
      .where('caseId', '=', caseId)
      .where('state', 'in', ['stored', 'told'])
      .limit(1)
      .executeTakeFirst(),
    receiptOf(db, caseId),
  ])
  return {
    ticket: ticketOf(settings.caseKey, 'slip', caseId),
    number: row.number,
    state: payment?.state ?? (row.state === 'closed' ? 'changed' : 'connecting'),
    symbol,
    amount: payment?.amount ?? amount,
    url: payment?.url ?? null,
    failure: payment?.failure ?? null,
    since: payment?.since ?? null,
    filedAt: row.filedAt.toISOString(),
    expiresAt: payment?.expiresAt ?? null,
    paidAt: payment?.paidAt ?? null,
    postedAt: payment?.postedAt ?? null,
    receipt: receipt?.state === 'ready',
    mailed,
    pending: waiting !== undefined,
  }
}

/** The receipt of a payment by slip, once it is being made. */
export const receiptOf = (db: Deps['db'], caseId: string) =>
  db
    .selectFrom('document')
    .select(['number', 'state', 'bytes'])
    .where('caseId', '=', caseId)
    .where('kind', '=', 'slip-receipt')
    .executeTakeFirst()

/** What the payer entered, as the case's first message keeps it. */
export function enteredIn(data: unknown): { symbol: string; amount: number; mailed: boolean } {
  const entered = typeof data === 'object' && data !== null ? data : {}
  return {
    symbol: 'symbol' in entered && typeof entered.symbol === 'string' ? entered.symbol : '',
    amount: 'amount' in entered && typeof entered.amount === 'number' ? entered.amount : 0,
    mailed: 'email' in entered && typeof entered.email === 'string',
  }
}
