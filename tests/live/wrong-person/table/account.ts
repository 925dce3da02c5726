import { everybody, onlyCitizens, onlyTheVictim, onlyTheParties, onlyTheClerk, type Tries } from '../tries.ts'

/** What one’s own account has: profile, debts, documents, drafts, files. */
export const account: Tries = it => ({
  'GET /api/profile': [{ told: onlyCitizens, rightly: 'victim' }],
  'PATCH /api/profile': [{ body: {}, told: onlyCitizens }],
  'GET /api/liabilities': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/liabilities/:id': it.victim.owes.map(id => ({
    path: `/api/liabilities/${id}`,
    told: onlyTheVictim,
    rightly: 'victim',
  })),
  'GET /api/liabilities/:id/qr.svg': [
    { path: `/api/liabilities/${it.victim.owes[2]}/qr.svg`, told: onlyTheVictim, rightly: 'victim' },
  ],
  'GET /api/overpayments': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/calendar': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/calendar.ics': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/reminders': [{ told: onlyCitizens, rightly: 'victim' }],
  'DELETE /api/reminders/:id': [{ path: `/api/reminders/${it.letter}`, told: onlyTheVictim }],
  'GET /api/documents': [{ told: onlyCitizens, rightly: 'victim' }],
  'GET /api/documents/:id': [{ path: `/api/documents/${it.document}`, told: onlyTheParties, rightly: 'victim' }],
  'GET /api/drafts/:key': [{ path: '/api/drafts/basket', told: { ...everybody, stranger: 401 }, rightly: 'victim' }],
  'PUT /api/drafts/:key': [
    { path: '/api/drafts/basket', body: { data: { mine: true }, version: 0 }, told: { ...everybody, stranger: 401 } },
    // the version of the victim's draft, of which the asker has none
    {
      path: '/api/drafts/basket',
      body: { data: {}, version: 7 },
      told: { stranger: 401, citizen: 409, clerk: 409, outsider: 409 },
    },
  ],
  'DELETE /api/drafts/:key': [{ path: '/api/drafts/basket', told: { ...everybody, stranger: 401 } }],
  'POST /api/files': [
    { path: '/api/files?name=a.pdf', body: '%PDF-1.7\n%%EOF', told: { ...everybody, stranger: 401 } },
  ],
  'GET /api/files/:id': [
    { path: `/api/files/${it.loose}`, told: onlyTheParties, rightly: 'victim' },
    { path: `/api/files/${it.attached}`, told: onlyTheClerk, rightly: 'clerk' },
  ],
  'DELETE /api/files/:id': [
    { path: `/api/files/${it.loose}`, told: onlyTheParties },
    { path: `/api/files/${it.attached}`, told: onlyTheParties },
  ],
  'GET /api/addresses': [{ path: '/api/addresses?q=vrchlic', told: { ...everybody, stranger: 401 } }],
})
