import { houseActor } from '../../db/house.ts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { messageId, sendNews, type Ending, type Turn } from './news.ts'
import { lockMandates } from './rows.ts'

export interface EndRequest extends Turn {
  how: Ending
  /** What the registers said, when that ends it. */
  found?: Extract<Ending, 'principal-died' | 'agent-died' | 'company-dissolved'>
}

/** Endings that nobody wished for: the mandate no longer has force of itself. */
const ofItself: readonly Ending[] = ['expired', 'principal-died', 'agent-died', 'company-dissolved']

/**
 * Ends a mandate in the caller's transaction: from its commit on nobody acts under it, what was done before stands (§ 448 občanského
 * zákoníku). Cases in which somebody acted under it, and live payments by it, are sent a message: they freeze, a checkout is closed.
 * Gives the messages to tell; null when the mandate has ended before, or there is none. Throws (unique) when `ownMessage` is known.
 */
export async function endMandate(tx: Db, request: EndRequest): Promise<string[] | null> {
  const { mandate, how, by, reason, found } = request
  await lockMandates(tx, [mandate], 'update')
  const state = ofItself.includes(how) ? 'expired' : how === 'rejected' ? 'rejected' : 'revoked'
  const ended = await tx
    .updateTable('mandate')
    .set({
      state,
      endedAt: sql<Date>`now()`,
      endedBy: by.id,
      reason: reason || null,
      suspendedAt: null,
      suspendedBy: null,
      found: found ?? null,
    })
    .where('id', '=', mandate)
    .where('state', 'not in', ['revoked', 'expired', 'rejected'])
    .returning(['caseId', 'principalId'])
    .executeTakeFirst()
  return ended ? sendNews(tx, request, ended) : null
}

/** The house ends what has run out: its last day has passed. Gives how many; several processes may do it beside each other. */
export async function endExpired(db: Db, today: string): Promise<number> {
  const due = await db
    .selectFrom('mandate')
    .select('id')
    .where('state', 'in', ['active', 'suspended'])
    .where('validTo', '<', today)
    .limit(200)
    .execute()
  for (const { id } of due)
    await db
      .transaction()
      .execute(tx =>
        endMandate(tx, { mandate: id, how: 'expired', by: houseActor, reason: '', ownMessage: messageId(id, id) }),
      )
  return due.length
}
