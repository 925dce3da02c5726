import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { Refusal, errors, problemDetails } from './errors.ts'
import type { Code } from './errors.ts'

const codes = Object.keys(errors) as Code[]
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).sort((a, b) => a.localeCompare(b))

test('every room of the table is in it, and no code is in two', async () => {
  const rooms = (await readdir(new URL('errors', import.meta.url))).filter(file => file !== 'entry.ts')
  const tables = await Promise.all(
    rooms.map(async file => Object.values((await import(`./errors/${file}`)) as Record<string, object>)),
  )
  expect(tables.flat().flatMap(Object.keys).toSorted()).toEqual(codes.toSorted())
})

describe.each(codes)('%s', code => {
  const { status, title, detail } = errors[code]

  test('has whole sentences in both languages, saying the same', () => {
    for (const language of ['cs', 'en'] as const) {
      expect(title[language]).toMatch(/^\p{Lu}[^.]+$/u)
      expect(detail[language]).toMatch(/^\p{Lu}.{15,}\.$/su)
    }
    expect(placeholders(detail.cs)).toEqual(placeholders(detail.en))
    expect(title.cs).not.toBe(title.en)
  })

  test('is Czech in Czech and English in English', () => {
    expect(`${title.cs} ${detail.cs}`).toMatch(/[ěščřžýáíéúůňťď]/)
    expect(`${title.en} ${detail.en}`.replaceAll('eObčanka', '')).not.toMatch(/[ěščřžýáíéúůňťď]/)
  })

  test('is answered as a problem of RFC 9457, with nothing left to fill in', () => {
    const values = Object.fromEntries(placeholders(detail.cs).map(name => [name, 7]))
    const problem = problemDetails(new Refusal(code, { values }), 'cs', 'r-1', 'https://portal.example')
    expect(problem).toMatchObject({
      type: `https://portal.example/api/docs#${code}`,
      code,
      status,
      title: title.cs,
      requestId: 'r-1',
    })
    expect(problem.status).toBeGreaterThanOrEqual(400)
    expect(problem.detail).not.toMatch(/[{}]/)
  })
})

test('a fault of ours carries the number of the request for the help desk', () => {
  expect(problemDetails(new Refusal('unexpected'), 'en', 'r-42', '').detail).toContain('r-42')
})

test('the way on and the fields to correct are passed on', () => {
  const problems = [{ path: '/email', rule: 'email', message: 'No.' }]
  const problem = problemDetails(new Refusal('invalid', { problems, next: '/cs' }), 'cs', 'r', '')
  expect(problem).toMatchObject({ problems, next: '/cs' })
  expect(problemDetails(new Refusal('invalid'), 'cs', 'r', '')).not.toHaveProperty('next')
})
