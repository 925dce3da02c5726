import type { World } from '../../activities/ledger/port.ts'
import type { Day } from '../../city/calendar.ts'
import type { NewOfficialRow } from '../../api/officials/keep.ts'
import type { PaidPart, Prescription } from './prescription.ts'
import type { DemoSubject } from './subjects.ts'

/** Rows of the demo city, ready to be written. Amounts in haléře; instants as ISO 8601 text. */
export interface DemoCity {
  officials: NewOfficialRow[]
  subjects: DemoSubject[]
  liabilities: LiabilityRow[]
  accessories: AccessoryRow[]
  payments: PaymentRow[]
  allocations: { paymentId: string; liabilityId: string; amount: number; at: string }[]
}

export type LiabilityRow = Omit<Prescription, 'subject' | 'accessories' | 'fate' | 'concerns' | 'specificSymbol'> & {
  id: string
  subjectId: string
  number: string
  world: World
  instalment: number
  instalments: number
  concerns: string | null
  specificSymbol: string | null
  variableSymbol: string
  account: string
  accessories: number
  paid: number
  writtenOff: number
  state: 'open' | 'settled' | 'cancelled' | 'enforcement'
  asOf: string
}
type AccessoryRow = NonNullable<Prescription['accessories']>[number] & { id: string; liabilityId: string }

export interface PaymentRow {
  id: string
  externalId: string
  channel: PaidPart['channel']
  payer: string
  amount: number
  unallocated: number
  paidAt: string
  creditedOn: Day | null
  postedAt: string
  cardBrand: string | null
  cardLast4: string | null
}
