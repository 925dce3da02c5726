import { expect, test } from 'vitest'
import { openAt, weekLines } from './hours.ts'

// Monday in two spans, Sunday in one.
const week = [
  { day: 1, from: '13:00', to: '18:00' },
  { day: 1, from: '08:00', to: '12:00' },
  { day: 7, from: '09:00', to: '10:00' },
]
const at = (instant: string) => openAt(week, new Date(instant))

test('by the clock in Prague', () => {
  expect(at('2026-11-23T06:30:00Z')).toEqual({ how: 'opens', from: '08:00', until: '12:00' })
  expect(at('2026-11-23T07:00:00Z')).toEqual({ how: 'open', until: '12:00' })
  expect(at('2026-11-23T11:00:00Z')).toEqual({ how: 'opens', from: '13:00', until: '18:00' })
  expect(at('2026-11-23T17:00:00Z')).toEqual({ how: 'over' })
  expect(at('2026-11-24T09:00:00Z')).toEqual({ how: 'closed' })
  expect(at('2026-11-22T08:15:00Z')).toEqual({ how: 'open', until: '10:00' })
})

test('the week in lines', () => {
  expect(weekLines(week, 'cs')).toEqual([
    { day: 1, spans: '8.00–12.00, 13.00–18.00' },
    { day: 7, spans: '9.00–10.00' },
  ])
  expect(weekLines(week, 'en')[0]?.spans).toBe('8:00–12:00, 13:00–18:00')
})
