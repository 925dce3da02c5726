import type { Actor, OpenStep } from '../db/tables/cases.ts'

/** All that happened in a case since its last record: written in one transaction, idempotent on `(caseId, told.since, seq)`. Instants are ISO strings. */
export interface CaseRecord {
  caseId: string
  /** Who is told what has no other addressee: the citizen, later the one who acts; null when nobody with an account does. */
  personId: string | null
  agenda: string
  /** Grows by one with each record; the case row only ever moves forward. */
  seq: number
  /** When the workflow task began that tells it, and how many happenings of the case there were before. */
  told: { since: string; from: number }
  state: 'open' | 'closed'
  outcome?: string
  open: OpenStep[]
  events: CaseHappening[]
  answered: { id: string; state: 'done' | 'refused'; reason?: string }[]
  /** `to`: an account; `party`: somebody invited, by role, who may have no account yet. */
  notifications: {
    id: string
    text: string
    values: Record<string, string | number>
    documents: string[]
    to?: string
    party?: string
  }[]
  /** People invited since the last record; `person`: the account of one who need not come by a code. */
  invited?: { role: string; name: string; birthDate: string; email?: string; person?: string }[]
  documents: { id: string; kind: string; values: Record<string, string | number> }[]
}
export interface CaseHappening {
  at: string
  what:
    | 'opened'
    | 'answered'
    | 'lapsed'
    | 'late'
    | 'handed-over'
    | 'notified'
    | 'noted'
    | 'issued'
    | 'payment-open'
    | 'payment-refused'
    | 'payment-asking'
    | 'payment-posted'
    | 'payment-held'
    | 'payment-changed'
    | 'payment-expired'
    | 'invited'
    | 'mandate-ended'
    | 'mandate-suspended'
    | 'mandate-resumed'
    | 'closed'
  step?: string
  actor?: Actor
  messageId?: string
  values?: Record<string, unknown>
}

/** What the engine needs to know of an order after the gateway was asked. Amounts in haléře. */
export type OrderTruth =
  | { state: 'changed' }
  | { state: 'mandate-ended' }
  | { state: 'open'; amount: number; url: string; failure?: string }
  | { state: 'posted'; payment: string; amount: number; review: 'amount-differs' | 'overpaid' | null }
  /** Paid, but not in the currency of the debts: nothing is settled, a person decides. Amount in minor units of its currency. */
  | { state: 'held'; amount: number; currency: string }
  | { state: 'expired' }

/** A basket to be paid; `id` is derived from the case, so that asking again opens the same order. */
export interface OrderRequest {
  id: string
  caseId: string
  personId: string
  language: 'cs' | 'en'
  items: { liability: string; amount: number }[]
  email?: string
  /** Instant after which the gateway must not take the money. */
  expiresAt: string
}
