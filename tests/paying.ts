import type { CaseView } from '../api/contract.ts'
import type { Db } from '../db/database.ts'
import { basket, caseOf, holding, until } from './portal.ts'
import { resident } from './residents.ts'
import { stack } from './stack.ts'
import type { Visitor } from './visitor.ts'

/** Stripe's test cards as the local gateway knows them. */
export const cards = {
  pays: '4242424242424242',
  declined: '4000000000000002',
  noFunds: '4000000000009995',
  /** Pays; whatever is sent back to it comes back. */
  refundFails: '4000000000005126',
  secure: '4000002760003184',
}

/** Somebody who owes these amounts (haléře) and is signed in. */
export async function payer(db: Db, ...owes: number[]): Promise<{ who: Visitor; debts: string[]; name: string }> {
  const { cookie, owes: debts, name } = await resident(db, { owes })
  return { who: holding(cookie), debts, name }
}

export interface Line {
  liability: string
  amount: number
}

/** Files a payment; `email` is where the receipt goes. */
export const file = (
  who: Visitor,
  items: Line[],
  { email, async = false }: { email?: string; async?: boolean } = {},
) => {
  const message = basket(...items)
  const data = { ...message.data, ...(email && { email }) }
  return who.post<CaseView>('/api/cases', { ...message, data }, async ? { prefer: 'respond-async' } : {})
}

/** Files a payment and waits until the gateway's page is open. */
export async function openPayment(who: Visitor, items: Line[], email?: string): Promise<CaseView> {
  const { status, body } = await file(who, items, { ...(email && { email }) })
  if (status !== 201 && status !== 202) throw new Error(`The payment was not taken: ${status} ${JSON.stringify(body)}`)
  return seen(who, body.id, view => view.payment?.state === 'open' || view.state === 'closed')
}

export interface Opened {
  who: Visitor
  view: CaseView
  id: string
  order: string
  liability: string
}

/** Somebody who owes one amount (haléře) and stands before the gateway's page. */
export async function opened(db: Db, amount = 78_000): Promise<Opened> {
  const { who, debts } = await payer(db, amount)
  const [liability = ''] = debts
  const view = await openPayment(who, [{ liability, amount }])
  return { who, view, id: view.id, order: view.payment?.order ?? '', liability }
}

/** Looks at a case until it is as asked. */
export const seen = (who: Visitor, id: string, as: (view: CaseView) => boolean, seconds?: number) =>
  until(() => caseOf(who, id), as, seconds)

/** Waits for the end of a case. */
export const ended = (who: Visitor, id: string, seconds?: number) =>
  seen(who, id, view => view.state === 'closed', seconds)

/** The gateway's id of the page at which a case is to be paid. */
export function checkout({ payment }: Pick<CaseView, 'payment'>): string {
  const id = payment?.url?.split('/').at(-1)
  if (!id) throw new Error(`There is no page to pay at: ${JSON.stringify(payment)}`)
  return id
}

/** The payer sends a card on the gateway's page, and answers the bank if it asks. */
export const payByCard = (view: Pick<CaseView, 'payment'>, card = cards.pays, bank: 'approve' | 'refuse' = 'approve') =>
  stack.gateway.controls.pay(checkout(view), card, bank)

/** The payer comes back from the gateway's page. */
export const comeBack = (who: Visitor, id: string) => who.post<CaseView>(`/api/cases/${id}/return`, {})

export const withdraw = (who: Visitor, id: string) =>
  who.post<CaseView>(`/api/cases/${id}/messages`, { id: crypto.randomUUID(), kind: 'withdraw' })

/** What happened in a case, by the names of its timeline. */
export const happened = (view: CaseView) => view.timeline.map(event => event.what)

/** Czech typography binds words by hard spaces; what they say is the same. */
export const plain = (text = '') => text.replaceAll('\u00a0', ' ')

/** The last message of a case to its citizen, in Czech. */
export const lastWords = (view: CaseView) => plain(view.timeline.findLast(event => event.what === 'notified')?.body?.cs)
