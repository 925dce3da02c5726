import { describe, expect, test } from 'vitest'
import { isOverdue, worldOf } from '../../activities/ledger/port.ts'
import { addDays } from '../../city/calendar.ts'
import { loadCity } from '../../city/city.ts'
import { cardCreditDay } from '../../city/fees.ts'
import { liabilityKinds } from '../../city/schema.ts'
import { isIban } from '../../forms/bank.ts'
import { birthNumber, isCompanyId } from '../../forms/identity.ts'
import { people } from '../identity/people.ts'
import { demoCity } from './demo-city.ts'
import type { LiabilityRow } from './rows.ts'
import { unknownToLedger } from './subjects.ts'

const city = loadCity()
const today = '2026-11-23'
const demo = demoCity(city, today)
const total = (row: LiabilityRow) => row.principal + row.accessories
const balance = (row: LiabilityRow) => (row.state === 'cancelled' ? 0 : total(row) - row.paid - row.writtenOff)
const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)
const owedBy = (key: string) => {
  const id = demo.subjects.find(subject => subject.key === key)?.id
  return demo.liabilities.filter(row => row.subjectId === id)
}

describe('the demo city', () => {
  test('is large enough and the same for the same seed and day', () => {
    expect(demo.subjects.length).toBeGreaterThanOrEqual(40)
    expect(demo.liabilities.length).toBeGreaterThanOrEqual(200)
    expect(demoCity(city, today)).toEqual(demo)
    expect(demoCity(city, today, 1)).not.toEqual(demo)
  })

  test('has every kind in its world, on its account, in several states', () => {
    for (const kind of liabilityKinds) {
      const rows = demo.liabilities.filter(row => row.kind === kind)
      const states = new Set(rows.map(row => row.state))
      expect(states, kind).toContain('open')
      expect(states, kind).toContain('settled')
      for (const row of rows) {
        expect(row.world).toBe(worldOf[kind])
        expect(row.account).toBe(city.accounts[kind].iban)
        expect(isIban(row.account)).toBe(true)
      }
    }
  })

  test('has debts overdue, partly paid, cancelled, enforced, written off, exempt, part of a year and in instalments', () => {
    const has = (what: (row: LiabilityRow) => boolean) => demo.liabilities.filter(what).length
    expect(has(row => isOverdue({ ...row, balance: balance(row) }, today))).toBeGreaterThan(10)
    expect(has(row => row.state === 'open' && row.paid > 0)).toBeGreaterThan(5)
    expect(has(row => row.state === 'cancelled')).toBeGreaterThan(5)
    expect(has(row => row.state === 'enforcement')).toBeGreaterThan(5)
    expect(has(row => row.writtenOff > 0 && row.state === 'settled')).toBeGreaterThan(1)
    expect(has(row => row.writtenOff > 0 && row.state === 'open')).toBeGreaterThan(0)
    expect(has(row => row.principal === 0 && row.description.cs.includes('osvobození'))).toBeGreaterThan(5)
    expect(has(row => row.description.cs.includes('z\u00a012 měsíců'))).toBeGreaterThan(5)
    expect(has(row => row.instalments === 4)).toBeGreaterThan(10)
    expect(has(row => row.concerns !== null && balance(row) > 0)).toBeGreaterThan(1)
    expect(has(row => row.kind === 'sewerage' && row.principal % 100 !== 0)).toBeGreaterThan(10)
    for (const kind of ['late-increase', 'costs', 'interest']) {
      expect(
        demo.accessories.some(line => line.kind === kind),
        kind,
      ).toBe(true)
    }
    expect(owedBy('warehouses').length).toBeGreaterThan(90)
  })

  // a Monday, a Sunday before a holiday, New Year, the day before the yearly fees are prescribed, a leap day, Christmas
  test.each(['2026-11-23', '2027-05-02', '2027-01-01', '2027-01-19', '2028-02-29', '2026-12-24', '2027-07-04'])(
    'of %s has something due soon, something overdue, a call still payable by card and one that is not',
    day => {
      const { liabilities, subjects } = demoCity(city, day)
      const open = liabilities.filter(row => balance(row) > 0 && row.state === 'open')
      expect(open.some(row => row.due >= day && row.due <= addDays(day, 30) && row.kind === 'flat-rent')).toBe(true)
      expect(open.some(row => row.due < day)).toBe(true)
      const credited = cardCreditDay(day, city.rates)
      const calls = open.filter(row => row.kind === 'specified-amount')
      expect(calls.some(row => row.due >= credited)).toBe(true)
      const martin = subjects.find(({ key }) => key === 'martin-svoboda')?.id
      const tooLate = calls.find(row => row.subjectId === martin)
      expect(tooLate && tooLate.due > day && tooLate.due < credited).toBe(true)
      const sarka = subjects.find(({ key }) => key === 'sarka-durickova')?.id
      const kinds = open.filter(row => row.subjectId === sarka).map(row => row.kind)
      expect(kinds.toSorted()).toEqual(['dog', 'waste'])
      expect(liabilities.every(row => row.issued <= day && row.issued < row.due)).toBe(true)
    },
  )
})

describe('its books', () => {
  test('balance: each debt by its allocations and accessories, each payment by its allocations', () => {
    for (const row of demo.liabilities) {
      const paid = demo.allocations.filter(({ liabilityId }) => liabilityId === row.id)
      expect(sum(paid.map(({ amount }) => amount)), row.number).toBe(row.paid)
      const lines = demo.accessories.filter(({ liabilityId }) => liabilityId === row.id)
      expect(sum(lines.map(({ amount }) => amount)), row.number).toBe(row.accessories)
      expect(row.paid + row.writtenOff).toBeLessThanOrEqual(total(row))
      if (row.state === 'settled') expect(row.paid + row.writtenOff).toBe(total(row))
      if (row.state === 'open') expect(balance(row), row.number).toBeGreaterThan(0)
    }
    for (const payment of demo.payments) {
      const used = demo.allocations.filter(({ paymentId }) => paymentId === payment.id)
      expect(sum(used.map(({ amount }) => amount)) + payment.unallocated).toBe(payment.amount)
      expect(payment.paidAt < `${today}T`).toBe(true)
      expect(payment.channel === 'card').toBe(payment.cardLast4 !== null)
    }
    expect(demo.payments.some(({ unallocated }) => unallocated > 0)).toBe(true)
    expect(new Set(demo.payments.map(({ externalId }) => externalId)).size).toBe(demo.payments.length)
  })

  test('give each payer one variable symbol for each kind, never shared, and each debt its own number', () => {
    const owners = new Map<string, string>()
    const symbols = new Map<string, string>()
    for (const { variableSymbol, subjectId, kind } of demo.liabilities) {
      expect(variableSymbol).toMatch(/^\d{10}$/)
      const owner = `${subjectId} ${kind}`
      expect(owners.get(variableSymbol) ?? owner).toBe(owner)
      expect(symbols.get(owner) ?? variableSymbol).toBe(variableSymbol)
      owners.set(variableSymbol, owner)
      symbols.set(owner, variableSymbol)
    }
    expect(new Set(demo.liabilities.map(({ number }) => number)).size).toBe(demo.liabilities.length)
    expect(new Set(demo.liabilities.map(({ id }) => id)).size).toBe(demo.liabilities.length)
  })
})

describe('its people', () => {
  test('have valid birth numbers of their birth dates, companies valid numbers, nobody twice', () => {
    for (const subject of demo.subjects) {
      if (subject.birthNumber) expect(birthNumber(subject.birthNumber, today)?.birthDate).toBe(subject.birthDate)
      if (subject.companyId) expect(isCompanyId(subject.companyId), subject.name).toBe(true)
      expect(subject.companyId !== null).toBe(subject.kind !== 'person')
    }
    for (const unique of ['id', 'key', 'birthNumber', 'companyId'] as const) {
      const values = demo.subjects.flatMap(subject => subject[unique] ?? [])
      expect(new Set(values).size, unique).toBe(values.length)
    }
  })

  test('are those who can sign in, as their identities say, but one whom the city does not know', () => {
    for (const person of people) {
      const found = demo.subjects.find(({ key }) => key === person.key)
      if (person.key === unknownToLedger) {
        expect(found).toBeUndefined()
        continue
      }
      expect(found).toMatchObject({
        givenName: person.givenName,
        familyName: person.formerly?.familyName ?? person.familyName,
        birthDate: person.birthdate,
        birthNumber: person.birthnumber ?? null,
        note: person.deceased ? 'deceased' : person.key === 'eliska-horakova' ? 'minor' : null,
      })
      expect(found?.address.ruianCode).toBe(person.address.ruianReference)
      const { company } = person.databox ?? {}
      if (company) expect(demo.subjects).toContainEqual(expect.objectContaining({ ...company, kind: 'company' }))
    }
    expect(owedBy('eliska-horakova')).toEqual([])
    expect(owedBy('eliska-mother').some(({ concerns }) => concerns === 'Eliška Horáková')).toBe(true)
  })

  test('and every official who can sign in has a department of the city', () => {
    const departments = city.departments.map(({ id }) => id)
    for (const { department, roles } of demo.officials) {
      expect(departments).toContain(department)
      expect(roles.filter(role => !['desk', 'admin', 'treasurer'].includes(role))).toEqual([department])
    }
    const ids = demo.officials.map(({ id }) => id)
    for (const { official } of people) if (official) expect(ids).toContain(official.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
