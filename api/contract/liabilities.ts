import Type from 'typebox'
import type { Static } from 'typebox'
import { day, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'
import { InstalmentPlan } from './calendar.ts'
import { OfficialContact } from './city.ts'
import { Basis, PrincipalKind } from './mandates.ts'

export const Overpayments = Type.Object({
  overpayments: Type.Array(
    Type.Object({
      payment: Uuid,
      amount: hellers,
      paidAt: instant,
      channel: Type.Enum(['card', 'bank', 'cash']),
    }),
  ),
})
export type Overpayments = Static<typeof Overpayments>

export const Payable = Type.Object(
  { how: Type.Enum(['part', 'whole', 'no']), reason: Type.Optional(Words) },
  { description: 'Whether it may be paid by card now: in part, only whole, or not (with the reason and what to do).' },
)
export type Payable = Static<typeof Payable>
export const Liability = Type.Object({
  id: Uuid,
  number: Type.String(),
  kind: Type.Enum(['waste', 'dog', 'fine', 'specified-amount', 'sewerage', 'flat-rent', 'premises-rent']),
  world: Type.Enum(['administrative', 'tax', 'private']),
  year: Type.Integer(),
  period: Type.String(),
  instalment: Type.Integer(),
  instalments: Type.Integer(),
  description: Words,
  legalBasis: Words,
  concerns: orNull(Type.String()),
  debtor: Type.String(),
  for: Type.Union([Uuid, Type.Null()], { description: 'The principal who owes it; null when the caller does.' }),
  issued: day,
  due: day,
  variableSymbol: Type.String(),
  specificSymbol: orNull(Type.String()),
  principal: hellers,
  accessories: Type.Array(Type.Object({ kind: Type.String(), amount: hellers, legalBasis: Words, since: day })),
  paid: hellers,
  writtenOff: hellers,
  balance: hellers,
  currency: Type.Literal('CZK'),
  state: Type.Enum(['open', 'overdue', 'settled', 'cancelled', 'enforcement']),
  asOf: instant,
  payable: Payable,
  plan: orNull(InstalmentPlan),
  inOrder: orNull(
    Type.Object(
      {
        case: Type.Union([Uuid, Type.Null()], {
          description: 'Null when somebody pays it by its slip, without signing in.',
        }),
        until: instant,
      },
      { description: 'A live order that already pays it.' },
    ),
  ),
})
export type Liability = Static<typeof Liability>
/** Somebody whose liabilities the caller sees: themselves (`subject` null) or a principal under a mandate. */
export const Debtor = Type.Object({
  subject: orNull(Uuid),
  name: Type.String(),
  kind: PrincipalKind,
  basis: orNull(Basis),
  owed: hellers,
  overdue: hellers,
  limit: Type.Union([hellers, Type.Null()], { description: 'The most that one payment for them may be.' }),
  mayPay: Type.Boolean(),
})
export type Debtor = Static<typeof Debtor>
/** GET /api/liabilities?year=&kind=&state=&for= (a subject, or `me`) */
export const Liabilities = Type.Object({
  paired: Type.Boolean(),
  asOf: orNull(Type.String({ format: 'date-time', description: 'The state of the ledger these lines show.' })),
  years: Type.Array(Type.Integer()),
  kinds: Type.Array(Type.String()),
  owed: Type.Integer({ description: 'Σ of the balances of open lines, all years.' }),
  overdue: hellers,
  debtors: Type.Array(Debtor),
  liabilities: Type.Array(Liability),
})
export type Liabilities = Static<typeof Liabilities>
/** GET /api/liabilities/:id — the QR picture is at /api/liabilities/:id/qr.svg */
export const LiabilityDetail = Type.Object({
  ...Liability.properties,
  bank: orNull(
    Type.Object({
      account: Type.String(),
      iban: Type.String(),
      amount: hellers,
      variableSymbol: Type.String(),
      specificSymbol: orNull(Type.String()),
      message: Type.String(),
      qr: Type.String(),
    }),
  ),
  payments: Type.Array(
    Type.Object({
      channel: Type.Enum(['card', 'bank', 'cash']),
      amount: hellers,
      paidAt: instant,
      creditedOn: orNull(day),
      receipt: orNull(Uuid),
    }),
  ),
  responsible: orNull(OfficialContact),
})
export type LiabilityDetail = Static<typeof LiabilityDetail>
