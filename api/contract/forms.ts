import Type from 'typebox'
import type { Static } from 'typebox'
import { anything } from './pieces.ts'
import { MandateAction } from './mandates.ts'
import { Assurance, Words } from './wire.ts'

export const FormDefinition = Type.Object(
  { schema: Type.Record(Type.String(), anything), layout: Type.Optional(Type.Record(Type.String(), anything)) },
  { description: 'A form: JSON Schema 2020-12 with `x-title`… in both languages, and a JSON Forms layout.' },
)
export type FormDefinition = Static<typeof FormDefinition>
/** GET /api/agendas/:agenda */
export const AgendaInfo = Type.Object({
  id: Type.String(),
  title: Words,
  assurance: Assurance,
  first: Type.String(),
  form: FormDefinition,
  minors: Type.Boolean({ description: 'Open also to who is under 18.' }),
  forOthers: Type.Union([MandateAction, Type.Null()], {
    description: 'What a mandate must allow for it to be filed in a principal’s name; null: in one’s own name alone.',
  }),
})
export type AgendaInfo = Static<typeof AgendaInfo>
