import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Liabilities, ProblemDetails, SessionInfo } from '../../../api/contract.ts'
import { walkThroughLogin } from '../../../dev/identity/walk.ts'
import { databaseForTests } from '../../database.ts'
import { basket, holding, stranger } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { fingerprints } from '../../rows.ts'
import { stack } from '../../stack.ts'
import { library } from './things.ts'

const db = databaseForTests(2)

describe('a sign-in that is too weak', () => {
  test('sees debts but does not pay them; the answer leads to a stronger sign-in and back to the page', async () => {
    const weak = await resident(db(), { owes: [10_000], assurance: 'low' })
    const who = holding(weak.cookie)
    expect((await who.get<Liabilities>('/api/liabilities')).body.liabilities).toHaveLength(1)
    const before = await fingerprints(db())
    const message = basket({ liability: weak.owes[0] ?? '', amount: 10_000 })
    const refused = await who.post<ProblemDetails>('/api/cases', message, {
      referer: `${stack.urls.portal}/cs/basket?a=1`,
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'level-too-low'])
    expect(await fingerprints(db())).toEqual(before)
    const next = new URL(refused.body.next ?? '', stack.urls.portal)
    expect([next.pathname, Object.fromEntries(next.searchParams)]).toEqual([
      '/api/auth/login',
      { assurance: 'substantial', return: '/cs/basket?a=1' },
    ])
    // where it does not matter the same session is good enough
    expect((await who.post('/api/cases', { id: randomUUID(), agenda: '_example', data: library })).status).toBeLessThan(
      203,
    )
  })

  test('stepping up goes on where one stopped, as the same account', async () => {
    const who = await stranger().signIn({ means: 'mojeid-password', person: 'monika-stastna' })
    const before = (await who.get<SessionInfo>('/api/session')).body.user
    const { owes } = await resident(db(), { owes: [120_000] })
    const item = { liability: owes[0] ?? '', amount: 5000 }
    const refused = await who.post<ProblemDetails>('/api/cases', basket(item), {
      referer: `${stack.urls.portal}/en/basket`,
    })
    expect(refused.body.code).toBe('level-too-low')
    const begun = await who.get(refused.body.next ?? '')
    const done = await who.get(
      await walkThroughLogin(begun.headers.get('location') ?? '', { means: 'mojeid', person: 'monika-stastna' }),
    )
    expect(done.headers.get('location')).toBe('/en/basket')
    const after = (await who.get<SessionInfo>('/api/session')).body.user
    expect(after).toMatchObject({ id: before?.id, assurance: 'substantial' })
    // now the basket itself is judged: the debt is somebody else's
    expect((await who.post('/api/cases', basket(item))).status).toBe(422)
  })
})
