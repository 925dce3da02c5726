import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { Refusal } from '../errors.ts'

/** What treasurers close by four eyes; the table is `<kind>_closing`. */
type Kind = 'day' | 'month'

const table = (kind: Kind) => sql.table(`${kind}_closing`)

/**
 * The proposal to close a day, or the month that begins with it, its row locked: who comes second waits, and then finds it decided.
 * Throws Refusal `day-taken` or `month-taken` when there is none.
 */
export async function proposalOf(
  tx: Db,
  kind: Kind,
  day: string,
): Promise<{ id: string; proposedBy: string; totals: unknown }> {
  const { rows } = await sql<{ id: string; proposedBy: string; totals: unknown }>`
    select id, proposed_by as "proposedBy", totals from ${table(kind)}
    where ${sql.ref(kind)} = ${day}::date and state = 'proposed' for update`.execute(tx)
  const [proposal] = rows
  if (!proposal) throw new Refusal(`${kind}-taken`)
  return proposal
}

/** Confirms a locked proposal, or takes it back. */
export const decide = (tx: Db, kind: Kind, id: string, state: 'confirmed' | 'withdrawn', by: string) =>
  sql`update ${table(kind)} set state = ${state}, decided_by = ${by}, decided_at = now() where id = ${id}`.execute(tx)
