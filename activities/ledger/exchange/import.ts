import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { City } from '../../../city/city.ts'
import type { Db } from '../../../db/database.ts'
import { json } from '../../../db/json.ts'
import { applyDebts, type Applied } from './apply.ts'
import { readDebts, type Problem } from './read.ts'

export type ImportOutcome = { id: string } & ({ applied: Applied; debts: number } | { problems: Problem[] })

/**
 * Takes a file of debts over: checked whole first, then in one transaction, so that there is never half an import. How far it is stands
 * in `ledger_import`, written beside the transaction. `by` is an official's id or the name of the run.
 */
export async function importDebts(
  db: Db,
  city: City,
  file: { name: string; bytes: Uint8Array; by: string },
): Promise<ImportOutcome> {
  const id = randomUUID()
  const read = readDebts(file.bytes, city)
  const refused = 'problems' in read
  await db
    .insertInto('ledger_import')
    .values({
      ...{ id, fileName: file.name, by: file.by, phase: refused ? 'refused' : 'staging' },
      ...(refused
        ? { problems: json(read.problems), endedAt: sql<Date>`now()` }
        : {
            problems: json([]),
            scope: read.scope,
            asOf: new Date(read.asOf),
            run: read.run,
            total: read.debts.length,
          }),
    })
    .execute()
  if (refused) return { id, problems: read.problems }
  const note = (what: Record<string, unknown>) =>
    db.updateTable('ledger_import').set(what).where('id', '=', id).execute()
  try {
    const applied = await db.transaction().execute(tx =>
      applyDebts(tx, read, async staged => {
        await note({ staged, ...(staged === read.debts.length && { phase: 'applying' }) })
      }),
    )
    await note({ ...applied, phase: 'done', endedAt: sql<Date>`now()` })
    return { id, applied, debts: read.debts.length }
  } catch (error) {
    await note({ phase: 'failed', endedAt: sql<Date>`now()` })
    throw error
  }
}
