import { describe, expect, it } from 'vitest'
import { addDays } from '../city/calendar.ts'
import { check } from './check.ts'
import { birthday, today } from './day.ts'
import * as f from './fields.ts'
import { type Data, form } from './form.ts'
import { accept, problems } from './judge.ts'
import { crossProblems } from './rules.ts'
import type { CrossRule, Schema } from './schema.ts'

const name = { cs: 'Pole', en: 'Field' }
const trip = form(
  {
    from: f.day(name),
    to: f.day(name),
    people: f.optional(f.count(name, { max: 5 })),
    note: f.optional(f.text(name, { max: 3 })),
  },
  {
    rules: [
      { rule: 'notBefore', path: '/to', other: '/from' },
      { rule: 'alone', words: name, broken: data => (data.people === 1 && data.note === undefined ? ['/note'] : []) },
    ],
  },
)

describe('the judge', () => {
  it('has no problem with right data', () =>
    expect(problems(trip, { from: '2026-03-04', to: '2026-03-05', people: 2 })).toEqual([]))

  it('tells what is missing and what must not be there at its own place', () => {
    expect(problems(trip, { from: '2026-03-04', 'a/b~c': 1 })).toEqual([
      { path: '/to', rule: 'required' },
      { path: '/a~1b~0c', rule: 'additionalProperties' },
    ])
  })

  it('tells one problem a place, with its parameters', () => {
    expect(problems(trip, { from: '2026-02-30', to: 'zítra', people: 6, note: 'dlouhé' })).toEqual([
      { path: '/from', rule: 'format', params: { format: 'date', fault: 'check' } },
      { path: '/to', rule: 'format', params: { format: 'date', fault: 'shape' } },
      { path: '/people', rule: 'maximum', params: { limit: 5 } },
      { path: '/note', rule: 'maxLength', params: { limit: 3 } },
    ])
  })

  it('tells problems in the order in which the form asks', () => {
    const definition = form({
      a: f.section(name, { x: f.text(name), y: f.text(name) }),
      b: f.list(name, f.section(name, { z: f.text(name) })),
      c: f.text(name),
    })
    const found = problems(definition, { more: 1, b: [{ z: 'a' }, {}, { z: '' }], a: { y: '' } })
    expect(found.map(({ path }) => path)).toEqual(['/a/x', '/a/y', '/b/1/z', '/b/2/z', '/c', '/more'])
  })

  it('runs rules that are functions only when all else is right', () => {
    expect(problems(trip, { from: '2026-03-04', to: '2026-03-05', people: 1 })).toEqual([
      { path: '/note', rule: 'alone' },
    ])
    expect(problems(trip, { from: '2026-03-06', to: '2026-03-05', people: 1 }).map(({ rule }) => rule)).toEqual([
      'notBefore',
    ])
  })

  it.each([
    { data: undefined },
    { data: null },
    { data: 5 },
    { data: [] },
    { data: 'x' },
    { data: 10n },
    { data: () => 1 },
  ])('refuses $data for a form', ({ data }) => {
    expect(problems(trip, data)).toEqual([{ path: '', rule: 'type', params: { type: 'object' } }])
  })

  it('does not count properties of Object as answers', () => {
    const definition = form({ toString: f.text(name), constructor: f.optional(f.text(name)) })
    expect(problems(definition, {})).toEqual([{ path: '/toString', rule: 'required' }])
    expect(problems(definition, JSON.parse('{"toString":"a","__proto__":1}'))).toEqual([
      { path: '/__proto__', rule: 'additionalProperties' },
    ])
  })

  it('outlives hostile data: great depth, halves of characters, numbers JSON does not know', () => {
    let deep: unknown = 1
    for (let at = 0; at < 100_000; at++) deep = [deep]
    expect(accept(trip, { from: '2026-03-04', to: '2026-03-05', note: deep }).problems.map(({ path }) => path)).toEqual(
      ['/note'],
    )
    expect(
      problems(trip, { from: '2026-03-04', to: '2026-03-05', people: NaN, '\ud800': 1 }).map(({ path }) => path),
    ).toEqual(['/people', '/\ufffd'])
  })

  it('reads a list that is too long only as far as needed, and leaves the data as they are', () => {
    const definition = form({
      list: f.list(name, f.section(name, { a: f.text(name), b: f.when('a', 'x', f.text(name)) }), { max: 2 }),
    })
    const list = Array.from({ length: 100_000 }, () => ({ a: 'x' }))
    const found = accept(definition, { list }).problems
    expect(found.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      '/list maxItems',
      '/list/0/b required',
      '/list/1/b required',
      '/list/2/b required',
    ])
    expect(list).toHaveLength(100_000)
  })

  it('judges the same after a journey through JSON, but for the functions', () => {
    const travelled = JSON.parse(JSON.stringify({ schema: trip.schema, layout: trip.layout })) as Pick<
      typeof trip,
      'schema' | 'layout'
    >
    expect(travelled).toEqual({ schema: trip.schema, layout: trip.layout })
    const wrong = { from: '2026-03-06', to: '2026-03-05', people: 'x' }
    expect(problems(travelled, wrong)).toEqual(problems(trip, wrong))
  })

  it('knows the data by their types', () => {
    const data: Data<typeof trip> = { from: '2026-03-04', to: '2026-03-05' }
    // @ts-expect-error: a day is text
    const wrong: Data<typeof trip> = { from: 4, to: '2026-03-05' }
    // @ts-expect-error: a day is missing
    const short: Data<typeof trip> = { from: '2026-03-04' }
    expect([data, wrong, short].map(one => problems(trip, one).length)).toEqual([0, 1, 1])
  })

  it('accepts what people type', () => {
    expect(accept(trip, { from: ' 4. 3. 2026', to: '2026-03-05', people: '2', note: '' })).toEqual({
      data: { from: '2026-03-04', to: '2026-03-05', people: 2 },
      problems: [],
    })
  })
})

describe('check', () => {
  const flaws = (schema: Schema | boolean, data: unknown) =>
    check(schema, data).map(({ path, keyword, params }) => ({ path, keyword, params }))

  it('is not misled by properties that are called as keywords', () => {
    const schema: Schema = {
      type: 'object',
      properties: {
        oneOf: { type: 'string', minLength: 2 },
        not: { type: 'object', properties: { anyOf: { const: 1 } } },
      },
    }
    expect(flaws(schema, { oneOf: 'a', not: { anyOf: 2 } })).toEqual([
      { path: '/oneOf', keyword: 'minLength', params: { limit: 2 } },
      { path: '/not/anyOf', keyword: 'const', params: { allowedValue: 1 } },
    ])
  })

  it('leaves out what the alternatives say one by one', () => {
    const either: Schema = { anyOf: [{ const: 1 }, { type: 'string', minLength: 2 }] }
    expect(flaws(either, 'a')).toEqual([{ path: '', keyword: 'anyOf', params: {} }])
    expect(flaws({ type: 'object', properties: { a: either } }, { a: 'b' })).toEqual([
      { path: '/a', keyword: 'anyOf', params: {} },
    ])
    expect(flaws({ allOf: [{ minLength: 2 }, either] }, 'a').map(({ keyword }) => keyword)).toEqual([
      'minLength',
      'anyOf',
    ])
  })

  it('tells a forbidden value from an unknown one', () => {
    expect(flaws(false, 1)).toEqual([{ path: '', keyword: 'false schema', params: {} }])
    expect(
      flaws({ properties: { a: false as unknown as Schema }, additionalProperties: false }, { a: 1, b: 2 }),
    ).toEqual([
      { path: '/a', keyword: 'false schema', params: {} },
      { path: '', keyword: 'additionalProperties', params: { additionalProperty: 'b' } },
    ])
  })

  it('does not write into the schema, and takes a frozen one', () => {
    const schema = Object.freeze({
      type: 'object',
      properties: Object.freeze({ a: Object.freeze({ type: 'string', 'x-title': { id: 'not a schema' } }) }),
    })
    expect(flaws(schema as unknown as Schema, { a: 1 })).toHaveLength(1)
    expect(Object.getOwnPropertyNames(schema)).toEqual(['type', 'properties'])
  })
})

describe('rules over several fields', () => {
  const judged = (rule: CrossRule, data: unknown) =>
    crossProblems({ type: 'object', 'x-rules': [rule] }, data).map(({ path, params }) => ({ path, ...params }))

  it('notBefore', () => {
    const rule: CrossRule = { rule: 'notBefore', path: '/to', other: '/from' }
    expect(judged(rule, { from: '2026-03-05', to: '2026-03-04' })).toEqual([
      { path: '/to', other: '/from', limit: '2026-03-05' },
    ])
    for (const data of [
      { from: '2026-03-05', to: '2026-03-05' },
      { from: '2026-03-05' },
      { to: '2026-03-05' },
      { from: 'x', to: 'a' },
    ])
      expect(judged(rule, data)).toEqual([])
  })

  it('notFuture and notPast', () => {
    expect(judged({ rule: 'notFuture', path: '/a' }, { a: '9999-01-01' })).toHaveLength(1)
    expect(judged({ rule: 'notFuture', path: '/a' }, { a: '1999-01-01' })).toEqual([])
    expect(judged({ rule: 'notPast', path: '/a' }, { a: '1999-01-01' })).toHaveLength(1)
    expect(judged({ rule: 'notPast', path: '/a' }, { a: '9999-01-01' })).toEqual([])
  })

  it('ageAtLeast: on the birthday one is of age, born on 29 February on the 28th of other years', () => {
    const rule: CrossRule = { rule: 'ageAtLeast', path: '/a', years: 18 }
    const now = today()
    const born = (days: number) => addDays(`${Number(now.slice(0, 4)) - 18}${now.slice(4)}`, days)
    expect(judged(rule, { a: born(0) })).toEqual([])
    expect(judged(rule, { a: born(1) })).toEqual([{ path: '/a', limit: 18 }])
    expect(judged(rule, { a: '' })).toEqual([])
    expect([birthday('2008-02-29', 18), birthday('2008-02-29', 20)]).toEqual(['2026-02-28', '2028-02-29'])
  })

  it('daysAtMost', () => {
    const rule: CrossRule = { rule: 'daysAtMost', path: '/to', other: '/from', days: 3 }
    expect(judged(rule, { from: '2028-02-28', to: '2028-03-01' })).toEqual([])
    expect(judged(rule, { from: '2028-02-28', to: '2028-03-02' })).toEqual([{ path: '/to', other: '/from', limit: 3 }])
  })

  it('sumAtMost, of a number or of another field', () => {
    const data = { list: [{ n: 3 }, { n: 4 }, {}, { n: 'x' }], most: 6, plain: [3, 4] }
    expect(judged({ rule: 'sumAtMost', path: '/list', key: 'n', limit: 6 }, data)).toEqual([
      { path: '/list', limit: 6, sum: 7, key: 'n' },
    ])
    expect(judged({ rule: 'sumAtMost', path: '/list', key: 'n', limit: '/most' }, data)).toHaveLength(1)
    expect(judged({ rule: 'sumAtMost', path: '/list', key: 'n', limit: 7 }, data)).toEqual([])
    expect(judged({ rule: 'sumAtMost', path: '/plain', limit: 6 }, data)).toHaveLength(1)
    expect(judged({ rule: 'sumAtMost', path: '/nothing', limit: 6 }, data)).toEqual([])
  })

  it('unique', () => {
    const data = { list: [{ k: 1 }, { k: 2 }, { k: 1 }, {}, {}, { k: 1 }] }
    expect(judged({ rule: 'unique', path: '/list', key: 'k' }, data)).toEqual([
      { path: '/list/2', key: 'k' },
      { path: '/list/5', key: 'k' },
    ])
  })

  it('oneOfFilled', () => {
    const rule: CrossRule = { rule: 'oneOfFilled', path: '/a', paths: ['/a', '/b/c'] }
    expect(judged(rule, { a: '', b: {} })).toEqual([{ path: '/a', others: ['/a', '/b/c'] }])
    expect(judged(rule, { b: { c: 0 } })).toEqual([])
  })

  it('bornOn', () => {
    const rule: CrossRule = { rule: 'bornOn', path: '/n', other: '/d' }
    expect(judged(rule, { n: '8503120010', d: '1985-03-12' })).toEqual([])
    expect(judged(rule, { n: '8503120010', d: '1985-03-13' })).toEqual([{ path: '/n', other: '/d' }])
    expect(judged(rule, { n: '7008010147', d: '1985-03-13' })).toEqual([])
  })

  it('hold inside objects and the items of lists, with paths from there', () => {
    const span = f.section(
      name,
      { from: f.day(name), to: f.day(name) },
      { rules: [{ rule: 'notBefore', path: '/to', other: '/from' }] },
    )
    const definition = form({ one: span, many: f.list(name, span) })
    const wrong = { from: '2026-03-05', to: '2026-03-04' }
    const right = { from: '2026-03-04', to: '2026-03-05' }
    expect(problems(definition, { one: wrong, many: [right, wrong] })).toEqual([
      { path: '/one/to', rule: 'notBefore', params: { other: '/one/from', limit: '2026-03-05' } },
      { path: '/many/1/to', rule: 'notBefore', params: { other: '/many/1/from', limit: '2026-03-05' } },
    ])
  })
})
