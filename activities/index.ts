import type { Db } from '../db/database.ts'
import { recordCase } from './cases.ts'
import type { Ledger } from './ledger/port.ts'
import type { CardGateway } from './payments/gateway.ts'
import { latePayment } from './payments/late.ts'
import { askOrder, closeOrder, openOrder } from './payments/orders.ts'
import { pairAccount } from './people.ts'
import type { CaseRecord, OrderRequest } from './records.ts'
import type { PersonQuery, Registers } from './registers/port.ts'

export interface ActivityDeps {
  db: Db
  ledger: Ledger
  gateway: CardGateway
  registers: Registers
  portalUrl: string
}

/** The hands of the house: everything a case may do to the world, each idempotent under the id it is given. */
export const createActivities = (deps: ActivityDeps) => ({
  recordCase: (record: CaseRecord) => recordCase(deps.db, record),
  openOrder: (request: OrderRequest) => openOrder(deps, request),
  askOrder: (order: string) => askOrder(deps, order),
  closeOrder: (order: string) => closeOrder(deps, order),
  latePayment: (order: string) => latePayment(deps, order),
  pairAccount: (pair: { person: string; subject: string }) => pairAccount(deps.db, pair),
  checkPerson: (ask: { query: PersonQuery; caseId: string }) => deps.registers.person(ask.query, ask.caseId),
  checkCompany: (ask: { companyId: string; caseId: string }) => deps.registers.company(ask.companyId, ask.caseId),
  representations: (ask: { query: PersonQuery; caseId: string }) =>
    deps.registers.representations(ask.query, ask.caseId),
})
export type Activities = ReturnType<typeof createActivities>
