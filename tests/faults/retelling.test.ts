import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../api/contract.ts'
import { recordCase } from '../../activities/cases.ts'
import type { CaseRecord } from '../../activities/records.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { answer, officer, taskOf } from '../deciding.ts'
import { ended } from '../paying.ts'
import { caseOf, holding, until } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

// A workflow task writes its records while it runs. Here the engine has given it up afterwards, and the next one begins anew.

let database: Database
let db: Database['db']
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
})
afterAll(async () => {
  await stack.worker.start()
  await database.close()
})

const library = { reader: 'Eva Nováková', age: 'adult' }
const applied = async (who: Visitor) =>
  (await who.post<CaseView>('/api/cases', { id: crypto.randomUUID(), agenda: '_example', data: library })).body.id
const waiting = (who: Visitor, id: string) =>
  until(
    () => caseOf(who, id),
    view => view.open.length > 0,
  )
const whats = (view: CaseView) => view.timeline.map(({ what }) => what)
const citizen = async () => holding((await resident(db)).cookie)

/** The first record of a case of `_example` that was just filed, as a given-up task has told it. */
async function givenUp(caseId: string, twin: string, more: Partial<CaseRecord> = {}): Promise<CaseRecord> {
  const { personId } = await db.selectFrom('case').select('personId').where('id', '=', caseId).executeTakeFirstOrThrow()
  const { open } = await db.selectFrom('case').select('open').where('id', '=', twin).executeTakeFirstOrThrow()
  const events = await db.selectFrom('case_event').selectAll().where('caseId', '=', twin).orderBy('n').execute()
  return {
    caseId,
    personId,
    agenda: '_example',
    seq: 1,
    told: { since: new Date().toISOString(), from: 0 },
    state: 'open',
    open,
    events: events.map(({ at, what, step }) => ({
      at: at.toISOString(),
      what: what as 'opened',
      ...(step !== null && { step }),
    })),
    answered: [],
    notifications: [],
    documents: [],
    ...more,
  }
}

describe('a workflow task was given up after it had told what it did', () => {
  test('a decision that it invited counts once; one about what never came to be is refused, and the official is told', async () => {
    const who = await citizen()
    const twin = await applied(who)
    const first = await waiting(who, twin)
    await stack.worker.stop()
    const [invited, misled] = [await applied(who), await applied(who)]
    await recordCase(db, await givenUp(invited, twin))
    const other = await givenUp(misled, twin)
    await recordCase(db, { ...other, open: other.open.map(step => ({ ...step, key: 'verdict/7' })) })
    const official = await officer(db, 'registry')
    const { stepKey } = await taskOf(official, invited)
    expect((await answer(official, invited, stepKey, { verdict: 'grant' })).status).toBe(202)
    expect((await answer(official, misled, 'verdict/7', { verdict: 'grant' })).status).toBe(202)
    await stack.worker.start()

    const done = await ended(who, invited)
    expect(done).toMatchObject({ outcome: 'granted', pending: false })
    expect(whats(done)).toEqual([...whats(first), 'answered', 'notified', 'closed'])
    const tasks = await db.selectFrom('task').select('state').where('caseId', '=', invited).execute()
    expect(tasks).toEqual([{ state: 'done' }])

    const view = await until(
      () => caseOf(official, misled),
      seen => !seen.pending && seen.open[0]?.key !== 'verdict/7',
    )
    expect(view.open).toMatchObject([{ step: 'verdict' }])
    expect(view.timeline.filter(({ what }) => what === 'refused')).toHaveLength(1)
  })

  test('its late word changes nothing', async () => {
    const who = await citizen()
    const id = await applied(who)
    const view = await waiting(who, id)
    const late = await givenUp(id, id, { seq: 9, told: { since: '2026-01-01T00:00:00.000Z', from: 0 }, open: [] })
    await recordCase(db, late)
    expect(await waiting(who, id)).toEqual(view)
  })

  test('words that wait to be sent are put right, and beside words that were sent the right ones are sent', async () => {
    const who = await citizen()
    const id = await applied(who)
    await waiting(who, id)
    const letter = { id: crypto.randomUUID(), values: {}, documents: [] }
    const tell = async (text: string, since: string) =>
      recordCase(db, await givenUp(id, id, { seq: 2, told: { since, from: 9 }, notifications: [{ ...letter, text }] }))
    const letters = () =>
      db
        .selectFrom('notification')
        .select(['id', 'text'])
        .where('caseId', '=', id)
        .where('text', 'in', ['granted', 'refused'])
        .orderBy('createdAt')
        .execute()
    await stack.worker.stop()
    const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
    await tell('granted', later(1))
    await tell('refused', later(2))
    expect((await letters()).map(({ text }) => text)).toEqual(['refused'])
    await db.updateTable('notification').set({ state: 'sent' }).where('id', '=', letter.id).execute()
    await tell('granted', later(3))
    await tell('granted', later(4))
    expect((await letters()).map(({ text }) => text)).toEqual(['refused', 'granted'])
    await stack.worker.start()
  })
})
