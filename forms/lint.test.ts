import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Definition } from './definition.ts'
import * as f from './fields.ts'
import { form } from './form.ts'
import { control, group, note, page, pages, showWhen } from './layout.ts'
import { faults } from './lint.ts'
import type { CrossRule, Schema } from './schema.ts'

const name = { cs: 'Pole', en: 'Field' }
const good = form(
  {
    who: f.oneOf(name, { fo: name, po: name }),
    person: f.when('who', 'fo', f.personFO(name, { birthNumber: f.birthNumber(), citizenship: f.country() })),
    business: f.optional(f.personPFO(name)),
    company: f.when('who', 'po', f.personPO(name)),
    contact: f.contact({ own: true }),
    from: f.day(name),
    to: f.day(name, { notPast: true }),
    files: f.optional(f.files(name, { min: 0 })),
    items: f.payableItems(),
    payee: f.payee(),
    agreed: f.consent(name),
  },
  { rules: [{ rule: 'daysAtMost', path: '/to', other: '/from', days: 30 }] },
)

/** The good form with one schema changed. */
const spoilt = (change: (schema: Schema) => void): Definition => {
  const schema = structuredClone(good.schema)
  change(schema)
  return { schema, layout: good.layout, rules: good.rules }
}
const field = (schema: Schema, key: string): Schema => schema.properties?.[key] ?? {}

describe('faults', () => {
  it('has none with a good form, nor has the meta-schema of draft 2020-12', () => {
    expect(faults(good)).toEqual([])
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validateSchema(good.schema) && ajv.errors).toBeNull()
    expect(ajv.validateSchema({ ...good.schema, required: 'who' })).toBe(false)
  })

  it.each<[string, (schema: Schema) => void, string]>([
    [
      'another dialect',
      schema => (schema.$schema = 'http://json-schema.org/draft-07/schema#'),
      'form: $schema is not https://json-schema.org/draft/2020-12/schema',
    ],
    ['a keyword nobody knows', schema => (field(schema, 'from')['minlength'] = 1), '/from: unknown keyword minlength'],
    [
      'a keyword with a wrong value',
      schema => (field(schema, 'items')['minItems'] = '1'),
      '/items: minItems has a value of a wrong kind',
    ],
    ['an unknown format', schema => (field(schema, 'from').format = 'datum'), '/from: unknown format datum'],
    ['no type', schema => delete field(schema, 'from').type, '/from: no type'],
    [
      'an open object',
      schema => delete field(schema, 'payee').additionalProperties,
      '/payee: additionalProperties is not false',
    ],
    ['a list without an end', schema => delete field(schema, 'items').maxItems, '/items: no maxItems'],
    ['a list of anything', schema => delete field(schema, 'items').items, '/items: no items'],
    [
      'a required field that is not there',
      schema => schema.required?.push('x'),
      'form: required names x, which is no field',
    ],
    ['no title', schema => delete field(schema, 'from')['x-title'], '/from: no title'],
    [
      'a title in one language',
      schema => (field(schema, 'from')['x-title'] = { cs: 'Od' } as never),
      '/from: title is missing in en',
    ],
    [
      'an empty help',
      schema => (field(schema, 'from')['x-help'] = { cs: '', en: 'x' }),
      '/from: help is missing in cs',
    ],
    [
      'a message in one language',
      schema => (field(schema, 'from')['x-messages'] = { format: { en: 'x' } as never }),
      '/from: message for format is missing in cs',
    ],
    [
      'a choice without words',
      schema => field(schema, 'who').oneOf?.push({ const: 'x' }),
      '/who: choice x has no words',
    ],
    [
      'a choice without a value',
      schema => field(schema, 'who').oneOf?.push({ 'x-title': name }),
      '/who: a choice without const',
    ],
    [
      'a pattern people cannot read',
      schema => (field(schema, 'from')['pattern'] = '^a'),
      '/from: a pattern needs its own message, people cannot read ^a',
    ],
    ['a pattern that is none', schema => (field(schema, 'from')['pattern'] = '('), '/from: ( is no pattern'],
    [
      'a rule over a field that is not there',
      schema => schema['x-rules']?.push({ rule: 'notBefore', path: '/to', other: '/since' }),
      'form: rule notBefore names /since, where there is no field',
    ],
    [
      'a rule nobody knows',
      schema => schema['x-rules']?.push({ rule: 'later', path: '/to' } as unknown as CrossRule),
      'form: unknown rule later',
    ],
    [
      'a sum of what is not there',
      schema => schema['x-rules']?.push({ rule: 'sumAtMost', path: '/items', key: 'price', limit: '/most' }),
      'form: rule sumAtMost names /items/*/price, where there is no field',
    ],
  ])('finds %s', (_, change, fault) => expect(faults(spoilt(change))).toContain(fault))

  it('finds what is wrong with a layout', () => {
    const a = f.text(name)
    const found = (layout: Parameters<typeof group>[1], fields = { a, b: f.optional(a) }) =>
      faults(form(fields, { layout: group(name, layout) }))
    expect(found('a')).toEqual(['layout: nobody is asked for /b, no control has the scope #/properties/b'])
    expect(found(group(name, 'a', 'b', 'c'))).toEqual(['layout: #/properties/c leads to no field'])
    expect(found(group(name, 'a', showWhen('c', 1, 'b')))).toEqual([
      'layout: the rule of #/properties/b looks at #/properties/c, where there is no field',
    ])
    expect(found(group(name, showWhen('b', 'x', 'a'), 'b'))).toEqual([
      'layout: #/properties/a can be hidden, but the agenda counts on it; make it with when() or unless(), or optional',
    ])
    expect(found(group({ cs: 'Část', en: '' }, note({ cs: '', en: 'x' }), 'a', 'b'))).toEqual([
      'layout: label of a Group is missing in en',
      'layout: label of a Label is missing in cs',
    ])
    expect(
      faults(form({ a, b: f.optional(a) }, { layout: pages(page(name, 'a'), page(name, control('#/properties/b'))) })),
    ).toEqual([])
  })

  it('finds circles, also over several fields', () => {
    const definition = form({
      a: f.when('c', 'x', f.text(name)),
      b: f.when('a', 'x', f.text(name)),
      c: f.when('b', 'x', f.text(name)),
      d: f.when('a', 'x', f.text(name)),
    })
    expect(faults(definition)).toEqual(
      ['a', 'b', 'c'].map(key => `layout: whether #/properties/${key} is shown depends on itself`),
    )
  })

  it('looks into lists', () => {
    const item = f.section(name, { a: f.text(name), b: f.when('/nowhere', 1, f.text({ cs: '', en: 'x' })) })
    expect(faults(form({ list: f.list(name, item) }))).toEqual([
      '/list/*/b: title is missing in cs',
      'layout of #/properties/list: the rule of #/properties/b looks at #/properties/nowhere, where there is no field',
    ])
  })

  it('finds words that rules lack', () => {
    const definition = form(
      { a: f.text(name) },
      { rules: [{ rule: 'mine', words: { cs: 'Špatně.', en: '' }, broken: () => [] }] },
    )
    expect(faults(definition)).toEqual(['form: message for mine is missing in en', 'rule mine is missing in en'])
  })
})
