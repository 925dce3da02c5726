import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, Liabilities } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { decide, officer } from '../deciding.ts'
import { keepHistory } from '../histories.ts'
import { ended, lastWords } from '../paying.ts'
import { holding, type Visitor } from '../portal.ts'
import { resident } from '../residents.ts'
import { stack } from '../stack.ts'

let database: Database
let finance: Visitor
beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 2)
  finance = await officer(database.db, 'finance')
})
afterAll(() => database.close())

/** Somebody whom the portal could not find in the ledger has asked a clerk to. */
async function asked() {
  const { cookie, subject } = await resident(database.db, { owes: [78_000], paired: false })
  const who = holding(cookie)
  expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({ paired: false, owed: 0 })
  const data = { note: 'Dříve Dvořáková' }
  const { body } = await who.post<CaseView>('/api/cases', { id: crypto.randomUUID(), agenda: 'account-pairing', data })
  return { who, subject, id: body.id }
}

test('a clerk finds the subject, and the citizen sees what they owe', async () => {
  const { who, subject, id } = await asked()
  await decide(finance, id, { verdict: 'pair', subject })
  expect((await ended(who, id)).outcome).toBe('paired')
  expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({ paired: true, owed: 78_000 })
  await keepHistory(id, 'paired')
})

test('a subject that somebody else has is not given twice', async () => {
  const owner = await resident(database.db, { owes: [10_000] })
  const { who, id } = await asked()
  await decide(finance, id, { verdict: 'pair', subject: owner.subject })
  const refused = await ended(who, id)
  expect(refused.outcome).toBe('refused')
  expect(lastWords(refused)).toContain('patří k jinému účtu')
  expect((await who.get<Liabilities>('/api/liabilities')).body).toMatchObject({ paired: false, owed: 0 })
  expect((await holding(owner.cookie).get<Liabilities>('/api/liabilities')).body).toMatchObject({ owed: 10_000 })
  await keepHistory(id, 'taken')
})

test('a refusal tells its reasons', async () => {
  const { who, id } = await asked()
  await decide(finance, id, { verdict: 'refuse', reasons: 'Přijďte prosím s občanským průkazem.' })
  const refused = await ended(who, id)
  expect(refused.outcome).toBe('refused')
  expect(lastWords(refused)).toContain('s občanským průkazem')
  await keepHistory(id, 'refused')
})
