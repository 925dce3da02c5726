import { sql } from 'kysely'
import Type from 'typebox'
import { SubjectList } from '../../contract.ts'
import { route } from '../../route.ts'

const Search = Type.Object({ query: Type.String({ minLength: 2, maxLength: 100 }) }, { additionalProperties: false })

export const subjects = [
  route({
    method: 'get',
    path: '/api/subjects',
    summary: 'Subjects of the ledger by name, company id or variable symbol, for pairing an account.',
    who: { role: 'finance' },
    query: Search,
    answers: { 200: SubjectList },
    async handle({ query }, { db }) {
      const digits = query.query.replace(/\D/g, '')
      const rows = await db
        .selectFrom('subject as s')
        .leftJoin('person as p', 'p.subjectId', 's.id')
        .select(['s.id', 's.name', 's.kind', 's.birthDate', 's.companyId', 's.address', 'p.id as personId'])
        .where(eb =>
          eb.or([
            eb(sql`lower(s.name)`, 'like', `%${query.query.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`),
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
      return {
        status: 200,
        body: {
          subjects: rows.map(s => ({
            id: s.id,
            name: s.name,
            kind: s.kind,
            birthDate: s.birthDate,
            companyId: s.companyId,
            address: [s.address.street, s.address.houseNumber, s.address.city].filter(Boolean).join(' '),
            pairedWith: s.personId !== null,
          })),
        },
      }
    },
  }),
]
