import type { Agenda } from '../agenda.ts'
import example from './_example/agenda.ts'
import accountPairing from './account-pairing/agenda.ts'
import debtStatement from './debt-statement/agenda.ts'
import feePayment from './fee-payment/agenda.ts'
import instalments from './instalments/agenda.ts'
import overpaymentRefund from './overpayment-refund/agenda.ts'
import paymentReview from './payment-review/agenda.ts'
import powerOfAttorney from './power-of-attorney/agenda.ts'
import representations from './representations/agenda.ts'
import slipPayment from './slip-payment/agenda.ts'
import unidentifiedPayment from './unidentified-payment/agenda.ts'

/** Every agenda of the portal: one line each, in the order of the catalogue. */
const list = [
  feePayment,
  accountPairing,
  powerOfAttorney,
  representations,
  debtStatement,
  instalments,
  overpaymentRefund,
  paymentReview,
  unidentifiedPayment,
  slipPayment,
  example,
]

/** The agendas by id, which is folder = workflow type = URL. */
export const agendas: ReadonlyMap<string, Agenda> = new Map(
  list.map(agenda => [agenda.id, agenda as unknown as Agenda]),
)
