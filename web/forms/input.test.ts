import { expect, test } from 'vitest'
import * as f from '../../forms/fields.ts'
import { mannerOf } from './input.ts'

const w = { cs: 'Pole', en: 'Field' }

test.each([
  ['e-mail', f.email(), 'email', 'full'],
  ['postcode', f.postcode(), 'numeric', 'short'],
  ['amount', f.money(w), 'decimal', 'short'],
  ['area', f.number(w), 'decimal', 'short'],
  ['pieces', f.count(w), 'numeric', 'short'],
  ['balance that may be negative', f.count(w, { min: -5 }), undefined, 'short'],
  ['day, whose dots some keyboards of digits lack', f.day(w), undefined, 'short'],
  ['house number', f.text(w, { pattern: '^\\d+$' }), undefined, 'short'],
  ['title', f.text(w, { max: 50 }), undefined, 'medium'],
  ['text', f.text(w), undefined, 'full'],
])('the keyboard and the width of a field for %s', (_, field, inputMode, width) => {
  const manner = mannerOf(JSON.parse(JSON.stringify(field)))
  expect(manner.input.inputMode).toBe(inputMode)
  expect(manner.width).toBe(width)
})

test('crowns stand behind an amount', () => {
  expect(mannerOf(JSON.parse(JSON.stringify(f.money(w)))).unit).toBe('crowns')
})
