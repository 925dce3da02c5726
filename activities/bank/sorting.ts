import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { outgoingOrders, type Order, type SentRefund } from './outgoing.ts'
import { match, type Debt, type Matched, type Why } from './matching.ts'
import { symbol, type Statement, type StatementLine } from './statement.ts'

/** Where a line of a statement belongs. */
export type Sorted =
  | { state: 'posted'; items: { liability: string; amount: number }[] }
  | { state: 'open'; why: Why }
  | { state: 'payout' | 'reversed' }
  /** An order that was waiting for it; null for a move between the city's own accounts, or a fee of the gateway. */
  | { state: 'outgoing'; order: Order | null }
  | { state: 'came-back'; refund: SentRefund }

/** Accounts (IBAN) that tell by themselves what a movement is: those the card gateway pays out from, and the city's own. */
export interface KnownAccounts {
  payouts: readonly string[]
  own: readonly string[]
}

/**
 * Says of each line of a statement where it belongs, and locks the debts and orders it settles until the transaction ends. Gives one
 * answer a line, in their order.
 */
export async function sortLines(tx: Db, statement: Statement, { payouts, own }: KnownAccounts): Promise<Sorted[]> {
  const { lines } = statement
  const outgoing = await outgoingOrders(tx, lines)
  const pairs = reversedWithin(lines)
  const seen = await seenBefore(tx, statement)
  const debts = await debtsUnder(tx, statement.account, lines)
  return lines.map(line => {
    if (pairs.has(line.position)) return { state: 'reversed' }
    if (line.reversal) return { state: 'open', why: 'reversal' }
    if (line.amount < 0 && line.counterAccount !== null && [...own, ...payouts].includes(line.counterAccount))
      return { state: 'outgoing', order: null }
    if (line.amount < 0) {
      if (seen.has(line.position)) return { state: 'open', why: 'seen-before' }
      const order = outgoing.sentBy(line)
      return order ? { state: 'outgoing', order } : { state: 'open', why: 'unknown-outgoing' }
    }
    if (line.counterAccount !== null && payouts.includes(line.counterAccount)) return { state: 'payout' }
    if (seen.has(line.position)) return { state: 'open', why: 'seen-before' }
    const refund = outgoing.cameBackBy(line)
    if (refund) return { state: 'came-back', refund }
    if (line.variableSymbol === null) return { state: 'open', why: 'no-symbol' }
    const under = debts.get(line.variableSymbol) ?? []
    const matched = match(line, under)
    return 'why' in matched ? { state: 'open', why: matched.why } : { state: 'posted', items: settle(under, matched) }
  })
}

/** What the lines before have settled, the lines after find settled. */
function settle(debts: Debt[], { items }: Extract<Matched, { items: unknown }>) {
  for (const { liability, amount } of items) for (const debt of debts) if (debt.id === liability) debt.balance -= amount
  return items
}

/** Positions of movements that the bank has taken back within the statement, and of what took them back. */
function reversedWithin(lines: readonly StatementLine[]): Set<number> {
  const pairs = new Set<number>()
  for (const line of lines.filter(({ reversal }) => reversal)) {
    const taken = lines.find(
      other =>
        !other.reversal &&
        !pairs.has(other.position) &&
        other.amount === -line.amount &&
        other.variableSymbol === line.variableSymbol &&
        other.counterAccount === line.counterAccount,
    )
    if (taken) for (const { position } of [line, taken]) pairs.add(position)
  }
  return pairs
}

/** Positions of movements that another statement has had: of the same day and sum, by the bank's reference or by who sent what. */
async function seenBefore(tx: Db, { account, lines }: Statement): Promise<Set<number>> {
  const own = lines.filter(({ reversal }) => !reversal)
  const column = <T>(of: (line: StatementLine) => T) => own.map(of)
  const { rows } = await sql<{ position: number }>`
    select distinct new.position from unnest(${column(l => l.position)}::int[], ${column(l => l.bookedOn)}::date[], ${column(l => l.amount)}::bigint[],
        ${column(l => l.bankReference)}::text[], ${column(l => l.variableSymbol)}::text[], ${column(l => l.counterAccount)}::text[], ${column(l => l.message)}::text[])
      as new (position, booked_on, amount, reference, symbol, counter, message)
    join bank_line old on old.account = ${account} and old.booked_on = new.booked_on and old.amount = new.amount and not old.reversal
      and case when new.reference is not null and old.bank_reference is not null then new.reference = old.bank_reference
        else (new.symbol, new.counter, new.message) is not distinct from (old.variable_symbol, old.counter_account, old.message) end`.execute(
    tx,
  )
  return new Set(rows.map(({ position }) => position))
}

/** The debts of an account by variable symbol, locked in order of id as every posting locks them. */
async function debtsUnder(tx: Db, account: string, lines: readonly StatementLine[]): Promise<Map<string, Debt[]>> {
  const symbols = [
    ...new Set(lines.flatMap(({ amount, variableSymbol }) => (amount > 0 ? (variableSymbol ?? []) : []))),
  ]
  const rows = await tx
    .selectFrom('liability')
    .select(['id', 'subjectId', 'kind', 'state', 'issued', 'due', 'number', 'variableSymbol', 'specificSymbol'])
    .select(['principal', 'accessories', 'paid', 'writtenOff'])
    .where('account', '=', account)
    .where(sql<boolean>`ltrim(variable_symbol, '0') = any(${symbols}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const debts = new Map<string, Debt[]>()
  for (const { subjectId, variableSymbol, specificSymbol, ...row } of rows) {
    const key = symbol(variableSymbol) ?? ''
    const debt: Debt = {
      ...row,
      debtor: subjectId,
      // check constraints hold both columns to these words
      kind: row.kind as Debt['kind'],
      state: row.state as Debt['state'],
      specificSymbol: specificSymbol === null ? null : symbol(specificSymbol),
      balance: row.state === 'cancelled' ? 0 : row.principal + row.accessories - row.paid - row.writtenOff,
    }
    debts.set(key, [...(debts.get(key) ?? []), debt])
  }
  return debts
}
