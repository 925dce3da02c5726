import Type from 'typebox'
import type { Static } from 'typebox'

export const Uuid = Type.String({ format: 'uuid' })
export const Language = Type.Enum(['cs', 'en'])
export type Language = Static<typeof Language>
export const Words = Type.Object({ cs: Type.String(), en: Type.String() }, { description: 'A text in both languages.' })
export type Words = Static<typeof Words>
export const Assurance = Type.Enum(['low', 'substantial', 'high'], {
  description: 'Level of assurance, eIDAS article 8.',
})
export type Assurance = Static<typeof Assurance>

export const FieldProblem = Type.Object(
  { path: Type.String(), rule: Type.String(), message: Type.String() },
  { description: 'A value that has to be corrected: JSON pointer, rule, and words in the reader’s language.' },
)
export type FieldProblem = Static<typeof FieldProblem>
export const ProblemDetails = Type.Object(
  {
    type: Type.String({ format: 'uri' }),
    code: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened and what to do, in the reader’s language.' }),
    requestId: Type.String(),
    problems: Type.Optional(Type.Array(FieldProblem)),
    next: Type.Optional(
      Type.String({ description: 'Where to go on: another case that already pays the same debt, the sign-in page…' }),
    ),
  },
  { description: 'A refusal, RFC 9457.' },
)
export type ProblemDetails = Static<typeof ProblemDetails>
