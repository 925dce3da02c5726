import { randomUUID } from 'node:crypto'
import { onlyOtherDuties, type Tries } from '../tries.ts'

/** The city’s money. */
export const money: Tries = it => ({
  'GET /api/money/statements': [{ told: onlyOtherDuties }],
  'POST /api/money/statements': [{ path: '/api/money/statements?name=vypis.gpc', body: '074', told: onlyOtherDuties }],
  'GET /api/money/statements/:id': [{ path: `/api/money/statements/${randomUUID()}`, told: onlyOtherDuties }],
  'GET /api/money/cases/:id/line': [
    { path: `/api/money/cases/${it.paying.id}/line`, told: { stranger: 401, citizen: 403, clerk: 404, outsider: 404 } },
  ],
  'GET /api/money/imports': [{ told: onlyOtherDuties }],
  'POST /api/money/imports': [{ path: '/api/money/imports?name=zavazky.csv', body: 'x', told: onlyOtherDuties }],
  'GET /api/money/exports': [{ told: onlyOtherDuties }],
  'POST /api/money/exports': [{ body: {}, told: onlyOtherDuties }],
  'GET /api/money/exports/:run/file': [{ path: '/api/money/exports/1/file', told: onlyOtherDuties }],
  'GET /api/money/payments': [{ path: '/api/money/payments?from=2026-04-01&to=2026-04-15', told: onlyOtherDuties }],
  'GET /api/money/payments/file': [
    { path: '/api/money/payments/file?from=2026-04-01&to=2026-04-15', told: onlyOtherDuties },
  ],
  'GET /api/money/changes/file': [{ path: '/api/money/changes/file?since=2026-04-01', told: onlyOtherDuties }],
  'GET /api/money/days': [{ told: onlyOtherDuties }],
  'GET /api/money/months/:month': [{ path: '/api/money/months/2026-04', told: onlyOtherDuties }],
  'POST /api/money/months/:month/closing': [
    { path: '/api/money/months/2026-04/closing', body: { seal: '0'.repeat(64) }, told: onlyOtherDuties },
  ],
  'POST /api/money/months/:month/closing/confirmation': [
    { path: '/api/money/months/2026-04/closing/confirmation', body: { seal: '0'.repeat(64) }, told: onlyOtherDuties },
  ],
  'DELETE /api/money/months/:month/closing': [{ path: '/api/money/months/2026-04/closing', told: onlyOtherDuties }],
  'GET /api/money/days/:day': [{ path: '/api/money/days/2026-04-15', told: onlyOtherDuties }],
  'GET /api/money/days/:day/entries': [{ path: '/api/money/days/2026-04-15/entries', told: onlyOtherDuties }],
  'GET /api/money/days/:day/csv': [{ path: '/api/money/days/2026-04-15/csv', told: onlyOtherDuties }],
  'POST /api/money/days/:day/closing': [
    { path: '/api/money/days/2026-04-15/closing', body: { seal: '0'.repeat(64) }, told: onlyOtherDuties },
  ],
  'POST /api/money/days/:day/closing/confirmation': [
    { path: '/api/money/days/2026-04-15/closing/confirmation', body: { seal: '0'.repeat(64) }, told: onlyOtherDuties },
  ],
  'DELETE /api/money/days/:day/closing': [{ path: '/api/money/days/2026-04-15/closing', told: onlyOtherDuties }],
  'POST /api/money/events/:id/resolution': [
    { path: '/api/money/events/evt_1/resolution', body: { words: 'Zkouška' }, told: onlyOtherDuties },
  ],
  'GET /api/money/debts': [{ path: '/api/money/debts?query=Obyvatel', told: onlyOtherDuties }],
})
