import { sql, type SqlBool } from 'kysely'
import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Verification } from '../../db/tables/mandates.ts'
import { findings, type Finding } from './asking.ts'
import type { Action, Basis, MandateFacts, MandateState } from './rules.ts'

/** A mandate with the names people know it by. */
export interface KnownMandate extends MandateFacts {
  caseId: string | null
  source: 'portal' | 'paper' | 'desk' | 'register'
  principalName: string
  principalKind: 'person' | 'business' | 'company'
  agents: { person: string | null; accepted: boolean; name: string; acceptedAt: string | null }[]
  scope: { agenda: string; actions: Action[] }[]
  verification: Verification | null
  verifiedAt: Date | null
  verifiedBy: string | null
  reason: string | null
  suspendedAt: Date | null
  /** What the state's registers said against it. */
  found: Finding | null
  endedAt: Date | null
}

const mandates = (db: Db) =>
  db
    .selectFrom('mandate as m')
    .innerJoin('subject as s', 's.id', 'm.principalId')
    .select(['m.id', 'm.caseId', 'm.basis', 'm.source', 'm.principalId', 'm.amountLimit', 'm.signatures'])
    .select(['m.validFrom', 'm.validTo', 'm.state', 'm.verification', 'm.verifiedAt', 'm.verifiedBy', 'm.reason'])
    .select(['m.endedAt', 'm.suspendedAt', 'm.found', 's.name', 's.kind'])
    .select([
      sql<KnownMandate['scope']>`coalesce((
        select jsonb_agg(jsonb_build_object('agenda', agenda, 'actions', to_jsonb(actions)) order by agenda)
        from mandate_scope where mandate_id = m.id), '[]')`.as('scope'),
      sql<KnownMandate['agents']>`coalesce((
        select jsonb_agg(jsonb_build_object('person', person_id, 'name', name, 'accepted', accepted_at is not null,
          'acceptedAt', to_char(accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n)
        from mandate_agent where mandate_id = m.id), '[]')`.as('agents'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof mandates>['executeTakeFirstOrThrow']>>

/** Check constraints hold the columns to the words of the rules. */
const known = ({ principalId, amountLimit, name, kind, ...row }: Row): KnownMandate => ({
  ...row,
  basis: row.basis as Basis,
  source: row.source as KnownMandate['source'],
  state: row.state as MandateState,
  found: findings.find(one => one === row.found) ?? null,
  principal: principalId,
  principalName: name,
  principalKind: kind as KnownMandate['principalKind'],
  limit: amountLimit,
  verified: row.verifiedAt !== null,
})

/** Mandates alive on the day in which the person is an agent: what they may do is then for the rules to say. One indexed query. */
export async function heldBy(db: Db, person: string, day: Day, principal?: string): Promise<KnownMandate[]> {
  const rows = await mandates(db)
    .where('m.id', 'in', eb => eb.selectFrom('mandate_agent').select('mandateId').where('personId', '=', person))
    .where('m.state', '=', 'active')
    .where(alive(day))
    .$if(principal !== undefined, q => q.where('m.principalId', '=', principal ?? ''))
    .orderBy('s.name')
    .orderBy('m.id')
    .execute()
  return rows.map(known)
}
const alive = (day: Day) => sql<SqlBool>`m.valid_from <= ${day} and (m.valid_to is null or m.valid_to >= ${day})`

/** Every mandate that the person has held for the principal, also those that have ended: for the reason why not. */
export async function everHeldBy(db: Db, person: string, principal: string): Promise<KnownMandate[]> {
  const rows = await mandates(db)
    .where('m.id', 'in', eb => eb.selectFrom('mandate_agent').select('mandateId').where('personId', '=', person))
    .where('m.principalId', '=', principal)
    .execute()
  return rows.map(known)
}

/** Mandates that these principals have given and those that the person holds, in any state. */
export async function concerning(db: Db, person: string, principals: readonly string[]): Promise<KnownMandate[]> {
  const rows = await mandates(db)
    .where(eb =>
      eb.or([
        eb('m.id', 'in', eb.selectFrom('mandate_agent').select('mandateId').where('personId', '=', person)),
        ...(principals.length > 0 ? [eb('m.principalId', 'in', [...principals])] : []),
      ]),
    )
    .orderBy('m.createdAt', 'desc')
    .limit(500)
    .execute()
  return rows.map(known)
}

/** What a principal's agents hold now. */
export async function givenBy(db: Db, principal: string): Promise<KnownMandate[]> {
  return (await mandates(db).where('m.principalId', '=', principal).execute()).map(known)
}

export async function mandateById(db: Db, id: string): Promise<KnownMandate | undefined> {
  const row = await mandates(db).where('m.id', '=', id).executeTakeFirst()
  return row && known(row)
}

/** The mandates of these ids, in their order. */
export async function mandatesByIds(db: Db, ids: readonly string[]): Promise<KnownMandate[]> {
  if (ids.length === 0) return []
  const rows = await mandates(db)
    .where('m.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map(row => [row.id, known(row)]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/**
 * Locks mandates until the transaction ends: `share` for an act under them, `update` for ending or changing them. An act that has
 * its lock is done before the end; one that waits for it sees the end.
 */
export async function lockMandates(tx: Db, ids: readonly string[], how: 'share' | 'update'): Promise<void> {
  if (ids.length === 0) return
  const rows = tx
    .selectFrom('mandate')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
  await (how === 'share' ? rows.forShare() : rows.forUpdate()).execute()
}

export interface NewMandate {
  id: string
  caseId: string | null
  basis: Basis
  source: KnownMandate['source']
  principal: string
  limit: number | null
  signatures: number
  validFrom: Day
  validTo: Day | null
  scope: readonly { agenda: string; actions: readonly Action[] }[]
  agents: { person: string | null; name: string; birthDate: Day | null; accepted: boolean }[]
  /** Set for one that a register vouches for: it is active at once. */
  verified?: { by: string; verification: Verification }
}

/** Writes a mandate with its scope and agents; one that is there already is left as it is. True when it was new. */
export async function insertMandate(tx: Db, it: NewMandate): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mandate')
    .values({
      id: it.id,
      caseId: it.caseId,
      basis: it.basis,
      source: it.source,
      principalId: it.principal,
      amountLimit: it.limit,
      signatures: it.signatures,
      validFrom: it.validFrom,
      validTo: it.validTo,
      state: it.verified ? 'active' : 'submitted',
      verification: it.verified ? json(it.verified.verification) : null,
      verifiedAt: it.verified ? sql<Date>`now()` : null,
      verifiedBy: it.verified?.by ?? null,
      checkedAt: it.verified ? sql<Date>`now()` : null,
    })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('mandate_scope')
    .values(it.scope.map(({ agenda, actions }) => ({ mandateId: it.id, agenda, actions: [...actions] })))
    .execute()
  await tx
    .insertInto('mandate_agent')
    .values(
      it.agents.map((agent, n) => ({
        mandateId: it.id,
        n,
        personId: agent.person,
        name: agent.name,
        birthDate: agent.birthDate,
        acceptedAt: agent.accepted ? sql<Date>`now()` : null,
      })),
    )
    .execute()
  return true
}
