import { amountOn } from '../../city/rates.ts'
import type { City } from '../../city/city.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import type { Liability, World } from '../ledger/port.ts'
import type { Ledger } from '../ledger/port.ts'

/**
 * Why a debt cannot be paid in instalments: it is none of the asker's, nothing is left of it, it is enforced, it is a specified amount
 * (určená částka, paid whole and in time or not at all), it is spread already, or it is too small for so many parts.
 */
export type SpreadFlaw = 'not-yours' | 'settled' | 'in-enforcement' | 'specified' | 'running' | 'too-small'

/** A debt that may be spread; `amount` is what is left, `approval`: whether two officials must agree. */
export interface SpreadableDebt {
  amount: number
  approval: boolean
  world: World
}

interface Deps {
  db: Db
  ledger: Ledger
  city: City
}

/** A debt of the subject by its number, as far as it may be spread; its id comes along for those who write. */
export async function spreadable(
  { db, ledger }: Pick<Deps, 'db' | 'ledger'>,
  subject: string,
  number: string,
): Promise<{ debt: Liability } | { flaw: SpreadFlaw }> {
  const debt = (await ledger.list([subject])).find(one => one.number === number)
  if (!debt) return { flaw: 'not-yours' }
  if (debt.balance <= 0 || debt.state === 'settled' || debt.state === 'cancelled') return { flaw: 'settled' }
  if (debt.state === 'enforcement') return { flaw: 'in-enforcement' }
  if (debt.kind === 'specified-amount') return { flaw: 'specified' }
  const running = await db
    .selectFrom('instalment_plan')
    .select('id')
    .where('liabilityId', '=', debt.id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return running ? { flaw: 'running' } : { debt }
}

/** The subject in whose matter a case is: the principal, or the citizen's own; null when the account leads to none. */
export async function subjectOfCase(db: Db, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('case as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(eb => eb.fn.coalesce('c.subjectId', 'p.subjectId').as('subject'))
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow()
  return row.subject
}

/** The debt that a case asks about, as the clerk is to decide on it. */
export async function debtToSpread(
  deps: Deps,
  { caseId, number }: { caseId: string; number: string },
): Promise<SpreadableDebt | { flaw: SpreadFlaw }> {
  const subject = await subjectOfCase(deps.db, caseId)
  const found = subject === null ? ({ flaw: 'not-yours' } as const) : await spreadable(deps, subject, number)
  if ('flaw' in found) return found
  const { amount: limit } = amountOn(deps.city.rates, 'instalments-four-eyes', today())
  const { balance, world } = found.debt
  return { amount: balance, approval: balance > limit, world }
}
