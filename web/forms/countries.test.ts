import { expect, test } from 'vitest'
import { countries, countryName } from './countries.ts'

test('every country is offered once, those nearby first, the rest by the alphabet of the language', () => {
  const cs = countries('cs')
  expect(new Set(cs.map(one => one.value)).size).toBe(cs.length)
  expect(cs.length).toBeGreaterThan(240)
  expect(cs[0]).toEqual({ value: 'SK', label: 'Slovensko' })
  const labels = cs.slice(6).map(one => one.label)
  expect(labels.indexOf('Česko')).toBeGreaterThan(labels.indexOf('Cookovy ostrovy'))
  expect(labels.indexOf('Česko')).toBeLessThan(labels.indexOf('Dánsko'))
})

test('what is no country goes by its letters', () => {
  expect(countryName('ZZ', 'cs')).toBe('ZZ')
  expect(countryName('AT', 'en')).toBe('Austria')
})
