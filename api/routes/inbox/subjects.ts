import Type from 'typebox'
import { SubjectList } from '../../contract.ts'
import { route } from '../../route.ts'
import { findSubjects } from '../../views/subjects.ts'

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
      return { status: 200, body: { subjects: await findSubjects(db, query.query) } }
    },
  }),
]
