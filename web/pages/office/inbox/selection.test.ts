import { expect, test } from 'vitest'
import { between } from './useSelection.ts'

test('a range reaches both ways; one that is not in the list is taken alone', () => {
  const list = ['a', 'b', 'c', 'd']
  expect(between(list, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(between(list, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(between(list, 'b', 'b')).toEqual(['b'])
  expect(between(list, 'gone', 'b')).toEqual(['b'])
})
