import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { SubjectList } from '../contract.ts'

/** Subjects of the ledger by a part of the name, or by company id, birth number or variable symbol; 20 at most. */
export async function findSubjects(db: Db, query: string): Promise<SubjectList['subjects']> {
  const digits = query.replace(/\D/g, '')
  const rows = await db
    .selectFrom('subject as s')
    .leftJoin('person as p', 'p.subjectId', 's.id')
    .select(['s.id', 's.name', 's.kind', 's.birthDate', 's.companyId', 's.address', 'p.id as personId'])
    .where(eb =>
      eb.or([
        eb(sql`lower(s.name)`, 'like', `%${query.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`),
        ...(digits.length >= 6
          ? [
              eb('s.companyId', '=', digits),
              eb('s.birthNumber', '=', digits),
              eb.exists(
                eb
                  .selectFrom('liability as l')
                  .select('l.id')
                  .whereRef('l.subjectId', '=', 's.id')
                  .where('l.variableSymbol', '=', digits),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('s.name')
    .limit(20)
    .execute()
  return rows.map(s => ({
    id: s.id,
    name: s.name,
    kind: s.kind,
    birthDate: s.birthDate,
    companyId: s.companyId,
    address: [s.address.street, s.address.houseNumber, s.address.city].filter(Boolean).join(' '),
    pairedWith: s.personId !== null,
  }))
}
