import { localLedger } from '../activities/ledger/local.ts'
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
