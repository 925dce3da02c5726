import Type from 'typebox'
import type { Static } from 'typebox'
import { FormDefinition } from './forms.ts'
import { anything, closed, day, instant, orNull } from './pieces.ts'
import { Words } from './wire.ts'

/** An official as the keeper of contacts (duty `admin`) sees one. */
export const OfficialRecord = Type.Object({
  id: Type.String(),
  name: Type.String(),
  department: Words,
  position: orNull(Words),
  active: Type.Boolean(),
  leftOn: orNull(day),
  successor: orNull(Type.Object({ id: Type.String(), name: Type.String() })),
  photo: orNull(Type.String({ description: 'Address of the picture.' })),
  data: anything,
  version: Type.String({ format: 'date-time', description: 'Sent back with a change: 409 when somebody was faster.' }),
})
export type OfficialRecord = Static<typeof OfficialRecord>
/** GET /api/officials — those in office first; `form` is what a change fills in, `newForm` what adds somebody. */
export const OfficialRecords = Type.Object({
  officials: Type.Array(OfficialRecord),
  form: FormDefinition,
  newForm: FormDefinition,
})
export type OfficialRecords = Static<typeof OfficialRecords>
const version = instant
/** POST /api/officials */
export const NewOfficial = Type.Object({ data: anything }, closed)
export type NewOfficial = Static<typeof NewOfficial>
/** PUT /api/officials/:id */
export const OfficialChange = Type.Object({ version, data: anything }, closed)
export type OfficialChange = Static<typeof OfficialChange>
/** POST /api/officials/:id/leave — `on` is the first day without them; today or earlier means at once. */
export const Leaving = Type.Object(
  { version, on: day, successor: orNull(Type.String({ minLength: 1, maxLength: 100 })) },
  closed,
)
export type Leaving = Static<typeof Leaving>
/** DELETE /api/officials/:id/leave, POST and DELETE /api/officials/:id/photo */
export const OfficialVersion = Type.Object({ version }, closed)
export type OfficialVersion = Static<typeof OfficialVersion>
