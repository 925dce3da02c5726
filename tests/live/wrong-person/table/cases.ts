import { randomUUID } from 'node:crypto'
import { answerTo, stepOf } from '../../../deciding.ts'
import { basket } from '../../../portal.ts'
import { onlyCitizens, onlyTheVictim, onlyTheParties, onlyTheClerk, type Tries } from '../tries.ts'

/** Cases, and the mandates to act in them. */
export const cases: Tries = it => ({
  'GET /api/cases': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/cases/:id': [
    ...[it.paying, it.paid].map(view => ({
      path: `/api/cases/${view.id}`,
      told: onlyTheParties,
      rightly: 'victim' as const,
    })),
    { path: `/api/cases/${it.atClerk.id}`, told: onlyTheClerk, rightly: 'clerk' },
  ],
  'GET /api/cases/:id/live': [{ path: `/api/cases/${it.paying.id}/live`, told: onlyTheParties }],
  'POST /api/cases': [
    {
      body: basket({ liability: it.victim.owes[2] ?? '', amount: 5000 }),
      told: { stranger: 401, citizen: 422, clerk: 403, outsider: 403 },
    },
    // the message by which the victim filed: sent again by somebody else, it must not show them the case
    {
      body: { ...basket({ liability: it.victim.owes[0] ?? '', amount: 5000 }), id: it.filed },
      told: onlyTheVictim,
    },
    // a case that only the house starts
    {
      body: { id: randomUUID(), agenda: 'payment-review', data: { order: it.paying.payment?.order, reason: 'late' } },
      told: onlyTheVictim,
    },
  ],
  'POST /api/cases/:id/messages': [
    {
      path: `/api/cases/${it.atClerk.id}/messages`,
      body: answerTo(stepOf(it.atClerk), { verdict: 'grant' }),
      told: onlyTheClerk,
    },
    {
      path: `/api/cases/${it.atClerk.id}/messages`,
      body: { id: randomUUID(), kind: 'withdraw' },
      told: { ...onlyTheParties, clerk: 403 },
    },
    {
      path: `/api/cases/${it.atVictim.id}/messages`,
      body: answerTo(stepOf(it.atVictim), { note: 'Nic.' }),
      told: { ...onlyTheParties, clerk: 403 },
    },
    { path: `/api/cases/${it.paying.id}/messages`, body: { id: randomUUID(), kind: 'withdraw' }, told: onlyTheParties },
    { path: `/api/cases/${it.paying.id}/messages`, body: answerTo(stepOf(it.paying), {}), told: onlyTheParties },
    {
      path: `/api/cases/${it.atClerk.id}/messages`,
      body: { id: randomUUID(), kind: 'note', text: 'Dobrý den' },
      told: onlyTheClerk,
    },
  ],
  'POST /api/cases/:id/read': [
    {
      path: `/api/cases/${it.atClerk.id}/read`,
      body: { until: new Date().toISOString() },
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 404 },
    },
  ],
  'POST /api/cases/:id/return': [{ path: `/api/cases/${it.paying.id}/return`, told: onlyTheVictim }],

  'GET /api/principals': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/mandates': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/mandates/:id': [{ path: `/api/mandates/${it.mandate}`, told: onlyTheVictim, rightly: 'victim' }],
  'POST /api/mandates/:id/revoke': [
    { path: `/api/mandates/${it.mandate}/revoke`, body: { id: randomUUID() }, told: onlyTheVictim },
  ],
  // even with the right code: the invitation names somebody else
  'POST /api/cases/:id/join': [
    {
      path: `/api/cases/${it.inviting.id}/join`,
      body: { code: it.inviting.parties[0]?.code },
      told: onlyTheVictim,
    },
  ],
  'POST /api/invitations': [
    { body: { number: it.inviting.number, code: it.inviting.parties[0]?.code }, told: onlyTheVictim },
  ],
})
