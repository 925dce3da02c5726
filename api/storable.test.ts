import { describe, expect, test } from 'vitest'
import { storable, storableText } from './storable.ts'

const parse = (text: string) => storable(JSON.parse(text))
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('what Postgres can store', () => {
  test('passes unchanged, whatever it is', () => {
    for (const value of [null, 1, true, '', 'Žofie 🐕', [], {}, { a: [{ b: ['c'] }] }])
      expect(storable(structuredClone(value))).toEqual(value)
  })

  test('is left of texts that hold NUL or half a character', () => {
    expect(parse('"a\\u0000b"')).toBe('ab')
    expect(parse('{"a":["x\\ud800",{"b":"\\u0000"}],"c":"\\udc00y"}')).toEqual({ a: ['x', { b: '' }], c: 'y' })
    expect(storableText('a\u0000\u{1F415}\ud83d')).toBe('a\u{1F415}')
  })

  test('is not a property whose name holds them', () => {
    expect(parse('{"a\\u0000":1}')).toBeUndefined()
    expect(parse('[{"\\ud800":1}]')).toBeUndefined()
  })

  test('is not what lies deeper than anything of ours, however deep', () => {
    expect(parse(nested(64))).toBeDefined()
    expect(parse(nested(65))).toBeUndefined()
    expect(parse(nested(1_000_000))).toBeUndefined()
  })

  test('a property named __proto__ stays a property', () => {
    const value = parse('{"__proto__":"a\\u0000","b":{"__proto__":{"admin":true}}}')
    expect(JSON.stringify(value)).toBe('{"__proto__":"a","b":{"__proto__":{"admin":true}}}')
    expect({}).not.toHaveProperty('admin')
  })
})
