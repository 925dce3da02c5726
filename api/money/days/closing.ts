import { isDuplicate } from '../../../db/duplicate.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { json } from '../../../db/json.ts'
import { today } from '../../../forms/day.ts'
import { audit, type Acting } from '../../audit.ts'
import type { DayClosing, DayTotals } from '../../contract.ts'
import { Refusal } from '../../errors.ts'
import { decide, proposalOf } from '../proposals.ts'
import { agrees, frozenTotals, sealOf, totalsOf } from './totals.ts'

/** Who closes which day, and what stands for the totals that they saw. */
export interface Closing {
  day: string
  seal: string
  by: { id: string; acting: Acting }
  payouts: readonly string[]
}

/** How the closing of a day stands, with whether the day has changed since; null where nobody has proposed it. */
export async function closingOf(db: Db, day: string, totals: DayTotals): Promise<DayClosing | null> {
  const row = await db
    .selectFrom('day_closing as c')
    .innerJoin('official as p', 'p.id', 'c.proposedBy')
    .leftJoin('official as d', 'd.id', 'c.decidedBy')
    .select(['c.state', 'c.totals', 'c.note', 'c.proposedBy', 'c.proposedAt', 'c.decidedBy', 'c.decidedAt'])
    .select(['p.name as proposer', 'd.name as decider'])
    .where('c.day', '=', day)
    .where('c.state', '<>', 'withdrawn')
    .executeTakeFirst()
  if (!row) return null
  const frozen = frozenTotals(row.totals)
  return {
    state: row.state === 'confirmed' ? 'confirmed' : 'proposed',
    totals: frozen,
    note: row.note,
    proposedBy: { id: row.proposedBy, name: row.proposer },
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy !== null && row.decider !== null ? { id: row.decidedBy, name: row.decider } : null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    changed: sealOf(frozen) !== sealOf(totals),
  }
}

/**
 * Proposes that a day be closed as it is. Throws Refusal `day-not-over`, `day-changed` (since it was looked at), `day-unexplained` (something
 * does not agree and the note is empty) or `day-taken` (somebody else was first).
 */
export async function proposeClosing(
  db: Db,
  { day, seal, by, payouts }: Closing,
  note: string,
  now: Date,
): Promise<void> {
  if (day >= today(now)) throw new Refusal('day-not-over')
  await db.transaction().execute(async tx => {
    const totals = await seen(tx, day, seal, payouts)
    if (!agrees(totals) && note.trim() === '') throw new Refusal('day-unexplained')
    try {
      await tx
        .insertInto('day_closing')
        .values({
          ...{ id: randomUUID(), day, state: 'proposed', totals: json<unknown>(totals), note: note.trim() || null },
          ...{ proposedBy: by.id, proposedAt: sql<Date>`now()` },
        })
        .execute()
    } catch (error) {
      // another proposal came first
      if (isDuplicate(error)) throw new Refusal('day-taken')
      throw error
    }
    await audit(tx, by.acting, { what: 'proposed closing a day', details: { day, seal } })
  })
}

/**
 * Confirms what another treasurer has proposed; the day is closed. Throws Refusal `four-eyes` (own proposal), `day-changed` (the proposal
 * is of other totals) or `day-taken` (there is no proposal any more).
 */
export async function confirmClosing(db: Db, { day, seal, by, payouts }: Closing): Promise<void> {
  await db.transaction().execute(async tx => {
    const proposal = await proposalOf(tx, 'day', day)
    if (proposal.proposedBy === by.id) throw new Refusal('four-eyes')
    const totals = await seen(tx, day, seal, payouts)
    if (sealOf(frozenTotals(proposal.totals)) !== sealOf(totals)) throw new Refusal('day-changed')
    await decide(tx, 'day', proposal.id, 'confirmed', by.id)
    await audit(tx, by.acting, { what: 'closed a day', details: { day, seal } })
  })
}

/** Takes a proposal back, one's own or somebody's: the day can be proposed anew. Throws Refusal `day-taken` when there is none. */
export async function withdrawClosing(db: Db, { day, by }: Pick<Closing, 'day' | 'by'>): Promise<void> {
  await db.transaction().execute(async tx => {
    const proposal = await proposalOf(tx, 'day', day)
    await decide(tx, 'day', proposal.id, 'withdrawn', by.id)
    await audit(tx, by.acting, { what: 'withdrew the closing of a day', details: { day } })
  })
}

/** The totals as they are now, if they are those that were seen. */
async function seen(tx: Db, day: string, seal: string, payouts: readonly string[]): Promise<DayTotals> {
  const totals = await totalsOf(tx, day, payouts)
  if (sealOf(totals) !== seal) throw new Refusal('day-changed')
  return totals
}
