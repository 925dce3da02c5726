import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { StatementWarning } from '../../db/tables/bank.ts'
import type { Statement } from './statement.ts'

/** Another statement of this account and year has the number and says something else: one of the two is wrong. */
export class StatementDiffers extends Error {
  override name = 'StatementDiffers'
  readonly statement: Statement
  constructor(statement: Statement) {
    super(`Statement ${statement.number}/${statement.year} of ${statement.account} is known with another content.`)
    this.statement = statement
  }
}

/**
 * A fingerprint of what a statement says: balances and movements, not the wrapping. Banks stamp each download anew and give the same
 * statement in two formats, which is still one statement.
 */
export function fingerprint({ account, year, number, opening, closing, lines }: Statement): string {
  const movements = lines.map(({ amount, bookedOn, variableSymbol }) => [amount, bookedOn, variableSymbol])
  return createHash('sha256')
    .update(JSON.stringify([account, year, number, opening, closing, movements]))
    .digest('hex')
}

/** Imports of one account take turns: what one has posted, the other must see. */
export const inTurn = (tx: Db, account: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`bank ${account}`}, 0))`.execute(tx)

/** The id of the statement if it has been imported, else null. Throws StatementDiffers when its number has. */
export async function knownAs(tx: Db, statement: Statement): Promise<string | null> {
  const known = await tx
    .selectFrom('bank_statement')
    .select(['id', 'sha256'])
    .where('account', '=', statement.account)
    .where('year', '=', statement.year)
    .where('number', '=', statement.number)
    .executeTakeFirst()
  if (known && known.sha256 !== fingerprint(statement)) throw new StatementDiffers(statement)
  return known?.id ?? null
}

/** What does not fit the statements known of the account. The first one of an account fits. */
export async function warningsOf(tx: Db, statement: Statement): Promise<StatementWarning[]> {
  const { account, year, number, from, to, opening } = statement
  const others = tx.selectFrom('bank_statement').select(['number', 'closing', 'year']).where('account', '=', account)
  const overlapping = await others.where('fromDay', '<=', to).where('toDay', '>=', from).orderBy('number').execute()
  const before = await others
    .where(eb => eb.or([eb('year', '<', year), eb.and([eb('year', '=', year), eb('number', '<', number)])]))
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = before?.year === year ? before.number + 1 : 1
  return [
    ...overlapping.map((other): StatementWarning => ({ what: 'overlap', number: other.number })),
    ...(before && number !== next ? [{ what: 'gap' as const, number: next }] : []),
    ...(before && number === next && before.closing !== opening
      ? [{ what: 'opening-differs' as const, number: before.number, closing: before.closing }]
      : []),
  ]
}
