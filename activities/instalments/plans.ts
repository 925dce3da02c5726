import { sql } from 'kysely'
import { addDays, addWorkingDays, type Day } from '../../city/calendar.ts'
import type { City } from '../../city/city.ts'
import { termOn } from '../../city/rates.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import type { Ledger } from '../ledger/port.ts'
import { openOf, scheduleOf, type OpenInstalment } from './schedule.ts'
import { spreadable, subjectOfCase, type SpreadFlaw } from './spreading.ts'

/** A plan as granted: the day of its last instalment, and the day on which to look whether the first has come. */
export interface GrantedPlan {
  last: Day
  lookOn: Day
}
/** How a plan stands: all is paid; or an instalment is missed, and so much of the debt is left; or it is to be looked at again. */
export type PlanStanding =
  { state: 'kept' } | { state: 'missed'; due: Day; left: number } | { state: 'running'; lookOn: Day }

interface Deps {
  db: Db
  ledger: Ledger
  city: City
}

/** The day after which money for an instalment can no longer be on its way from a bank. */
function lookOn(due: Day, { rates }: City): Day {
  const { days, unit } = termOn(rates, 'instalment-grace', today()).term
  return addDays(unit === 'days' ? addDays(due, days) : addWorkingDays(due, days), 1)
}

/**
 * Spreads what is left of a debt. The debt's row is locked meanwhile, so that a payment comes before or after, never in between. Asked
 * again for the case, it gives the plan that it made.
 */
export async function grantInstalments(
  deps: Deps,
  { caseId, number, count, first }: { caseId: string; number: string; count: number; first: Day },
): Promise<GrantedPlan | { flaw: SpreadFlaw }> {
  const made = await planOf(deps.db, caseId)
  if (made) return grantedAs(made.lines, deps.city)
  const subject = await subjectOfCase(deps.db, caseId)
  if (subject === null) return { flaw: 'not-yours' }
  return deps.db.transaction().execute(async tx => {
    await tx.selectFrom('liability').select('id').where('number', '=', number).forUpdate().execute()
    const found = await spreadable({ ...deps, db: tx }, subject, number)
    if ('flaw' in found) return found
    const { id, balance } = found.debt
    if (balance < count * 100) return { flaw: 'too-small' as const }
    const lines = scheduleOf(balance, count, first)
    await tx
      .insertInto('instalment_plan')
      .values({ id: caseId, liabilityId: id, amount: balance, state: 'running', grantedOn: today() })
      .execute()
    await tx
      .insertInto('instalment')
      .values(lines.map(line => ({ planId: caseId, ...line })))
      .execute()
    return grantedAs(lines, deps.city)
  })
}

function grantedAs(lines: readonly { due: Day }[], city: City): GrantedPlan {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) throw new Error('A plan of instalments has none.')
  return { last: last.due, lookOn: lookOn(first.due, city) }
}

/** Judges the plan of a case as on a day that has come, and keeps how it ended. */
export async function instalmentsOn(
  { db, city }: Deps,
  { caseId, day }: { caseId: string; day: Day },
): Promise<PlanStanding> {
  const plan = await planOf(db, caseId)
  if (!plan) throw new Error(`There is no plan of instalments of case ${caseId}.`)
  const next = nextOf(plan)
  if (!next) {
    await end(db, caseId, 'kept', day)
    return { state: 'kept' }
  }
  if (lookOn(next.due, city) > day) return { state: 'running', lookOn: lookOn(next.due, city) }
  await end(db, caseId, 'broken', day)
  return { state: 'missed', due: next.due, left: plan.lines.reduce((sum, { left }) => sum + left, 0) }
}

const end = (db: Db, id: string, state: 'kept' | 'broken', endedOn: Day) =>
  db
    .updateTable('instalment_plan')
    .set({ state, endedOn })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()

/** A plan with what is left of each instalment now. */
export interface Plan {
  id: string
  liability: string
  state: 'running' | 'kept' | 'broken'
  grantedOn: Day
  lines: OpenInstalment[]
}

const plans = (db: Db) =>
  db
    .selectFrom('instalment_plan as p')
    .innerJoin('liability as l', 'l.id', 'p.liabilityId')
    .innerJoin('instalment as i', 'i.planId', 'p.id')
    .select(['p.id', 'p.liabilityId', 'p.state', 'p.grantedOn', 'i.n', 'i.due', 'i.amount'])
    // whatever lessens the debt counts for its instalments: money, and what was written off
    .select(sql<number>`p.amount - (l.principal + l.accessories - l.paid - l.written_off)`.as('paid'))
    .orderBy('p.grantedOn')
    .orderBy('p.id')
    .orderBy('i.n')

type Row = Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number]

function toPlan(rows: readonly Row[]): Plan | undefined {
  const [head] = rows
  if (!head) return undefined
  return {
    ...{ id: head.id, liability: head.liabilityId, grantedOn: head.grantedOn },
    state: head.state as Plan['state'],
    lines: openOf(
      rows.map(({ n, due, amount }) => ({ n, due, amount })),
      Number(head.paid),
    ),
  }
}

/** The earliest instalment that is not paid; undefined when all are, or there is no plan. */
export const nextOf = (plan: Pick<Plan, 'lines'> | undefined): OpenInstalment | undefined =>
  plan?.lines.find(({ left }) => left > 0)

/** The plan that a case has granted. */
export const planOf = async (db: Db, caseId: string): Promise<Plan | undefined> =>
  toPlan(await plans(db).where('p.id', '=', caseId).execute())

/** Running plans of debts, by the debt's id. One indexed query. */
export async function runningPlans(db: Db, liabilities: readonly string[]): Promise<Map<string, Plan>> {
  if (liabilities.length === 0) return new Map()
  const rows = await plans(db)
    .where('p.liabilityId', 'in', [...liabilities])
    .where('p.state', '=', 'running')
    .execute()
  return new Map(
    [...Map.groupBy(rows, row => row.liabilityId)].flatMap(([id, some]): [string, Plan][] => {
      const plan = toPlan(some)
      return plan ? [[id, plan]] : []
    }),
  )
}
