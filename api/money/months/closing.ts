import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { isDuplicate } from '../../../db/duplicate.ts'
import { json } from '../../../db/json.ts'
import { audit, type Acting } from '../../audit.ts'
import { Refusal } from '../../errors.ts'
import { decide, proposalOf } from '../proposals.ts'
import { frozenTotals, sealOf } from '../days/totals.ts'
import { firstOf, isOver, monthOf, type StandingMonth } from './view.ts'

/** Who closes which month, and what stands for what they saw. */
export interface MonthClosing {
  /** `YYYY-MM` */
  month: string
  seal: string
  by: { id: string; acting: Acting }
  payouts: readonly string[]
}

/**
 * Proposes that a month be closed. Throws Refusal `month-not-over`, `month-open-days` (a day with money is not closed),
 * `month-changed` (since it was looked at), `month-unexplained` (a closed day has changed and the note is empty) or `month-taken` (somebody else was first).
 */
export async function proposeMonth(
  db: Db,
  { month, seal, by, payouts }: MonthClosing,
  note: string,
  now: Date,
): Promise<void> {
  if (!isOver(month, now)) throw new Refusal('month-not-over')
  await db.transaction().execute(async tx => {
    const { totals, days } = await seen(tx, month, seal, payouts)
    if (days.some(({ state }) => state === 'open' || state === 'proposed')) throw new Refusal('month-open-days')
    if (days.some(({ state }) => state === 'changed') && note.trim() === '') throw new Refusal('month-unexplained')
    try {
      await tx
        .insertInto('month_closing')
        .values({
          ...{ id: randomUUID(), month: firstOf(month), state: 'proposed', totals: json<unknown>(totals) },
          ...{ note: note.trim() || null, proposedBy: by.id, proposedAt: sql<Date>`now()` },
        })
        .execute()
    } catch (error) {
      // another proposal came first
      if (isDuplicate(error)) throw new Refusal('month-taken')
      throw error
    }
    await audit(tx, by.acting, { what: 'proposed closing a month', details: { month, seal } })
  })
}

/**
 * Confirms what another treasurer has proposed; the month is closed. Throws Refusal `four-eyes` (own proposal), `month-changed` or
 * `month-taken` (there is no proposal any more).
 */
export async function confirmMonth(db: Db, { month, seal, by, payouts }: MonthClosing): Promise<void> {
  await db.transaction().execute(async tx => {
    const proposal = await proposalOf(tx, 'month', firstOf(month))
    if (proposal.proposedBy === by.id) throw new Refusal('four-eyes')
    const { totals } = await seen(tx, month, seal, payouts)
    if (sealOf(frozenTotals(proposal.totals)) !== sealOf(totals)) throw new Refusal('month-changed')
    await decide(tx, 'month', proposal.id, 'confirmed', by.id)
    await audit(tx, by.acting, { what: 'closed a month', details: { month, seal } })
  })
}

/** Takes a proposal back, one's own or somebody's. Throws Refusal `month-taken` when there is none. */
export async function withdrawMonth(db: Db, { month, by }: Pick<MonthClosing, 'month' | 'by'>): Promise<void> {
  await db.transaction().execute(async tx => {
    const proposal = await proposalOf(tx, 'month', firstOf(month))
    await decide(tx, 'month', proposal.id, 'withdrawn', by.id)
    await audit(tx, by.acting, { what: 'withdrew the closing of a month', details: { month } })
  })
}

/** The month as it is now, if it is what was seen. */
async function seen(tx: Db, month: string, seal: string, payouts: readonly string[]): Promise<StandingMonth> {
  const now = await monthOf(tx, month, payouts)
  if (now.seal !== seal) throw new Refusal('month-changed')
  return now
}
