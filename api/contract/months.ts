import Type from 'typebox'
import type { Static } from 'typebox'
import { closed, day, hellers, orNull } from './pieces.ts'
import { DayClosing, DayKind, DayTotals } from './days.ts'

/** A month of Prague, `YYYY-MM`. */
export const Month = Type.String({ pattern: '^[1-9][0-9]{3}-(0[1-9]|1[0-2])$' })

const differing = Type.Object({ kind: DayKind, difference: hellers, unclear: Type.Integer() })
const standing = {
  day,
  /** `changed`: closed, and something of the day is different by now. */
  state: Type.Enum(['open', 'proposed', 'confirmed', 'changed']),
  ledger: Type.Object({ count: Type.Integer(), sum: hellers }, { description: 'What the ledger took on the day.' }),
  differs: Type.Array(differing, { description: 'Kinds of money on which the sides do not agree.' }),
}
/** A day on which money moved: how its closing stands, and what of it differs. */
export const StandingDay = Type.Object(standing)
export type StandingDay = Static<typeof StandingDay>

/** GET /api/money/days — days that are not closed, the oldest first, 31 at most, and how many there are. */
export const UnclosedDays = Type.Object({
  since: orNull(day, { description: 'The first day that is asked for; null while no money has moved.' }),
  count: Type.Integer(),
  days: Type.Array(StandingDay),
  months: Type.Array(
    Type.Object({
      month: Month,
      days: Type.Integer(),
      open: Type.Integer(),
      state: orNull(Type.Enum(['proposed', 'confirmed'])),
    }),
    {
      description:
        'The last 13 months since then, the newest first: days with money, and how many of them are not closed.',
    },
  ),
})
export type UnclosedDays = Static<typeof UnclosedDays>

/** GET /api/money/months/:month. `seal` stands for all that is seen, as on a day. */
export const MonthView = Type.Object({
  month: Month,
  over: Type.Boolean({ description: 'The month has passed, so that it can be closed.' }),
  seal: Type.String(),
  totals: DayTotals,
  days: Type.Array(StandingDay),
  closing: orNull(DayClosing),
})
export type MonthView = Static<typeof MonthView>

const seal = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** POST /api/money/months/:month/closing */
export const MonthProposal = Type.Object({ seal, note: Type.Optional(Type.String({ maxLength: 2000 })) }, closed)
/** POST /api/money/months/:month/closing/confirmation */
export const MonthConfirmation = Type.Object({ seal }, closed)
