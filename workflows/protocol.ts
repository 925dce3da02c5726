import { defineSignal } from '@temporalio/workflow'
import type { Actor } from '../db/tables/cases.ts'
import type { Joint } from './joint.ts'

/** What a case is started with: everything its first step needs, so that no look-up stands before it. */
export interface CaseStart {
  number: string
  citizen: { id: string; name: string; language: 'cs' | 'en' }
  /** In whose name the citizen filed, when not in their own: a subject of the city's records, and the mandate that allows it. */
  principal?: { subject: string; name: string; mandate: string | null }
  /** Several must sign it together before its agenda goes on. */
  joint?: Joint
}

/**
 * `note`: words between citizen and clerk beside the steps; `hand-over`: a task goes to another inbox; `mandate`: a mandate
 * that the case keeps, or under which somebody acted in it, has ended, is suspended, or goes on.
 */
export const messageKinds = ['answer', 'withdraw', 'payment', 'note', 'hand-over', 'mandate'] as const
export type MessageKind = (typeof messageKinds)[number]

/** Whatever reaches a case; stored in Postgres before it is told. Dropped when its id was seen. */
export interface CaseMessage {
  id: string
  kind: MessageKind
  /** `step/opening` of the step that is answered. */
  stepKey?: string
  actor: Actor
  data?: unknown
  at: string
}

/** What a message of kind `hand-over` carries: the task's step, the inbox it goes to, and why, for colleagues. */
export interface HandingOver {
  stepKey: string
  role: string
  reason: string
}
export const isHandingOver = (data: unknown): data is HandingOver =>
  typeof data === 'object' &&
  data !== null &&
  ['stepKey', 'role', 'reason'].every(key => key in data && typeof data[key as keyof typeof data] === 'string')

/** Why a case refused a message after it was stored; shown to its sender. */
export type RefusedReason =
  | 'step-closed'
  | 'not-for-you'
  | 'four-eyes'
  | 'paid-meanwhile'
  | 'money-goes-back'
  | 'not-withdrawable'
  | 'case-closed'

export const message = defineSignal<[CaseMessage]>('message')
