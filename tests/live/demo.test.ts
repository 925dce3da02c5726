import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sql } from 'kysely'
import { localLedger } from '../../activities/ledger/local.ts'
import { findSubject, subjectForCompany } from '../../activities/ledger/pairing.ts'
import { loadCity } from '../../city/city.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { people } from '../../dev/identity/people.ts'
import type { DemoPerson } from '../../dev/identity/person.ts'
import { loadDemo } from '../../dev/demo/write.ts'
import { today } from '../../forms/day.ts'

let database: Database

beforeAll(async () => {
  database = openDatabase(inject('stack').databaseUrl, 4)
  await loadDemo(database.db, loadCity(), today())
})
afterAll(() => database.close())

const named = (key: string): DemoPerson => {
  const person = people.find(one => one.key === key)
  if (!person) throw new Error(`Nobody in the demo city is called ${key}.`)
  return person
}
const verified = ({ givenName, familyName, birthdate, birthnumber, address }: DemoPerson) => ({
  givenName,
  familyName,
  birthDate: birthdate,
  ...(birthnumber && { birthNumber: birthnumber }),
  address: { city: address.city, ruianCode: address.ruianReference },
})

test('the demo city is written once, even by two loaders at the same time', async () => {
  const again = await Promise.all([1, 2].map(() => loadDemo(database.db, loadCity(), today())))
  expect(again).toEqual([null, null])
  const { rows } = await sql<{ subjects: number; liabilities: number }>`
    select (select count(*) from subject) as subjects, (select count(*) from liability) as liabilities`.execute(
    database.db,
  )
  expect(rows[0]?.subjects).toBeGreaterThanOrEqual(40)
  expect(rows[0]?.liabilities).toBeGreaterThanOrEqual(200)
})

test('everybody who can sign in is paired as their story says', async () => {
  const left = new Map([
    ['petr-zahradnicek', 'none'],
    ['karel-benes', 'none'],
    ['eliska-horakova', 'none'],
  ])
  for (const person of people) {
    expect((await findSubject(database.db, verified(person))).match, person.key).toBe(left.get(person.key) ?? 'one')
  }
})

test('two namesakes born on one day are told apart only by a birth number or an address', async () => {
  const { givenName, familyName, birthDate, address } = verified(named('jan-novak-americka'))
  const name = { givenName, familyName, birthDate }
  expect(await findSubject(database.db, name)).toEqual({ match: 'several', count: 2 })
  expect(await findSubject(database.db, { ...name, address })).toMatchObject({ match: 'one' })
})

test('a married woman is found by her birth number, not by her new name', async () => {
  const jana = verified(named('jana-mala'))
  const { birthNumber: _, ...withoutNumber } = jana
  expect(await findSubject(database.db, jana)).toMatchObject({ match: 'one' })
  expect(await findSubject(database.db, withoutNumber)).toEqual({ match: 'none' })
})

test('the debts of a person and of a company are listed with accessories that add up', async () => {
  const ledger = localLedger(database.db)
  const company = named('tomas-pokorny').databox?.company?.companyId ?? ''
  for (const pairing of [
    await findSubject(database.db, verified(named('josef-novak'))),
    await subjectForCompany(database.db, company),
  ]) {
    if (pairing.match !== 'one') throw new Error('The demo city lacks a subject.')
    const debts = await ledger.list([pairing.subjectId])
    expect(debts.length).toBeGreaterThan(5)
    const { rows } = await sql<{ id: string; accessories: number }>`
      select id, accessories from liability where subject_id = ${pairing.subjectId}`.execute(database.db)
    for (const debt of debts) {
      const lines = debt.accessories.reduce((sum, { amount }) => sum + amount, 0)
      expect(lines).toBe(rows.find(({ id }) => id === debt.id)?.accessories)
      expect(debt.balance).toBe(debt.state === 'cancelled' ? 0 : debt.principal + lines - debt.paid - debt.writtenOff)
    }
  }
})
