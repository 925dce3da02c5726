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
    state: p.string(), // posted | payout | outgoing | reversed | came-back | open | settled | kept | returned | corrected | explained
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

/** A mistake in a file: its line, the column and why. */
export interface ImportProblem {
  line: number
  column: string | null
  reason: { cs: string; en: string }
}

/** A file of debts from the accounting on its way in: how far it is, and what came of it. Amounts in haléře. */
export const LedgerImport = defineEntity({
  name: 'LedgerImport',
  tableName: 'ledger_import',
  properties: {
    id: p.uuid().primary(),
    fileName: p.string(),
    phase: p.string(), // staging | applying | done | refused | failed
    scope: p.string().nullable(), // full | changes
    asOf: p.datetime().nullable(),
    /** The last export run of payments that the accounting has taken over. */
    run: p.integer().default(0),
    total: p.integer().default(0),
    staged: p.integer().default(0),
    added: p.integer().default(0),
    changed: p.integer().default(0),
    cancelled: p.integer().default(0),
    /** Money that settles nothing any more, because the debt is paid elsewhere or has become smaller. */
    freed: p.bigint('number').default(0),
    /** Debts of which the accounting has received less than it was handed over. */
    behind: p.integer().default(0),
    problems: p.json<ImportProblem[]>(),
    failure: p.string().nullable(), // interrupted | error
    by: p.string(),
    startedAt: p.datetime().defaultRaw('now()'),
    endedAt: p.datetime().nullable(),
  },
})

/** A hand-over of payments to the accounting: how many that it did not know, and their sum in haléře. */
export const LedgerExport = defineEntity({
  name: 'LedgerExport',
  tableName: 'ledger_export',
  properties: {
    run: p.integer().primary(),
    at: p.datetime().defaultRaw('now()'),
    payments: p.integer(),
    total: p.bigint('number'),
    /** Given back, less what came back of that. */
    returned: p.bigint('number').default(0),
    /** Payments that the accounting knew, and that have changed. */
    corrections: p.integer().default(0),
    /** An official's name or that of the run; null for runs of long ago. */
    by: p.string().nullable(),
  },
})

/**
 * What a run told of a payment: by how much more of it is on a debt, on nothing (unallocated), or given back (returned) than the runs
 * before said; less, when negative. Summed over the runs it is what the accounting knows.
 */
export const LedgerExportLine = defineEntity({
  name: 'LedgerExportLine',
  tableName: 'ledger_export_line',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    run: p.integer(),
    paymentId: p.uuid(),
    place: p.string(), // debt | unallocated | returned
    liabilityId: p.uuid().nullable(),
    amount: p.bigint('number'),
  },
})
