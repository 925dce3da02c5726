import { expect, test } from 'vitest'
import type { CaseView } from '../../../api/contract.ts'
import { answer, officer, stepOf } from '../../deciding.ts'
import { ended } from '../../paying.ts'
import { basket, holding, stranger } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { fileLibrary, refusals } from './refusals.ts'
import type { Visitor } from '../../visitor.ts'

const { as, db, holds, person } = refusals([78_000, 50_000])

test('what is answered with success is as described, too', async () => {
  const [citizen, official] = [as('citizen'), as('official')]
  const cashier = await officer(db(), 'finance')
  const [atClerk, toDecide] = [await fileLibrary(citizen), await fileLibrary(citizen)]
  await answer(official, toDecide.id, stepOf(toDecide), { verdict: 'grant' })
  const decided = await ended(citizen, toDecide.id)
  const [owed, settled = ''] = person().owes
  await db().updateTable('liability').set({ state: 'settled', paid: 50_000 }).where('id', '=', settled).execute()
  const task = encodeURIComponent(`${atClerk.id}:${stepOf(atClerk)}`)
  const payer = await resident(db(), { owes: [20_000] })
  const { body: payment } = await holding(payer.cookie).post<CaseView>(
    '/api/cases',
    basket({ liability: payer.owes[0] ?? '', amount: 2000 }),
  )
  const asked: [Visitor, string][] = [
    ...[
      '/api/catalogue',
      '/api/guides/fee-payment',
      '/api/contacts',
      '/api/agendas/fee-payment',
      '/api/session',
      '/health/live',
      '/health/ready',
      '/api/openapi.json',
      '/api/docs',
      '/api/docs.css',
    ].map((path): [Visitor, string] => [stranger(), path]),
    ...[
      '/api/session',
      '/api/profile',
      '/api/liabilities',
      `/api/liabilities/${owed}`,
      `/api/liabilities/${settled}`,
      `/api/liabilities/${owed}/qr.svg`,
      '/api/cases',
      `/api/cases/${atClerk.id}`,
      `/api/cases/${decided.id}`,
      '/api/documents',
      '/api/drafts/none',
    ].map((path): [Visitor, string] => [citizen, path]),
    ...['/api/session', '/api/inbox', `/api/tasks/${task}`, `/api/cases/${atClerk.id}`].map(
      (path): [Visitor, string] => [official, path],
    ),
    [cashier, '/api/subjects?query=Nov'],
    [holding(payer.cookie), `/api/cases/${payment.id}`],
  ]
  for (const [who, path] of asked) {
    const told = await who.get(path)
    expect([200, 204], path).toContain(told.status)
    holds('GET', path, told)
  }
  const extended = await citizen.post('/api/session/extend', undefined)
  holds('POST', '/api/session/extend', extended)
  const returned = await holding(payer.cookie).post(`/api/cases/${payment.id}/return`, undefined)
  holds('POST', `/api/cases/${payment.id}/return`, returned)
})
