import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { mayFor, reachOf, unseenBecause, type Reach } from '../acting.ts'
import type { CitizenCaller } from '../auth/session.ts'
import { withDefinitions } from '../definitions.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { reachesCase } from '../inbox/reach.ts'
import type { Caller } from '../route.ts'

const cases = (db: Db) =>
  db
    .selectFrom('case as c')
    .innerJoin('person as f', 'f.id', 'c.personId')
    .leftJoin('subject as s', 's.id', 'c.subjectId')
    .leftJoin('official as helper', 'helper.id', 'c.assistedBy')
    .select(['c.id', 'c.number', 'c.agenda', 'c.definition', 'c.personId', 'c.seq', 'c.state', 'c.outcome', 'c.open'])
    .select(['c.filedAt', 'c.changedAt', 'c.closedAt', 'c.subjectId', 'c.mandateId', 'c.joint', 'c.unreadSince'])
    .select([sql<string>`f.given_name || ' ' || f.family_name`.as('filedBy'), 's.name as principal'])
    .select('helper.name as assistedBy')

/** A case with the definition it began with, and the roles in which the caller was invited into it. */
export type CaseRow = Awaited<ReturnType<typeof rowsOf>>[number] & { roles: string[] }
const rowsOf = async (db: Db, query: ReturnType<typeof cases>) => withDefinitions(db, await query.execute())

/**
 * The cases a person sees, newest first: filed in their own matter or in their name, filed for those whose cases their mandates let
 * them see, and those they were invited into.
 */
export async function casesOfPerson(deps: Deps, who: CitizenCaller): Promise<{ rows: CaseRow[]; reach: Reach }> {
  const reach = await reachOf(deps, who)
  const parties = await deps.db
    .selectFrom('case_party')
    .select(['caseId', 'role'])
    .where('personId', '=', who.person.id)
    .execute()
  const roles = Map.groupBy(parties, ({ caseId }) => caseId)
  const query = cases(deps.db)
    .where(eb =>
      eb.or([
        eb.and([eb('c.personId', '=', who.person.id), eb('c.subjectId', 'is', null)]),
        ...(reach.subject === null ? [] : [eb('c.subjectId', '=', reach.subject)]),
        ...(reach.held.length === 0
          ? []
          : [
              eb(
                'c.subjectId',
                'in',
                reach.held.map(({ principal }) => principal),
              ),
            ]),
        ...(roles.size === 0 ? [] : [eb('c.id', 'in', [...roles.keys()])]),
      ]),
    )
    .orderBy('c.filedAt', 'desc')
    .limit(200)
  const found = await rowsOf(deps.db, query)
  const rows = found.map(row => ({ ...row, roles: (roles.get(row.id) ?? []).map(({ role }) => role) }))
  return { rows: rows.filter(row => seesAsCitizen(reach, row) || row.roles.length > 0), reach }
}

/** Whether a case is the caller's own, their principal's, or filed in their name. Who filed it for somebody and may no longer, does not see it. */
export function seesAsCitizen(
  reach: Reach,
  { personId, subjectId, agenda }: Pick<CaseRow, 'personId' | 'subjectId' | 'agenda'>,
): boolean {
  return subjectId === null ? personId === reach.person : mayFor(reach, subjectId, agenda, 'view')
}

/**
 * A case the caller may see: as citizen, as somebody invited, or because an inbox of theirs has had a task in it. Throws Refusal
 * `not-yours`; `mandate-ended` or `mandate-suspended` to whoever saw it once as an agent.
 */
export async function caseFor(deps: Deps, who: Caller, id: string): Promise<CaseRow> {
  const [found] = await rowsOf(deps.db, cases(deps.db).where('c.id', '=', id))
  if (!found) throw new Refusal('not-yours')
  if (who.kind === 'official') {
    if (!(await reachesCase(deps.db, who.official, id))) throw new Refusal('not-yours')
    return { ...found, roles: [] }
  }
  // the usual case: one's own matter needs no further question
  if (found.subjectId === null && found.personId === who.person.id) return { ...found, roles: [] }
  const row = { ...found, roles: await rolesIn(deps.db, id, who.person.id) }
  const reach = await reachOf(deps, who)
  if (row.roles.length === 0 && !seesAsCitizen(reach, row)) throw await unseen(deps.db, reach, row)
  return row
}

async function unseen(db: Db, { person, day }: Reach, { subjectId }: CaseRow): Promise<Refusal> {
  return new Refusal(subjectId === null ? 'not-yours' : await unseenBecause(db, person, subjectId, day))
}

async function rolesIn(db: Db, caseId: string, person: string): Promise<string[]> {
  const parties = await db
    .selectFrom('case_party')
    .select('role')
    .where('caseId', '=', caseId)
    .where('personId', '=', person)
    .orderBy('role')
    .execute()
  return parties.map(({ role }) => role)
}
