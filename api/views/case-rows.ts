import type { Db } from '../../db/database.ts'

/** Cases with the definitions they began with. */
const cases = (db: Db) =>
  db
    .selectFrom('case as c')
    .innerJoin('definition as d', 'd.hash', 'c.definition')
    .select(['c.id', 'c.number', 'c.agenda', 'c.definition', 'c.personId', 'c.seq', 'c.state', 'c.outcome', 'c.open'])
    .select(['c.filedAt', 'c.changedAt', 'c.closedAt', 'd.content'])

export type CaseRow = NonNullable<Awaited<ReturnType<typeof caseRow>>>

export const caseRow = (db: Db, id: string) => cases(db).where('c.id', '=', id).executeTakeFirst()

/** A person's cases, newest first. */
export const casesOfPerson = (db: Db, person: string) =>
  cases(db).where('c.personId', '=', person).orderBy('c.filedAt', 'desc').limit(200).execute()
