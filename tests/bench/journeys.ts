import { randomUUID } from 'node:crypto'
import type { CaseView, Inbox } from '../../api/contract.ts'
import { clerk, residents, type Clerk, type Resident } from '../residents.ts'
import { clientOf, type Client } from './client.ts'
import { poll, type Note } from './loop.ts'
import type { Stand } from './stand.ts'

/** People and debts for a load, made once. */
export interface Crowd {
  citizens: Resident[]
  clerks: Clerk[]
  /** Whose turn it is to pay; a payer pays one of three debts, once. */
  next: number
}

/** Makes as many payers as may come, and a clerk for each who is at it at once. */
export async function gather({ database }: Stand, payers: number, atOnce: number): Promise<Crowd> {
  const citizens = await residents(database.db, payers, { owes: [78_000, 30_000, 120_000] })
  const clerks = await Promise.all(Array.from({ length: atOnce }, () => clerk(database.db, 'registry')))
  return { citizens, clerks, next: 0 }
}

/** How a sender wants the answer: the next view, or the acknowledgement alone (RFC 7240). */
export type Wants = 'next view' | 'acknowledged'
const preferring = (wants: Wants): Record<string, string> =>
  wants === 'acknowledged' ? { prefer: 'respond-async' } : {}

/** Ids of cases that went through, for a look at their histories. */
export type Done = string[]

/**
 * Form, clerk, decision: a citizen files (schema, number, case, task), a clerk finds the task in the inbox, decides, the case ends.
 * `_example`, the agenda of the guide for authors.
 */
export async function decide(
  stand: Stand,
  crowd: Crowd,
  person: number,
  wants: Wants,
  note: Note,
  done: Done,
): Promise<void> {
  const citizen = clientOf(stand.portal, crowd.citizens[person]?.cookie)
  const official = clientOf(stand.portal, crowd.clerks[person]?.cookie)
  const began = performance.now()
  const data = { reader: 'Eva Nováková', age: 'adult' }
  const filed = await citizen.ask<CaseView>(
    'POST',
    '/api/cases',
    { id: randomUUID(), agenda: '_example', data },
    preferring(wants),
  )
  if (filed.status > 202) throw new Error(`filing: ${filed.status} ${JSON.stringify(filed.body)}`)
  note('filed', filed.ms)
  const { id } = filed.body
  // an answer that has come without the next view is followed as the page would
  const view =
    filed.body.open.length > 0
      ? filed.body
      : await poll(
          () => look(citizen, id),
          seen => seen.open.length > 0,
        )
  note('task there', performance.now() - began)
  await findTask(official, id, note)
  const stepKey = view.open[0]?.key
  const decided = await official.ask<CaseView>(
    'POST',
    `/api/cases/${id}/messages`,
    { id: randomUUID(), kind: 'answer', stepKey, data: { verdict: 'grant' } },
    preferring(wants),
  )
  if (decided.status > 202) throw new Error(`deciding: ${decided.status} ${JSON.stringify(decided.body)}`)
  note('decided', decided.ms)
  if (decided.body.state !== 'closed')
    await poll(
      () => look(citizen, id),
      seen => seen.state === 'closed',
    )
  done.push(id)
}

const look = async (who: Client, id: string) => (await who.ask<CaseView>('GET', `/api/cases/${id}`)).body

/** The clerk looks into the inbox, newest first, further pages if many came meanwhile. */
async function findTask(official: Client, id: string, note: Note): Promise<void> {
  let after = ''
  for (let page = 0; page < 100; page++) {
    const { body, ms } = await official.ask<Inbox>('GET', `/api/inbox?role=registry${after}`)
    if (page === 0) note('inbox', ms)
    if (body.tasks.some(task => task.case === id)) return
    if (body.next === null) break
    after = `&after=${encodeURIComponent(body.next)}`
  }
  throw new Error(`The task of case ${id} is in no inbox.`)
}

/**
 * Paying: a citizen files a basket and gets the address of the card page, pays there, the gateway tells the API, the case asks the
 * gateway, posts the money to the ledger and ends. Receipt and e-mail follow in the background.
 */
export async function pay(stand: Stand, crowd: Crowd, note: Note, done: Done): Promise<void> {
  const payer = crowd.citizens[crowd.next++]
  if (!payer) throw new Error('Nobody is left who owes anything.')
  const citizen = clientOf(stand.portal, payer.cookie)
  const data = { items: [{ liability: payer.owes[0], amount: 78_000 }], email: 'platce@posta.example' }
  const filed = await citizen.ask<CaseView>('POST', '/api/cases', { id: randomUUID(), agenda: 'fee-payment', data })
  if (filed.status > 202) throw new Error(`filing: ${filed.status} ${JSON.stringify(filed.body)}`)
  note('filed', filed.ms)
  const { id } = filed.body
  const open = filed.body.payment?.url
    ? filed.body
    : await poll(
        () => look(citizen, id),
        seen => seen.payment?.url != null,
      )
  let closed = () => {}
  const end = new Promise<void>(resolve => (closed = resolve))
  const check = () => void look(citizen, id).then(seen => seen.state === 'closed' && closed())
  const stop = await citizen.watch(`/api/cases/${id}/live`, check)
  const paidAt = performance.now()
  const session = open.payment?.url?.split('/').at(-1)
  const paid = await clientOf(stand.gateway).ask('POST', '/_control', { do: 'pay', session })
  if (paid.status !== 200) throw new Error(`paying: ${paid.status} ${JSON.stringify(paid.body)}`)
  const late = setTimeout(check, 10_000)
  await end
  clearTimeout(late)
  stop()
  note('paid to posted', performance.now() - paidAt)
  done.push(id)
}
