import { expect, test } from 'vitest'
import { lasting } from './lasting.ts'

const told = (...events: [number | null, string][]) => events.map(([ordinal, what]) => ({ ordinal, what }))
const whats = (events: { what: string }[]) => events.map(({ what }) => what)

test('what is told once holds, and so does what was told before happenings had numbers', () => {
  const events = told([null, 'opened'], [null, 'answered'], [2, 'opened'], [3, 'answered'])
  expect(lasting(events)).toEqual(events)
})

test('what was told anew takes the place of what was told under its number, and of all that followed that', () => {
  const events = told([0, 'opened'], [1, 'lapsed'], [2, 'closed'], [1, 'payment-posted'], [2, 'issued'], [3, 'closed'])
  expect(whats(lasting(events))).toEqual(['opened', 'payment-posted', 'issued', 'closed'])
})

test('told anew twice, the last telling holds', () => {
  const events = told([0, 'opened'], [1, 'lapsed'], [2, 'closed'], [1, 'asking'], [1, 'posted'])
  expect(whats(lasting(events))).toEqual(['opened', 'posted'])
})
