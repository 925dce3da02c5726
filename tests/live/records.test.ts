import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { answer, stepOf } from '../deciding.ts'
import { closed, holding, until, caseOf } from '../portal.ts'
import { clerk, resident } from '../residents.ts'
import { stack } from '../stack.ts'
import { engine } from '../temporal.ts'

// One settle, one record: what a message sets off is one workflow task and one local activity, and nothing follows the last.

let database: Database
beforeAll(() => void (database = openDatabase(stack.databaseUrl, 2)))
afterAll(() => database.close())

const library = { reader: 'Eva Nováková', age: 'adult' }

/** What the engine wrote of a case that has ended. */
async function costOf(id: string) {
  const handle = engine.workflow.getHandle(id)
  await handle.result()
  const types = ((await handle.fetchHistory()).events ?? []).map(event => String(event.eventType))
  const count = (name: string) => types.filter(type => type === name || type === numbers[name]).length
  return { tasks: count('COMPLETED'), failed: count('FAILED') + count('TIMED_OUT'), records: count('MARKER') }
}
/** Temporal's numbers of the kinds of events (temporal.api.enums.v1.EventType). */
const numbers: Record<string, string> = { COMPLETED: '7', TIMED_OUT: '8', FAILED: '9', MARKER: '25' }

const rows = async (id: string) => {
  const { seq, state } = await database.db
    .selectFrom('case')
    .select(['seq', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const events = await database.db
    .selectFrom('case_event')
    .select(['seq', 'what'])
    .where('caseId', '=', id)
    .orderBy('seq')
    .orderBy('n')
    .execute()
  return { seq, state, seqs: [...new Set(events.map(event => event.seq))], last: events.at(-1)?.what }
}

test('a form and a decision are two messages: two workflow tasks, two records', async () => {
  const decider = holding((await clerk(database.db, 'registry')).cookie)
  for (let round = 0; round < 5; round++) {
    const who = holding((await resident(database.db)).cookie)
    const { body: filed } = await who.post<CaseView>('/api/cases', {
      id: randomUUID(),
      agenda: '_example',
      data: library,
    })
    const waiting = await until(
      () => caseOf(who, filed.id),
      view => view.open.length > 0,
    )
    await answer(decider, filed.id, stepOf(waiting), { verdict: 'grant' })
    await until(() => caseOf(who, filed.id), closed)
    expect(await costOf(filed.id)).toEqual({ tasks: 2, failed: 0, records: 2 })
    expect(await rows(filed.id)).toEqual({ seq: 2, state: 'closed', seqs: [1, 2], last: 'closed' })
  }
})

test('a withdrawal is one message, and its record the last', async () => {
  const who = holding((await resident(database.db)).cookie)
  const { body: filed } = await who.post<CaseView>('/api/cases', {
    id: randomUUID(),
    agenda: '_example',
    data: library,
  })
  await until(
    () => caseOf(who, filed.id),
    view => view.open.length > 0,
  )
  await who.post(`/api/cases/${filed.id}/messages`, { id: randomUUID(), kind: 'withdraw' })
  await until(() => caseOf(who, filed.id), closed)
  expect(await costOf(filed.id)).toEqual({ tasks: 2, failed: 0, records: 2 })
  expect(await rows(filed.id)).toEqual({ seq: 2, state: 'closed', seqs: [1, 2], last: 'closed' })
})
