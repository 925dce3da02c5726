import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import type { OfficialCaller, SessionFacts } from '../auth/session.ts'
import type { DeskDocument, RegisterFinding } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'

/** Today's check of the identity document of the person who stands before an official. */
export interface Check {
  id: string
  personId: string
  document: DeskDocument
  register: RegisterFinding
  at: Date
}

const kinds = ['id-card', 'passport', 'residence-permit'] as const
const findings = ['confirmed', 'not-found', 'several', 'away'] as const

/** The official at a desk, in the session in which they serve. */
export interface Serving {
  who: OfficialCaller
  session: SessionFacts | null
}

/**
 * The person before this official: the one whose document they checked last, today and in this session, and who has not left. Signing
 * out, and a session that has run out, end the service: whoever signs in at that window next has nobody before them.
 */
export async function presentTo(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { who: { official }, session }: Serving,
): Promise<Check | null> {
  const row = await db
    .selectFrom('identity_check')
    .select(['id', 'personId', 'document', 'documentEnd', 'validTo', 'register', 'at'])
    .where('officialId', '=', official.id)
    .where('session', '=', session?.id ?? '')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  const kind = kinds.find(one => one === row?.document)
  if (!row || !kind || today(row.at) !== today(now())) return null
  return {
    id: row.id,
    personId: row.personId,
    document: { kind, end: row.documentEnd, validTo: row.validTo },
    register: findings.find(one => one === row.register) ?? 'away',
    at: row.at,
  }
}

/**
 * The check that lets the official act for this person now. Whom one has at the desk is said by each request, so that two windows
 * never mix two people up.
 * @throws {Refusal} `not-present`
 */
export async function requirePresent(deps: Pick<Deps, 'db' | 'now'>, serving: Serving, person: string): Promise<Check> {
  const check = await presentTo(deps, serving)
  if (check?.personId !== person) throw new Refusal('not-present')
  return check
}

/** A person steps to the desk; whoever stood there before has left. */
export async function begin(tx: Db, { who: { official }, session }: Serving, check: Check): Promise<void> {
  await leave(tx, official.id, check.at)
  await tx
    .insertInto('identity_check')
    .values({
      id: check.id,
      personId: check.personId,
      officialId: official.id,
      session: session?.id ?? '',
      document: check.document.kind,
      documentEnd: check.document.end,
      validTo: check.document.validTo,
      register: check.register,
      at: check.at,
    })
    .execute()
}

/** The person before this official leaves; gives who it was. */
export async function leave(db: Db, official: string, now: Date): Promise<string | undefined> {
  const left = await db
    .updateTable('identity_check')
    .set({ endedAt: sql<Date>`greatest(at, ${now}::timestamptz)` })
    .where('officialId', '=', official)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst()
  return left?.personId
}

/** Services whose session is no more end: the officials have not come back to them. */
export async function endForgotten(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('identity_check')
    .set({ endedAt: sql<Date>`greatest(at, ${now}::timestamptz)` })
    .where('endedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('session').select('session.id').whereRef('session.id', '=', 'identity_check.session'))),
    )
    .execute()
}
