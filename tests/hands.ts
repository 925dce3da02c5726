import { localLedger } from '../activities/ledger/local.ts'
import type { OrderRequest } from '../activities/records.ts'
import type { RefundDeps } from '../activities/payments/refunds.ts'
import { httpRegisters } from '../activities/registers/http.ts'
import { loadCity } from '../city/city.ts'
import type { Db } from '../db/database.ts'
import { realGateway } from './gateway.ts'
import { stack } from './stack.ts'
import { caseKey } from './temporal.ts'

/** What the worker's hands work with, for tests that move money without a case. */
export const moneyHands = (db: Db): RefundDeps => ({
  db,
  city: loadCity(),
  ledger: localLedger(db),
  gateway: realGateway(),
  registers: httpRegisters({ url: stack.env['REGISTERS_URL'] ?? '', key: stack.env['REGISTERS_KEY'] ?? '' }),
  portalUrl: stack.urls.portal,
  caseKey: caseKey(),
})

/** Another order for what a case was to pay (haléře), as a task of the engine would ask for it that knows nothing of the case's end. */
export async function strayOrder(db: Db, caseId: string, liability: string, amount: number): Promise<OrderRequest> {
  const { personId } = await db.selectFrom('case').select('personId').where('id', '=', caseId).executeTakeFirstOrThrow()
  const expiresAt = new Date(Date.now() + 1_800_000).toISOString()
  return { id: crypto.randomUUID(), caseId, personId, language: 'cs', items: [{ liability, amount }], expiresAt }
}
