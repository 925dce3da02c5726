import Type from 'typebox'
import type { Static } from 'typebox'
import { closed, day, instant, orNull } from './pieces.ts'
import { ReminderChoice } from './reminders.ts'
import { Assurance, Language, Uuid } from './wire.ts'

/** GET·PATCH /api/profile */
export const Profile = Type.Object({
  name: Type.String(),
  birthDate: orNull(day),
  address: orNull(Type.String()),
  email: orNull(Type.String()),
  phone: orNull(Type.String()),
  language: Language,
  paired: Type.Boolean(),
  pairedAt: orNull(instant),
  pairingCase: Type.Union([Uuid, Type.Null()], { description: 'A pairing request that is being decided.' }),
  reminders: ReminderChoice,
  identities: Type.Array(Type.Object({ means: Type.String(), assurance: Assurance, lastAt: instant })),
})
export type Profile = Static<typeof Profile>
export const ProfilePatch = Type.Object(
  {
    email: Type.Optional(orNull(Type.String({ maxLength: 254 }))),
    phone: Type.Optional(orNull(Type.String({ maxLength: 30 }))),
    language: Type.Optional(Language),
    reminders: Type.Optional(ReminderChoice),
  },
  closed,
)
export type ProfilePatch = Static<typeof ProfilePatch>
