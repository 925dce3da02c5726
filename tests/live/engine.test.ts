import proto from '@temporalio/proto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { message as messageSignal } from '../../workflows/protocol.ts'
import { answer, answerTo, decide, officer, stepOf, taskOf } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { ended, happened, seen, withdraw } from '../paying.ts'
import { caseOf, holding } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { engine, eventsOf, historyOf, skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

let database: Database
let db: Database['db']
let registrar: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  registrar = await officer(db, 'registry')
})
afterAll(() => database.close())

const application = { reader: 'Božena Ďásková', age: 'adult' }

/** A reader who has applied for a library card (the neutral agenda). */
async function applied(): Promise<{ who: Visitor; view: CaseView; id: string; name: string }> {
  const { cookie, name } = await resident(db)
  const who = holding(cookie)
  const { status, body } = await who.post<CaseView>('/api/cases', {
    id: crypto.randomUUID(),
    agenda: '_example',
    data: application,
  })
  if (status !== 201) throw new Error(`The application was not taken: ${status} ${JSON.stringify(body)}`)
  return { who, view: body, id: body.id, name }
}

const askForMore = (id: string) => decide(registrar, id, { verdict: 'ask', reasons: 'Chybí adresa.' })
/** Sends the same kind of answer so many times at once, each under an id of its own. */
const atOnce = (times: number, who: Visitor, id: string, stepKey: string, data: unknown) =>
  Promise.all(Array.from({ length: times }, () => answer(who, id, stepKey, data)))

describe('a case on the real server', () => {
  test('goes from form to clerk to supplement and back; each message is one record and one workflow task', async () => {
    const { who, view, id } = await applied()
    expect(view).toMatchObject({ state: 'open', seq: 1, pending: false, open: [{ kind: 'clerk', mine: false }] })
    await askForMore(id)
    const asked = await caseOf(who, id)
    expect(asked).toMatchObject({ seq: 2, mine: true, open: [{ step: 'supplement', kind: 'form', mine: true }] })
    const supplied = await answer(who, id, stepOf(asked), { note: 'Kladno, Severní 1' })
    expect([supplied.status, supplied.body.seq]).toEqual([200, 3])
    await decide(registrar, id, { verdict: 'grant' })
    const granted = await ended(who, id)
    expect(granted).toMatchObject({ outcome: 'granted', seq: 4, open: [] })
    expect(happened(granted)).toEqual([
      ...['filed', 'answered', 'notified', 'answered', 'notified'],
      ...['answered', 'answered', 'notified', 'closed'],
    ])
    const tasks = await db.selectFrom('task').select(['state', 'decidedBy']).where('caseId', '=', id).execute()
    expect(tasks).toHaveLength(2)
    for (const task of tasks)
      expect(task).toEqual({ state: 'done', decidedBy: expect.stringMatching(/^test-registry/) })

    await engine.workflow.getHandle(id).result()
    const types = await eventsOf(id)
    const count = (type: string) => types.filter(one => one === type).length
    expect([count('WORKFLOW_EXECUTION_SIGNALED'), count('WORKFLOW_TASK_COMPLETED')]).toEqual([4, 4])
    await keepHistory(id, 'granted-after-supplement')
  })

  test('lapses when the citizen is silent for thirty days', async () => {
    const { who, id } = await applied()
    await askForMore(id)
    await skipTime(id)
    const lapsed = await ended(who, id)
    expect(lapsed.outcome).toBe('lapsed')
    expect(happened(lapsed).slice(-2)).toEqual(['lapsed', 'closed'])
    const late = await answer(who, id, 'supplement/3', { note: 'Pozdě' })
    expect([late.status, late.body]).toMatchObject([409, { code: 'case-closed' }])
    await keepHistory(id, 'lapsed')
  })

  test('a late office marks its task late and closes nothing', async () => {
    const { who, id } = await applied()
    await skipTime(id)
    const late = await seen(who, id, view => view.open[0]?.late === true)
    expect(late.state).toBe('open')
    expect(happened(late).at(-1)).toBe('late')
    expect(await taskOf(registrar, id)).toMatchObject({ late: true })
    await decide(registrar, id, { verdict: 'grant' })
    expect((await ended(who, id)).outcome).toBe('granted')
    await keepHistory(id, 'granted-late')
  })

  test('is taken back by its citizen, and its task goes from the inbox', async () => {
    const { who, id } = await applied()
    const { stepKey } = await taskOf(registrar, id)
    expect((await withdraw(who, id)).body).toMatchObject({ state: 'closed', outcome: 'withdrawn', seq: 2, open: [] })
    const decided = await answer(registrar, id, stepKey, { verdict: 'grant' })
    expect([decided.status, decided.body]).toMatchObject([409, { code: 'case-closed' }])
    const again = await withdraw(who, id)
    expect([again.status, again.body]).toMatchObject([409, { code: 'case-closed' }])
    const [task] = await db.selectFrom('task').select(['state']).where('caseId', '=', id).execute()
    expect(task).toEqual({ state: 'cancelled' })
    await keepHistory(id, 'withdrawn')
  })
})

describe('the same thing twice', () => {
  test('one message sent many times, one after another and at once, counts once', async () => {
    const { cookie } = await resident(db)
    const who = holding(cookie)
    const message = { id: crypto.randomUUID(), agenda: '_example', data: application }
    const send = () => who.post<CaseView>('/api/cases', message)
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    const [id, ...others] = [...new Set(answers.map(({ body }) => body.id))]
    expect([others, answers.map(({ status }) => status)]).toEqual([[], [201, 201, 201, 201]])
    await askForMore(id ?? '')
    const { open } = await caseOf(who, id ?? '')
    const supplement = answerTo(stepOf({ open }), { note: 'Jednou' })
    const tell = () => who.post<CaseView>(`/api/cases/${id}/messages`, supplement)
    const told = [...(await Promise.all([tell(), tell(), tell()])), await tell()]
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await caseOf(who, id ?? '')).toMatchObject({ seq: 3 })
    expect(
      await db
        .selectFrom('message')
        .select('id')
        .where('caseId', '=', id ?? '')
        .execute(),
    ).toHaveLength(3)
  })

  test('two tabs answer one step: the first counts, the second is told so', async () => {
    const { who, id } = await applied()
    await askForMore(id)
    const key = stepOf(await caseOf(who, id))
    const answers = await atOnce(2, who, id, key, { note: 'Z okna' })
    const [lost, ...others] = answers.filter(({ status }) => status !== 200)
    expect([lost?.status, lost?.body]).toMatchObject([409, { code: 'already-answered' }])
    expect(others).toEqual([])
    expect((await caseOf(who, id)).submissions.filter(one => one.step === 'supplement')).toHaveLength(1)
  })

  test('twenty answers at once to one step: exactly one wins', async () => {
    const { who, id } = await applied()
    await askForMore(id)
    const answers = await atOnce(20, who, id, stepOf(await caseOf(who, id)), { note: 'Současně' })
    const losers = answers.filter(({ status }) => status !== 200)
    expect(losers.map(({ status, body }) => [status, (body as unknown as ProblemDetails).code])).toEqual(
      Array.from({ length: 19 }, () => [409, 'already-answered']),
    )
    expect(await caseOf(who, id)).toMatchObject({ seq: 3, open: [{ kind: 'clerk' }] })
  })

  test('an answer to an opening that has passed is told apart from the one that is open', async () => {
    const { who, id } = await applied()
    await askForMore(id)
    const open = await caseOf(who, id)
    const stale = await answer(who, id, 'supplement/1', { note: 'Ze starého okna' })
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'stale-view' }])
    const passed = await answer(who, id, 'application/1', application)
    expect([passed.status, passed.body]).toMatchObject([409, { code: 'already-answered' }])
    const unknown = await answer(who, id, 'nothing/1', {})
    expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'unknown-step' }])
    expect((await caseOf(who, id)).seq).toBe(open.seq)
  })

  test('the case drops a message that it has seen, whoever tells it again', async () => {
    const { who, view, id } = await applied()
    const {
      id: known,
      stepKey,
      actor,
      data,
      at,
    } = await db.selectFrom('message').selectAll().where('caseId', '=', id).executeTakeFirstOrThrow()
    const again = { id: known, kind: 'answer' as const, stepKey: stepKey ?? '', actor, data, at: at.toISOString() }
    const handle = engine.workflow.getHandle(id)
    for (let time = 0; time < 3; time++) await handle.signal(messageSignal, again)
    // what comes after them is answered, so they were looked at
    await askForMore(id)
    expect((await caseOf(who, id)).seq).toBe(view.seq + 1)
  })
})

test('the engine keeps nothing of a person that can be read', async () => {
  const { who, id, name } = await applied()
  await askForMore(id)
  await withdraw(who, id)
  const history = await historyOf(id)
  const stored = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish())
  expect(stored.length).toBeGreaterThan(1_000)
  for (const words of [name, 'Zkušební', 'Božena', 'Ďásková', 'Chybí adresa', 'reader'])
    expect(stored.includes(Buffer.from(words)), words).toBe(false)
  // the same search finds what is meant to be readable
  expect(stored.includes(Buffer.from('_example'))).toBe(true)
})
