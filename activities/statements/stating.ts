import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { StatedLine } from '../../db/tables/statements.ts'
import { today } from '../../forms/day.ts'
import { runningPlans, type Plan } from '../instalments/plans.ts'
import type { Ledger, Liability } from '../ledger/port.ts'

/** What somebody owes, in haléře: in all, and of it late; how many debts are late, and the state of the ledger that says so. */
export interface StatedDebts {
  owed: number
  overdue: number
  late: number
  asOf: string
}

/**
 * Reads what the subject of a case owes now and keeps it; asked again for the case, it gives what it kept. The subject is the
 * principal, or else the citizen's own; null when the account leads to none.
 */
export async function stateDebts(
  { db, ledger }: { db: Db; ledger: Ledger },
  caseId: string,
): Promise<StatedDebts | null> {
  const kept = await find(db, caseId)
  if (kept) return summed(kept)
  const subject = await subjectOf(db, caseId)
  if (!subject) return null
  const [day, now] = [today(), new Date()]
  const debts = await ledger.list([subject.id])
  const plans = await runningPlans(
    db,
    debts.map(({ id }) => id),
  )
  // whose debts the accounting knows up to different moments, is known up to the earliest
  const asOf = debts.map(debt => debt.asOf).toSorted()[0]
  await db
    .insertInto('debt_statement')
    .values({
      ...{ caseId, subjectId: subject.id, name: subject.name, day },
      asOf: asOf === undefined ? now : new Date(asOf),
      lines: json(debts.filter(isOwed).map(debt => lineOf(debt, plans.get(debt.id), day))),
    })
    .onConflict(oc => oc.column('caseId').doNothing())
    .execute()
  return summed(await statementOf(db, caseId))
}

export type Statement = NonNullable<Awaited<ReturnType<typeof find>>>

/** A statement as it was kept. Throws when there is none. */
export async function statementOf(db: Db, caseId: string): Promise<Statement> {
  const kept = await find(db, caseId)
  if (!kept) throw new Error(`There is no statement of debts of case ${caseId}.`)
  return kept
}

const find = (db: Db, caseId: string) =>
  db
    .selectFrom('debt_statement')
    .select(['name', 'day', 'asOf', 'lines'])
    .where('caseId', '=', caseId)
    .executeTakeFirst()

const subjectOf = (db: Db, caseId: string) =>
  db
    .selectFrom('case as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .innerJoin('subject as s', join => join.on(eb => eb('s.id', '=', eb.fn.coalesce('c.subjectId', 'p.subjectId'))))
    .select(['s.id', 's.name'])
    .where('c.id', '=', caseId)
    .executeTakeFirst()

const isOwed = ({ balance, state }: Liability): boolean => balance > 0 && (state === 'open' || state === 'enforcement')

/**
 * A debt is late from the day after its due day, and whenever it is enforced. One that is spread over instalments (posečkání, § 156
 * daňového řádu) is due on the day of its next one.
 */
function lineOf(
  { number, description, variableSymbol, due, principal, accessories, paid, balance, state }: Liability,
  plan: Plan | undefined,
  day: string,
): StatedLine {
  const next = plan?.lines.find(({ left }) => left > 0)?.due ?? due
  return {
    ...{ number, description, variableSymbol, due: next, paid, balance },
    prescribed: principal + accessories.reduce((sum, { amount }) => sum + amount, 0),
    late: next < day || state === 'enforcement',
  }
}

function summed({ lines, asOf }: Statement): StatedDebts {
  const late = lines.filter(line => line.late)
  const sum = (of: readonly StatedLine[]) => of.reduce((all, { balance }) => all + balance, 0)
  return { owed: sum(lines), overdue: sum(late), late: late.length, asOf: asOf.toISOString() }
}
