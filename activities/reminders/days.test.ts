import { expect, test } from 'vitest'
import { loadCity } from '../../city/city.ts'
import { reminderDays } from './days.ts'

const { rates } = loadCity()

test.each([
  // seven days before, the day itself included; three working days after, a month back at most
  ['2026-04-08', { before: ['2026-04-08', '2026-04-15'], after: ['2026-03-09', '2026-04-01'] }],
  // Monday: what was due on Wednesday is three working days late
  ['2026-04-20', { before: ['2026-04-20', '2026-04-27'], after: ['2026-03-21', '2026-04-15'] }],
])('on %s', (day, { before, after }) => {
  expect(reminderDays(day, rates)).toEqual({
    before: { from: before[0], to: before[1] },
    after: { from: after[0], to: after[1] },
  })
})

test.each(['2026-04-04', '2026-04-05', '2026-04-06', '2026-12-24'])(
  'nobody is reminded on %s, which is no working day',
  day => expect(reminderDays(day, rates)).toBeNull(),
)
