import type { Db } from '../../db/database.ts'
import { withDefinitions } from '../definitions.ts'
import { Refusal } from '../errors.ts'
import type { Caller } from '../route.ts'

const cases = (db: Db) =>
  db
    .selectFrom('case as c')
    .leftJoin('official as helper', 'helper.id', 'c.assistedBy')
    .select([
      'c.id',
      'c.number',
      'c.agenda',
      'c.definition',
      'c.personId',
      'c.seq',
      'c.state',
      'c.outcome',
      'c.open',
      'c.unreadSince',
    ])
    .select(['c.filedAt', 'c.changedAt', 'c.closedAt', 'helper.name as assistedBy'])

/** A case with the definition it began with. */
export type CaseRow = Awaited<ReturnType<typeof casesOfPerson>>[number]

/** A person's cases, newest first. */
export const casesOfPerson = async (db: Db, person: string) =>
  withDefinitions(
    db,
    await cases(db).where('c.personId', '=', person).orderBy('c.filedAt', 'desc').limit(200).execute(),
  )

/** A case of the caller's own, or one in which an inbox of theirs has had a task. Throws Refusal `not-yours`. */
export async function caseFor(db: Db, who: Caller, id: string): Promise<CaseRow> {
  const [row] = await withDefinitions(db, await cases(db).where('c.id', '=', id).execute())
  if (!row || !(await maySee(db, who, row))) throw new Refusal('not-yours')
  return row
}

async function maySee(db: Db, who: Caller, row: { id: string; personId: string }): Promise<boolean> {
  if (who.kind === 'citizen') return who.person.id === row.personId
  const task = await db
    .selectFrom('task')
    .select('id')
    .where('caseId', '=', row.id)
    .where('role', 'in', ['', ...who.official.roles])
    .limit(1)
    .executeTakeFirst()
  return task !== undefined
}
