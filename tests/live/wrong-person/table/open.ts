import { randomUUID } from 'node:crypto'
import { everybody, everybodyWrong, type Tries } from '../tries.ts'

/** What stands open: the city’s words, health, slips and reminders by their ticket, and the gateway’s door. */
export const open: Tries = it => ({
  'GET /api/catalogue': [{ told: everybody }],
  'GET /api/guides/:slug': [{ path: '/api/guides/fee-payment', told: everybody }],
  'GET /api/contacts': [{ told: everybody }],
  'GET /api/agendas/:agenda': [{ path: '/api/agendas/fee-payment', told: everybody }],
  'GET /api/openapi.json': [{ told: everybody }],
  'GET /api/docs': [{ told: everybody }],
  'GET /api/docs.css': [{ told: everybody }],
  'GET /health/live': [{ told: everybody }],
  'GET /health/ready': [{ told: everybody }],
  'GET /api/slip/puzzle': [{ told: everybody }],
  'POST /api/slip': [
    // without its puzzle solved
    {
      body: { id: randomUUID(), symbol: '1', amount: 100, puzzle: '..', solution: 0 },
      told: everybodyWrong,
    },
  ],
  // who holds the ticket sees the payment, and nothing of the victim
  'GET /api/slip/:ticket': [{ path: `/api/slip/${it.ticket}`, told: everybody }],
  'GET /api/slip/:ticket/live': [{ path: `/api/slip/${it.ticket}/live`, told: everybody }],
  'POST /api/slip/:ticket/return': [{ path: `/api/slip/${it.ticket}/return`, told: everybody }],
  'GET /api/slip/:ticket/receipt': [{ path: `/api/slip/${it.ticket}/receipt`, told: everybody }],
  // who holds the link of a reminder reads there what its slips say, and may turn reminders off: they are off
  'GET /api/reminder-links/:ticket': [{ path: `/api/reminder-links/${it.reminder}`, told: everybody }],
  'POST /api/reminder-links/:ticket/stop': [{ path: `/api/reminder-links/${it.reminder}/stop`, told: everybody }],
  'GET /api/officials/:id/photo': [{ path: `/api/officials/${it.clerk.id}/photo`, told: everybody }],
  'POST /api/webhooks/stripe': [
    {
      body: {
        id: 'evt_forged',
        type: 'checkout.session.completed',
        data: { object: { metadata: { order: it.paying.payment?.order } } },
      },
      told: { stranger: 400, citizen: 400, clerk: 400, outsider: 400 },
    },
  ],
})
