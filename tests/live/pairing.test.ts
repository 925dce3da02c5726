import { beforeAll, expect, test } from 'vitest'
import type {
  CaseView,
  Inbox,
  Liabilities,
  ProblemDetails,
  Profile,
  SubjectList,
  TaskView,
} from '../../api/contract.ts'
import { databaseForTests } from '../database.ts'
import { answer, officer } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { ended, lastWords, seen } from '../paying.ts'
import { holding } from '../portal.ts'
import { resident, type Resident } from '../residents.ts'

const db = databaseForTests(2)
/** Somebody with a debt and an account of their own. */
let known: Resident
beforeAll(async () => {
  known = await resident(db(), { owes: [120_000] })
})

const symbolOf = async (subject: Resident) =>
  (
    await db()
      .selectFrom('liability')
      .select('variableSymbol')
      .where('subjectId', '=', subject.subject)
      .executeTakeFirstOrThrow()
  ).variableSymbol

async function asksToBePaired(symbol?: string) {
  const { cookie } = await resident(db(), { paired: false })
  const who = holding(cookie)
  const data = { ...(symbol && { symbol }), note: 'Dříve Nováková.' }
  const { body } = await who.post<CaseView>('/api/cases', { id: crypto.randomUUID(), agenda: 'account-pairing', data })
  const { open } = await seen(who, body.id, view => view.open.length > 0)
  expect(open).toMatchObject([{ step: 'pairing', kind: 'clerk', mine: false }])
  return { who, id: body.id, step: open[0]?.key ?? '' }
}

test('an account is paired by a clerk of the finance department, who finds the subject by its variable symbol', async () => {
  const owner = await resident(db(), { owes: [33_000], paired: false })
  const symbol = await symbolOf(owner)
  const { who, id, step } = await asksToBePaired(symbol)
  const cashier = await officer(db(), 'finance')
  expect((await who.get<Profile>('/api/profile')).body).toMatchObject({ paired: false, pairingCase: id })

  const { body: inbox } = await cashier.get<Inbox>('/api/inbox?role=finance')
  const task = inbox.tasks.find(t => t.case === id)
  expect(task).toMatchObject({ agenda: 'account-pairing', role: 'finance' })
  const opened = await cashier.get<TaskView>(`/api/tasks/${encodeURIComponent(task?.id ?? '')}`)
  expect(opened.body).toMatchObject({
    barred: false,
    mayDecide: true,
    stepKey: step,
    caseView: { submissions: [{ data: { symbol } }] },
  })
  const { body: found } = await cashier.get<SubjectList>(`/api/subjects?query=${symbol}`)
  expect(found.subjects).toMatchObject([{ id: owner.subject, pairedWith: false }])

  await answer(cashier, id, step, { verdict: 'pair', subject: owner.subject })
  expect((await ended(who, id)).outcome).toBe('paired')
  expect((await who.get<Profile>('/api/profile')).body).toMatchObject({ paired: true, pairingCase: null })
  expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({
    paired: true,
    owed: 33_000,
    liabilities: [{ id: owner.owes[0] }],
  })
  const { pairedBy } = await db()
    .selectFrom('person')
    .select('pairedBy')
    .where('subjectId', '=', owner.subject)
    .executeTakeFirstOrThrow()
  expect(pairedBy).toBe('clerk')
  await keepHistory(id, 'paired')
})

test('it is not paired with a subject that has an account already', async () => {
  const { who, id, step } = await asksToBePaired(await symbolOf(known))
  const cashier = await officer(db(), 'finance')
  const { body: found } = await cashier.get<SubjectList>(`/api/subjects?query=${await symbolOf(known)}`)
  expect(found.subjects).toMatchObject([{ pairedWith: true }])
  await answer(cashier, id, step, { verdict: 'pair', subject: known.subject })
  const refused = await ended(who, id)
  expect(refused.outcome).toBe('refused')
  expect(refused.timeline.map(event => event.title.cs).join()).toContain('Účet se nepodařilo spárovat')
  expect(lastWords(refused)).toContain('patří k jinému účtu')
  expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({ paired: false, liabilities: [] })
  expect((await holding(known.cookie).get<Liabilities>('/api/liabilities')).body.paired).toBe(true)
  await keepHistory(id, 'taken')
})

test('it is not paired when the clerk refuses, and hears why', async () => {
  const { who, id, step } = await asksToBePaired()
  const cashier = await officer(db(), 'finance')
  const unreasoned = await answer<ProblemDetails>(cashier, id, step, { verdict: 'refuse' })
  expect([unreasoned.status, unreasoned.body.problems?.map(p => p.path)]).toEqual([422, ['/reasons']])
  await answer(cashier, id, step, { verdict: 'refuse', reasons: 'Jméno nesouhlasí.' })
  const refused = await ended(who, id)
  expect(refused.outcome).toBe('refused')
  expect(lastWords(refused)).toContain('Jméno nesouhlasí.')
  expect((await who.get<Profile>('/api/profile')).body.paired).toBe(false)
  await keepHistory(id, 'refused')
})
