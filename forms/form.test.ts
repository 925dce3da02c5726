import { describe, expect, it } from 'vitest'
import * as f from './fields.ts'
import { type Data, form } from './form.ts'
import { accept, problems } from './judge.ts'
import { group, pages, page, row } from './layout.ts'
import { localise } from './localise.ts'
import { keysOf, lastKey, parentOf, pointerOf, scopeOf, under, valueAt } from './pointer.ts'

const name = { cs: 'Pole', en: 'Field' }

describe('form', () => {
  it('is JSON Schema 2020-12 of one closed object', () => {
    expect(form({ a: f.text(name), b: f.optional(f.yes(name)), c: f.when('b', true, f.count(name)) }).schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['a', 'c'],
      additionalProperties: false,
      properties: {
        a: { type: 'string', minLength: 1, maxLength: 200, 'x-title': name },
        b: { type: 'boolean', 'x-title': name, 'x-control': { format: 'radio' } },
        c: {
          type: 'integer',
          minimum: 0,
          maximum: 1_000_000,
          'x-title': name,
          'x-when': { effect: 'SHOW', of: 'b', schema: { const: true }, required: true },
        },
      },
    })
  })

  it('has a layout of its own when the author gives none', () => {
    const definition = form({
      a: f.text(name, { autocomplete: 'given-name' }),
      b: f.section(name, { c: f.longText(name), d: f.when('c', ['x', 'y'], f.text(name)) }),
    })
    expect(definition.layout).toEqual({
      type: 'VerticalLayout',
      elements: [
        { type: 'Control', scope: '#/properties/a', options: { autocomplete: 'given-name' } },
        {
          type: 'Group',
          label: name,
          elements: [
            { type: 'Control', scope: '#/properties/b/properties/c', options: { multi: true } },
            {
              type: 'Control',
              scope: '#/properties/b/properties/d',
              rule: {
                effect: 'SHOW',
                condition: { scope: '#/properties/b/properties/c', schema: { enum: ['x', 'y'] } },
              },
            },
          ],
        },
      ],
    })
  })

  it('completes the author’s layout with what the fields say', () => {
    const layout = pages(page(name, row('a', 'money'), group(name, 'list')))
    const definition = form(
      {
        a: f.text(name),
        money: f.money(name),
        list: f.list(name, f.section(name, { x: f.tick(name), y: f.when('x', true, f.text(name)) })),
      },
      { layout },
    )
    const detail = {
      type: 'VerticalLayout',
      elements: [
        { type: 'Control', scope: '#/properties/x' },
        {
          type: 'Control',
          scope: '#/properties/y',
          rule: { effect: 'SHOW', condition: { scope: '#/properties/x', schema: { const: true } } },
        },
      ],
    }
    expect(definition.layout).toMatchObject({
      elements: [
        {
          elements: [
            {
              type: 'HorizontalLayout',
              elements: [{ scope: '#/properties/a' }, { scope: '#/properties/money', options: { format: 'money' } }],
            },
            { type: 'Group', elements: [{ scope: '#/properties/list', options: { detail } }] },
          ],
        },
      ],
    })
  })

  it('is shown in one language', () => {
    const words = { cs: 'Účel', en: 'Purpose' }
    const definition = form(
      {
        a: f.oneOf(words, { x: words }, { help: { cs: 'Proč?', en: 'Why?' } }),
        b: f.section(words, { c: f.files(words) }),
      },
      { layout: pages(page(words, 'a', { type: 'Label', text: words }, 'b')) },
    )
    const { schema, layout } = localise(definition, 'cs')
    expect(schema.properties?.['a']).toMatchObject({
      title: 'Účel',
      description: 'Proč?',
      oneOf: [{ const: 'x', title: 'Účel' }],
    })
    expect(schema.properties?.['b']).toMatchObject({
      title: 'Účel',
      properties: { c: { title: 'Účel', items: { properties: { name: { title: 'Název souboru' } } } } },
    })
    expect(layout).toMatchObject({
      elements: [
        { label: 'Účel', elements: [{ scope: '#/properties/a' }, { text: 'Účel' }, { type: 'Group', label: 'Účel' }] },
      ],
    })
    expect(localise({ schema: definition.schema }, 'en').layout).toMatchObject({
      elements: [{ scope: '#/properties/a' }, { label: 'Purpose' }],
    })
  })
})

describe('fields', () => {
  const application = form({
    person: f.personFO(name, { birthNumber: f.birthNumber() }, { own: true }),
    company: f.optional(f.personPO(name)),
    business: f.optional(f.personPFO(name)),
  })
  const residence = { street: 'náměstí Starosty Pavla', houseNumber: '44', municipality: 'Kladno', zip: '272 01' }
  const person = {
    givenNames: 'Jan Křtitel Maria',
    surname: "O'Neil-Dvořák",
    birthDate: '12. 3. 1985',
    birthNumber: '850312/0010',
    residence,
  }

  it('know a person', () => {
    expect(accept(application, { person }).problems).toEqual([])
    const typed: Data<typeof application> = {
      person: {
        surname: 'X',
        singleName: true,
        birthDate: '1985-03-12',
        birthNumber: '8503120010',
        residence: { abroad: true, country: 'SK', lines: 'Hlavná 1\nKošice' },
      },
    }
    expect(problems(application, typed)).toEqual([])
  })

  it('ask a person for what is missing, and compare the birth number with the date of birth', () => {
    expect(
      accept(application, {
        person: { ...person, givenNames: ' ', birthDate: '13. 3. 1985', residence: { abroad: true } },
      }).problems,
    ).toEqual([
      { path: '/person/givenNames', rule: 'required' },
      { path: '/person/residence/country', rule: 'required' },
      { path: '/person/residence/lines', rule: 'required' },
      { path: '/person/birthNumber', rule: 'bornOn', params: { other: '/person/birthDate' } },
    ])
    expect(
      accept(application, { person: { ...person, birthDate: '1. 1. 2999' } }).problems.map(({ rule }) => rule),
    ).toEqual(['notFuture', 'bornOn'])
  })

  it('know a company and a person in business', () => {
    const acting = [{ givenNames: 'Eva', surname: 'Malá', function: 'jednatelka' }]
    const seat = residence
    expect(
      accept(application, { person, company: { name: 'Stavby s.r.o.', companyId: '45244782', seat, acting } }).problems,
    ).toEqual([])
    expect(
      accept(application, {
        person,
        company: { name: 'GmbH', foreign: true, companyId: 'x', registerNumber: 'HRB 1', seat, acting: [] },
      }).problems,
    ).toEqual([
      { path: '/company/registerCountry', rule: 'required' },
      { path: '/company/acting', rule: 'minItems', params: { limit: 1 } },
    ])
    const { residence: _, birthNumber: __, ...names } = person
    expect(accept(application, { person, business: { ...names, companyId: '00234516', seat } }).problems).toEqual([])
  })

  it('tell the browser what it may fill in, only where people write about themselves', () => {
    const purposes = JSON.stringify(application.layout)
      .match(/"autocomplete":"[a-z0-9-]+"/g)
      ?.map(match => match.slice(16, -1))
    expect(purposes).toEqual([
      'honorific-prefix',
      'given-name',
      'family-name',
      'honorific-suffix',
      'bday',
      'address-level2',
      'postal-code',
      'country',
      'street-address',
    ])
    expect(JSON.stringify(form({ a: f.personFO(name), b: f.contact(), c: f.address() }).layout)).not.toContain(
      'autocomplete',
    )
  })

  it('pay each liability once, by whole hellers', () => {
    const [a, b] = ['5b0c1c54-95a2-4a7a-8a6b-2a1f4a3e9d11', '6b0c1c54-95a2-4a7a-8a6b-2a1f4a3e9d11']
    const basket = form({ items: f.payableItems() })
    const found = (...items: unknown[]) => accept(basket, { items }).problems.map(({ path, rule }) => `${path} ${rule}`)
    expect(found({ liability: a, amount: 1 }, { liability: b, amount: '780,50' })).toEqual([])
    expect(found()).toEqual(['/items minItems'])
    expect(found({ liability: a, amount: 1 }, { liability: a, amount: 2 })).toEqual(['/items/1 unique'])
    expect(found({ liability: 'x', amount: 0 }, { liability: b, amount: 1.5 }, { liability: b })).toEqual([
      '/items/0/liability format',
      '/items/0/amount minimum',
      '/items/1/amount type',
      '/items/2 unique',
      '/items/2/amount required',
    ])
    expect(basket.schema.properties?.['items']?.['x-check']).toBe('payable-items')
  })

  it('take files of the right kind and size, each once', () => {
    const id = '5b0c1c54-95a2-4a7a-8a6b-2a1f4a3e9d11'
    const attached = form({ files: f.files(name, { max: 2, maxSize: 1024 * 1024 }) })
    const found = (...files: unknown[]) => problems(attached, { files }).map(({ path, rule }) => `${path} ${rule}`)
    const plan = { id, name: 'plán.pdf', size: 1000, type: 'application/pdf' }
    expect(found(plan)).toEqual([])
    expect(found(plan, plan)).toEqual(['/files/1 unique'])
    expect(found({ ...plan, size: 1024 * 1024 + 1, type: 'text/html' })).toEqual([
      '/files/0/size maximum',
      '/files/0/type enum',
    ])
  })

  it('offer some answers of several', () => {
    const several = form({ a: f.someOf(name, { x: name, y: name }, { min: 1 }) })
    const data: Data<typeof several> = { a: ['x', 'y'] }
    expect(problems(several, data)).toEqual([])
    expect([['x', 'x'], [], ['z']].map(a => problems(several, { a })[0]?.rule)).toEqual([
      'uniqueItems',
      'minItems',
      'oneOf',
    ])
  })
})

it('pointers and scopes lead there and back', () => {
  expect(keysOf('/a~1b/~0/0')).toEqual(['a/b', '~', '0'])
  expect([under('/a', 'b/c'), parentOf('/a/b'), parentOf('/a'), lastKey('/a/b~1c'), lastKey('')]).toEqual([
    '/a/b~1c',
    '/a',
    '',
    'b/c',
    '',
  ])
  expect([scopeOf('/a/b'), pointerOf('#/properties/a/properties/properties'), pointerOf('#')]).toEqual([
    '#/properties/a/properties/b',
    '/a/properties',
    '',
  ])
  expect([valueAt({ a: [{ b: 1 }] }, '/a/0/b'), valueAt({}, '/toString'), valueAt(null, '/a'), valueAt(5, '')]).toEqual(
    [1, undefined, undefined, 5],
  )
})
