import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

const nbsp = '\u00a0'

test('Czech texts of a form stay together, all else stays as it is', () => {
  const schema = {
    type: 'object',
    required: ['note'],
    properties: {
      note: { 'x-title': { cs: 'Výzva k platbě', en: 'A call for payment' }, maxLength: 5 },
      choice: { oneOf: [{ const: 'a b', 'x-title': { cs: 'V sobotu', en: 'On Saturday' } }] },
      // a field of a form may be called as a language is
      cs: { 'x-title': { cs: 'Česky', en: 'In Czech' } },
      en: { 'x-title': { cs: 'Anglicky', en: 'In English' } },
    },
  }
  expect(typeset(schema)).toEqual({
    ...schema,
    properties: {
      ...schema.properties,
      note: { 'x-title': { cs: `Výzva k${nbsp}platbě`, en: 'A call for payment' }, maxLength: 5 },
      choice: { oneOf: [{ const: 'a b', 'x-title': { cs: `V${nbsp}sobotu`, en: 'On Saturday' } }] },
    },
  })
  expect(typeset(undefined)).toBeUndefined()
})
