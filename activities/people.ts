import { sql } from 'kysely'
import { isDuplicate } from '../db/duplicate.ts'
import type { Db } from '../db/database.ts'

/** Gives a person's account its subject of the ledger; a subject has one account at most, held by Postgres. */
export async function pairAccount(
  db: Db,
  { person, subject }: { person: string; subject: string },
): Promise<'paired' | 'taken' | 'unknown'> {
  const known = await db.selectFrom('subject').select('id').where('id', '=', subject).executeTakeFirst()
  if (!known) return 'unknown'
  try {
    const { numUpdatedRows } = await db
      .updateTable('person')
      .set({ subjectId: subject, pairedAt: sql<Date>`now()`, pairedBy: 'clerk', updatedAt: sql<Date>`now()` })
      .where('id', '=', person)
      .where(eb => eb.or([eb('subjectId', 'is', null), eb('subjectId', '=', subject)]))
      .executeTakeFirst()
    return numUpdatedRows === 1n ? 'paired' : 'taken'
  } catch (error) {
    if (isDuplicate(error)) return 'taken'
    throw error
  }
}
