import { expect, test } from 'vitest'
import { standIn, standsInFor, type Away } from './absences.ts'

const away = (...pairs: [string, string][]): ReadonlyMap<string, Away> =>
  new Map(
    pairs.map(([official, substitute]) => [official, { official, substitute, name: substitute, until: '2026-07-31' }]),
  )

test('who is there has their own tasks', () => {
  expect(standIn(away(), 'eva')).toBe('eva')
  expect(standsInFor(away(['petr', 'hana']), 'eva')).toEqual(['eva'])
})

test('the substitute has the tasks of who is away, and their substitute when they are away, too', () => {
  const both = away(['eva', 'petr'], ['petr', 'hana'])
  expect([standIn(both, 'eva'), standIn(both, 'petr'), standIn(both, 'hana')]).toEqual(['hana', 'hana', 'hana'])
  expect(standsInFor(both, 'hana')).toEqual(['hana', 'eva', 'petr'])
  expect(standsInFor(both, 'petr')).toEqual(['petr'])
})

test('two who substitute each other while both are away end the chain', () => {
  const circle = away(['eva', 'petr'], ['petr', 'eva'])
  expect([standIn(circle, 'eva'), standIn(circle, 'petr')]).toEqual(['petr', 'eva'])
})
