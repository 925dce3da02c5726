import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CaseView, Draft, ProblemDetails } from '../../../api/contract.ts'
import { holding } from '../../portal.ts'
import { clerk } from '../../residents.ts'
import { filing, library, refusals } from './refusals.ts'

const { as, db, holds } = refusals()

describe('characters', () => {
  test('NUL and halves of characters in an answer are dropped before it is judged and stored', async () => {
    const who = as('citizen')
    const raw = `{"id":"${randomUUID()}","agenda":"_example","data":{"reader":"Eva\\u0000 Nov\\ud800áková","age":"adult"}}`
    const { body, status } = await who.post<CaseView>('/api/cases', raw)
    expect([201, 202], JSON.stringify(body)).toContain(status)
    expect(body.submissions[0]?.data).toMatchObject({ reader: 'Eva Nováková' })
  })

  test('letters typed in pieces are stored whole (Unicode NFC), however they came', async () => {
    const who = as('citizen')
    const { body } = await who.post<CaseView>(
      '/api/cases',
      filing('_example', { ...library, reader: 'Žofie Ďuríčková'.normalize('NFD') }),
    )
    expect(body.submissions[0]?.data).toMatchObject({ reader: 'Žofie Ďuríčková'.normalize('NFC') })
  })

  test.each([
    ['NUL', '"a\\u0000b"'],
    ['half a character', '"\\ud800"'],
    ['NUL in a key', '{"a\\u0000b":1}'],
    ['great depth', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('a draft with %s is kept or refused, never a fault of ours', async (_, data) => {
    const answer = await as('citizen').send<ProblemDetails | Draft>(
      'PUT',
      `/api/drafts/odd-${randomUUID()}`,
      `{"data":${data},"version":0}`,
    )
    expect([200, 422], JSON.stringify(answer.body)).toContain(answer.status)
    holds('PUT', '/api/drafts/odd', answer)
  })

  test.each([
    ['PATCH', '/api/profile', { email: 'a\u0000@b.cz' }, 'citizen', [200]],
    ['PATCH', '/api/profile', { phone: '\u0000' }, 'citizen', [200, 422]],
    ['GET', '/api/drafts/%00', undefined, 'citizen', [404]],
    ['GET', '/api/inbox?after=2026-01-01 00:00:00%2B00|%00', undefined, 'official', [200, 422]],
    ['GET', '/api/inbox?after=%00', undefined, 'official', [200, 422]],
    ['GET', '/api/tasks/%00', undefined, 'official', [404]],
    ['GET', '/api/guides/%00', undefined, 'stranger', [404]],
    ['GET', '/api/agendas/%00', undefined, 'stranger', [404]],
    ['GET', '/api/auth/login?return=%00', undefined, 'stranger', [302]],
    ['GET', '/api/auth/callback?state=%00&code=%00', undefined, 'stranger', [302]],
    ['GET', '/api/auth/callback?state=a&state=b', undefined, 'stranger', [302, 422]],
  ] as const)('NUL at %s %s is not our fault', async (method, path, body, who, statuses) => {
    const { status, body: told } = await as(who).send(method, path, body)
    expect(statuses, JSON.stringify(told)).toContain(status)
  })

  test('NUL in a clerk’s search', async () => {
    const cashier = holding((await clerk(db(), 'finance')).cookie)
    for (const query of ['ab%00c', '%25%25', '__', '\\\\', "'; drop table subject; --"]) {
      const { status, body } = await cashier.get(`/api/subjects?query=${query}`)
      expect([200, 422], JSON.stringify(body)).toContain(status)
    }
  })
})
