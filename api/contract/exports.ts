import Type from 'typebox'
import type { Static } from 'typebox'
import { closed, day, hellers, instant, orNull } from './pieces.ts'

const channel = Type.Object({ channel: Type.Enum(['card', 'bank', 'cash']), count: Type.Integer(), sum: hellers })
/** Control totals of payments: how many, their sum, and the same by the way they came. */
export const PaymentTotals = Type.Object({ count: Type.Integer(), sum: hellers, channels: Type.Array(channel) })
export type PaymentTotals = Static<typeof PaymentTotals>

/** What is told beside new payments: money that went back, less what came back of it, and payments the accounting knew that have changed. */
const changes = { returned: hellers, corrections: Type.Integer() }

/** A hand-over of payments to the accounting, with its control totals as they were. */
export const LedgerExportView = Type.Object({
  run: Type.Integer(),
  at: instant,
  by: orNull(Type.String({ description: 'Who, or the name of the run; null for runs of long ago.' })),
  payments: Type.Integer({ description: 'That the accounting did not know.' }),
  total: hellers,
  ...changes,
})
export type LedgerExportView = Static<typeof LedgerExportView>

/** GET /api/money/exports — the last 50 runs, the newest first, and what would be in the next one. */
export const LedgerExports = Type.Object({
  exports: Type.Array(LedgerExportView),
  waiting: Type.Object({ ...PaymentTotals.properties, ...changes }),
})
export type LedgerExports = Static<typeof LedgerExports>

/** Days of Prague on which payments were posted, both included. */
export const PaymentDays = Type.Object({ from: day, to: day }, closed)
/** GET /api/money/payments?from=&to= — control totals of the payments of some days. */
export const PaymentsBetween = Type.Object({ from: day, to: day, totals: PaymentTotals })
export type PaymentsBetween = Static<typeof PaymentsBetween>

export const PaymentFormat = Type.Enum(['csv', 'json'])
export type PaymentFormat = Static<typeof PaymentFormat>
