import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { inRegister, newcomer } from '../desk.ts'
import { ended } from '../paying.ts'
import { caseOf, holding, until } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

// A case that needs the registers, while they are away, slow, or talk nonsense: the engine asks again until it knows.

const { controls } = stack.registers
let database: Database
beforeAll(() => {
  database = openDatabase(stack.databaseUrl, 2)
})
afterEach(() => controls.behave())
afterAll(() => database.close())

/** Somebody signed in whom the register knows as a parent of a small child. */
async function parent(): Promise<Visitor> {
  const [who, child] = [newcomer(), { ...newcomer(), birthDate: '2020-05-04' }]
  const made = await resident(database.db, { paired: false })
  await database.db.updateTable('person').set(who).where('id', '=', made.id).execute()
  const [agent, principal] = [await inRegister(who), await inRegister(child)]
  const tie = { id: `rob-${agent}`, basis: 'parent' as const, agent, principal, from: child.birthDate, to: null }
  await controls.enter({ relations: [tie] })
  return holding(made.cookie)
}

async function ask(who: Visitor): Promise<CaseView> {
  const filing = { id: crypto.randomUUID(), agenda: 'representations', data: { consent: true } }
  const { status, body } = await who.post<CaseView>('/api/cases', filing, { prefer: 'respond-async' })
  if (status >= 300) throw new Error(`The case was not filed: ${status} ${JSON.stringify(body)}`)
  return body
}
const questionsIn = async (id: string) => (await controls.asked()).filter(one => one.case === id).length

describe('a case that asks the registers', () => {
  test('is answered, each question on record under its case', async () => {
    const who = await parent()
    const { id } = await ask(who)
    expect((await ended(who, id)).outcome).toBe('found')
    expect(await questionsIn(id)).toBe(1)
  })

  test.each(['status', 'reset', 'nonsense'] as const)(
    'waits while they answer with %s, and goes on by itself',
    async does => {
      const who = await parent()
      await controls.misbehave({ register: 'ReZa', does, times: 2 })
      const { id } = await ask(who)
      const view = await ended(who, id)
      expect(view.outcome).toBe('found')
      // the two that failed were never answered, hence only the third one is on record
      expect(await questionsIn(id)).toBe(1)
      expect(await controls.faults()).toEqual([])
    },
  )

  test('stays open for as long as they are away', async () => {
    const who = await parent()
    await controls.misbehave({ register: 'everything', does: 'status' })
    const { id } = await ask(who)
    // it says so: the request was taken, and is not asked of the citizen again
    const waiting = await until(
      () => caseOf(who, id),
      view => view.state === 'open' && !view.pending,
    )
    expect(waiting.open).toEqual([])
    await controls.behave()
    expect((await ended(who, id)).outcome).toBe('found')
  })

  test('gets a slow answer that comes in time', async () => {
    const who = await parent()
    await controls.misbehave({ register: 'ReZa', does: 'delay', ms: 700, times: 1 })
    const { id } = await ask(who)
    expect((await ended(who, id)).outcome).toBe('found')
    expect(await questionsIn(id)).toBe(1)
  })
})
