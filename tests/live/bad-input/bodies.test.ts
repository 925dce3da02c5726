import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { basket } from '../../portal.ts'
import { stack } from '../../stack.ts'
import { filing, library, refusals } from './refusals.ts'

const { expectRefused, person, refusal } = refusals()

describe('a body that is no request', () => {
  test.each([
    ['cut off', '{"id": "'],
    ['empty', ''],
    ['two values', '{} {}'],
    ['single quotes', "{'id': 1}"],
    ['NaN', '{"id": NaN}'],
  ])('%s is no JSON', (_, body) =>
    expectRefused('citizen', 'POST', '/api/cases', body, { status: 400, code: 'malformed-json' }),
  )

  test('bytes that are no UTF-8 are no JSON', async () => {
    const response = await fetch(new URL('/api/cases', stack.urls.portal), {
      method: 'POST',
      headers: {
        origin: stack.urls.portal,
        cookie: `portal_session=${person().cookie}`,
        'content-type': 'application/json',
      },
      body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    })
    const body: unknown = await response.json()
    expect([response.status, body]).toEqual([400, expect.objectContaining({ code: 'malformed-json' })])
  })

  test.each([['null'], ['[]'], ['"text"'], ['1'], ['true']])('%s is JSON, but no filing', body =>
    expectRefused('citizen', 'POST', '/api/cases', body, { status: 422, code: 'invalid' }),
  )

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data'],
    ['application/jsonp'],
    [''],
  ])('the content type “%s” is not taken', type =>
    expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      JSON.stringify(filing('_example', library)),
      { status: 415, code: 'not-json' },
      { 'content-type': type },
    ),
  )

  test('a megabyte is too much, and the answer says how much is not', async () => {
    const large = filing('_example', { ...library, reader: 'x'.repeat(1_048_576) })
    const { detail } = await refusal('citizen', 'POST', '/api/cases', large, { status: 413, code: 'too-large' })
    expect(detail).toContain('256 kB')
  })

  test('a draft has a limit of its own', async () => {
    const { detail } = await refusal(
      'citizen',
      'PUT',
      '/api/drafts/large',
      { data: 'x'.repeat(70_000), version: 0 },
      { status: 413, code: 'too-large' },
    )
    expect(detail).toContain('64 kB')
  })

  test('what is not asked for is refused by its place, and so is what is missing', () =>
    expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      { id: 'no-uuid', agenda: 1, state: 'closed' },
      {
        status: 422,
        code: 'invalid',
        problems: [
          ['/data', 'required'],
          ['/id', 'format'],
          ['/agenda', 'type'],
          ['/state', 'false'],
        ],
      },
    ))

  test.each([['__proto__'], ['constructor'], ['prototype']])(
    'a key “%s” is a key like any other: not asked for',
    async key => {
      const [id, inner] = [randomUUID(), JSON.stringify(library).slice(1)]
      await expectRefused(
        'citizen',
        'POST',
        '/api/cases',
        `{"id":"${id}","agenda":"_example","data":{"${key}":{"admin":true},${inner}}`,
        { status: 422, code: 'invalid' },
      )
      await expectRefused(
        'citizen',
        'POST',
        '/api/cases',
        `{"${key}":{"admin":true},"id":"${id}","agenda":"_example","data":{${inner}}`,
        { status: 422, code: 'invalid' },
      )
      await expectRefused('citizen', 'PATCH', '/api/profile', `{"${key}":{"email":"a@b.cz"}}`, {
        status: 422,
        code: 'invalid',
      })
    },
  )

  test.each([
    ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
  ])('%s a hundred thousand deep are refused, not choked on', async (_, deep) => {
    await expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      `{"id":"${randomUUID()}","agenda":"_example","data":${deep}}`,
      {
        status: 422,
        code: 'invalid',
      },
    )
    await expectRefused(
      'citizen',
      'POST',
      '/api/cases',
      `{"id":"${randomUUID()}","agenda":"_example","data":{"reader":${deep},"age":"adult"}}`,
      { status: 422, code: 'invalid' },
    )
  })

  test('ten thousand lines in a basket are refused in one answer of a bearable length', async () => {
    const items = Array.from({ length: 3500 }, () => ({ liability: randomUUID(), amount: 100 }))
    const { problems } = await refusal('citizen', 'POST', '/api/cases', basket(...items), {
      status: 422,
      code: 'invalid',
    })
    expect(problems?.length).toBeLessThanOrEqual(100)
  })
})
