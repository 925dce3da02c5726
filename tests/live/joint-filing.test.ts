import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseList, CaseView, Inbox, ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database, type Db } from '../../db/database.ts'
import { answer, decide, officer, stepOf } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { answers, comesIn, company, file, mandate, named, somebody, type Somebody } from '../mandating.ts'
import { ended, lastWords, plain, seen } from '../paying.ts'
import { stack } from '../stack.ts'
import { skipTime } from '../temporal.ts'
import type { Visitor } from '../visitor.ts'

// What several must sign together, filed by one of them: it waits for the others, and its agenda knows nothing of it.

const { controls } = stack.registers
let database: Database
let db: Db
let registry: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  db = database.db
  registry = await officer(db, 'registry')
})
afterEach(() => controls.behave())
afterAll(() => database.close())

const everything = [{ agenda: '*', actions: ['view', 'pay', 'file', 'receive'] as const }]
const application = { reader: 'Eva Nová', age: 'adult' }

/** A company whose body signs by two: two directors in the portal, a third one known to the register alone. */
async function firm() {
  const [one, two, third] = [await somebody(db), await somebody(db), await somebody(db)]
  const it = await company(db)
  const members = [one, two, third].map(who => ({ ...named(who), function: 'jednatel', since: '2020-01-01' }))
  const entry = { companyId: it.companyId, name: it.name, legalForm: 's.r.o.', address: { city: 'Kladno' } }
  await controls.enter({
    companies: [{ ...entry, dataBoxId: null, dissolved: null, body: { signatures: 2, members } }],
  })
  for (const director of [one, two])
    await mandate(db, it.subject, director, everything, { basis: 'statutory', source: 'register', signatures: 2 })
  return { it, one, two, third }
}
const filed = async (who: Somebody, subject: string): Promise<CaseView> => {
  const { status, body } = await file(who.who, '_example', application, subject)
  if (status >= 300) throw new Error(`It was not taken: ${status} ${JSON.stringify(body)}`)
  return seen(who.who, body.id, ({ open }) => open.length > 0)
}
const signs = (who: Somebody, id: string, sign: 'yes' | 'no') => answers(who.who, id, 'house-signature', { sign })
const inInbox = async (id: string) =>
  (await registry.get<Inbox>('/api/inbox')).body.tasks.some(task => task.case === id)

test('it waits for another of them; once enough have signed the office gets it, and one may go on alone', async () => {
  const { it, one, two, third } = await firm()
  const view = await filed(one, it.subject)
  expect(view.open.map(({ step, mine }) => [step, mine])).toEqual([
    ['house-signature', false],
    ['house-signature', false],
  ])
  expect(view.parties).toMatchObject([
    { name: two.name, code: null },
    { name: third.name, joinedAt: null, code: expect.stringMatching(/^\w{4}-/) },
  ])
  expect(await inInbox(view.id)).toBe(false)
  const { joint } = await db.selectFrom('case').select('joint').where('id', '=', view.id).executeTakeFirstOrThrow()
  expect(joint).toMatchObject({ signatures: 2, others: [{ person: two.id }, { person: null }] })
  // nobody signs for another
  const key = stepOf(view)
  expect((await answer(one.who, view.id, key, { sign: 'yes' })).status).toBe(403)
  const stranger = await somebody(db)
  expect((await answer(stranger.who, view.id, key, { sign: 'yes' })).status).toBe(404)

  // who acts for the company in the portal finds it there; who does not comes by the code
  const listed = (await two.who.get<CaseList>('/api/cases')).body.cases.find(({ id }) => id === view.id)
  expect(listed).toMatchObject({ mine: true, role: 'house-signer-1' })
  const asked = (await comesIn(third, view, 'house-signer-2')).body
  expect(asked).toMatchObject({ mine: true, submissions: [{ by: one.name, for: it.name, data: application }] })

  await signs(two, view.id, 'yes')
  await decide(registry, view.id, { verdict: 'ask', reasons: 'Chybí adresa.' })
  const open = await seen(one.who, view.id, ({ open }) => open[0]?.step === 'supplement')
  expect(open.open).toHaveLength(1)
  expect(open.timeline.map(({ title }) => title.cs)).toContain('Podání je podepsané společně')
  await answers(one.who, view.id, 'supplement', { note: 'Severní 1' })
  await decide(registry, view.id, { verdict: 'grant' })
  expect((await ended(one.who, view.id)).outcome).toBe('granted')
  await keepHistory(view.id, 'signed-together')
})

test('refused by so many that it cannot be signed any more, it ends, and says so', async () => {
  const { it, one, two, third } = await firm()
  const view = await filed(one, it.subject)
  await comesIn(third, view, 'house-signer-2')
  await signs(third, view.id, 'no')
  expect((await seen(one.who, view.id, ({ open }) => open.length === 1)).state).toBe('open')
  await signs(two, view.id, 'no')
  const over = await ended(one.who, view.id)
  expect([over.outcome, over.outcomeTitle?.cs]).toEqual(['unsigned', 'nepodepsáno společně'])
  expect(plain(lastWords(over))).toContain('Jeden podpis nestačí')
  expect(await inInbox(view.id)).toBe(false)
  await keepHistory(view.id, 'not-signed-together')
})

test('not signed in time it closes with a clear message', async () => {
  const { it, one } = await firm()
  const view = await filed(one, it.subject)
  await skipTime(view.id)
  const over = await ended(one.who, view.id)
  expect(over.outcome).toBe('lapsed')
  expect(plain(lastWords(over))).toContain('do 30 dnů nepodepsali')
  await keepHistory(view.id, 'signature-lapsed')
})

test('withdrawn before it is signed; and nothing is taken while the register does not say who must sign', async () => {
  const { it, one, two } = await firm()
  const view = await filed(one, it.subject)
  await one.who.post(`/api/cases/${view.id}/messages`, { id: randomUUID(), kind: 'withdraw' })
  expect((await ended(one.who, view.id)).outcome).toBe('withdrawn')
  await controls.misbehave({ register: 'ROS', does: 'status' })
  const refused = await file(two.who, '_example', application, it.subject)
  expect([refused.status, (refused.body as unknown as ProblemDetails).code]).toEqual([503, 'register-away'])
})
