import Type from 'typebox'
import type { Static } from 'typebox'
import { day, hellers, instant, orNull } from './pieces.ts'
import { Uuid, Words } from './wire.ts'

/** What became of a line of a statement, see activities/bank. `open` waits for a person. */
export const BankLineState = Type.Enum([
  'posted',
  'settled',
  'open',
  'kept',
  'returned',
  'corrected',
  'payout',
  'outgoing',
  'reversed',
  'came-back',
  'explained',
])
export type BankLineState = Static<typeof BankLineState>

const part = Type.Object({
  liability: Uuid,
  number: Type.String(),
  description: Words,
  debtor: Type.String(),
  amount: hellers,
})
/** A movement of a statement. Amounts are positive for money that came in. */
export const BankLineView = Type.Object({
  id: Uuid,
  position: Type.Integer(),
  amount: hellers,
  bookedOn: day,
  variableSymbol: orNull(Type.String()),
  specificSymbol: orNull(Type.String()),
  constantSymbol: orNull(Type.String()),
  counterAccount: orNull(Type.String()),
  counterName: orNull(Type.String()),
  message: orNull(Type.String()),
  state: BankLineState,
  why: orNull(Words, { description: 'Why a person had to look.' }),
  case: orNull(Type.Object({ id: Uuid, number: Type.String() })),
  settles: Type.Array(part, { description: 'The debts it settled.' }),
  unallocated: hellers,
  note: orNull(Type.String()),
})
export type BankLineView = Static<typeof BankLineView>

export const StatementSummary = Type.Object({
  id: Uuid,
  account: Type.String({ description: 'The city’s account as people write it.' }),
  year: Type.Integer(),
  number: Type.Integer(),
  from: day,
  to: day,
  opening: hellers,
  closing: hellers,
  lines: Type.Integer(),
  format: Type.Enum(['camt.053', 'gpc']),
  fileName: Type.String(),
  importedAt: instant,
  importedBy: Type.String(),
  warnings: Type.Array(Words),
  buckets: Type.Array(Type.Object({ state: BankLineState, count: Type.Integer(), sum: hellers })),
})
export type StatementSummary = Static<typeof StatementSummary>

/** Money to be sent back in the bank, or that was: `madeOn` is the day on which a statement showed it, `cameBackOn` that on which it came back. */
export const BankReturnView = Type.Object({
  id: Uuid,
  what: Type.Enum(['return', 'refund'], { description: 'Unidentified money, or an overpayment.' }),
  amount: hellers,
  account: Type.String(),
  variableSymbol: orNull(Type.String()),
  message: Type.String(),
  orderedAt: instant,
  madeOn: orNull(day),
  cameBackOn: orNull(day),
  case: Type.Object({ id: Uuid, number: Type.String() }),
})
export type BankReturnView = Static<typeof BankReturnView>

/** GET /api/money/statements — 50 a page, newest first. */
export const Statements = Type.Object({
  statements: Type.Array(StatementSummary),
  next: orNull(Type.Integer({ description: 'Pass as `after` for the next page.' })),
  returns: Type.Array(BankReturnView, { description: 'Those to be made, and those made in the last 30 days.' }),
})
export type Statements = Static<typeof Statements>
export const StatementsQuery = Type.Object(
  { after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })) },
  { additionalProperties: false },
)
/** POST /api/money/statements — `already`: it was there before, and nothing has changed. */
export const ImportedStatements = Type.Object({
  statements: Type.Array(Type.Object({ ...StatementSummary.properties, already: Type.Boolean() })),
})
export type ImportedStatements = Static<typeof ImportedStatements>

/** GET /api/money/statements/:id — 100 lines a page. */
export const StatementDetail = Type.Object({
  ...StatementSummary.properties,
  shown: Type.Array(BankLineView),
  next: orNull(Type.Integer({ description: 'Pass as `after` for the next page.' })),
})
export type StatementDetail = Static<typeof StatementDetail>
export const StatementQuery = Type.Object(
  { state: Type.Optional(BankLineState), after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })) },
  { additionalProperties: false },
)

/** A debt that money may settle. */
export const OpenDebt = Type.Object({
  id: Uuid,
  number: Type.String(),
  description: Words,
  debtor: Type.String(),
  variableSymbol: Type.String(),
  specificSymbol: orNull(Type.String()),
  due: day,
  balance: hellers,
  enforced: Type.Boolean(),
})
export type OpenDebt = Static<typeof OpenDebt>
/** GET /api/money/debts?query= */
export const OpenDebts = Type.Object({ debts: Type.Array(OpenDebt) })
export type OpenDebts = Static<typeof OpenDebts>
/** A refund by transfer that waits to be made in the bank, or to be shown made by a statement. */
export const TransferRefund = Type.Object({
  id: Uuid,
  amount: hellers,
  account: Type.String(),
  variableSymbol: orNull(Type.String()),
  payee: Type.String(),
  case: Type.Object({ id: Uuid, number: Type.String() }),
})
export type TransferRefund = Static<typeof TransferRefund>
/**
 * GET /api/money/cases/:id/line — the money an `unidentified-payment` is about, and whose it may be, likeliest first; for money that has
 * left the account, which refunds it may be.
 */
export const UnidentifiedLine = Type.Object({
  line: BankLineView,
  suggestions: Type.Array(Type.Object({ why: Words, debt: OpenDebt })),
  refunds: Type.Array(Type.Object({ why: Words, refund: TransferRefund })),
})
export type UnidentifiedLine = Static<typeof UnidentifiedLine>

/** A mistake in a file of debts: its line (in JSON the place in the list), the column and why. */
const importProblem = Type.Object({ line: Type.Integer(), column: orNull(Type.String()), reason: Words })
/** A file of debts from the accounting, how far it is and what came of it. */
export const LedgerImportView = Type.Object({
  id: Uuid,
  fileName: Type.String(),
  phase: Type.Enum(['staging', 'applying', 'done', 'refused', 'failed']),
  scope: orNull(Type.Enum(['full', 'changes'])),
  asOf: orNull(instant),
  total: Type.Integer(),
  staged: Type.Integer({ description: 'How many of them have been read into the database so far.' }),
  added: Type.Integer(),
  changed: Type.Integer(),
  cancelled: Type.Integer(),
  freed: hellers,
  behind: Type.Integer({ description: 'Debts of which the accounting has received less than it was handed over.' }),
  problems: Type.Array(importProblem),
  failure: orNull(Type.Enum(['interrupted', 'error']), {
    description: 'Why it has failed: its process was gone, or it met an error of the portal. Nothing was taken over.',
  }),
  by: Type.String(),
  startedAt: instant,
  endedAt: orNull(instant),
})
export type LedgerImportView = Static<typeof LedgerImportView>
/** GET /api/money/imports — the last 20. */
export const LedgerImports = Type.Object({ imports: Type.Array(LedgerImportView) })
export type LedgerImports = Static<typeof LedgerImports>
