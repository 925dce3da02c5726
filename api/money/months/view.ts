import { createHash } from 'node:crypto'
import { addDays, addMonths } from '../../../city/calendar.ts'
import type { Db } from '../../../db/database.ts'
import { today } from '../../../forms/day.ts'
import type { DayTotals, MonthView } from '../../contract.ts'
import { frozenTotals, sealOf, summed } from '../days/totals.ts'
import { moneyDays, standingOf, type Standing } from './standing.ts'

/** First day of a month `YYYY-MM`. */
export const firstOf = (month: string): string => `${month}-01`
const lastOf = (month: string) => addDays(addMonths(firstOf(month), 1), -1)
export const isOver = (month: string, now: Date): boolean => lastOf(month) < today(now)

/** A month as it stands: its days with money, and their control totals together, closed days as they were closed. */
export interface StandingMonth {
  days: Standing[]
  totals: DayTotals
  /** Stands for all of it: who closes the month sends it back. */
  seal: string
}

/** Reads a month. */
export async function monthOf(db: Db, month: string, payouts: readonly string[]): Promise<StandingMonth> {
  const days: Standing[] = []
  for (const one of await moneyDays(db, firstOf(month), lastOf(month))) days.push(await standingOf(db, one, payouts))
  const totals = summed(days.map(one => one.totals))
  const facts = days.map(({ day, state, totals: its }) => [day, state, sealOf(its)])
  return {
    days,
    totals,
    seal: createHash('sha256')
      .update(JSON.stringify([month, facts]))
      .digest('hex'),
  }
}

/** A month as its treasurer sees it. */
export async function monthView(db: Db, month: string, payouts: readonly string[], now: Date): Promise<MonthView> {
  const { days, totals, seal } = await monthOf(db, month, payouts)
  return {
    ...{ month, over: isOver(month, now), seal, totals },
    days: days.map(({ totals: _, ...shown }) => shown),
    closing: await closingOf(db, month, totals),
  }
}

async function closingOf(db: Db, month: string, totals: DayTotals): Promise<MonthView['closing']> {
  const row = await db
    .selectFrom('month_closing as c')
    .innerJoin('official as p', 'p.id', 'c.proposedBy')
    .leftJoin('official as d', 'd.id', 'c.decidedBy')
    .select(['c.state', 'c.totals', 'c.note', 'c.proposedBy', 'c.proposedAt', 'c.decidedBy', 'c.decidedAt'])
    .select(['p.name as proposer', 'd.name as decider'])
    .where('c.month', '=', firstOf(month))
    .where('c.state', '<>', 'withdrawn')
    .executeTakeFirst()
  if (!row) return null
  const frozen = frozenTotals(row.totals)
  return {
    ...{ state: row.state === 'confirmed' ? 'confirmed' : 'proposed', totals: frozen, note: row.note },
    ...{ proposedBy: { id: row.proposedBy, name: row.proposer }, proposedAt: row.proposedAt.toISOString() },
    decidedBy: row.decidedBy !== null && row.decider !== null ? { id: row.decidedBy, name: row.decider } : null,
    ...{ decidedAt: row.decidedAt?.toISOString() ?? null, changed: sealOf(frozen) !== sealOf(totals) },
  }
}
