import { defineSignal } from '@temporalio/workflow'
import type { Actor } from '../db/tables/cases.ts'

/** What a case is started with: everything its first step needs, so that no look-up stands before it. */
export interface CaseStart {
  number: string
  citizen: { id: string; name: string; language: 'cs' | 'en' }
}

/** Whatever reaches a case; stored in Postgres before it is told. Dropped when its id was seen. */
export interface CaseMessage {
  id: string
  kind: 'answer' | 'withdraw' | 'payment'
  /** `step/opening` of the step that is answered. */
  stepKey?: string
  actor: Actor
  data?: unknown
  at: string
}

/** Why a case refused a message after it was stored; shown to its sender. */
export type RefusedReason =
  'step-closed' | 'not-for-you' | 'four-eyes' | 'paid-meanwhile' | 'not-withdrawable' | 'case-closed'

export const message = defineSignal<[CaseMessage]>('message')
