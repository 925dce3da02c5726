import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect } from 'vitest'
import type { DayBucket, DayEntries, DayView, ProblemDetails } from '../../../api/contract.ts'
import { openDatabase, type Database, type Db } from '../../../db/database.ts'
import { json } from '../../../db/json.ts'
import { ended, opened, payByCard } from '../../paying.ts'
import { holding } from '../../portal.ts'
import { clerk } from '../../residents.ts'
import { gpc, statement, type line } from '../../statements.ts'
import { stack } from '../../stack.ts'
import type { Visitor } from '../../visitor.ts'

export const counts = ({ totals }: DayView) =>
  Object.fromEntries(totals.buckets.map(({ bucket, count }) => [bucket, count]))
export const totalOf = ({ totals }: DayView, kind: string) => totals.kinds.find(total => total.kind === kind)

export const said = ({
  status,
  body,
}: {
  status: number
  body: ProblemDetails | null
}): [number, string | undefined] => [status, body?.code]
export const inTurn = (answers: readonly Parameters<typeof said>[0][]) =>
  answers.map(said).toSorted(([a], [b]) => a - b)

interface Sides {
  gateway?: number
  ordered?: number
  ledger?: number
  at?: string
}

let statements = randomInt(1, 300)

/** Two treasurers, a payment of somebody's through the whole portal, and hands to fill days with more of that payer's. */
export function treasury() {
  let database: Database
  let db: Db
  let one: Visitor
  let other: Visitor
  let caseId: string
  let personId: string
  beforeAll(async () => {
    database = openDatabase(stack.databaseUrl, 4)
    db = database.db
    one = holding((await clerk(db, 'treasurer')).cookie)
    other = holding((await clerk(db, 'treasurer')).cookie)
    const { who, id, view } = await opened(db, 333_00)
    await payByCard(view)
    await ended(who, id)
    caseId = id
    const row = await db.selectFrom('case').select('personId').where('id', '=', id).executeTakeFirstOrThrow()
    personId = row.personId
  })
  afterAll(() => database.close())

  const viewOf = async (day: string, who = one) => (await who.get<DayView>(`/api/money/days/${day}`)).body
  const entries = async (day: string, bucket?: DayBucket, after?: string) => {
    const asked = new URLSearchParams({ ...(bucket && { bucket }), ...(after && { after }) })
    return (await one.get<DayEntries>(`/api/money/days/${day}/entries?${asked}`)).body
  }

  /** A payment by card as each side has it, straight in Postgres; a side that is left out does not know it. Gives the gateway's id of it. */
  async function paid(day: string, { gateway, ordered, ledger, at = `${day}T10:00:00+02:00` }: Sides): Promise<string> {
    const [intent, order] = [`pi_${randomUUID()}`, randomUUID()]
    const moment = new Date(at)
    if (ordered !== undefined)
      await db
        .insertInto('payment_order')
        .values({
          ...{ id: order, caseId, personId, amount: ordered, intentId: intent, paidAt: moment },
          // the sweep has just asked about it, and leaves it alone
          ...{ createdAt: moment, expiresAt: moment, askedAt: new Date(Date.now() + 3600_000) },
          ...(ledger === undefined ? { state: 'paid' } : { state: 'posted', postedAt: moment }),
        })
        .execute()
    if (ledger !== undefined) await posted(intent, ledger, moment, ordered === undefined ? null : order)
    if (gateway !== undefined) await told(intent, gateway, moment)
    return intent
  }
  const posted = (externalId: string, amount: number, paidAt: Date, orderId: string | null) =>
    db
      .insertInto('payment')
      .values({
        ...{ id: randomUUID(), externalId, channel: 'card', orderId, amount, currency: 'CZK', paidAt },
        ...{ unallocated: 0, returned: amount },
      })
      .execute()
  const told = (intent: string, amount: number, at: Date) => {
    const id = `evt_${randomUUID()}`
    const type = 'checkout.session.completed'
    const object = {
      object: 'checkout.session',
      payment_intent: intent,
      payment_status: 'paid',
      amount_total: amount,
      currency: 'czk',
    }
    const payload = json<unknown>({ id, type, created: Math.floor(at.getTime() / 1000), data: { object } })
    return db.insertInto('gateway_event').values({ id, type, payload, state: 'told' }).execute()
  }

  /** Brings a statement of the day; gives its number. */
  async function brought(day: string, ...lines: ReturnType<typeof line>[]): Promise<number> {
    const number = ++statements
    const file = gpc(
      statement(
        lines.map(each => ({ ...each, bookedOn: day, valueOn: day })),
        { number, year: Number(day.slice(0, 4)), from: day, to: day },
      ),
    )
    const { status, body } = await one.send('POST', '/api/money/statements?name=v.gpc', file, {
      'content-type': 'application/octet-stream',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    return number
  }

  const propose = (day: string, seal: string, who = one, note = '') =>
    who.post<ProblemDetails | null>(`/api/money/days/${day}/closing`, { seal, note })
  const confirm = (day: string, seal: string, who = other) =>
    who.post<ProblemDetails | null>(`/api/money/days/${day}/closing/confirmation`, { seal })

  return {
    db: () => db,
    one: () => one,
    other: () => other,
    /** Whose payments the days are filled with. */
    payer: () => ({ caseId, personId }),
    viewOf,
    entries,
    paid,
    posted,
    told,
    brought,
    propose,
    confirm,
  }
}
