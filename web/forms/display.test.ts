import { expect, test } from 'vitest'
import * as f from '../../forms/fields.ts'
import { form } from '../../forms/form.ts'
import { normalise } from '../../forms/normalise.ts'
import type { Schema } from '../../forms/schema.ts'
import { readText, typedText } from './display.ts'

const w = { cs: 'Pole', en: 'Field' }
const { schema } = form({
  day: f.day(w),
  money: f.money(w),
  number: f.number(w),
  phone: f.phone(),
  postcode: f.postcode(),
  birth: f.birthNumber(),
  iban: f.iban(),
  account: f.anyAccount(),
  text: f.text(w),
  yes: f.yes(w),
  one: f.oneOf(w, { a: { cs: 'První', en: 'First' } }),
  some: f.someOf(w, { a: { cs: 'Voda', en: 'Water' }, b: { cs: 'Proud', en: 'Power' } }),
  country: f.country(),
  subject: f.subject(),
  files: f.files(w),
  items: f.payableItems(),
})
const field = (name: string): Schema => schema.properties?.[name] ?? {}

test.each([
  ['day', '1985-03-05', '5.\u00a03.\u00a01985'],
  ['money', 123_450, '1234,50'],
  ['money', 78_000, '780'],
  ['number', 12.5, '12,5'],
  ['phone', '+420602123456', '+420\u00a0602\u00a0123\u00a0456'],
  ['postcode', '27201', '272\u00a001'],
  ['birth', '8503120010', '850312/0010'],
  ['iban', 'CZ6508000000192000145399', 'CZ65 0800 0000 1920 0014 5399'],
  ['account', '19-2000145399/0800', '19-2000145399/0800'],
])('%s %s stands in its field as %s, and is understood again', (name, value, shown) => {
  expect(typedText(field(name), value, 'cs')).toBe(shown)
  expect(normalise({ schema: field(name) }, shown)).toBe(value)
})

test('what was not understood stays as it was typed', () => {
  expect(typedText(field('day'), '31. 2. 2026', 'cs')).toBe('31. 2. 2026')
  expect(typedText(field('money'), 'sto korun', 'cs')).toBe('sto korun')
  expect(typedText(field('text'), undefined, 'cs')).toBe('')
})

test('decimals follow the language', () => {
  expect(typedText(field('money'), 123_450, 'en')).toBe('1234.50')
  expect(typedText(field('number'), 12.5, 'en')).toBe('12.5')
})

test.each([
  ['day', '1985-03-05', '5.\u00a03.\u00a01985', '5\u00a0March\u00a01985'],
  ['money', 123_450, '1\u00a0234,50\u00a0Kč', 'CZK\u00a01,234.50'],
  ['yes', false, 'Ne', 'No'],
  ['one', 'a', 'První', 'First'],
  ['some', ['a', 'b'], 'Voda\nProud', 'Water\nPower'],
  ['country', 'SK', 'Slovensko', 'Slovakia'],
  ['files', [{ id: '1', name: 'plán.pdf', size: 2345, type: 'x' }], 'plán.pdf (2\u00a0kB)', 'plán.pdf (2\u00a0kB)'],
  [
    'files',
    [{ id: '1', name: 'foto.jpg', size: 3_300_000, type: 'x' }],
    'foto.jpg (3,1\u00a0MB)',
    'foto.jpg (3.1\u00a0MB)',
  ],
  ['items', [{ amount: 100 }, { amount: 250 }], '2 platby, celkem 3,50\u00a0Kč', '2 payments, CZK\u00a03.50 in total'],
])('%s %j is read as %s, %s', (name, value, cs, en) => {
  expect(readText(field(name), value, 'cs')).toBe(cs)
  expect(readText(field(name), value, 'en')).toBe(en)
})

test('ids and what is not there say nothing to people', () => {
  expect(readText(field('subject'), '1f0c2b1e-0000-4000-8000-000000000000', 'cs')).toBeUndefined()
  expect(readText(field('text'), undefined, 'cs')).toBeUndefined()
})
