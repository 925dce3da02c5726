import { houseActor } from '../../db/house.ts'
import { sql } from 'kysely'
import { RegisterAway } from '../registers/port.ts'
import { askAbout, type Found } from './asking.ts'
import { endMandate } from './ending.ts'
import { messageId } from './news.ts'
import type { MandateDeps } from './registering.ts'
import { suspendMandate } from './suspending.ts'

/** How long an answer of the registers is good for, in hours. */
const freshHours = 24

/** What became of a mandate that was asked after: nothing new, over, or waiting for a clerk. */
export type Rechecked = 'stands' | 'ended' | 'suspended'

/**
 * Judges a mandate again by the state's registers, at most once a day: by the death of principal or agent, or the dissolution of the
 * company, it ends (§ 448 odst. 1 občanského zákoníku); where a court has limited somebody's legal capacity, what that means for it is
 * for a clerk to decide, and it is suspended. Gives also the messages to tell. Throws RegisterAway; nothing is changed then.
 */
export async function recheck(deps: MandateDeps, mandate: string): Promise<{ state: Rechecked; messages: string[] }> {
  const stands = { state: 'stands' as const, messages: [] }
  const row = await deps.db
    .selectFrom('mandate')
    .select(['id', 'caseId', 'principalId', 'basis', 'found'])
    .where('id', '=', mandate)
    .where('state', '=', 'active')
    .where('checkedAt', '<', hoursAgo())
    .executeTakeFirst()
  if (!row) return stands
  const found = await askAbout(deps, row)
  // a clerk has looked at this doubt and let the mandate go on
  if (found === null || found.what === row.found) {
    await deps.db
      .updateTable('mandate')
      .set({ checkedAt: sql<Date>`now()` })
      .where('id', '=', mandate)
      .execute()
    return stands
  }
  const messages = await deps.db.transaction().execute(async tx => {
    await tx
      .updateTable('mandate')
      .set({ checkedAt: sql<Date>`now()` })
      .where('id', '=', mandate)
      .execute()
    return act(tx, mandate, found)
  })
  return { state: isDoubt(found) ? 'suspended' : 'ended', messages: messages ?? [] }
}

const hoursAgo = () => sql<Date>`now() - make_interval(hours => ${freshHours})`

const isDoubt = ({ what }: Found): boolean => what === 'principal-incapable' || what === 'agent-incapable'

function act(tx: MandateDeps['db'], mandate: string, { what, person }: Found): Promise<string[] | null> {
  if (what === 'principal-incapable' || what === 'agent-incapable')
    return suspendMandate(tx, { mandate, by: houseActor, reason: '', found: what })
  return endMandate(tx, {
    ...{ mandate, how: what, found: what, by: houseActor, reason: '' },
    ownMessage: messageId(mandate, mandate),
    dead: person === null ? [] : [person],
  })
}

/**
 * Asks after the mandates whose turn it is, the longest unasked first, until the registers do not answer. Gives how many no longer
 * allow anything. Several processes may do it beside each other.
 */
export async function recheckDue(deps: MandateDeps, most = 200): Promise<number> {
  const due = await deps.db
    .selectFrom('mandate')
    .select('id')
    .where('state', '=', 'active')
    .where('checkedAt', '<', hoursAgo())
    .orderBy('checkedAt')
    .limit(most)
    .execute()
  let turned = 0
  for (const { id } of due) {
    try {
      if ((await recheck(deps, id)).state !== 'stands') turned++
    } catch (error) {
      if (error instanceof RegisterAway) break
      throw error
    }
  }
  return turned
}

/** A register that takes longer is asked again later: nobody waits for it with what they have come to do. */
const patience = 2000

/**
 * The same for an act that is about to be done, when the registers answer in time: an outage stops nobody, and an answer that comes
 * late still counts for the next act. `away` hears of registers that did not answer.
 */
export async function recheckInTime(
  deps: MandateDeps,
  mandate: string,
  away: (error: unknown) => void,
): Promise<{ state: Rechecked; messages: string[] }> {
  const stands = { state: 'stands' as const, messages: [] }
  const asked = recheck(deps, mandate).catch((error: unknown) => {
    away(error)
    return stands
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof stands>(resolve => {
    timer = setTimeout(resolve, patience, stands)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

/** Mandates of an agent that nobody has asked after for a day: one indexed query, before a payment for others. */
export const unaskedOf = async (db: MandateDeps['db'], person: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('mandate as m')
    .innerJoin('mandate_agent as a', 'a.mandateId', 'm.id')
    .select('m.id')
    .where('a.personId', '=', person)
    .where('m.state', '=', 'active')
    .where('m.checkedAt', '<', hoursAgo())
    .execute()
  return rows.map(({ id }) => id)
}
