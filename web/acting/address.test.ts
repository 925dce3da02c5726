import { describe, expect, test } from 'vitest'
import { keptFor, subjectIn } from './address.ts'

describe('a link on a page', () => {
  test('keeps in whose name one acts', () => {
    expect(keptFor('', '?for=a')).toBe('?for=a')
    expect(keptFor('?year=2026', '?for=a&kind=dog')).toBe('?year=2026&for=a')
  })
  test('says nothing in one’s own name', () => {
    expect(keptFor('', '')).toBe('')
    expect(keptFor('?q=pes%20a', '?year=2026')).toBe('?q=pes%20a')
  })
  test('leads to another name when it says so', () => {
    expect(keptFor('?for=b', '?for=a')).toBe('?for=b')
    expect(keptFor('?for=b', '')).toBe('?for=b')
  })
  test('leads back to oneself', () => {
    expect(keptFor('?for=me', '?for=a')).toBe('')
    expect(keptFor('?for=me&year=2026', '?for=a')).toBe('?year=2026')
    expect(keptFor('?for=me', '')).toBe('')
  })
})

test('a page says in whose name it is seen', () => {
  expect(subjectIn('?year=2026&for=a')).toBe('a')
  expect(subjectIn('?for=me')).toBeNull()
  expect(subjectIn('?for=')).toBeNull()
  expect(subjectIn('')).toBeNull()
})
