import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derived } from './derive.ts'

test('an id is derived from the case alone, and is a UUID of version 8', () => {
  expect(derived('ae298e2d-c9e9-49eb-aaa5-c1406f96e68d', 1)).toBe('ae298e2d-c9e9-89eb-aaa5-c1406f96e68e')
  expect(derived('ae298e2d-c9e9-49eb-aaa5-ffffffffffff', 1)).toBe('ae298e2d-c9e9-89eb-aaa5-000000000000')
})

test('the ids of one case never meet, nor the case’s own', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (id, a, b) => {
      expect(derived(id, a) === derived(id, b)).toBe(a === b)
      expect(derived(id, a)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    }),
  )
})
