import { createAjv, getControlPath, isVisible, type JsonSchema, type UISchemaElement } from '@jsonforms/core'
import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import JudgeAjv, { FormAjv, sentence } from './ajv.ts'
import * as f from './fields.ts'
import { form } from './form.ts'
import { formats } from './formats.ts'
import { visible } from './hidden.ts'
import { problems } from './judge.ts'
import { localise } from './localise.ts'
import { control, group, type Layout, type ShowRule } from './layout.ts'
import { pointerOf } from './pointer.ts'
import type { Schema } from './schema.ts'

const name = { cs: 'Pole', en: 'Field' }
const permit = form(
  {
    who: f.oneOf(
      { cs: 'Kdo žádá', en: 'Who applies' },
      { fo: { cs: 'Občan', en: 'Citizen' }, po: { cs: 'Firma', en: 'Company' } },
    ),
    person: f.when(
      'who',
      'fo',
      f.personFO({ cs: 'Žadatel', en: 'Applicant' }, { birthNumber: f.optional(f.birthNumber()) }),
    ),
    company: f.when('who', 'po', f.personPO({ cs: 'Firma', en: 'Company' })),
    contact: f.contact(),
    area: f.number({ cs: 'Plocha', en: 'Area' }, { min: 1, max: 5000 }),
    from: f.day({ cs: 'Od', en: 'From' }),
    to: f.day({ cs: 'Do', en: 'To' }),
    things: f.list(
      { cs: 'Předměty', en: 'Things' },
      f.section({ cs: 'Předmět', en: 'Thing' }, { kind: f.text(name, { max: 5 }), pieces: f.count(name, { min: 1 }) }),
      { max: 2 },
    ),
    purposes: f.someOf(name, { a: name, b: name }),
    attachments: f.files({ cs: 'Přílohy', en: 'Attachments' }),
    deposit: f.money({ cs: 'Jistota', en: 'Deposit' }, { min: 100 }),
    agreed: f.consent({ cs: 'Souhlasím', en: 'I agree' }),
  },
  { rules: [{ rule: 'notBefore', path: '/to', other: '/from' }] },
)

const id = '5b0c1c54-95a2-4a7a-8a6b-2a1f4a3e9d11'
const samples: Record<string, unknown[]> = {
  string: [
    '',
    'a',
    'příliš dlouhý',
    'fo',
    'po',
    'a@b.cz',
    '2024-02-29',
    '2023-02-29',
    '00234516',
    '27201',
    '+420602123456',
    '🙂🙂🙂🙂🙂',
    id,
    'application/pdf',
    3,
    null,
  ],
  integer: [0, 1, 50, 100, 1.5, '1', 1e12],
  number: [0, 1, 12.5, 6000, '12'],
  boolean: [true, false, 'ano'],
}

/** Documents that keep some of a schema and break some of it. */
function documents(schema: Schema): fc.Arbitrary<unknown> {
  const right: fc.Arbitrary<unknown> = schema.properties
    ? fc.record(
        {
          ...Object.fromEntries(Object.entries(schema.properties).map(([key, field]) => [key, documents(field)])),
          'extra/key ~': fc.constant(1),
        },
        { requiredKeys: [] },
      )
    : schema.items
      ? fc.array(documents(schema.items), { maxLength: 3 })
      : fc.constantFrom(
          ...(schema.oneOf ?? []).map(choice => choice.const),
          ...(samples[schema.type ?? 'string'] ?? []),
        )
  return fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(null, [], {}, 'x', 7) })
}

// Ajv compares only items of the declared type with each other; ours compares all. Such data are refused either way.
const comparable = (names: string[]) =>
  names.filter(
    one =>
      !(
        one.includes(' uniqueItems ') &&
        names.some(other => /\/\d+ type /.test(other) && other.startsWith(`${one.split(' ')[0]}/`))
      ),
  )

const named = (
  errors:
    { instancePath: string; keyword: string; params: Record<string, unknown>; schemaPath: string }[] | null | undefined,
) =>
  comparable(
    [
      ...new Set(
        (errors ?? [])
          .filter(({ schemaPath }) => !/\/oneOf\/\d/.test(schemaPath))
          .map(
            e =>
              `${e.instancePath} ${e.keyword} ${JSON.stringify(e.params['missingProperty'] ?? e.params['additionalProperty'])}`,
          ),
      ),
    ].sort(),
  )

describe('the judge in the shape of Ajv', () => {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, formats })
  const ours = new JudgeAjv()

  it('finds the same errors as Ajv, at the same places', () => {
    const theirs = ajv.compile(permit.schema)
    const mine = ours.compile(permit.schema)
    let wrong = 0
    fc.assert(
      fc.property(documents(permit.schema), data => {
        expect(mine(data)).toBe(theirs(data))
        expect(named(mine.errors)).toEqual(named(theirs.errors))
        wrong += mine.errors ? 1 : 0
      }),
      { numRuns: 1000 },
    )
    expect(wrong).toBeGreaterThan(500)
  })

  it.each<Schema>([
    { const: 'a' },
    { enum: ['a', null] },
    { not: { const: 'a' } },
    { type: 'string', minLength: 2 },
    { anyOf: [{ const: 1 }, { const: true }] },
    { allOf: [{ type: 'number' }, { minimum: 3 }] },
    { type: 'object', properties: { oneOf: { type: 'string', minLength: 3 }, not: { type: 'integer' } } },
  ])('agrees with Ajv on the condition %j', schema => {
    const validate = ajv.compile(schema)
    const compiled = ours.compile(schema)
    for (const value of ['a', 'ab', null, 1, 5, true, {}, { oneOf: 'x', not: 'y' }, { oneOf: 'xyz', not: 1 }]) {
      expect(ours.validate(schema, value)).toBe(validate(value))
      expect(compiled(value)).toBe(validate(value))
    }
  })

  it('answers booleans and values that are not there', () => {
    expect([ours.validate(true, 1), ours.validate(false, 1)]).toEqual([true, false])
    expect(ours.validate({ const: 1 }, undefined)).toBe(false)
    expect(ours.errors).toMatchObject([{ keyword: 'const', instancePath: '' }])
    expect(ours.compile({ type: 'object', properties: { a: { type: 'string' } } })({ a: undefined })).toBe(true)
  })

  it('stands in for Ajv where JSON Forms makes its own', () => {
    const own = createAjv()
    expect(Object.keys(new JudgeAjv()).sort()).toEqual(['errors'])
    for (const method of ['compile', 'validate', 'addFormat', 'addKeyword', 'getSchema'] as const)
      expect(typeof own[method]).toBe(typeof ours[method])
  })
})

describe('the validator of one form', () => {
  const typed = {
    who: 'fo',
    company: { name: 'stará odpověď' },
    person: {
      surname: 'Nová',
      givenNames: 'Jana',
      birthDate: '12. 3. 1985',
      birthNumber: '850312/0010',
      residence: { houseNumber: '44', municipality: '', zip: '272 01' },
    },
    contact: { email: 'jana@x.cz' },
    area: '12,5',
    from: '5. 3. 2026',
    to: '4. 3. 2026',
    things: [{ kind: 'stůl', pieces: 1 }],
    purposes: ['a'],
    attachments: [{ id, name: 'a.pdf', size: 1, type: 'application/pdf' }],
    deposit: '780,50',
    agreed: true,
  }

  it('gives JSON Forms what the server would find, with its sentences', () => {
    const { schema } = localise(permit, 'cs')
    const validate = new FormAjv(permit, 'cs').compile(schema)
    expect(validate(typed)).toBe(false)
    const errors = validate.errors ?? []
    expect(errors.map(error => [getControlPath(error as Parameters<typeof getControlPath>[0]), error.message])).toEqual(
      [
        ['person.residence.municipality', 'Vyplňte prosím pole „Obec“.'],
        ['to', 'Datum „Do“ nesmí být dříve než datum „Od“.'],
      ],
    )
    expect(errors.map(error => sentence(error, permit, 'en'))).toEqual([
      'Please fill in “Municipality”.',
      'The date “To” must not be before the date “From”.',
    ])
    expect(
      validate({
        ...typed,
        to: '5. 3. 2026',
        person: { ...typed.person, residence: { ...typed.person.residence, municipality: 'Kladno' } },
      }),
    ).toBe(true)
    expect(validate.errors).toBeNull()
  })

  it('checks any other schema as it is', () => {
    const validate = new FormAjv(permit, 'cs').compile({ type: 'string', minLength: 2 })
    expect([validate('a'), validate('ab')]).toEqual([false, true])
  })
})

describe('what JSON Forms shows', () => {
  const tangled = form({
    a: f.oneOf(name, { yes: name, no: name }),
    b: f.when('a', 'yes', f.oneOf(name, { yes: name, no: name })),
    c: f.when('b', 'yes', f.text(name)),
    d: f.unless(
      'b',
      'yes',
      f.section(name, { e: f.tick(name), g: f.unless('e', true, f.text(name)), h: f.when('/a', ['no'], f.text(name)) }),
    ),
    i: f.when('d/g', 'x', f.text(name)),
    j: f.unless('c', 'x', f.text(name)),
    k: f.list(
      name,
      f.section(name, { l: f.tick(name), m: f.when('l', true, f.text(name)), n: f.when('m', 'x', f.text(name)) }),
    ),
  })

  const shownBy = (layout: Layout, data: unknown, path = '', around = true): string[] => {
    const seen =
      around && isVisible(layout as unknown as UISchemaElement, data, path, new JudgeAjv() as never, undefined)
    if ('elements' in layout) return layout.elements.flatMap(element => shownBy(element, data, path, seen))
    return layout.type === 'Control' && seen ? [pointerOf(layout.scope)] : []
  }
  const answer = fc.constantFrom('yes', 'no', 'x', undefined)
  const data = fc.record({
    a: answer,
    b: answer,
    c: answer,
    d: fc.option(fc.record({ e: fc.constantFrom(true, false, undefined), g: answer, h: answer }), { nil: undefined }),
    i: answer,
    j: answer,
  })

  it('is what the judge asks, whatever hidden fields still hold', () => {
    const { layout, schema } = localise(tangled, 'cs')
    expect((schema as JsonSchema).title).toBeUndefined()
    const paths = ['/a', '/b', '/c', '/d/e', '/d/g', '/d/h', '/i', '/j', '/k']
    let changing = new Set<string>()
    fc.assert(
      fc.property(data, typed => {
        const isShown = visible(tangled, typed)
        const shown = shownBy(layout, typed)
        expect(shown).toEqual(paths.filter(isShown))
        changing = changing.add(shown.join())
      }),
      { numRuns: 500 },
    )
    expect(changing.size).toBeGreaterThan(5)
  })

  it('is that for every kind of condition, of an author’s own layout too', () => {
    const whenB = (rule: ShowRule['condition'], effect: ShowRule['effect'] = 'SHOW') => ({
      ...control('c'),
      rule: { effect, condition: rule },
    })
    const b = '#/properties/b'
    const isX = { type: 'LEAF' as const, scope: b, expectedValue: 'x' }
    const notYes = { scope: b, schema: { not: { const: 'yes' } } }
    const onA = { scope: '#/properties/a', schema: { const: 'yes' } }
    const conditions = [
      isX,
      { ...isX, expectedValue: undefined },
      notYes,
      { ...notYes, failWhenUndefined: true },
      { type: 'AND' as const, conditions: [notYes, onA] },
      { type: 'OR' as const, conditions: [isX, onA] },
    ]
    for (const condition of conditions) {
      for (const effect of ['SHOW', 'HIDE'] as const) {
        const layout = group(name, 'a', 'b', group(name, whenB(condition, effect)))
        const definition = form(
          { a: f.optional(f.text(name)), b: f.when('a', 'yes', f.text(name)), c: f.optional(f.text(name)) },
          { layout },
        )
        const settled = localise(definition, 'cs').layout
        const seen = new Set<boolean>()
        for (const a of ['yes', 'no', undefined]) {
          for (const typed of ['yes', 'x', null, undefined]) {
            const isShown = visible(definition, { a, b: typed })('/c')
            expect(
              shownBy(settled, { a, b: typed }).includes('/c'),
              JSON.stringify({ condition, effect, a, typed }),
            ).toBe(isShown)
            seen.add(isShown)
          }
        }
        expect(seen.size, JSON.stringify({ condition, effect })).toBe(2)
      }
    }
  })

  it('holds for the items of a list as well', () => {
    const { layout } = localise(tangled, 'cs')
    const detail = (function find(element: Layout): Layout | undefined {
      if ('elements' in element) return element.elements.map(find).find(found => found !== undefined)
      return element.type === 'Control' ? element.options?.detail : undefined
    })(layout)
    const typed = {
      k: [
        { l: true, m: 'x' },
        { l: false, m: 'x' },
      ],
    }
    expect([0, 1].map(at => shownBy(detail as Layout, typed, `k.${at}`))).toEqual([['/l', '/m', '/n'], ['/l']])
    expect(problems(tangled, { a: 'no', j: 'x', d: { g: 'x', h: 'x' }, i: 'x', ...typed })).toEqual([
      { path: '/k/0/n', rule: 'required' },
    ])
  })
})
