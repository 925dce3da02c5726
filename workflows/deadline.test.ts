import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, dueDay, endOf, lapsesAt } from './deadline.ts'

test('a day ends at midnight in Prague, winter and summer and on the days the clocks change', () => {
  expect(endOf('2026-01-15')).toBe('2026-01-15T23:00:00.000Z')
  expect(endOf('2026-07-15')).toBe('2026-07-15T22:00:00.000Z')
  expect(endOf('2026-03-28')).toBe('2026-03-28T23:00:00.000Z')
  expect(endOf('2026-03-29')).toBe('2026-03-29T22:00:00.000Z')
  expect(endOf('2026-10-24')).toBe('2026-10-24T22:00:00.000Z')
  expect(endOf('2026-10-25')).toBe('2026-10-25T23:00:00.000Z')
})

test('days move over weekends and holidays (§ 40 of the Administrative Code)', () => {
  expect(lapsesAt('2026-06-19T10:00:00Z', '15 days')).toBe(endOf('2026-07-07'))
  expect(lapsesAt('2026-12-14T10:00:00Z', '10 days')).toBe(endOf('2026-12-28'))
  expect(dueDay('2026-05-15T08:00:00Z', '30 days')).toBe('2026-06-15')
  expect(dueDay('2026-11-20T08:00:00Z', '3 working days')).toBe('2026-11-25')
})

test('the day of an instant is Prague’s, not Greenwich’s', () => {
  expect(dayAt('2026-07-14T22:30:00Z')).toBe('2026-07-15')
  expect(lapsesAt('2026-07-14T22:30:00Z', '1 days')).toBe(endOf('2026-07-16'))
})

test('hours and minutes are exact, across a change of clocks too', () => {
  expect(lapsesAt('2026-10-24T23:30:00Z', '2 hours')).toBe('2026-10-25T01:30:00.000Z')
  expect(lapsesAt('2026-01-01T00:00:00Z', '30 minutes')).toBe('2026-01-01T00:30:00.000Z')
})

test('a length that nobody can read is refused', () => {
  expect(() => lapsesAt('2026-01-01T00:00:00Z', 'soon days' as never)).toThrow(RangeError)
})

test('the end of a day is always the last instant whose day it is', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), date => {
      const end = endOf(dayAt(date.toISOString()))
      expect(Date.parse(end)).toBeGreaterThan(date.getTime())
      expect(dayAt(new Date(Date.parse(end) - 1).toISOString())).toBe(dayAt(date.toISOString()))
    }),
  )
})
