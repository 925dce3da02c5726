import Type from 'typebox'
import type { Static } from 'typebox'
import { day, hellers, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

/** A debt spread over instalments, with what of each is left. */
export const InstalmentPlan = Type.Object({
  case: Uuid,
  lines: Type.Array(Type.Object({ n: Type.Integer(), due: day, amount: hellers, left: hellers })),
  next: orNull(Type.Object({ n: Type.Integer(), due: day, amount: hellers })),
})
export type InstalmentPlan = Static<typeof InstalmentPlan>
/** GET /api/calendar — all that is to be paid, by its day; the same for a calendar program is at /api/calendar.ics. */
export const PaymentCalendar = Type.Object({
  entries: Type.Array(
    Type.Object({
      liability: Uuid,
      description: Words,
      for: orNull(Type.String({ description: 'Who owes it, when not the reader.' })),
      due: day,
      amount: hellers,
      instalment: orNull(Type.Object({ n: Type.Integer(), of: Type.Integer() })),
      late: Type.Boolean(),
    }),
  ),
})
export type PaymentCalendar = Static<typeof PaymentCalendar>
