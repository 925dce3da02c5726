import type { ImportedStatements, Liabilities } from '../../../api/contract.ts'
import type { Db } from '../../../db/database.ts'
import { json } from '../../../db/json.ts'
import { mandateScenes, type MandateScenes } from '../mandate-scenes.ts'
import { holding, payable, stranger } from '../../portal.ts'
import { clerk } from '../../residents.ts'
import { gpc, line, statement } from '../../statements.ts'
import { paysInInstalments } from '../../spreading.ts'
import { remindedResident } from '../../reminding.ts'
import { registry, type Registry } from '../office.ts'
import {
  keeper,
  payments,
  request,
  served,
  sessionOf,
  unpaired,
  taskOf,
  type PaymentScene,
  type Scene,
} from '../scenes.ts'
import { slipScenes, type SlipScenes } from '../slip-scenes.ts'

/** What the pages show: people with something to see, and where it lies. */
export interface Things {
  /** Somebody of the demo city with debts of several kinds, some of them in the basket. */
  citizen: string
  debts: { partly: string; notByCard: string }
  /** Somebody without a single case, debt or document. */
  newcomer: string
  mandates: MandateScenes
  payments: Record<PaymentScene, Scene>
  /** Tickets of slips paid without signing in. */
  slips: SlipScenes
  /** Somebody who is reminded of what they owe. */
  reminded: { cookie: string; ticket: string }
  /** Somebody who pays a debt in instalments. */
  spread: { cookie: string; debt: string }
  request: Scene
  clerk: { cookie: string; task: string }
  registry: Registry
  /** Who keeps the contacts. */
  admin: string
  treasurer: string
  /** A bank statement with lines of several kinds. */
  statement: string
  /** An official of the desk with a person there, and one without. */
  desk: { cookie: string; person: string; filed: string; free: string }
  /** Somebody who signs in by a passkey. */
  keeper: string
  /** A clerk with an empty inbox. */
  idle: string
}

/** Brings all of it about. */
export async function prepare(db: Db): Promise<Things> {
  const martin = await stranger().signIn({ means: 'mobilniklic', person: 'martin-svoboda' })
  const { body } = await martin.get<Liabilities>('/api/liabilities')
  const chosen = await payable(martin)
  const items = chosen.slice(0, 2).map(({ id, balance }) => ({ liability: id, amount: balance }))
  await martin.send('PUT', '/api/drafts/basket', { data: { items }, version: 0 })

  const mandates = await mandateScenes(db)
  const basket = [...mandates.principal.owes, ...mandates.agent.owes].map(id => ({ liability: id, amount: 10_000 }))
  const agent = holding(mandates.agent.cookie)
  await agent.send('PUT', '/api/drafts/basket', { data: { items: basket }, version: 0 })

  const asked = await request(db)
  const slips = await slipScenes(db)
  const reminded = await remindedResident(db)
  const spread = await paysInInstalments(db)
  // The last two let the gateway misbehave, so the others come first.
  const scenes = new Map<string, Scene>()
  const { connecting, asking, ...plain } = payments
  await Promise.all(Object.entries(plain).map(async ([name, bring]) => void scenes.set(name, await bring(db))))
  scenes.set('asking', await asking(db))
  scenes.set('connecting', await connecting(db))
  return {
    citizen: sessionOf(martin),
    debts: {
      partly: chosen[0]?.id ?? '',
      notByCard: body.liabilities.find(({ payable, balance }) => payable.how === 'no' && balance > 0)?.id ?? '',
    },
    newcomer: await unpaired(db),
    mandates,
    payments: Object.fromEntries(scenes) as Record<PaymentScene, Scene>,
    slips,
    reminded,
    spread: { cookie: spread.debtor.cookie, debt: spread.debt },
    request: asked,
    clerk: await taskOf(db, asked.view.id),
    registry: await registry(db),
    admin: (await clerk(db, 'admin')).cookie,
    ...(await broughtStatement(db)),
    desk: await served(db),
    keeper: await keeper(db),
    idle: (await clerk(db, 'nothing-to-do')).cookie,
  }
}

/** Somebody who keeps the city's money has brought a statement; the gateway has sent a message that nobody understands. */
async function broughtStatement(db: Db): Promise<Pick<Things, 'treasurer' | 'statement'>> {
  const treasurer = (await clerk(db, 'treasurer')).cookie
  const file = gpc(statement([line(1, 780_00, { counterName: 'NOVAK JAN' }), line(2, -50_00)], { number: 900 }))
  const { body } = await holding(treasurer).send<ImportedStatements>('POST', '/api/money/statements?name=v.gpc', file)
  const event = { id: 'evt_pages', type: 'account.updated' }
  await db
    .insertInto('gateway_event')
    .values({ ...event, payload: json<unknown>(event), state: 'unknown', reason: 'not understood' })
    .execute()
  return { treasurer, statement: body.statements[0]?.id ?? '' }
}
