import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import { Refusal } from './errors.ts'
import { fits, judgedBody, judgedParams, judgedQuery } from './judge.ts'

const Body = Type.Object(
  { id: Type.String({ format: 'uuid' }), amount: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
const id = '8f14e45f-ceea-467f-8f4e-000000000001'
const ask = (text: string | Buffer, type: string | undefined = 'application/json') => ({
  headers: { 'content-type': type },
  rawBody: Buffer.from(text),
})

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was taken.')
}

describe('a body', () => {
  test('that fits is taken as it is', () => {
    expect(judgedBody(Body, ask(JSON.stringify({ id, amount: 5 })), 'cs')).toEqual({ id, amount: 5 })
  })

  test.each([
    ['{"id":', 'malformed-json'],
    ['', 'malformed-json'],
    [Buffer.from([0x22, 0xff, 0x22]), 'malformed-json'],
    ['null', 'invalid'],
    ['[]', 'invalid'],
  ] as const)('%j is refused as %s', (text, code) => {
    expect(refusalOf(() => judgedBody(Body, ask(text), 'cs')).code).toBe(code)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx'])('as %s is not JSON', type => {
    expect(refusalOf(() => judgedBody(Body, ask('{}', type), 'cs')).code).toBe('not-json')
  })

  test.each(['application/json; charset=utf-8', 'application/merge-patch+json'])('as %s is', type => {
    expect(judgedBody(Body, ask(JSON.stringify({ id, amount: 5 }), type), 'cs').amount).toBe(5)
  })

  test('every problem is named by place and rule, in the reader’s language', () => {
    const { problems } = refusalOf(() => judgedBody(Body, ask('{"amount":0,"isAdmin":true}'), 'en'))
    expect(problems).toEqual([
      { path: '/id', rule: 'required', message: 'The value is missing.' },
      { path: '/amount', rule: 'minimum', message: 'The number is too small.' },
      { path: '/isAdmin', rule: 'false', message: 'We do not expect such a value.' },
    ])
  })
})

describe('a query', () => {
  const Query = Type.Object({
    year: Type.Optional(Type.Integer()),
    all: Type.Optional(Type.Boolean()),
    kind: Type.Optional(Type.String()),
  })

  test('has its numbers and its yes and no read as such', () => {
    expect(judgedQuery(Query, { year: '2026', all: 'true', kind: '7' }, 'cs')).toEqual({
      year: 2026,
      all: true,
      kind: '7',
    })
  })

  test.each([{ year: 'x' }, { year: '1e3' }, { year: ['1', '2'] }, { all: 'yes' }, { kind: ['a', 'b'] }])(
    '%j is refused',
    query => {
      expect(refusalOf(() => judgedQuery(Query, query, 'cs')).code).toBe('invalid')
    },
  )
})

test('a parameter that can be nobody’s id leads nowhere', () => {
  const schemas = { id: Type.String({ format: 'uuid' }) }
  expect(() => judgedParams(schemas, { id })).not.toThrow()
  for (const wrong of ['1', "' or 1=1", '..', `${id}0`])
    expect(refusalOf(() => judgedParams(schemas, { id: wrong })).code).toBe('not-yours')
  expect(refusalOf(() => judgedParams({}, { key: 'a\0b' })).code).toBe('not-yours')
  expect(refusalOf(() => judgedParams({}, { key: 'x'.repeat(201) })).code).toBe('not-yours')
})

test('what is not there fits nothing', () => {
  expect(fits(Type.Unknown(), undefined)).toBe(false)
  expect(fits(Type.Object({}), undefined)).toBe(false)
})
