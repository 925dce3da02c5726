import { describe, expect, test } from 'vitest'
import Holidays from 'date-holidays'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  deadline,
  holidays,
  isDay,
  isWorkingDay,
  monthEnd,
  nextWorkingDay,
  partsOf,
  weekday,
} from './calendar.ts'

const aDay = fc.integer({ min: 0, max: 36_000 }).map(n => addDays('2001-01-01', n))

test('the holidays of 2020 to 2040 are those of the package date-holidays', () => {
  const theirs = new Holidays('CZ')
  for (let year = 2020; year <= 2040; year++) {
    const days = theirs.getHolidays(year).filter(holiday => holiday.type === 'public')
    expect([...new Set(holidays(year).map(holiday => holiday.day))]).toEqual(
      [...new Set(days.map(holiday => holiday.date.slice(0, 10)))].sort(),
    )
  }
})

test.each([
  [2026, '2026-04-03', '2026-04-06'],
  [2027, '2027-03-26', '2027-03-29'],
  [2028, '2028-04-14', '2028-04-17'],
  [2029, '2029-03-30', '2029-04-02'],
])('Easter of %i: Good Friday %s, Monday %s', (year, friday, monday) => {
  const days = holidays(year).map(holiday => holiday.day)
  expect(days).toContain(friday)
  expect(days).toContain(monday)
  expect(days).toHaveLength(13)
})

test('Good Friday is a holiday since 2016', () => {
  expect(isWorkingDay('2015-04-03')).toBe(true)
  expect(isWorkingDay('2016-03-25')).toBe(false)
})

describe('deadlines of § 40 správní řád', () => {
  test.each([
    ['2026-06-19', { days: 15 }, '2026-07-07'], // Saturday 4 July, then two holidays
    ['2026-12-14', { days: 10 }, '2026-12-28'], // Christmas Eve, then a weekend
    ['2026-05-15', { days: 30 }, '2026-06-15'], // Sunday
    ['2026-04-17', { days: 30 }, '2026-05-18'], // Sunday 17 May
    ['2028-04-15', { days: 0 }, '2028-04-18'], // Saturday, Sunday, Easter Monday
    ['2026-03-29', { weeks: 1 }, '2026-04-07'], // the change to summer time, then Easter
    ['2027-12-31', { months: 2 }, '2028-02-29'], // no 31 February; a leap year
    ['2026-01-31', { months: 1 }, '2026-03-02'], // 28 February is a Saturday
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2026-12-23', { workingDays: 1 }, '2026-12-28'],
    ['2026-10-23', { workingDays: 3 }, '2026-10-29'], // over 28 October and the change to winter time
  ] as const)('%s + %o ends on %s', (from, term, end) => {
    expect(deadline(from, term)).toBe(end)
  })

  test('a deadline ends on a working day, and never before its term', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const end = deadline(from, { days })
        expect(isWorkingDay(end)).toBe(true)
        expect(end >= addDays(from, days)).toBe(true)
        expect(daysBetween(addDays(from, days), end)).toBeLessThanOrEqual(5)
      }),
    )
  })

  test('a longer term never ends earlier', () => {
    fc.assert(
      fc.property(aDay, fc.nat(60), fc.nat(60), (from, a, b) => {
        expect(deadline(from, { workingDays: a + b }) >= deadline(from, { workingDays: a })).toBe(true)
        expect(deadline(from, { months: a + b }) >= deadline(from, { months: a })).toBe(true)
      }),
    )
  })

  test('refuses what is no term', () => {
    expect(() => deadline('2026-01-01', { days: -1 })).toThrow(RangeError)
    expect(() => deadline('2026-01-01', { days: 1.5 })).toThrow(RangeError)
    expect(() => deadline('2026-02-30', { days: 1 })).toThrow('not a day of the calendar')
    expect(() => holidays(1999)).toThrow('2001')
  })
})

test('days of the calendar agree with the platform’s own', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      const date = new Date(`${day}T00:00:00Z`)
      expect(weekday(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay())
      date.setUTCDate(date.getUTCDate() + days)
      expect(addDays(day, days)).toBe(date.toISOString().slice(0, 10))
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test('an occupation from 28 February to 1 March of a leap year takes three days', () => {
  expect(daysBetween('2028-02-28', '2028-03-01') + 1).toBe(3)
})

test('months keep the day or take the last one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-11-15', 3)).toBe('2027-02-15')
  expect(monthEnd(2028, 2)).toBe('2028-02-29')
})

test('working days are counted from the day after', () => {
  expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-07')
  expect(addWorkingDays('2026-04-04', 0)).toBe('2026-04-07')
  expect(nextWorkingDay('2026-04-02')).toBe('2026-04-02')
})

test('only existing days written in full are days', () => {
  expect(['2026-04-15', '2028-02-29'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-4-15', '15. 4. 2026', '2026-13-01', '2026-00-10', ''].some(isDay)).toBe(false)
  expect(partsOf('2026-04-15')).toEqual({ year: 2026, month: 4, date: 15 })
})
