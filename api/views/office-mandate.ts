import { sql } from 'kysely'
import type { KnownMandate } from '../../activities/mandates/rows.ts'
import { hasEnded } from '../../activities/mandates/rules.ts'
import type { Db } from '../../db/database.ts'
import { todayOf, type Reach } from '../acting.ts'
import type { OfficialCaller } from '../auth/session.ts'
import type { OfficeMandate } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { whyNotHere } from '../revoking.ts'
import { isOwnMatter, standingOf } from '../suspending.ts'
import { mandateView } from './mandate.ts'
import { words } from './words.ts'

/** Mandates as an official of the department that verifies them sees them: what they allow, their state, and what may be done. */
export async function officeMandates(
  deps: Pick<Deps, 'db' | 'now'>,
  who: OfficialCaller,
  mandates: readonly KnownMandate[],
): Promise<OfficeMandate[]> {
  const day = todayOf(deps)
  const [tasks, suspenders] = await Promise.all([tasksOf(deps.db, mandates), namesOf(deps.db, mandates)])
  // an official has no mandates of their own here: they see all that its sides see, and end nothing in their name
  const reach: Reach = { person: '', subject: null, day, held: [] }
  return mandates.map(mandate => ({
    ...mandateView(reach, mandate, new Set(mandate.caseId === null ? [] : [mandate.caseId])),
    ...standingOf(who, mandate, day),
    suspendedBy: suspenders.get(mandate.id) ?? null,
    task: (mandate.caseId !== null && tasks.get(mandate.caseId)) || null,
    mayRevoke: false,
    whyNeither: hasEnded(mandate, day) ? null : isOwnMatter(who, mandate) ? ownMatter : whyNotSuspended(mandate),
  }))
}

const whyNotSuspended = (mandate: KnownMandate) => (mandate.state === 'suspended' ? null : whyNotHere(mandate))

const ownMatter = words(
  'Jste zmocnitel nebo zmocněnec, proto o tomto zmocnění rozhoduje někdo jiný (§ 14 správního řádu).',
  'You are its principal or agent, so somebody else decides about this mandate (section 14 of the Administrative Code).',
)

/** The task of each case in which its mandate was verified last. */
async function tasksOf(db: Db, mandates: readonly KnownMandate[]): Promise<Map<string, string>> {
  const cases = mandates.flatMap(({ caseId }) => caseId ?? [])
  if (cases.length === 0) return new Map()
  const rows = await db
    .selectFrom('task')
    .select(['caseId', 'id'])
    .where('caseId', 'in', cases)
    .where('step', '=', 'verification')
    .orderBy('openedAt')
    .execute()
  return new Map(rows.map(({ caseId, id }) => [caseId, id]))
}

async function namesOf(db: Db, mandates: readonly KnownMandate[]): Promise<Map<string, string>> {
  if (mandates.length === 0) return new Map()
  const rows = await db
    .selectFrom('mandate as m')
    .innerJoin('official as o', 'o.id', 'm.suspendedBy')
    .select(['m.id', 'o.name'])
    .where(
      'm.id',
      'in',
      mandates.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Ids of mandates of people or companies whose name has all these words, living ones first; without words those that are suspended. */
export async function mandatesNamed(db: Db, typed: string, most = 50): Promise<string[]> {
  const terms = typed.trim().split(/\s+/).filter(Boolean)
  if (terms.length === 0) {
    const waiting = await db
      .selectFrom('mandate')
      .select('id')
      .where('state', '=', 'suspended')
      .orderBy('suspendedAt', 'desc')
      .limit(most)
      .execute()
    return waiting.map(({ id }) => id)
  }
  const like = (column: string) =>
    sql.join(
      terms.map(term => sql`lower(${sql.ref(column)}) like ${`%${term.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`),
      sql` and `,
    )
  const { rows } = await sql<{ id: string }>`
    select m.id from mandate m where m.id in (
      select m.id from subject s join mandate m on m.principal_id = s.id where ${like('s.name')}
      union select a.mandate_id from mandate_agent a where ${like('a.name')})
    order by m.ended_at is not null, m.created_at desc, m.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}
