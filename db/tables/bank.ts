import { defineEntity, p } from '@mikro-orm/postgresql'

/** A statement of one of the city's accounts, imported whole. Amounts in haléře. */
export const BankStatement = defineEntity({
  name: 'BankStatement',
  tableName: 'bank_statement',
  properties: {
    id: p.uuid().primary(),
    account: p.string(), // IBAN
    year: p.integer(),
    number: p.integer(),
    format: p.string(), // 'camt.053' | 'gpc'
    fromDay: p.date(),
    toDay: p.date(),
    opening: p.bigint('number'),
    closing: p.bigint('number'),
    lines: p.integer(),
    /** Of what the statement says, not of the file. */
    sha256: p.string(),
    fileName: p.string(),
    warnings: p.json<StatementWarning[]>(),
    importedBy: p.string(),
    importedAt: p.datetime().defaultRaw('now()'),
  },
})

/** What does not fit the statements known before; the import stands nevertheless. `number` is the other statement's. */
export type StatementWarning =
  | { what: 'gap'; number: number }
  | { what: 'overlap'; number: number }
  | { what: 'opening-differs'; number: number; closing: number }

/** One movement of a statement and what became of it. */
export const BankLine = defineEntity({
  name: 'BankLine',
  tableName: 'bank_line',
  properties: {
    id: p.uuid().primary(),
    statementId: p.uuid(),
    position: p.integer(),
    account: p.string(),
    amount: p.bigint('number'), // came in: positive
    bookedOn: p.date(),
    valueOn: p.date(),
    variableSymbol: p.string().nullable(),
    specificSymbol: p.string().nullable(),
    constantSymbol: p.string().nullable(),
    counterAccount: p.string().nullable(),
    counterName: p.string().nullable(),
    message: p.string().nullable(),
    bankReference: p.string().nullable(),
    reversal: p.boolean(),
    state: p.string(), // posted | payout | outgoing | reversed | open | settled | kept | returned | corrected
    /** Why a person had to look, see activities/bank/matching.ts. */
    why: p.string().nullable(),
    paymentId: p.uuid().nullable(),
    caseId: p.uuid().nullable(),
    note: p.string().nullable(),
  },
})

/** Money that goes back to its sender: a payment order to be made in the bank. `madeBy` is the statement line that shows it was. */
export const BankReturn = defineEntity({
  name: 'BankReturn',
  tableName: 'bank_return',
  properties: {
    lineId: p.uuid().primary(),
    amount: p.bigint('number'),
    account: p.string(),
    variableSymbol: p.string().nullable(),
    message: p.string(),
    orderedAt: p.datetime().defaultRaw('now()'),
    madeBy: p.uuid().nullable(),
  },
})
