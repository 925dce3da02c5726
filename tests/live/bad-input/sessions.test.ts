import { expect, test } from 'vitest'
import type { CaseView, Draft, ProblemDetails } from '../../../api/contract.ts'
import { holding } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { filing, refusals } from './refusals.ts'

const { db, looksRefused } = refusals()

test('a session that ends in the middle of a form loses nothing: what was typed is there after signing in again', async () => {
  const payer = await resident(db(), { owes: [20_000] })
  const who = holding(payer.cookie)
  const data = { items: [{ liability: payer.owes[0], amount: 12_300 }], email: 'nekdo@posta.example' }
  expect((await who.send('PUT', '/api/drafts/basket', { data, version: 0 })).status).toBe(200)
  const expiresAt = new Date(Date.now() - 1000)
  await db().updateTable('session').set({ expiresAt }).where('personId', '=', payer.id).execute()

  const message = filing('fee-payment', data)
  const late = await who.post<ProblemDetails>('/api/cases', message)
  looksRefused('POST', '/api/cases', late, { status: 401, code: 'session-expired' })
  expect(late.body.detail).toContain('Rozepsané údaje zůstaly uložené')
  expect((await who.send('PUT', '/api/drafts/basket', { data: {}, version: 1 })).status).toBe(401)

  await db()
    .updateTable('session')
    .set({ expiresAt: new Date(Date.now() + 60_000) })
    .where('personId', '=', payer.id)
    .execute()
  expect((await who.get<Draft>('/api/drafts/basket')).body).toMatchObject({ data, version: 1 })
  // the page sends the very message again: its id has filed nothing before
  const { status } = await who.post<CaseView>('/api/cases', message)
  expect([201, 202]).toContain(status)
})
