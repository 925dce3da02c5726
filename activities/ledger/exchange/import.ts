import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { City } from '../../../city/city.ts'
import type { Db } from '../../../db/database.ts'
import { json } from '../../../db/json.ts'
import { applyDebts, type Applied } from './apply.ts'
import { endBrokenOff, holdImport } from './broken-off.ts'
import type { Problem } from './read.ts'
import { readFile, type ReadFile } from './reading.ts'

export type ImportOutcome = { id: string } & ({ applied: Applied; debts: number } | { problems: Problem[] })

interface Brought {
  name: string
  bytes: Uint8Array
  /** An official's name or that of the run. */
  by: string
}

/**
 * Takes a file of debts over: checked whole first, then in one transaction, so that there is never half an import. How far it is stands
 * in `ledger_import`, written beside the transaction; that it is done is written in it.
 */
export async function importDebts(db: Db, city: City, file: Brought): Promise<ImportOutcome> {
  await endBrokenOff(db)
  const id = randomUUID()
  const accounts = Object.values(city.accounts).map(({ iban }) => iban)
  const read = await readFile({ bytes: file.bytes, accounts })
  const row = { id, fileName: file.name, by: file.by }
  if ('problems' in read) {
    const problems = json(read.problems)
    await db
      .insertInto('ledger_import')
      .values({ ...row, phase: 'refused', problems, endedAt: sql<Date>`now()` })
      .execute()
    return { id, problems: read.problems }
  }
  try {
    return { id, applied: await take(db, row, read), debts: read.total }
  } finally {
    await read.close()
  }
}

async function take(
  db: Db,
  row: { id: string; fileName: string; by: string },
  { head, total, batches }: ReadFile,
): Promise<Applied> {
  const { id } = row
  const note = (to: Db, what: Record<string, unknown>) =>
    to
      .updateTable('ledger_import')
      .set(what)
      .where('id', '=', id)
      .where('phase', 'in', ['staging', 'applying'])
      .execute()
  try {
    return await db.transaction().execute(async tx => {
      await holdImport(tx, id)
      const { asOf, scope, run } = head
      await db
        .insertInto('ledger_import')
        .values({ ...row, phase: 'staging', problems: json([]), scope, run, total, asOf: new Date(asOf) })
        .execute()
      const applied = await applyDebts(tx, head, batches(), async staged => {
        await note(db, { staged, ...(staged === total && { phase: 'applying' }) })
      })
      await note(tx, { ...applied, phase: 'done', endedAt: sql<Date>`clock_timestamp()` })
      return applied
    })
  } catch (error) {
    await note(db, { phase: 'failed', failure: 'error', endedAt: sql<Date>`now()` })
    throw error
  }
}
