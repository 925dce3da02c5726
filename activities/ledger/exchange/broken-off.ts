import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../db/database.ts'

/** Longer than any import leaves Postgres waiting for its next word. */
const silence = '2min'

const lockOf = (id: RawBuilder<unknown>) => sql`hashtextextended('ledger import ' || ${id}::text, 0)`

/**
 * Holds, as long as the transaction lasts, that the import is under way: Postgres itself lets go when the process that imports is
 * gone, and ends a transaction from which nothing is heard (the whole machine is gone, and nobody has closed the connection).
 */
export async function holdImport(tx: Db, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockOf(sql`${id}`)})`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = ${sql.lit(silence)}`.execute(tx)
}

/**
 * Marks the imports whose process is gone as failed; gives how many. Nothing of them has remained: an import is one transaction, which
 * says itself that it is done. Any process may look at any time: an import under way holds its lock, and one that has just ended has
 * written its end with its debts.
 */
export async function endBrokenOff(db: Db): Promise<number> {
  return db.transaction().execute(async tx => {
    const open = await tx
      .selectFrom('ledger_import')
      .select('id')
      .where('phase', 'in', ['staging', 'applying'])
      .orderBy('startedAt')
      .execute()
    let ended = 0
    for (const { id } of open) {
      const { rows } = await sql<{ free: boolean }>`
        select pg_try_advisory_xact_lock(${lockOf(sql`${id}`)}) as free`.execute(tx)
      if (rows[0]?.free !== true) continue
      // it may have ended between the two looks
      const { numUpdatedRows } = await tx
        .updateTable('ledger_import')
        .set({ phase: 'failed', failure: 'interrupted', endedAt: sql<Date>`now()` })
        .where('id', '=', id)
        .where('phase', 'in', ['staging', 'applying'])
        .executeTakeFirst()
      ended += Number(numUpdatedRows)
    }
    return ended
  })
}
