import type { CaseView, DeskState } from '../../api/contract.ts'
import type { Db } from '../../db/database.ts'
import { payAtDesk } from '../debts.ts'
import { decide, officer } from '../deciding.ts'
import { deskClerk, founded, newcomer, printed, withPasskey } from '../desk.ts'
import { freshAddress } from '../mail.ts'
import { cards, checkout, comeBack, ended, openPayment, payByCard, payer, seen, withdraw } from '../paying.ts'
import { holding, startPayment, until } from '../portal.ts'
import { clerk, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

const { controls } = stack.gateway

/** A case as it stands, and the session of the one whose it is. */
export interface Scene {
  cookie: string
  view: CaseView
}

/** Value of the session cookie of somebody who has signed in. */
export function sessionOf(visitor: Visitor): string {
  const cookie = visitor.cookies.get('portal_session')
  if (!cookie) throw new Error('Nobody is signed in.')
  return cookie
}

/** Payments of made-up residents, each brought to one state and left there. The gateway may misbehave until `behave`. */
export const payments = {
  async connecting(db: Db): Promise<Scene> {
    await controls.misbehave({ on: 'api', does: 'status', status: 503, method: 'POST', path: '/v1/checkout/sessions' })
    const { who, debts } = await payer(db, 78_000)
    const { id } = await startPayment(who, { liability: debts[0] ?? '', amount: 78_000 })
    return scene(who, await seen(who, id, ({ payment }) => payment?.state === 'connecting'))
  },
  async open(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    return scene(who, view)
  },
  async refused(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    await payByCard(view, cards.declined)
    await comeBack(who, view.id)
    return scene(who, await seen(who, view.id, ({ payment }) => Boolean(payment?.failure)))
  },
  async asking(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    await controls.misbehave({ on: 'webhook', does: 'hold' })
    // of this payment alone: the others may be asked about
    const path = `/v1/checkout/sessions/${checkout(view)}`
    await controls.misbehave({ on: 'api', does: 'status', status: 503, method: 'GET', path })
    await payByCard(view)
    await comeBack(who, view.id)
    return scene(who, await seen(who, view.id, ({ payment }) => payment?.state === 'asking'))
  },
  async posted(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    await payByCard(view)
    await comeBack(who, view.id)
    return scene(who, await seen(who, view.id, ({ payment, state }) => state === 'closed' && Boolean(payment?.receipt)))
  },
  async review(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    await payAtDesk(db, view.payment?.items[0]?.liability ?? '', 50_000)
    await payByCard(view)
    return scene(who, await seen(who, view.id, ({ payment, open }) => payment?.state === 'review' && open.length > 0))
  },
  async expired(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    await skipTime(view.id)
    return scene(who, await ended(who, view.id))
  },
  async withdrawn(db: Db): Promise<Scene> {
    const { who, view } = await opened(db)
    await withdraw(who, view.id)
    return scene(who, await ended(who, view.id))
  },
}
export type PaymentScene = keyof typeof payments

const scene = (who: Visitor, view: CaseView): Scene => ({ cookie: sessionOf(who), view })

async function opened(db: Db): Promise<{ who: Visitor; view: CaseView }> {
  const { who, debts } = await payer(db, 78_000, 60_000)
  const items = [78_000, 40_000].map((amount, at) => ({ liability: debts[at] ?? '', amount }))
  return { who, view: await openPayment(who, items, freshAddress()) }
}

/** Somebody whom the portal did not find in the city's records. */
export async function unpaired(db: Db): Promise<string> {
  return (await resident(db, { paired: false })).cookie
}

/** A request to link an account, waiting for the finance department. */
export async function request(db: Db): Promise<Scene> {
  const who = holding(await unpaired(db))
  const data = { symbol: '1234567890', note: 'Po svatbě mám jiné příjmení.' }
  const { status, body } = await who.post<CaseView>('/api/cases', {
    id: crypto.randomUUID(),
    agenda: 'account-pairing',
    data,
  })
  if (status >= 300) throw new Error(`The request was not taken: ${status} ${JSON.stringify(body)}`)
  return scene(who, await seen(who, body.id, view => view.open.some(step => step.kind === 'clerk')))
}

/** A clerk of the finance department and the address of the task that a case waits for. */
export async function taskOf(db: Db, id: string): Promise<{ cookie: string; task: string }> {
  const { cookie } = await clerk(db, 'finance')
  const rows = () => db.selectFrom('task').select('id').where('caseId', '=', id).where('state', '=', 'open').execute()
  const [task] = await until(rows, found => found.length > 0)
  return { cookie, task: task?.id ?? '' }
}

/** An official of the desk with somebody there who owes and has filed something, and a colleague with nobody. */
export async function served(db: Db): Promise<{ cookie: string; person: string; filed: string; free: string }> {
  const [desk, free] = [await deskClerk(db), await deskClerk(db)]
  const owner = await resident(db, { owes: [78_000, 120_050], paired: false })
  const who = newcomer()
  await founded(free, who)
  const { id } = await founded(desk, who, { namesake: true })
  await free.post(`/api/desk/people/${(await present(free)) ?? ''}/leave`, undefined)
  await desk.post(`/api/desk/people/${id}/pair`, { subject: owner.subject })
  const data = { reader: 'Eva Nová', age: 'adult' }
  const filed = await desk.post<CaseView>(`/api/desk/people/${id}/cases`, {
    ...{ id: crypto.randomUUID(), agenda: '_example', data },
  })
  await decide(await officer(db, 'registry'), filed.body.id, { verdict: 'ask', reasons: 'Doplňte prosím adresu.' })
  return { cookie: desk.cookie, person: id, filed: filed.body.id, free: free.cookie }
}
const present = async (desk: Visitor) => (await desk.get<DeskState>('/api/desk')).body.present?.id

/** Somebody who has signed in by a passkey that the desk has vouched for. */
export async function keeper(db: Db): Promise<string> {
  const who = newcomer()
  const desk = await deskClerk(db)
  const code = await printed(desk, (await founded(desk, who)).id)
  return sessionOf((await withPasskey(code, who.birthDate)).who)
}
