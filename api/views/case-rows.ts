import type { Db } from '../../db/database.ts'
import { withDefinitions } from '../definitions.ts'
import { Refusal } from '../errors.ts'
import { reachesCase } from '../inbox/reach.ts'
import type { Caller } from '../route.ts'

const cases = (db: Db) =>
  db
    .selectFrom('case as c')
    .leftJoin('official as helper', 'helper.id', 'c.assistedBy')
    .select(['c.id', 'c.number', 'c.agenda', 'c.definition', 'c.personId', 'c.seq', 'c.state', 'c.outcome', 'c.open'])
    .select('c.unreadSince')
    .select(['c.subjectId', 'c.filedAt', 'c.changedAt', 'c.closedAt', 'helper.name as assistedBy'])

/** A case with the definition it began with. */
export type CaseRow = Awaited<ReturnType<typeof casesOfPerson>>[number]

/** A person's cases, newest first. */
export const casesOfPerson = async (db: Db, person: string) =>
  withDefinitions(
    db,
    await cases(db).where('c.personId', '=', person).orderBy('c.filedAt', 'desc').limit(200).execute(),
  )

/** A case of the caller's own, or one within an official's reach. Throws Refusal `not-yours`. */
export async function caseFor(db: Db, who: Caller, id: string): Promise<CaseRow> {
  const [row] = await withDefinitions(db, await cases(db).where('c.id', '=', id).execute())
  if (!row || !(await maySee(db, who, row))) throw new Refusal('not-yours')
  return row
}

async function maySee(db: Db, who: Caller, row: { id: string; personId: string }): Promise<boolean> {
  if (who.kind === 'citizen') return who.person.id === row.personId
  return reachesCase(db, who.official, row.id)
}
