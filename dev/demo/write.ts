import { sql } from 'kysely'
import { addOfficials } from '../../api/officials/keep.ts'
import type { City } from '../../city/city.ts'
import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { insertMandate } from '../../activities/mandates/rows.ts'
import { writeClosings } from './closings.ts'
import { demoCity } from './demo-city.ts'
import type { DemoAccount } from './mandates.ts'
import type { LiabilityRow } from './rows.ts'
import { writeSides } from './sides.ts'
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
    for (const account of rows.accounts) await writeAccount(tx, account)
    for (const mandate of rows.mandates) await insertMandate(tx, mandate)
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
    const [one, other] = rows.officials.filter(({ roles }) => roles.includes('treasurer')).map(({ id }) => id)
    if (one !== undefined) await writeSides(tx, city, day, one)
    // it takes two
    if (one !== undefined && other !== undefined) await writeClosings(tx, city, day, [one, other])
    return { subjects: rows.subjects.length, liabilities: rows.liabilities.length }
  })
}

/** As if they had signed in once: the next sign-in is linked to this account, as that of the same verified person. */
async function writeAccount(tx: Db, { id, subject, person }: DemoAccount): Promise<void> {
  const { givenName, familyName, birthdate: birthDate, email, phone, address } = person
  await tx
    .insertInto('person')
    .values({
      ...{ id, givenName, familyName, birthDate, email, phone, language: 'cs' },
      ...{ subjectId: subject, pairedAt: new Date(), pairedBy: 'verified-data' },
      address: json({
        street: address.street,
        houseNumber: address.houseNumber,
        ...(address.orientation && { orientationNumber: address.orientation }),
        city: address.city,
        zip: address.zip,
        ruianCode: address.ruianReference,
      }),
    })
    .execute()
  await tx
    .insertInto('identity')
    .values({ issuer: 'urn:demo', sub: person.key, personId: id, means: 'bankid', assurance: 'substantial' })
    .execute()
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
