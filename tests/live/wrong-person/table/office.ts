import { randomUUID } from 'node:crypto'
import { stepOf } from '../../../deciding.ts'
import { idCard } from '../../../desk.ts'
import type { Resident } from '../../../residents.ts'
import { library, type Things } from '../things.ts'
import { onlyOtherDuties, type Tries } from '../tries.ts'

const named = ({ name }: Resident) => {
  const [givenName = '', ...family] = name.split(' ')
  return { givenName, familyName: family.join(' '), birthDate: '1990-01-01' }
}
const actsAtTheDesk = (it: Things): { method: string; what: string; body?: unknown; query?: string }[] => [
  { method: 'POST', what: 'check', body: { document: idCard() } },
  { method: 'POST', what: 'register' },
  { method: 'GET', what: 'subjects', query: '?query=Zku' },
  { method: 'POST', what: 'pair', body: { subject: it.victim.subject } },
  { method: 'POST', what: 'join', body: { account: it.victim.id } },
  { method: 'POST', what: 'code' },
  { method: 'POST', what: 'leave' },
  { method: 'GET', what: 'matters' },
  { method: 'GET', what: 'payment-details' },
  { method: 'POST', what: 'cases', body: { id: randomUUID(), agenda: '_example', data: library } },
]

/** The town hall’s own: officials, mandates to verify, the desk. */
export const office: Tries = it => ({
  'GET /api/officials': [{ told: onlyOtherDuties }],
  'POST /api/officials': [{ body: { data: { id: 'vetrelec' } }, told: onlyOtherDuties }],
  'PUT /api/officials/:id': [
    { path: '/api/officials/jiri-vlk', body: { version: new Date().toISOString(), data: {} }, told: onlyOtherDuties },
  ],
  'POST /api/officials/:id/leave': [
    {
      path: '/api/officials/jiri-vlk/leave',
      body: { version: new Date().toISOString(), on: '2026-01-01', successor: null },
      told: onlyOtherDuties,
    },
  ],
  'DELETE /api/officials/:id/leave': [
    { path: '/api/officials/jiri-vlk/leave', body: { version: new Date().toISOString() }, told: onlyOtherDuties },
  ],
  'POST /api/officials/:id/photo': [
    {
      path: `/api/officials/jiri-vlk/photo?version=${new Date().toISOString()}`,
      body: '%PDF',
      told: onlyOtherDuties,
    },
  ],
  'DELETE /api/officials/:id/photo': [
    { path: '/api/officials/jiri-vlk/photo', body: { version: new Date().toISOString() }, told: onlyOtherDuties },
  ],
  'GET /api/office/mandates': [
    { path: `/api/office/mandates?q=${encodeURIComponent(it.victim.name)}`, told: onlyOtherDuties },
  ],
  'GET /api/office/mandates/:id': [{ path: `/api/office/mandates/${it.mandate}`, told: onlyOtherDuties }],
  'POST /api/office/mandates/:id/suspend': [
    {
      path: `/api/office/mandates/${it.mandate}/suspend`,
      body: { reason: 'Nic jste neověřili.' },
      told: onlyOtherDuties,
    },
  ],
  'POST /api/office/mandates/:id/resume': [
    { path: `/api/office/mandates/${it.mandate}/resume`, body: {}, told: onlyOtherDuties },
  ],
  'GET /api/desk': [{ told: onlyOtherDuties }],
  'POST /api/desk/find': [{ body: named(it.victim), told: onlyOtherDuties }],
  'POST /api/desk/people': [{ body: { ...named(it.victim), document: idCard() }, told: onlyOtherDuties }],
  ...Object.fromEntries(
    actsAtTheDesk(it).map(({ method, what, body, query = '' }) => [
      `${method} /api/desk/people/:id/${what}`,
      [{ path: `/api/desk/people/${it.victim.id}/${what}${query}`, body, told: onlyOtherDuties }],
    ]),
  ),
  'GET /api/desk/people/:id/cases/:case': [
    { path: `/api/desk/people/${it.victim.id}/cases/${it.paid.id}`, told: onlyOtherDuties },
  ],
  'POST /api/desk/people/:id/cases/:case/messages': [
    {
      path: `/api/desk/people/${it.victim.id}/cases/${it.atVictim.id}/messages`,
      body: { id: randomUUID(), stepKey: stepOf(it.atVictim), data: { note: 'Cizí doplnění.' } },
      told: onlyOtherDuties,
    },
  ],
})
