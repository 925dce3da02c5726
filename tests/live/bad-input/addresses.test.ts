import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ProblemDetails } from '../../../api/contract.ts'
import { refusals } from './refusals.ts'

const { as, expectRefused, refusal } = refusals()

describe('an address that leads nowhere', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/cases/1/2/3'],
    ['POST', '/api/'],
  ])('%s %s', async (method, path) => {
    const { status, body } = await as('citizen').send<ProblemDetails>(method, path)
    expect([status, body.code]).toEqual([404, 'unknown-page'])
  })

  test.each([
    ['not-a-uuid'],
    ['%00'],
    ['..%2f..%2fetc%2fpasswd'],
    ["' or 1=1 --"],
    ['%F0%9F%92%B0'],
    ['x'.repeat(4000)],
    [randomUUID()],
  ])('the case %s', id =>
    expectRefused('citizen', 'GET', `/api/cases/${id}`, undefined, { status: 404, code: 'not-yours' }),
  )

  test.each([['%E0%A4%A'], ['%ff']])('%s is no text at all', async id => {
    const { status } = await as('citizen').get(`/api/cases/${id}`)
    expect([400, 404]).toContain(status)
  })

  test.each([
    ['PUT', '/api/cases'],
    ['DELETE', '/api/liabilities'],
    ['PATCH', '/api/session'],
  ])('%s is not for %s, and the answer says what is', async (method, path) => {
    const { status, body, headers } = await as('citizen').send<ProblemDetails>(method, path, {})
    expect([status, body.code]).toEqual([405, 'method-not-allowed'])
    expect(headers.get('allow')).toMatch(/GET|POST/)
  })

  test.each([
    ['/api/liabilities?year=abc', '/year'],
    ['/api/liabilities?year=1e30', '/year'],
    ['/api/liabilities?year=2026&year=2025', '/year'],
    ['/api/liabilities?kind=__proto__', '/kind'],
    ['/api/liabilities?owner=42', '/owner'],
  ])('%s asks for what there is not', async (path, place) => {
    const { problems } = await refusal('citizen', 'GET', path, undefined, { status: 422, code: 'invalid' })
    expect(problems?.map(problem => problem.path)).toContain(place)
  })
})
