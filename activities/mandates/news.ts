import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../../db/tables/cases.ts'
import { derivedId } from '../ids.ts'

/**
 * How a mandate ends: revoked by the principal, given notice of by the agent (výpověď), run out, refused, gone from its register, or
 * by death or dissolution (§ 448 odst. 1 občanského zákoníku).
 */
export const endings = [
  'revoked',
  'notice',
  'expired',
  'rejected',
  'gone',
  'principal-died',
  'agent-died',
  'company-dissolved',
] as const
export type Ending = (typeof endings)[number]
/** Suspended by an official, suspended since the registers cast doubt on it, or going on after that. */
export type Pause = 'suspended' | 'doubtful' | 'resumed'

/** What a case hears of a mandate (message of kind `mandate`). */
export interface MandateNews {
  mandate: string
  /** The case is the mandate's own: it ends with it. */
  own: boolean
  how: Ending | Pause
  reason: string
  agent: string
  principal: string
  /** Accounts of the principal, or of those who act for it by law: who is told, and who goes on with the case. */
  tell: string[]
  /** Accounts of the agents. */
  agents: string[]
}

/** What happened to a mandate, and who did it. */
export interface Turn {
  mandate: string
  how: MandateNews['how']
  by: Actor
  reason: string
  /** The accounts of the dead, to whom nobody writes. */
  dead?: readonly string[]
  /** The id of the message to the mandate's own case; none when that case need not hear of it. */
  ownMessage?: string
  /** Tells apart what may happen to a mandate more than once. */
  when?: Date
}

/**
 * Sends what happened to a mandate, in the transaction in which it happened: to its own case, to open cases in which somebody acted
 * under it, to those whose checkout pays by it. A mandate without a case of its own tells its agents by letter. Gives the messages to
 * tell. Throws (unique) when `ownMessage` is known.
 */
export async function sendNews(
  tx: Db,
  { mandate, how, by, reason, dead = [], ownMessage, when }: Turn,
  { caseId, principalId }: { caseId: string | null; principalId: string },
): Promise<string[]> {
  const principal = await tx
    .selectFrom('subject')
    .select('name')
    .where('id', '=', principalId)
    .executeTakeFirstOrThrow()
  const agents = await tx
    .selectFrom('mandate_agent')
    .select(['name', 'personId'])
    .where('mandateId', '=', mandate)
    .orderBy('n')
    .execute()
  const alive = (ids: string[]) => ids.filter(id => !dead.includes(id))
  const news = {
    mandate,
    how,
    reason,
    agent: agents.map(({ name }) => name).join(', '),
    principal: principal.name,
    tell: alive(await accountsOf(tx, principalId, mandate)),
    agents: alive(agents.flatMap(({ personId }) => personId ?? [])),
  }
  const rows = (await casesUnder(tx, mandate, caseId)).map(id => ({
    id: messageId(mandate, id, when),
    caseId: id,
    news: { ...news, own: false },
  }))
  if (caseId && ownMessage) rows.push({ id: ownMessage, caseId, news: { ...news, own: true } })
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
  if (!caseId) await writeToAgents(tx, news, when)
  return rows.map(({ id }) => id)
}

/** A case hears of one happening once, however often it is sent; a mandate ends once, and may be suspended more often. */
export const messageId = (mandate: string, caseId: string, when?: Date): string =>
  when ? derivedId('mandate-turned', mandate, caseId, when.toISOString()) : derivedId('mandate-ended', mandate, caseId)

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

/** A mandate that follows from a register has no case: each agent hears of it in the case in which they had the registers asked. */
async function writeToAgents(tx: Db, news: Omit<MandateNews, 'own'>, when?: Date): Promise<void> {
  const { agent, principal, reason } = news
  for (const person of news.agents) {
    const asked = await tx
      .selectFrom('case')
      .select('id')
      .where('personId', '=', person)
      .where('agenda', '=', 'representations')
      .orderBy('filedAt', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!asked) continue
    await tx
      .insertInto('notification')
      .values({
        id: derivedId('mandate-letter', messageId(news.mandate, asked.id, when), person),
        caseId: asked.id,
        personId: person,
        text: `house/mandate-${news.how}`,
        values: json({ agent, principal, reason }),
        documents: [],
        state: 'pending',
      })
      .onConflict(oc => oc.column('id').doNothing())
      .execute()
    await sql`select pg_notify('outbox', '')`.execute(tx)
  }
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
