import type { Db } from '../../db/database.ts'
import type { LedgerImportView } from '../contract.ts'

const phases = ['staging', 'applying', 'done', 'refused', 'failed'] as const

/** Files of debts that the accounting has sent, the newest first; of one id or the last `count`. */
export async function ledgerImports(
  db: Db,
  { id, count = 20 }: { id?: string; count?: number },
): Promise<LedgerImportView[]> {
  let query = db
    .selectFrom('ledger_import')
    .select(['id', 'fileName', 'phase', 'scope', 'asOf', 'total', 'staged', 'added', 'changed', 'cancelled'])
    .select(['freed', 'behind', 'problems', 'failure', 'by', 'startedAt', 'endedAt'])
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.orderBy('startedAt', 'desc').limit(count).execute()
  return rows.map(({ phase, scope, asOf, failure, startedAt, endedAt, ...row }) => ({
    ...row,
    phase: phases.find(one => one === phase) ?? 'failed',
    failure: failure === 'interrupted' || failure === 'error' ? failure : null,
    scope: scope === 'full' || scope === 'changes' ? scope : null,
    asOf: asOf?.toISOString() ?? null,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }))
}
