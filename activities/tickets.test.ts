import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { idOfTicket, ticketOf } from './tickets.ts'

const key = randomBytes(32)

test('a ticket leads to its id, and fits an address', () => {
  const id = randomUUID()
  const ticket = ticketOf(key, 'slip', id)
  expect(ticket).toMatch(/^[\w-]{43}$/)
  expect(idOfTicket(key, 'slip', ticket)).toBe(id)
})

test('a ticket of another key, id or purpose, or changed anywhere, leads nowhere', () => {
  const ticket = ticketOf(key, 'slip', randomUUID())
  const other = Buffer.from(ticketOf(key, 'slip', randomUUID()), 'base64url')
  const mixed = Buffer.concat([other.subarray(0, 16), Buffer.from(ticket, 'base64url').subarray(16)])
  const changed = [...ticket].map(
    (letter, at) => ticket.slice(0, at) + (letter === 'A' ? 'B' : 'A') + ticket.slice(at + 1),
  )
  for (const wrong of [mixed.toString('base64url'), ...changed, `${ticket}A`, ticket.slice(1), '', '%00'])
    expect(idOfTicket(key, 'slip', wrong), wrong).toBeNull()
  expect(idOfTicket(randomBytes(32), 'slip', ticket)).toBeNull()
  expect(idOfTicket(key, 'reminder', ticket)).toBeNull()
})
