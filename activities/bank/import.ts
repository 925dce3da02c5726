import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { registerPayments, type BulkPayment } from '../ledger/register-payments.ts'
import { fingerprint, inTurn, knownAs, warningsOf } from './known.ts'
import type { Why } from './matching.ts'
import { orderMade, refundCameBack, type SentRefund } from './outgoing.ts'
import { sortLines, type KnownAccounts, type Sorted } from './sorting.ts'
import type { Statement, StatementLine } from './statement.ts'

/** A line that waits for a person. */
export interface OpenLine extends StatementLine {
  id: string
  account: string
  why: Why
}

export interface ImportOf {
  fileName: string
  /** Id of the official who brings it. */
  official: string
  /** Accounts that tell by themselves what a movement is. */
  accounts: KnownAccounts
  /** Files a case for each line that waits for a person; gives their ids in the same order. */
  fileCases(tx: Db, lines: readonly OpenLine[]): Promise<string[]>
  /** Files a case for a refund that came back after its own case had told the payer that it was sent. */
  fileReturn(tx: Db, refund: SentRefund): Promise<void>
}

/**
 * Takes a statement over, inside the caller's transaction: what matches without doubt is posted to the ledger, each line under an
 * external id of its own, and for the rest there is a case. A statement known already changes nothing. Throws StatementDiffers.
 */
export async function importStatement(
  tx: Db,
  statement: Statement,
  how: ImportOf,
): Promise<{ id: string; already: boolean }> {
  await inTurn(tx, statement.account)
  const known = await knownAs(tx, statement)
  if (known !== null) return { id: known, already: true }
  const warnings = await warningsOf(tx, statement)
  const sorted = await sortLines(tx, statement, how.accounts)
  const lines = statement.lines.map((line, at) => ({ ...line, id: randomUUID(), ...belongs(sorted[at]) }))
  const posted = lines.flatMap(line => (line.state === 'posted' ? [line] : []))
  const open = lines.flatMap(line => (line.state === 'open' ? [{ ...line, account: statement.account }] : []))
  const payments = await registerPayments(
    tx,
    posted.map(line => paymentOf(statement, line, line.items)),
  )
  const id = randomUUID()
  await tx
    .insertInto('bank_statement')
    .values({
      ...{ id, account: statement.account, year: statement.year, number: statement.number, format: statement.format },
      ...{ fromDay: statement.from, toDay: statement.to, opening: statement.opening, closing: statement.closing },
      ...{ lines: lines.length, sha256: fingerprint(statement), fileName: how.fileName, importedBy: how.official },
      warnings: json(warnings),
    })
    .execute()
  const cases = await how.fileCases(tx, open)
  const paymentIn = new Map(posted.map((line, at) => [line.id, payments[at] ?? null]))
  const caseOf = new Map(open.map((line, at) => [line.id, cases[at] ?? null]))
  await writeLines(
    tx,
    lines.map(({ id: lineId, state, ...line }) => ({
      ...columnsOf(line),
      ...{ id: lineId, statement_id: id, account: statement.account, state, why: 'why' in line ? line.why : null },
      ...{ payment_id: paymentIn.get(lineId) ?? null, case_id: caseOf.get(lineId) ?? null },
    })),
  )
  for (const line of lines) {
    if (line.state === 'outgoing' && line.order) await orderMade(tx, line.order, line.id)
    if (line.state === 'came-back') await refundCameBack(tx, line.refund, line.id, how.fileReturn)
  }
  return { id, already: false }
}

function belongs(sorted: Sorted | undefined): Sorted {
  if (!sorted) throw new TypeError('Each line is sorted.')
  return sorted
}

const columnsOf = ({ position, amount, reversal, message, ...line }: StatementLine) => ({
  ...{ position, amount, reversal, message, booked_on: line.bookedOn, value_on: line.valueOn },
  ...{ variable_symbol: line.variableSymbol, specific_symbol: line.specificSymbol },
  ...{ constant_symbol: line.constantSymbol, counter_account: line.counterAccount },
  ...{ counter_name: line.counterName, bank_reference: line.bankReference },
})

/** As one value: ten thousand rows of parameters would take longer to put together than to write. */
const writeLines = (tx: Db, rows: readonly object[]) =>
  sql`insert into bank_line (id, statement_id, position, account, amount, booked_on, value_on, variable_symbol, specific_symbol, constant_symbol,
      counter_account, counter_name, message, bank_reference, reversal, state, why, payment_id, case_id)
    select id, statement_id, position, account, amount, booked_on, value_on, variable_symbol, specific_symbol, constant_symbol,
      counter_account, counter_name, message, bank_reference, reversal, state, why, payment_id, case_id
    from jsonb_populate_recordset(null::bank_line, ${JSON.stringify(rows)}::jsonb)`.execute(tx)

/**
 * A line as the ledger takes it. Statements say days: noon in UTC is that day in Prague all year. Numbers of statements begin anew
 * each year, so the year is part of the external id.
 */
export const paymentOf = (
  { account, year, number }: Pick<Statement, 'account' | 'year' | 'number'>,
  { position, amount, bookedOn, counterName }: Pick<StatementLine, 'position' | 'amount' | 'bookedOn' | 'counterName'>,
  items: BulkPayment['items'],
): BulkPayment => ({
  externalId: `bank:${account}:${year}-${number}/${position}`,
  channel: 'bank',
  ...(counterName !== null && { payer: counterName }),
  ...{ amount, currency: 'CZK', paidAt: `${bookedOn}T12:00:00Z`, creditedOn: bookedOn, items },
})
