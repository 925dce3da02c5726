import { describe, expect, it } from 'vitest'
import * as f from './fields.ts'
import { form } from './form.ts'
import { strip, visible } from './hidden.ts'
import { problems } from './judge.ts'
import { control, group, hideWhen, type Layout, page, pages, row, showWhen } from './layout.ts'

const name = { cs: 'Pole', en: 'Field' }
const company = form({
  kind: f.oneOf(name, { person: name, company: name }),
  company: f.when(
    'kind',
    'company',
    f.section(name, { companyId: f.companyId(), vat: f.tick(name), taxId: f.when('vat', true, f.taxId()) }),
  ),
  reason: f.when('company/vat', true, f.text(name)),
  note: f.optional(f.text(name)),
})

describe('hidden fields', () => {
  it('are absent from data, from rules and from validation', () => {
    const data = { kind: 'person', company: { companyId: 'nesmysl', vat: true }, reason: 'x' }
    expect(strip(company, data)).toEqual({ kind: 'person' })
    expect(problems(company, data)).toEqual([])
  })

  it('must be filled when they are shown', () => {
    expect(problems(company, { kind: 'company' })).toEqual([{ path: '/company', rule: 'required' }])
    expect(problems(company, { kind: 'company', company: { companyId: '00234516', vat: true } })).toEqual([
      { path: '/company/taxId', rule: 'required' },
      { path: '/reason', rule: 'required' },
    ])
  })

  it('carry on: what a hidden field holds shows nothing', () => {
    const shown = visible(company, { kind: 'person', company: { vat: true } })
    expect(['/kind', '/company', '/company/taxId', '/reason', '/note'].map(shown)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })

  it('leave the data untouched when nothing is hidden', () => {
    const data = { kind: 'company', company: { vat: true } }
    expect(strip(company, data)).toBe(data)
    expect(data).toEqual({ kind: 'company', company: { vat: true } })
  })

  it('take the object with them when all its fields are hidden, also those without a control', () => {
    const definition = form({ abroad: f.tick(name), home: f.unless('abroad', true, f.address()) })
    expect(strip(definition, { abroad: true, home: { ruianCode: 1, houseNumber: '1' } })).toEqual({ abroad: true })
    const byField = form({
      a: f.tick(name),
      o: f.section(name, { b: f.when('/a', true, f.text(name)), c: f.when('/a', true, f.text(name)) }),
    })
    expect(problems(byField, {})).toEqual([])
    expect(problems(byField, { a: true, o: {} }).map(({ path }) => path)).toEqual(['/o/b', '/o/c'])
  })

  it('show nothing by what a hidden object holds without a control', () => {
    const definition = form({
      away: f.tick(name),
      home: f.unless('away', true, f.address()),
      known: f.when('home/ruianCode', 1, f.text(name)),
    })
    const shown = (away: boolean) => visible(definition, { away, home: { ruianCode: 1 } })('/known')
    expect([shown(false), shown(true)]).toEqual([true, false])
  })

  it('do not count in rules over several fields', () => {
    const definition = form(
      { once: f.tick(name), from: f.day(name), to: f.unless('once', true, f.day(name)) },
      { rules: [{ rule: 'notBefore', path: '/to', other: '/from' }] },
    )
    const data = { from: '2026-03-05', to: '2026-03-04' }
    expect(problems(definition, data).map(({ rule }) => rule)).toEqual(['notBefore'])
    expect(problems(definition, { ...data, once: true })).toEqual([])
  })

  it('are shown by one control of several', () => {
    const layout: Layout = pages(
      page(name, 'a', showWhen('a', 'x', 'b')),
      page(name, hideWhen('a', ['x', 'y'], row('b', 'c'))),
    )
    const definition = form({ a: f.text(name), b: f.optional(f.text(name)), c: f.optional(f.text(name)) }, { layout })
    const shown = (a: string) => ['/b', '/c'].map(visible(definition, { a }))
    expect([shown('x'), shown('y'), shown('z')]).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ])
  })

  it('follow every kind of condition JSON Forms has', () => {
    const text = { type: 'string' as const, 'x-title': name }
    const schema = { type: 'object' as const, properties: { a: text, b: text, c: text } }
    const shownWith = (
      condition: NonNullable<Layout['rule']>['condition'],
      data: unknown,
      effect: 'SHOW' | 'HIDE' = 'SHOW',
    ) =>
      visible({ schema, layout: group(name, 'a', 'b', { ...control('c'), rule: { effect, condition } }) }, data)('/c')
    const isX = { type: 'LEAF' as const, scope: '#/properties/a', expectedValue: 'x' }
    const isY = { scope: '#/properties/b', schema: { const: 'y' } }
    expect([shownWith(isX, { a: 'x' }), shownWith(isX, {}), shownWith(isX, {}, 'HIDE')]).toEqual([true, false, true])
    expect(shownWith({ type: 'AND', conditions: [isX, isY] }, { a: 'x' })).toBe(false)
    expect(shownWith({ type: 'OR', conditions: [isX, isY] }, { b: 'y' })).toBe(true)
    const notX = { scope: '#/properties/a', schema: { not: { const: 'x' } } }
    expect([shownWith(notX, {}), shownWith({ ...notX, failWhenUndefined: true }, {})]).toEqual([true, false])
  })

  it('end in a circle without hanging', () => {
    const definition = form({ a: f.when('b', 'x', f.text(name)), b: f.when('a', 'x', f.text(name)) })
    expect(strip(definition, {})).toEqual({})
    expect(problems(definition, { a: 'y', b: 'y' })).toEqual([])
  })

  it('are judged item by item in a list', () => {
    const definition = form({
      list: f.list(name, f.section(name, { other: f.tick(name), what: f.when('other', true, f.text(name)) })),
    })
    const data = { list: [{ other: true, what: 'x' }, { what: 'y' }, { other: true }] }
    expect(strip(definition, data)).toEqual({ list: [{ other: true, what: 'x' }, {}, { other: true }] })
    expect(problems(definition, data)).toEqual([{ path: '/list/2/what', rule: 'required' }])
  })
})
