import { expect, test } from 'vitest'
import type { SignedOut } from '../../../api/contract.ts'
import { visit, walkThroughLogin, type Jar } from '../../../dev/identity/walk.ts'
import { databaseForTests } from '../../database.ts'
import { answerTo, stepOf } from '../../deciding.ts'
import { caseOf, holding, stranger } from '../../portal.ts'
import { clerk, resident } from '../../residents.ts'
import { stack } from '../../stack.ts'
import { file, library } from './things.ts'
import type { Visitor } from '../../visitor.ts'

const db = databaseForTests(2)

test('signing out ends the session of the one who asks and no other', async () => {
  const one = await resident(db())
  const others = [await resident(db()), await clerk(db(), 'registry')]
  const { status, headers } = await holding(one.cookie).post('/api/auth/logout', undefined)
  expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/^portal_session=; .*Max-Age=0/)])
  for (const [at, path] of ['/api/profile', '/api/inbox'].entries())
    expect((await holding(others[at]?.cookie ?? '').get(path)).status, path).toBe(200)
})

test('signing out ends it at the identity provider too: the next sign-in asks who one is', async () => {
  const [who, jar]: [Visitor, Jar] = [stranger(), new Map()]
  const begin = async () => (await who.get('/api/auth/login')).headers.get('location') ?? ''
  await who.get(await walkThroughLogin(await begin(), { means: 'bankid', person: 'sarka-durickova' }, jar))
  const { body } = await who.post<SignedOut>('/api/auth/logout', undefined)
  const left = await visit(body.next, jar)
  expect([left.status, left.headers.get('location')]).toEqual([302, `${stack.urls.portal}/`])
  const again = await visit(await begin(), jar)
  expect(again.headers.get('location')).toMatch(/\/login\//)
})

test('an official who has left the town hall decides nothing more, even with an open session', async () => {
  const citizen = holding((await resident(db())).cookie)
  const atClerk = await file(citizen, '_example', library)
  const left = await clerk(db(), 'registry')
  const who = holding(left.cookie)
  expect((await who.get(`/api/cases/${atClerk.id}`)).status).toBe(200)
  await db().updateTable('official').set({ active: false }).where('id', '=', left.id).execute()
  const decision = await who.post(`/api/cases/${atClerk.id}/messages`, answerTo(stepOf(atClerk), { verdict: 'grant' }))
  expect([decision.status, (await caseOf(citizen, atClerk.id)).state]).toEqual([401, 'open'])
})
