import { expect, test } from 'vitest'
import { mistyped, symbolsIn } from './symbols.ts'

test.each([
  ['1234567890', '1234567891', 'a digit wrong'],
  ['1234567890', '1243567890', 'two swapped'],
  ['1234567890', '2134567890', 'the first two swapped'],
  ['1234567890', '123456789', 'the last left out'],
  ['1234567890', '134567890', 'one left out'],
  ['123456789', '1123456789', 'one twice'],
  ['123456789', '1234567890', 'one added'],
])('who meant %s may have typed %s: %s', (meant, typed) => {
  expect(mistyped(typed)).toContain(meant)
})
test('leading zeros are no digits of a symbol, and nothing is twice or the symbol itself', () => {
  const all = mistyped('42')
  expect(all).toContain('2')
  expect(all).not.toContain('42')
  expect(all).not.toContain('')
  expect(all.filter(one => one.startsWith('0'))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
})
test('symbols are found in a message, spaced or not', () => {
  expect(symbolsIn('platba VS 123 456 7890 za odpad 2026')).toEqual(['1234567890', '7890', '2026'])
  expect(symbolsIn('VS:0012345, č.p. 12')).toEqual(['12345'])
  expect(symbolsIn('děkuji')).toEqual([])
})
