import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, deadline, isWorkingDay } from './calendar.ts'
import { loadCity } from './city.ts'
import {
  ageOn,
  dogFee,
  instalments,
  lateIncreaseMax,
  planFor,
  sewerageCharge,
  specifiedAmount,
  wasteFee,
} from './fees.ts'
import type { Dog } from './fees.ts'

const { rates } = loadCity()
const always = [{ from: '2000-01-01', to: null }]
const day2026 = fc.nat(364).map(n => addDays('2026-01-01', n))

describe('waste fee', () => {
  test.each([
    ['registered from 10 May', { from: '2026-05-10', to: null }, 8, 52000],
    ['moved away on 10 May', { from: '2010-01-01', to: '2026-05-10' }, 4, 26000],
    ['born on 31 December', { from: '2026-12-31', to: null }, 1, 6500],
    ['the whole year', { from: '2010-01-01', to: null }, 12, 78000],
    ['left on 30 December', { from: '2010-01-01', to: '2026-12-30' }, 11, 71500],
    ['left on 31 December', { from: '2010-01-01', to: '2026-12-31' }, 12, 78000],
    ['came and left within a month', { from: '2026-06-02', to: '2026-06-28' }, 0, 0],
  ])('%s', (_, span, charged, amount) => {
    expect(wasteFee({ registered: [span] }, 2026, rates)).toMatchObject({ charged, amount, yearly: 78000 })
  })

  test('says of every month why it counts', () => {
    const exempt = [{ from: '2026-03-15', to: '2026-04-20' }]
    const { months } = wasteFee({ registered: [{ from: '2026-02-01', to: '2026-11-29' }], exempt }, 2026, rates)
    expect(months).toEqual([
      'not-registered',
      'charged',
      'exempt',
      ...Array(7).fill('charged'),
      ...Array(2).fill('not-registered'),
    ])
  })

  test('a child is exempt until the third birthday, a senior from the seventieth', () => {
    const child = wasteFee({ registered: always, birthDate: '2023-06-30' }, 2026, rates)
    expect(child.months.slice(4, 7)).toEqual(['age:young-child', 'charged', 'charged'])
    const senior = wasteFee({ registered: always, birthDate: '1956-07-01' }, 2026, rates)
    expect(senior.months.slice(5, 8)).toEqual(['charged', 'age:senior', 'age:senior'])
    expect(wasteFee({ registered: always, birthDate: '2025-01-01' }, 2026, rates).amount).toBe(0)
  })

  test('an exemption may be counted by the calendar year instead', () => {
    const [senior] = rates.wasteExemptions['senior'] ?? []
    if (!senior) throw new Error('the city has no exemption of seniors')
    const changed = { ...rates, wasteExemptions: { senior: [{ ...senior, counted: 'calendar-year' as const }] } }
    expect(wasteFee({ registered: always, birthDate: '1956-12-31' }, 2026, changed).amount).toBe(0)
    expect(wasteFee({ registered: always, birthDate: '1957-01-01' }, 2026, changed).amount).toBe(78000)
  })

  test.each([
    [2012, 49200],
    [2013, 60000],
    [2019, 60000],
    [2020, 78000],
    [2022, 78000],
    [2023, 0],
  ])('of %i was %i haléře, with its law', (year, amount) => {
    const fee = wasteFee({ registered: always }, year, rates)
    expect(fee.amount).toBe(amount)
    expect(fee.ground.asLaw).toBe(true)
  })

  test('a rate that nobody confirmed never shows a law', () => {
    const { ground } = wasteFee({ registered: always }, 2026, rates)
    expect(ground.asLaw).toBe(false)
    expect(JSON.stringify(ground)).not.toContain('565/1990')
  })

  test('asks for the rates of a year the city does not know', () => {
    expect(() => wasteFee({ registered: always }, 2005, rates)).toThrow('rates.json')
  })

  test('is whole crowns between nothing and the yearly rate, and grows with the time', () => {
    fc.assert(
      fc.property(day2026, day2026, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const part = wasteFee({ registered: [{ from, to }] }, 2026, rates).amount
        const longer = wasteFee({ registered: [{ from, to: null }] }, 2026, rates).amount
        expect(part % 100).toBe(0)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(longer)
        expect(longer).toBeLessThanOrEqual(78000)
      }),
    )
  })

  test('moving within a city never costs more than staying', () => {
    fc.assert(
      fc.property(day2026, moved => {
        const before = { from: '2010-01-01', to: addDays(moved, -1) }
        const both = wasteFee({ registered: [before, { from: moved, to: null }] }, 2026, rates)
        expect(both.amount).toBe(78000)
      }),
    )
  })
})

describe('dog fee', () => {
  const dog: Dog = { place: 'apartment-block', since: '2020-03-01', until: null }

  test.each([
    ['apartment-block', '1980-01-01', 80000],
    ['apartment-block', '1960-01-01', 16000],
    ['family-house', '1980-01-01', 12000],
    ['family-house', null, 12000],
  ] as const)('%s, holder born %s', (place, born, amount) => {
    expect(dogFee([{ ...dog, place }], born, 2026, rates)[0]?.amount).toBe(amount)
  })

  test('counts begun months, from the third month of age', () => {
    const puppy: Dog = { ...dog, since: '2026-04-20', birthDate: '2026-03-31' }
    expect(dogFee([puppy], null, 2026, rates)[0]).toMatchObject({ charged: 7, amount: 46700 }) // from 30 June
    expect(dogFee([{ ...dog, until: '2026-02-01' }], null, 2026, rates)[0]).toMatchObject({ charged: 2, amount: 13400 })
  })

  test('the second dog is the younger in the house and pays the surcharge', () => {
    const dearer = { ...rates, dogFee: rates.dogFee.map(rate => ({ ...rate, nextDogPercent: 50 })) }
    const fees = dogFee([{ ...dog, since: '2024-01-01' }, dog, { ...dog, exempt: true }], null, 2026, dearer)
    expect(fees.map(fee => fee.amount)).toEqual([120000, 80000, 0])
    expect(fees.map(fee => fee.next)).toEqual([true, false, false])
  })

  test('stays under the caps of the law', () => {
    const [cap, seniorCap] = ['dog-fee-cap', 'dog-fee-cap-senior'].map(id => rates.amounts[id]?.[0]?.amount ?? 0)
    for (const row of rates.dogFee.flatMap(rate => rate.table)) {
      expect(row.amount).toBeLessThanOrEqual((row.senior ? seniorCap : cap) ?? 0)
    }
  })
})

describe('instalments', () => {
  test('780 in four parts is 195 each, on working days', () => {
    const parts = instalments(78000, planFor('waste', 'quarterly', 2028, rates), 2028)
    expect(parts.map(part => part.amount)).toEqual([19500, 19500, 19500, 19500])
    expect(parts.map(part => part.due)).toEqual(['2028-04-18', '2028-06-15', '2028-09-15', '2028-12-15'])
    expect(parts[0]?.named).toBe('2028-04-15')
  })

  test('what is left over goes to the first parts, in whole crowns where the sum has no haléře', () => {
    const plan = { dueDays: ['04-15', '06-15', '09-15', '12-15'] }
    expect(instalments(65000, plan, 2026).map(part => part.amount)).toEqual([16300, 16300, 16200, 16200])
    expect(instalments(10001, plan, 2026).map(part => part.amount)).toEqual([2501, 2500, 2500, 2500])
    expect(instalments(200, plan, 2026).map(part => part.amount)).toEqual([100, 100])
    expect(instalments(0, plan, 2026)).toEqual([])
    expect(() => instalments(-1, plan, 2026)).toThrow(RangeError)
  })

  test('the parts make the whole, fall on working days and differ by one unit at most', () => {
    const plans = (['yearly', 'half-yearly', 'quarterly'] as const).map(id => planFor('waste', id, 2026, rates))
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.constantFrom(...plans),
        fc.integer({ min: 2020, max: 2040 }),
        (total, plan, year) => {
          const parts = instalments(total, plan, year)
          const amounts = parts.map(part => part.amount)
          expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total)
          expect(parts.every(part => part.amount > 0 && isWorkingDay(part.due) && part.due >= part.named)).toBe(true)
          if (total >= 400)
            expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(total % 100 ? 1 : 100)
        },
      ),
    )
  })
})

test('a late increase is twice what was not paid in time', () => {
  expect(lateIncreaseMax(78000, 0)).toBe(156000)
  expect(lateIncreaseMax(78000, 50000)).toBe(56000)
  expect(lateIncreaseMax(78000, 78000)).toBe(0)
  expect(lateIncreaseMax(78000, 99000)).toBe(0)
})

test('sewerage has a net sum, its VAT and their total', () => {
  expect(sewerageCharge(36_500, 'dubi', '2026-06-30', rates)).toMatchObject({ net: 182135, vat: 21856, gross: 203991 })
  expect(sewerageCharge(1000, 'svermov', '2023-12-31', rates)).toMatchObject({ net: 4780, vat: 478, vatPercent: 10 })
  expect(sewerageCharge(0, 'dubi', '2026-01-01', rates).gross).toBe(0)
  expect(() => sewerageCharge(-1, 'dubi', '2026-01-01', rates)).toThrow(RangeError)
  expect(sewerageCharge(1000, 'dubi', '2026-01-01', rates).ground.asLaw).toBe(false)
})

describe('specified amount', () => {
  const call = { amount: 70000, delivered: '2026-09-01' } // the last day is Wednesday 16 September

  test.each([
    ['2026-09-10', 70000, null],
    ['2026-09-14', 70000, null], // credited on the 16th
    ['2026-09-15', 70000, 'would-be-late'],
    ['2026-09-16', 70000, 'would-be-late'],
    ['2026-09-17', 70000, 'late'],
    ['2026-09-10', 69900, 'not-exact'],
    ['2026-09-10', 70100, 'not-exact'],
  ])('on %s %i haléře: %s', (today, offered, reason) => {
    const verdict = specifiedAmount(call, offered, today, rates)
    expect(verdict.lastDay).toBe('2026-09-16')
    expect(verdict.accepted ? null : verdict.reason).toBe(reason)
  })

  test('what is accepted is exact and credited in time', () => {
    fc.assert(
      fc.property(day2026, fc.nat(30), fc.constantFrom(69900, 70000), (delivered, after, offered) => {
        const today = addDays(delivered, after)
        const verdict = specifiedAmount({ amount: 70000, delivered }, offered, today, rates)
        if (!verdict.accepted) return
        expect(offered).toBe(70000)
        expect(deadline(today, { workingDays: 2 }) <= verdict.lastDay).toBe(true)
      }),
    )
  })
})

test('age is reached on the birthday', () => {
  expect(ageOn('1956-07-01', '2026-06-30')).toBe(69)
  expect(ageOn('1956-07-01', '2026-07-01')).toBe(70)
  expect(ageOn('2024-02-29', '2027-02-28')).toBe(3)
})
