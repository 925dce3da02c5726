import Type from 'typebox'
import type { Static } from 'typebox'
import { closed, day, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

/** By which channels one is reminded of what is due; within the profile. */
export const ReminderChoice = Type.Object({ email: Type.Boolean(), portal: Type.Boolean() }, closed)
export type ReminderChoice = Static<typeof ReminderChoice>
/** GET /api/reminders */
export const Reminders = Type.Object({
  reminders: Type.Array(
    Type.Object({
      id: Uuid,
      at: instant,
      debts: Type.Array(
        Type.Object({
          liability: Uuid,
          kind: Type.Enum(['before', 'after'], { description: 'Due soon, or overdue for some days.' }),
          description: Words,
          for: orNull(Type.String({ description: 'Who owes it, when not the reader.' })),
          due: day,
          amount: hellers,
        }),
      ),
    }),
    { description: 'Not dismissed, with something in them still owed; newest first.' },
  ),
})
export type Reminders = Static<typeof Reminders>
/** GET /api/reminder-links/:ticket — where the link of a reminder leads. */
export const ReminderLink = Type.Object(
  {
    mine: Type.Boolean({ description: 'The addressee has signed in: the debts may go to their basket.' }),
    mail: Type.Boolean({ description: 'They are still reminded by e-mail.' }),
    debts: Type.Array(
      Type.Object({
        liability: Type.Union([Uuid, Type.Null()], { description: 'For the addressee alone.' }),
        symbol: Type.String(),
        amount: hellers,
        due: day,
      }),
    ),
  },
  { description: 'What of a reminder is still owed: to a stranger no more than its slips say.' },
)
export type ReminderLink = Static<typeof ReminderLink>
