import { sql } from 'kysely'
import { addOfficials } from '../../api/officials/keep.ts'
import type { City } from '../../city/city.ts'
import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { demoCity } from './demo-city.ts'
import type { LiabilityRow } from './rows.ts'
import type { DemoSubject } from './subjects.ts'

/** So many rows go in one statement: Postgres takes at most 65 535 parameters. */
const batch = 1_000

/**
 * Fills an empty ledger with the demo city as of `day`, in one transaction. A ledger that knows any subject is left as it is.
 * Gives what was written, or null when nothing was.
 */
export async function loadDemo(
  db: Db,
  city: City,
  day: Day,
): Promise<{ subjects: number; liabilities: number } | null> {
  return db.transaction().execute(async tx => {
    // two loaders at once: the second waits and then finds the subjects
    await sql`select pg_advisory_xact_lock(hashtext('demo data'))`.execute(tx)
    if (await tx.selectFrom('subject').select('id').limit(1).executeTakeFirst()) return null
    const rows = demoCity(city, day)
    await addOfficials(tx, rows.officials)
    for (const some of batches(rows.subjects)) {
      await tx.insertInto('subject').values(some.map(subjectRow)).execute()
    }
    for (const some of batches(rows.liabilities)) {
      const values = some.map(row => ({
        ...row,
        ...texts(row),
        currency: 'CZK',
        asOf: new Date(row.asOf),
        changedAt: new Date(),
      }))
      await tx.insertInto('liability').values(values).execute()
    }
    for (const some of batches(rows.accessories)) {
      await tx
        .insertInto('accessory')
        .values(some.map(row => ({ ...row, legalBasis: json(row.legalBasis) })))
        .execute()
    }
    for (const some of batches(rows.payments)) {
      const values = some.map(row => ({
        ...row,
        currency: 'CZK',
        paidAt: new Date(row.paidAt),
        postedAt: new Date(row.postedAt),
      }))
      await tx.insertInto('payment').values(values).execute()
    }
    for (const some of batches(rows.allocations)) {
      await tx
        .insertInto('allocation')
        .values(some.map(row => ({ ...row, at: new Date(row.at) })))
        .execute()
    }
    return { subjects: rows.subjects.length, liabilities: rows.liabilities.length }
  })
}

/** A subject's columns: the key is the stories' own. */
function subjectRow(subject: DemoSubject) {
  const { key: _, ...row } = subject
  return { ...row, address: json(row.address) }
}

/** The bilingual columns, for jsonb. */
const texts = ({ description, legalBasis }: LiabilityRow) => ({
  description: json(description),
  legalBasis: json(legalBasis),
})

function* batches<T>(rows: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch)
}
