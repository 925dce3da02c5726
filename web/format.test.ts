import { describe, expect, test } from 'vitest'
import {
  address,
  amountText,
  day,
  dayOf,
  daysBetween,
  iban,
  instant,
  limit,
  money,
  parseAmount,
  phone,
} from './format.ts'

const nbsp = '\u00a0'

describe('money', () => {
  test.each([
    [123450, 'cs', `1${nbsp}234,50${nbsp}Kč`],
    [78000, 'cs', `780,00${nbsp}Kč`],
    [-10000, 'cs', `−100,00${nbsp}Kč`],
    [5, 'cs', `0,05${nbsp}Kč`],
    [123450, 'en', `CZK${nbsp}1,234.50`],
  ] as const)('%i haléřů in %s', (halere, l, text) => expect(money(halere, l)).toBe(text))
})

describe('what a person types as an amount', () => {
  test.each([
    ['1 234,50', 123450],
    [`1${nbsp}234,50 Kč`, 123450],
    ['1234.5', 123450],
    ['780,-', 78000],
    ['780,–', 78000],
    ['780 kč', 78000],
    ['CZK 12', 1200],
    ['0,05', 5],
    ['0', 0],
  ])('%j is %i haléřů', (typed, halere) => expect(parseAmount(typed)).toBe(halere))
  test.each(['', 'sto', '-5', '1,234', '12.345,00', '1e3', '5,', '99999999999'])('%j is no amount', typed =>
    expect(parseAmount(typed)).toBeNull(),
  )
  test('what is shown is understood again', () => {
    for (const halere of [0, 1, 99, 100, 78000, 123456])
      for (const l of ['cs', 'en'] as const) expect(parseAmount(amountText(halere, l))).toBe(halere)
  })
})

describe('days and instants', () => {
  test('a day in words', () => {
    expect(day('2026-04-15', 'cs')).toBe(`15.${nbsp}4.${nbsp}2026`)
    expect(day('2026-04-15', 'en')).toBe(`15${nbsp}April${nbsp}2026`)
  })
  test('an instant is told in Prague, whatever the clock of the browser', () => {
    expect(instant('2026-04-15T23:30:00Z', 'cs')).toBe(`16.${nbsp}4.${nbsp}2026 v${nbsp}1:30`)
    expect(instant('2026-01-15T23:30:00Z', 'en')).toBe(`16${nbsp}January${nbsp}2026 at${nbsp}00:30`)
  })
  test('the day in Prague turns at its own midnight', () => {
    expect(dayOf(new Date('2026-03-28T22:59:00Z'))).toBe('2026-03-28')
    expect(dayOf(new Date('2026-03-28T23:00:00Z'))).toBe('2026-03-29')
  })
  test('days between, over the change of clocks and a leap day', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-04-15', '2026-04-03')).toBe(-12)
  })
})

test('telephone and IBAN in groups', () => {
  expect(phone('+420312000100')).toBe(`+420${nbsp}312${nbsp}000${nbsp}100`)
  expect(iban('CZ6301000000196750510277')).toBe('CZ63 0100 0000 1967 5051 0277')
})

describe('the end of a time limit', () => {
  test.each([
    ['2026-12-28T23:00:00Z', 'cs', `28.${nbsp}12.${nbsp}2026`],
    ['2026-12-28T23:00:00Z', 'en', `28${nbsp}December${nbsp}2026`],
    ['2026-06-30T22:00:00Z', 'cs', `30.${nbsp}6.${nbsp}2026`],
    ['2026-12-28T22:15:00Z', 'cs', `28.${nbsp}12.${nbsp}2026 v${nbsp}23:15`],
  ] as const)('%s in %s is %j', (at, l, text) => expect(limit(at, l)).toBe(text))
})

test('a postcode stays whole, beside its town', () => {
  expect(address('náměstí Starosty Pavla 44, 272 01 Kladno')).toBe(
    `náměstí Starosty Pavla 44, 272${nbsp}01${nbsp}Kladno`,
  )
  expect(address('Vrchlického 2345')).toBe('Vrchlického 2345')
})
