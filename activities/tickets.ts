import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const idBytes = 16
const sealBytes = 16

/** What a ticket is for: one made for something is nothing for anything else. */
export type TicketFor = 'slip' | 'reminder'

/**
 * A ticket: an id and 128 bits of an HMAC over it under the key of the cases. Whoever holds it needs no other proof. 43 characters
 * for an address; stored nowhere.
 */
export function ticketOf(caseKey: Buffer, what: TicketFor, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, sealOf(caseKey, what, bytes)]).toString('base64url')
}

/** The id of a ticket; null when it was not made here for that. */
export function idOfTicket(caseKey: Buffer, what: TicketFor, ticket: string): string | null {
  const bytes = Buffer.from(ticket, 'base64url')
  // what decodes to the same bytes but is written otherwise is no ticket either
  if (bytes.length !== idBytes + sealBytes || bytes.toString('base64url') !== ticket) return null
  const id = bytes.subarray(0, idBytes)
  if (!timingSafeEqual(bytes.subarray(idBytes), sealOf(caseKey, what, id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const sealOf = (caseKey: Buffer, what: TicketFor, id: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', caseKey, '', `${what} tickets`, 32)))
    .update(id)
    .digest()
    .subarray(0, sealBytes)
