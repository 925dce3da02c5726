import Type from 'typebox'
import type { Static, TSchema } from 'typebox'
import { closed, day, hellers, instant, orNull } from './pieces.ts'
import { Uuid } from './wire.ts'

/** What money did on a day. `account`: a movement of the city's account that is nobody's payment. */
export const DayKind = Type.Enum(['card', 'transfer', 'cash', 'card-back', 'transfer-back', 'account'])
export type DayKind = Static<typeof DayKind>

/** Where an entry of a day belongs, see api/money/days/entries.ts. */
export const DayBucket = Type.Enum([
  'matched',
  'unsettled',
  'not-posted',
  'differs',
  'untold',
  'unknown',
  'overpaid',
  'refund',
  'refund-waiting',
  'chargeback',
  'returned',
  'reversed',
  'payout',
  'fee',
  'outgoing',
])
export type DayBucket = Static<typeof DayBucket>

const side = orNull(Type.Object({ count: Type.Integer(), sum: hellers }))
/** The same money as each side has it; null where a side does not know this kind. `difference`: between the most and the least. */
export const DayTotal = Type.Object({
  kind: DayKind,
  gateway: side,
  orders: side,
  ledger: side,
  bank: side,
  difference: hellers,
  unclear: Type.Integer({
    description: 'Entries that a person has to look at; sums may agree though payments do not.',
  }),
})
export type DayTotal = Static<typeof DayTotal>
const bucket = Type.Object({ bucket: DayBucket, count: Type.Integer(), sum: hellers })
/** The control totals of a day. */
export const DayTotals = Type.Object({ kinds: Type.Array(DayTotal), buckets: Type.Array(bucket) })
export type DayTotals = Static<typeof DayTotals>

const caseOf = orNull(Type.Object({ id: Uuid, number: Type.String(), task: orNull(Type.String()) }), {
  description: '`task` is one that the reader may open.',
})

/** A payment, refund or movement of the account, as each side has it. */
export const DayEntry = Type.Object({
  key: Type.String(),
  kind: DayKind,
  bucket: DayBucket,
  at: instant,
  gateway: orNull(hellers),
  orders: orNull(hellers),
  ledger: orNull(hellers),
  bank: orNull(hellers),
  foreign: orNull(Type.Object({ amount: Type.Integer(), currency: Type.String() }), {
    description: 'Money of another currency, in its minor units; it is in no sum.',
  }),
  reference: orNull(Type.String({ description: 'The gateway’s payment, or what the bank wrote.' })),
  case: caseOf,
  statement: orNull(Type.Object({ id: Uuid, number: Type.Integer(), year: Type.Integer(), position: Type.Integer() })),
})
export type DayEntry = Static<typeof DayEntry>

const official = Type.Object({ id: Type.String(), name: Type.String() })
export const DayClosing = Type.Object({
  state: Type.Enum(['proposed', 'confirmed']),
  totals: DayTotals,
  note: orNull(Type.String()),
  proposedBy: official,
  proposedAt: instant,
  decidedBy: orNull(official),
  decidedAt: orNull(instant),
  changed: Type.Boolean({ description: 'The totals of the day are not any more what they were then.' }),
})
export type DayClosing = Static<typeof DayClosing>

const pendingOrder = Type.Object({
  order: Uuid,
  state: Type.Enum(['created', 'open', 'paid']),
  amount: hellers,
  createdAt: instant,
  case: caseOf,
})
const unknownEvent = Type.Object({
  id: Type.String(),
  type: Type.String(),
  receivedAt: instant,
  reason: orNull(Type.String()),
  content: Type.String({ description: 'What the gateway sent, as text; 4000 characters at most.' }),
})
const capped = <S extends TSchema>(schema: S) => Type.Object({ count: Type.Integer(), shown: Type.Array(schema) })

/** GET /api/money/days/:day. `seal` stands for the totals: who closes the day sends it back, so that nobody closes what they did not see. */
export const DayView = Type.Object({
  day,
  over: Type.Boolean({ description: 'The day has passed, so that it can be closed.' }),
  seal: Type.String(),
  totals: DayTotals,
  onTheWay: Type.Object(
    { atGateway: hellers, late: hellers },
    {
      description:
        'Card money that the gateway had not paid out by the end of the day; and what it should have paid out by now, and has not.',
    },
  ),
  statements: Type.Array(
    Type.Object({ id: Uuid, account: Type.String(), number: Type.Integer(), year: Type.Integer() }),
    {
      description: 'Bank statements that have the day.',
    },
  ),
  closing: orNull(DayClosing),
  pending: capped(pendingOrder),
  unknown: capped(unknownEvent),
})
export type DayView = Static<typeof DayView>

/** GET /api/money/days/:day/entries — 100 a page, in order of time. */
export const DayEntries = Type.Object({
  entries: Type.Array(DayEntry),
  next: orNull(Type.String({ description: 'Pass as `after` for the next page.' })),
})
export type DayEntries = Static<typeof DayEntries>
export const DayEntriesQuery = Type.Object(
  { bucket: Type.Optional(DayBucket), after: Type.Optional(Type.String({ pattern: '^[0-9]{1,16}:[!-}]{1,255}$' })) },
  closed,
)

const seal = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** POST /api/money/days/:day/closing */
export const DayProposal = Type.Object({ seal, note: Type.Optional(Type.String({ maxLength: 2000 })) }, closed)
/** POST /api/money/days/:day/closing/confirmation */
export const DayConfirmation = Type.Object({ seal }, closed)
/** POST /api/money/events/:id/resolution */
export const EventResolution = Type.Object(
  { words: Type.String({ minLength: 3, maxLength: 2000, pattern: '\\S' }) },
  closed,
)
