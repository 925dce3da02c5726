import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../../db/tables/cases.ts'
import { derivedId } from '../ids.ts'
import { fullName } from './names.ts'
import { lockMandates } from './rows.ts'

/** How a mandate ends: revoked by the principal, given notice of by the agent (výpověď), run out, refused, or gone from its register. */
export type Ending = 'revoked' | 'notice' | 'expired' | 'rejected' | 'gone'

/** What a case hears when a mandate ends (message of kind `mandate`). */
export interface MandateNews {
  mandate: string
  /** The case is the mandate's own: it ends with it. */
  own: boolean
  how: Ending
  reason: string
  agent: string
  principal: string
  /** Accounts of the principal, or of those who act for it by law: who is told, and who goes on with the case. */
  tell: string[]
  /** Accounts of the agents. */
  agents: string[]
}

export interface EndRequest {
  mandate: string
  how: Ending
  /** Who ends it: an account, an official, `portal`. */
  by: Actor
  reason: string
  /** Id of the message to the mandate's own case, when that case has to hear of it; none when the case itself ends it. */
  ownMessage?: string
}

/**
 * Ends a mandate in the caller's transaction: from its commit on nobody acts under it, what was done before stands (§ 448 občanského
 * zákoníku). Cases in which somebody acted under it, and live payments by it, are sent a message: they freeze, a checkout is closed.
 * Gives the messages to tell; null when the mandate has ended before, or there is none. Throws (unique) when `ownMessage` is known.
 */
export async function endMandate(
  tx: Db,
  { mandate, how, by, reason, ownMessage }: EndRequest,
): Promise<string[] | null> {
  await lockMandates(tx, [mandate], 'update')
  const state = how === 'expired' ? 'expired' : how === 'rejected' ? 'rejected' : 'revoked'
  const ended = await tx
    .updateTable('mandate')
    .set({ state, endedAt: sql<Date>`now()`, endedBy: by.id, reason: reason || null })
    .where('id', '=', mandate)
    .where('state', 'not in', ['revoked', 'expired', 'rejected'])
    .returning(['caseId', 'principalId'])
    .executeTakeFirst()
  if (!ended) return null
  const principal = await tx
    .selectFrom('subject')
    .select('name')
    .where('id', '=', ended.principalId)
    .executeTakeFirstOrThrow()
  const agents = await tx
    .selectFrom('mandate_agent')
    .select(['name', 'personId'])
    .where('mandateId', '=', mandate)
    .orderBy('n')
    .execute()
  const news = {
    mandate,
    how,
    reason,
    agent: agents.map(({ name }) => name).join(', '),
    principal: principal.name,
    tell: await accountsOf(tx, ended.principalId, mandate),
    agents: agents.flatMap(({ personId }) => personId ?? []),
  }
  const messages = await casesUnder(tx, mandate, ended.caseId)
  const rows = messages.map(caseId => ({ id: messageId(mandate, caseId), caseId, news: { ...news, own: false } }))
  if (ended.caseId && ownMessage) rows.push({ id: ownMessage, caseId: ended.caseId, news: { ...news, own: true } })
  if (rows.length > 0)
    await tx
      .insertInto('message')
      .values(
        rows.map(row => ({
          id: row.id,
          caseId: row.caseId,
          kind: 'mandate',
          stepKey: null,
          actor: json(by),
          data: json<unknown>(row.news),
        })),
      )
      .execute()
  return rows.map(({ id }) => id)
}

/** A case hears of the end of a mandate once, however often it is sent. */
const messageId = (mandate: string, caseId: string) => derivedId('mandate-ended', mandate, caseId)

/** Open cases filed or answered under the mandate, and those whose checkout pays by it; not the case that keeps the mandate. */
async function casesUnder(tx: Db, mandate: string, own: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from "case" c where c.state <> 'closed' and c.id is distinct from ${own}::uuid and c.id in (
      select id from "case" where mandate_id = ${mandate} and state <> 'closed'
      union select case_id from message where actor #>> '{for,mandate}' = ${mandate}::text and actor #>> '{for,mandate}' is not null
      union select o.case_id from payment_order_item i join payment_order o on o.id = i.order_id where i.live and i.mandate_id = ${mandate})
    order by c.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The principal's own account, or, where there is none, those who act for it by law (statutory body, parent, guardian). */
export async function accountsOf(db: Db, principal: string, except?: string): Promise<string[]> {
  const own = await db.selectFrom('person').select('id').where('subjectId', '=', principal).execute()
  if (own.length > 0) return own.map(({ id }) => id)
  const lawful = await db
    .selectFrom('mandate as m')
    .innerJoin('mandate_agent as a', 'a.mandateId', 'm.id')
    .select('a.personId')
    .where('m.principalId', '=', principal)
    .where('m.state', '=', 'active')
    .where('m.basis', 'in', ['statutory', 'parent', 'guardian'])
    .$if(except !== undefined, q => q.where('m.id', '<>', except ?? ''))
    .orderBy('a.personId')
    .execute()
  return [...new Set(lawful.flatMap(({ personId }) => personId ?? []))]
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
        endMandate(tx, { mandate: id, how: 'expired', by: house, reason: '', ownMessage: messageId(id, id) }),
      )
  return due.length
}

/** The house itself, where a timer or a register ends a mandate. */
export const house: Actor = { kind: 'system', id: 'portal', name: 'Portál občana' }

/** The name of an account. */
export async function nameOf(db: Db, person: string): Promise<string> {
  return fullName(
    await db
      .selectFrom('person')
      .select(['givenName', 'familyName'])
      .where('id', '=', person)
      .executeTakeFirstOrThrow(),
  )
}
