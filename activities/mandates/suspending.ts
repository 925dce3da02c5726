import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../db/tables/cases.ts'
import { messageId, sendNews } from './news.ts'
import { lockMandates } from './rows.ts'

export interface SuspendRequest {
  mandate: string
  by: Actor
  /** Why, in words for principal and agent; empty where the registers said it. */
  reason: string
  found?: 'principal-incapable' | 'agent-incapable'
}

/**
 * Suspends a mandate in the caller's transaction: from its commit on nothing may be done under it, what was done before stands. Open
 * cases led under it freeze, an unpaid checkout is closed, principal and agents are told. Gives the messages to tell; null when it is
 * not active (any more).
 */
export async function suspendMandate(tx: Db, { mandate, by, reason, found }: SuspendRequest): Promise<string[] | null> {
  await lockMandates(tx, [mandate], 'update')
  const suspended = await tx
    .updateTable('mandate')
    .set({
      state: 'suspended',
      suspendedAt: sql<Date>`now()`,
      suspendedBy: by.id,
      reason: reason || null,
      found: found ?? null,
    })
    .where('id', '=', mandate)
    .where('state', '=', 'active')
    .returning(['caseId', 'principalId', 'suspendedAt'])
    .executeTakeFirst()
  if (!suspended) return null
  const when = suspended.suspendedAt ?? new Date()
  const how = found ? 'doubtful' : 'suspended'
  return sendNews(tx, { mandate, how, by, reason, when, ownMessage: messageId(mandate, mandate, when) }, suspended)
}

/**
 * Lets a suspended mandate go on in the caller's transaction: frozen cases that nobody else has taken over go on, and both sides are
 * told. What made the registers doubt it was looked at by an official: it does not suspend it again. Gives the messages to tell; null
 * when it is not suspended (any more), or its last day has passed.
 */
export async function resumeMandate(
  tx: Db,
  { mandate, by, reason, day }: { mandate: string; by: Actor; reason: string; day: string },
): Promise<string[] | null> {
  await lockMandates(tx, [mandate], 'update')
  const resumed = await tx
    .updateTable('mandate')
    .set({ state: 'active', suspendedAt: null, suspendedBy: null, reason: null, checkedAt: sql<Date>`now()` })
    .where('id', '=', mandate)
    .where('state', '=', 'suspended')
    .where(eb => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
    .returning(['caseId', 'principalId', sql<Date>`now()`.as('at')])
    .executeTakeFirst()
  if (!resumed) return null
  const turn = { mandate, how: 'resumed' as const, by, reason, when: resumed.at }
  return sendNews(tx, { ...turn, ownMessage: messageId(mandate, mandate, resumed.at) }, resumed)
}
