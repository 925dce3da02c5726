import { expect, test } from 'vitest'
import * as f from '../../forms/fields.ts'
import { form } from '../../forms/form.ts'
import type { Schema } from '../../forms/schema.ts'
import { choicesOf, kindOf } from './kind.ts'

const w = { cs: 'Pole', en: 'Field' }
const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'g'].map(key => [key, w]))
const { schema, layout } = form({
  text: f.text(w),
  area: f.longText(w),
  day: f.day(w),
  money: f.money(w),
  number: f.number(w),
  radios: f.oneOf(w, { a: w, b: w }),
  select: f.oneOf(w, many),
  country: f.country(),
  checks: f.someOf(w, { a: w, b: w }),
  tick: f.tick(w),
  consent: f.consent(w),
  yes: f.yes(w),
  list: f.list(w, f.text(w)),
  subject: f.subject(),
  debt: f.debt(w),
  files: f.files(w),
  items: f.payableItems(),
})
const asked = (field: string) => {
  const control =
    'elements' in layout && layout.elements.find(one => one.type === 'Control' && one.scope === `#/properties/${field}`)
  return kindOf(schema.properties?.[field] ?? {}, (control && control.options) || {})
}

test.each([
  ['text', 'text'],
  ['area', 'area'],
  ['day', 'text'],
  ['money', 'text'],
  ['number', 'text'],
  ['radios', 'radios'],
  ['select', 'select'],
  ['country', 'country'],
  ['checks', 'checks'],
  ['tick', 'tick'],
  ['consent', 'tick'],
  ['yes', 'yes-no'],
  ['list', 'list'],
  ['subject', 'subject'],
  ['files', 'files'],
  ['items', null],
])('%s is asked for as %s', (field, kind) => {
  expect(asked(field)).toBe(kind)
})

test('few answers are shown all at once even when the author says nothing', () => {
  const choice = (count: number): Schema => ({
    type: 'string',
    oneOf: Array.from({ length: count }, (_, at) => ({ const: `${at}` })),
  })
  expect(kindOf(choice(5))).toBe('radios')
  expect(kindOf(choice(6))).toBe('select')
})

test('a choice without words goes by its value', () => {
  const choices = choicesOf({ oneOf: [{ const: 'a', title: 'První' }, { const: 'b' }] })
  expect(choices).toEqual([
    { value: 'a', label: 'První' },
    { value: 'b', label: 'b' },
  ])
})
