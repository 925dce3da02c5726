import type { City } from '../city/city.ts'
import type { Db } from '../db/database.ts'
import { decideBankLine, type LineDecision } from './bank/deciding.ts'
import { recordCase } from './cases.ts'
import { grantInstalments, instalmentsOn } from './instalments/plans.ts'
import { debtToSpread } from './instalments/spreading.ts'
import type { Ledger } from './ledger/port.ts'
import { activateMandate, closeMandate, type ActivationCheck } from './mandates/activating.ts'
import { acceptMandate, registerMandate, type MandateGrant } from './mandates/registering.ts'
import { findPrincipals } from './mandates/representations.ts'
import type { CardGateway } from './payments/gateway.ts'
import { chargeBack, recordOutsideRefund, refundCameBack } from './payments/gone.ts'
import { latePayment } from './payments/late.ts'
import { overpayment } from './payments/overpayments.ts'
import { askOrder, closeOrder, openOrder } from './payments/orders.ts'
import { pairAccount } from './people.ts'
import type { CaseRecord, OrderRequest } from './records.ts'
import {
  approveRefund,
  proposeRefund,
  rejectRefund,
  sendRefund,
  transferred,
  spendRest,
  type RefundOf,
} from './payments/refunds.ts'
import type { Registers } from './registers/port.ts'
import { stateDebts } from './statements/stating.ts'

export interface ActivityDeps {
  db: Db
  ledger: Ledger
  gateway: CardGateway
  registers: Registers
  city: City
  portalUrl: string
  /** The key of the cases, from which tickets of slips are made. */
  caseKey: Buffer
}

/** The hands of the house: everything a case may do to the world, each idempotent under the id it is given. */
export const createActivities = (deps: ActivityDeps) => ({
  recordCase: (record: CaseRecord) => recordCase(deps.db, record),
  openOrder: (request: OrderRequest) => openOrder(deps, request),
  askOrder: (order: string) => askOrder(deps, order),
  closeOrder: (order: string) => closeOrder(deps, order),
  latePayment: (order: string) => latePayment(deps, order),
  proposeRefund: (wish: Parameters<typeof proposeRefund>[1]) => proposeRefund(deps, wish),
  approveRefund: (ask: Parameters<typeof approveRefund>[1]) => approveRefund(deps, ask),
  rejectRefund: (refund: string) => rejectRefund(deps, refund),
  sendRefund: (refund: string) => sendRefund(deps, refund),
  transferred: (refund: Parameters<typeof transferred>[1]) => transferred(deps, refund),
  refundCameBack: (refund: string) => refundCameBack(deps, refund),
  chargeBack: (ask: Parameters<typeof chargeBack>[1]) => chargeBack(deps, ask),
  recordOutsideRefund: (ask: Parameters<typeof recordOutsideRefund>[1]) => recordOutsideRefund(deps, ask),
  overpayment: (payment: string) => overpayment(deps, payment),
  spendRest: (of: RefundOf) => spendRest(deps, of),
  decideBankLine: (decision: LineDecision) => decideBankLine(deps.db, decision),
  registerMandate: (ask: { caseId: string; grant: MandateGrant }) => registerMandate(deps, ask),
  acceptMandate: (ask: { caseId: string; mandate: string }) => acceptMandate(deps.db, ask),
  activateMandate: (ask: { caseId: string; check: ActivationCheck }) => activateMandate(deps, ask),
  endMandate: (end: Parameters<typeof closeMandate>[1]) => closeMandate(deps.db, end),
  findPrincipals: (ask: { caseId: string; person: string }) => findPrincipals(deps, ask),
  debtToSpread: (ask: Parameters<typeof debtToSpread>[1]) => debtToSpread(deps, ask),
  grantInstalments: (ask: Parameters<typeof grantInstalments>[1]) => grantInstalments(deps, ask),
  instalmentsOn: (ask: Parameters<typeof instalmentsOn>[1]) => instalmentsOn(deps, ask),
  debtStatement: (caseId: string) => stateDebts(deps, caseId),
  pairAccount: (pair: { person: string; subject: string }) => pairAccount(deps.db, pair),
})
export type Activities = ReturnType<typeof createActivities>
