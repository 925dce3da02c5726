import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay } from '../../city/calendar.ts'
import { openOf, scheduleOf } from './schedule.ts'

test('parts are whole crowns a month apart, and the last takes the rest', () => {
  expect(scheduleOf(100_050, 3, '2026-01-31')).toEqual([
    { n: 1, due: '2026-02-02', amount: 33_300 },
    { n: 2, due: '2026-03-02', amount: 33_300 },
    { n: 3, due: '2026-03-31', amount: 33_450 },
  ])
})

test('they always make the whole, in order, on working days', () => {
  const any = fc.tuple(fc.integer({ min: 3600, max: 99_999_999 }), fc.integer({ min: 1, max: 36 }))
  fc.assert(
    fc.property(any, ([amount, count]) => {
      const schedule = scheduleOf(amount, count, '2026-05-08')
      expect(schedule.reduce((sum, one) => sum + one.amount, 0)).toBe(amount)
      expect(schedule.every(one => one.amount >= 100 && isWorkingDay(one.due))).toBe(true)
      expect(schedule.map(one => one.due)).toEqual(schedule.map(one => one.due).toSorted())
    }),
  )
})

test('less than a crown for each is no schedule', () => {
  expect(() => scheduleOf(399, 4, '2026-01-31')).toThrow(RangeError)
  expect(() => scheduleOf(400, 0, '2026-01-31')).toThrow(RangeError)
})

test('money goes to the earliest first', () => {
  const left = (paid: number) => openOf(scheduleOf(30_000, 3, '2026-01-05'), paid).map(one => one.left)
  expect([left(0), left(10_000), left(15_000), left(30_000)]).toEqual([
    [10_000, 10_000, 10_000],
    [0, 10_000, 10_000],
    [0, 5_000, 10_000],
    [0, 0, 0],
  ])
})
