import { randomUUID } from 'node:crypto'
import { onlyOfTheInbox, type Tries } from '../tries.ts'

/** The inbox and its tasks. */
export const inbox: Tries = it => ({
  'GET /api/inbox': [
    { told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' }, rightly: 'clerk' },
    {
      path: '/api/inbox?role=registry',
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 403 },
      rightly: 'clerk',
    },
    ...['mine', 'team', 'unassigned', 'late', 'waiting', 'done'].map(view => ({
      path: `/api/inbox?view=${view}&q=${encodeURIComponent(it.victim.name)}`,
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' } as const,
    })),
    // another's tasks are for their supervisor
    {
      path: `/api/inbox?assignee=${it.clerk.id}`,
      told: { stranger: 401, citizen: 403, clerk: 403, outsider: 403 },
    },
  ],
  'GET /api/inbox/live': [{ told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' } }],
  'GET /api/tasks/:id': [
    {
      path: `/api/tasks/${encodeURIComponent(it.task)}`,
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 404 },
      rightly: 'clerk',
    },
  ],
  'POST /api/tasks/:id/claim': [{ path: `/api/tasks/${encodeURIComponent(it.task)}/claim`, told: onlyOfTheInbox }],
  'POST /api/tasks/:id/release': [
    { path: `/api/tasks/${encodeURIComponent(it.task)}/release`, body: { reason: 'Nestíhám.' }, told: onlyOfTheInbox },
  ],
  'POST /api/tasks/:id/hand-over': [
    {
      path: `/api/tasks/${encodeURIComponent(it.task)}/hand-over`,
      body: { id: randomUUID(), role: 'building', reason: 'Patří jinam.' },
      told: onlyOfTheInbox,
    },
  ],
  'POST /api/tasks/:id/preview': [
    {
      path: `/api/tasks/${encodeURIComponent(it.task)}/preview`,
      body: { data: { verdict: 'grant' } },
      told: onlyOfTheInbox,
      rightly: 'clerk',
    },
  ],
  // a member of the inbox who neither has the task nor supervises
  'POST /api/tasks/assign': [
    { body: { tasks: [it.task], to: null }, told: { ...onlyOfTheInbox, clerk: 403 } },
    { body: { tasks: [it.task], to: it.outsider.id }, told: { ...onlyOfTheInbox, clerk: 403 } },
  ],
  'GET /api/absences': [{ told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 'own' }, rightly: 'clerk' }],
  'POST /api/absences': [
    {
      body: { official: it.clerk.id, substitute: it.outsider.id, from: '2099-03-01', to: '2099-03-02' },
      told: { stranger: 401, citizen: 403, clerk: 'may', outsider: 403 },
    },
  ],
  'DELETE /api/absences/:id': [{ path: `/api/absences/${it.absence}`, told: onlyOfTheInbox }],
  'GET /api/subjects': [
    {
      path: `/api/subjects?query=${encodeURIComponent(it.victim.name)}`,
      told: { stranger: 401, citizen: 403, clerk: 403, outsider: 403 },
    },
  ],
})
