import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ProblemDetails } from '../../../api/contract.ts'
import { json } from '../../../db/json.ts'
import type { Visitor } from '../../visitor.ts'
import { inTurn, said, treasury } from './room.ts'

const { db, one, other, payer, viewOf } = treasury()

describe('what waits for a person', () => {
  test('a message that nobody understood is shown until somebody says what it was', async () => {
    const id = `evt_${randomUUID()}`
    const payload = json<unknown>({ id, type: 'novelty', data: { object: { amount: 5 } } })
    await db()
      .insertInto('gateway_event')
      .values({ id, type: 'novelty', payload, state: 'unknown', reason: 'not understood' })
      .execute()
    const listed = async () => (await viewOf('2019-09-04')).unknown.shown.find(event => event.id === id)
    expect(await listed()).toMatchObject({ type: 'novelty', reason: 'not understood' })
    const say = (who: Visitor, words: string, of = id) =>
      who.post<ProblemDetails | null>(`/api/money/events/${of}/resolution`, { words })
    expect((await say(one(), '   ')).status).toBe(422)
    const both = await Promise.all([say(one(), 'Zkouška brány.'), say(other(), 'Zkouška brány.')])
    expect(inTurn(both)).toEqual([
      [204, undefined],
      [409, 'event-resolved'],
    ])
    expect(await listed()).toBeUndefined()
    expect(said(await say(one(), 'Není.', 'evt_none'))).toEqual([404, 'not-yours'])
  })

  test('an order whose end is unknown for over an hour is an alert', async () => {
    const id = randomUUID()
    const createdAt = new Date(Date.now() - 61 * 60_000)
    await db()
      .insertInto('payment_order')
      .values({
        id,
        caseId: payer().caseId,
        personId: payer().personId,
        state: 'open',
        amount: 1_00,
        createdAt,
        expiresAt: new Date(Date.now() + 3600_000),
      })
      .execute()
    const { pending } = await viewOf('2019-09-04')
    expect(pending.shown.find(({ order }) => order === id)).toMatchObject({
      state: 'open',
      case: { id: payer().caseId },
    })
    await db().updateTable('payment_order').set({ createdAt: new Date() }).where('id', '=', id).execute()
    expect((await viewOf('2019-09-04')).pending.shown.some(({ order }) => order === id)).toBe(false)
    await db().deleteFrom('payment_order').where('id', '=', id).execute()
  })
})
