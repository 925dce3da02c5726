import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CaseView } from '../../../api/contract.ts'
import { databaseForTests } from '../../database.ts'
import { answerTo, stepOf } from '../../deciding.ts'
import { mandate } from '../../mandating.ts'
import { openPayment, payByCard, seen } from '../../paying.ts'
import { basket, closed, holding } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { fingerprints, quiet } from '../../rows.ts'
import { library } from './things.ts'

const db = databaseForTests(2)

test('the victim’s former agent gets 404 everywhere, an agent outside the scope sees nothing of it', async () => {
  const victim = await resident(db(), { owes: [78_000, 50_000] })
  const principal = holding(victim.cookie)
  const [toPay = '', left = ''] = victim.owes
  const payment = await openPayment(principal, [{ liability: toPay, amount: 78_000 }])
  await payByCard(payment)
  const paid = await seen(principal, payment.id, view => closed(view) && view.documents.every(d => d.ready))
  const [former, narrow] = [await resident(db()), await resident(db())]
  const wide = [{ agenda: '*', actions: ['view', 'pay', 'file', 'receive', 'revoke', 'sub-delegate'] as const }]
  const once = await mandate(db(), victim.subject, former, wide, { basis: 'employee' })
  await mandate(db(), victim.subject, narrow, [{ agenda: 'grant', actions: ['view', 'file', 'receive'] }])
  const agent = holding(former.cookie)
  const filed = await agent.post<CaseView>('/api/cases', {
    id: randomUUID(),
    agenda: '_example',
    data: library,
    for: victim.subject,
  })
  expect(filed.status).toBe(201)
  await principal.post(`/api/mandates/${once}/revoke`, { id: randomUUID() })

  const reads = [
    `/api/cases/${filed.body.id}`,
    `/api/cases/${filed.body.id}/live`,
    ...victim.owes.flatMap(id => [`/api/liabilities/${id}`, `/api/liabilities/${id}/qr.svg`]),
    `/api/documents/${paid.documents[0]?.id}`,
  ]
  const writes: [string, unknown][] = [
    ['/api/cases', { ...basket({ liability: left, amount: 1500 }), for: victim.subject }],
    ['/api/cases', { id: randomUUID(), agenda: '_example', data: library, for: victim.subject }],
    [`/api/cases/${filed.body.id}/messages`, answerTo(stepOf(filed.body), { verdict: 'grant' })],
    [`/api/cases/${filed.body.id}/messages`, { id: randomUUID(), kind: 'withdraw' }],
    [`/api/cases/${filed.body.id}/return`, {}],
  ]
  await quiet(db())
  const before = await fingerprints(db(), [former.id, narrow.id])
  for (const path of reads)
    for (const who of [former, narrow]) expect((await holding(who.cookie).get(path)).status, path).toBe(404)
  for (const [path, body] of writes) {
    expect((await agent.post(path, body)).status, path).toBe(404)
    expect([403, 404], path).toContain((await holding(narrow.cookie).post(path, body)).status)
  }
  for (const path of ['/api/cases', '/api/liabilities', '/api/documents', '/api/principals'])
    expect(JSON.stringify((await agent.get(path)).body), path).not.toContain(victim.name)
  for (const path of ['/api/cases', '/api/liabilities', '/api/documents'])
    expect(JSON.stringify((await holding(narrow.cookie).get(path)).body), path).not.toContain(victim.name)
  expect(await fingerprints(db(), [former.id, narrow.id])).toEqual(before)
})
