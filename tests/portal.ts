import type { CaseView, Liabilities } from '../api/contract.ts'
import { stack } from './stack.ts'
import { Visitor } from './visitor.ts'

/** Somebody who has not signed in. */
export const stranger = () => new Visitor(stack.urls.portal)

/** Somebody whose session stands in Postgres already (tests/residents.ts). */
export function holding(cookie: string): Visitor {
  const visitor = stranger()
  visitor.cookies.set('portal_session', cookie)
  return visitor
}
/** Somebody who has just signed in by bank identity. */
export const citizen = (person: string) => stranger().signIn({ means: 'bankid', person })
/** A town-hall employee who has just signed in. */
export const official = (person: string) => stranger().signIn({ means: 'employee', person })

/** What one owes and may pay in part, largest first. */
export async function payable(visitor: Visitor) {
  const { body } = await visitor.get<Liabilities>('/api/liabilities')
  return body.liabilities.filter(l => l.payable.how === 'part').toSorted((a, b) => b.balance - a.balance)
}

export const basket = (...items: { liability: string; amount: number }[]) => ({
  id: crypto.randomUUID(),
  agenda: 'fee-payment',
  data: { items },
})

/** Files a payment; throws unless it was taken. */
export async function startPayment(
  visitor: Visitor,
  ...items: { liability: string; amount: number }[]
): Promise<CaseView> {
  const { status, body } = await visitor.post<CaseView>('/api/cases', basket(...items))
  if (status !== 201 && status !== 202) throw new Error(`The payment was not taken: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Asks until `done` says yes, less often as it takes longer; throws with what was seen last after `seconds`. */
export async function until<T>(ask: () => Promise<T>, done: (seen: T) => boolean, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (let pauseMs = 25; ; pauseMs = Math.min(200, pauseMs * 1.5)) {
    const seen = await ask()
    if (done(seen)) return seen
    if (Date.now() > end)
      throw new Error(`It did not come in ${seconds} s; last seen: ${JSON.stringify(seen).slice(0, 600)}`)
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
}

export const caseOf = async (visitor: Visitor, id: string) => (await visitor.get<CaseView>(`/api/cases/${id}`)).body
export const closed = (view: CaseView) => view.state === 'closed'
