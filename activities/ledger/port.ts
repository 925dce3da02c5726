import type { Day } from '../../city/calendar.ts'
import type { LiabilityKind, Text } from '../../city/schema.ts'

/**
 * The law that a debt lives under; it decides on part payments, interest, refunds and remedies.
 * `administrative`: fines, imposed in proceedings (zákon č. 250/2016 Sb.) and collected as taxes are, and the specified
 * amount (určená částka, § 125h zákona č. 361/2000 Sb.). `tax`: local fees (daňový řád, zákon č. 280/2009 Sb.).
 * `private`: rents and sewerage, which are contracts (občanský zákoník, zákon č. 89/2012 Sb.).
 */
export type World = 'administrative' | 'tax' | 'private'

/** The one world of each kind. */
export const worldOf: Readonly<Record<LiabilityKind, World>> = {
  waste: 'tax',
  dog: 'tax',
  fine: 'administrative',
  'specified-amount': 'administrative',
  sewerage: 'private',
  'flat-rent': 'private',
  'premises-rent': 'private',
}

/** `enforcement`: handed over to enforcement (vymáhání); `cancelled`: the prescription was withdrawn (storno). */
export type LiabilityState = 'open' | 'settled' | 'cancelled' | 'enforcement'

/** A part of the debt beside the principal (příslušenství): late increase, costs of proceedings, interest. */
export interface Accessory {
  kind: 'late-increase' | 'costs' | 'interest'
  /** Haléře. */
  amount: number
  legalBasis: Text
  since: Day
}

/** One prescription (předpis). Amounts in haléře, days in Europe/Prague, instants as ISO 8601 text in UTC. */
export interface Liability {
  id: string
  /** The number in the city's accounting; a cancelled and re-issued prescription gets a new one. */
  number: string
  kind: LiabilityKind
  world: World
  year: number
  /** '2026' for a year, '2026-04' for a month, '2026-Q1' for a quarter. */
  period: string
  instalment: number
  instalments: number
  description: Text
  legalBasis: Text
  /** Whom the debt is for when it is not the debtor: the child whose fee the parent owes (§ 12 zákona č. 565/1990 Sb.). */
  concerns: string | null
  issued: Day
  due: Day
  variableSymbol: string
  specificSymbol: string | null
  /** The city's account, IBAN. */
  account: string
  principal: number
  accessories: Accessory[]
  paid: number
  writtenOff: number
  /** What is left to pay: principal + accessories − paid − written off; 0 when cancelled. */
  balance: number
  state: LiabilityState
  /** The instant up to which the accounting knows this debt („stav k“): nightly batches make it yesterday's. */
  asOf: string
  debtor: { id: string; name: string; kind: 'person' | 'business' | 'company' }
}

/** A payment as the debt's history shows it. `amount` is what of it settled this debt. */
export interface PaymentOfLiability {
  channel: 'card' | 'bank' | 'cash'
  amount: number
  paidAt: string
  /** The day the money was credited to the city's account; null while a card payment is on its way. */
  creditedOn: Day | null
  postedAt: string
  last4: string | null
}

export interface LiabilityFilter {
  year?: number
  kind?: LiabilityKind
  /** `open`: something is left to pay, late or not; `overdue`: and its due day has passed on `today`. */
  state?: 'open' | 'overdue' | 'settled' | 'cancelled' | 'enforcement'
  /** Needed by `overdue`: today in Europe/Prague. */
  today?: Day
}

/** Money that reached the city and how it was meant to be used. Amounts in haléře, > 0. */
export interface IncomingPayment {
  /** The payment's id where it was made (gateway payment, bank statement line): the ledger takes each once. */
  externalId: string
  /** The portal's payment order, if there was one. */
  orderId?: string
  channel: 'card' | 'bank' | 'cash'
  payer?: string
  amount: number
  currency: 'CZK'
  /** ISO 8601 instant at which the payer paid. */
  paidAt: string
  creditedOn?: Day
  cardBrand?: string
  cardLast4?: string
  /** Which debts the payer directed the money to, `liability` being its id. */
  items: { liability: string; amount: number }[]
}

export interface RegisteredPayment {
  /** Id of the payment in the ledger. */
  id: string
  /** What settled which debt, in order of debt id. */
  allocations: { liability: string; amount: number }[]
  /** Money that settled nothing (přeplatek): more than was owed, or a debt settled or cancelled meanwhile. A person decides on it. */
  unallocated: number
  /** The ledger knew this payment before: nothing was changed, this is what happened the first time. */
  already: boolean
}

/** Money that goes back to its payer. Amount in haléře, > 0. */
export interface OutgoingRefund {
  /** The portal's id of the refund, or the gateway's of a chargeback: the ledger gives back each once. */
  externalId: string
  /** The payment's id in the ledger. */
  payment: string
  amount: number
  /**
   * `rest`: only what settled nothing (přeplatek) may go back. `debts`: it is gone in any case (the payer's bank took it back), so debts
   * that it settled owe again, the one due last first.
   */
  from: 'rest' | 'debts'
}

export interface RegisteredRefund {
  /** Debts that owe again. */
  reopened: { liability: string; amount: number }[]
  already: boolean
}

/** Less money is left of a payment than should go back. */
export class NothingLeft extends Error {
  override name = 'NothingLeft'
}

/**
 * The city's accounting of debts (evidence pohledávek). It stays the truth: the portal reads from it and reports money to it.
 * GINIS, Vera Radnice, Helios Fenix and PROXIO share one model behind it: subject, předpis, platba, párování, saldo.
 * What an adapter must expect of them: data are yesterday's after a nightly batch, a debt may be paid at the cash desk
 * after it was listed, a prescription may be cancelled and re-issued under a new id with the same variable symbol, two open
 * prescriptions may share one symbol, the system may be down. So read again just before taking money, show `asOf`, and repeat
 * `registerPayment` until it answers: `externalId` makes that safe.
 */
export interface Ledger {
  /** Debts of the subjects, newest year and due day first. Unknown subjects have none. */
  list(subjectIds: readonly string[], filter?: LiabilityFilter): Promise<Liability[]>

  /** One debt with its payments, oldest first, or null. Whoever calls checks that `debtor` is theirs to see. */
  get(id: string): Promise<(Liability & { payments: PaymentOfLiability[] }) | null>

  /** Debts of whatever state under any of these variable symbols, oldest due day first. Whoever calls says nothing of them to strangers. */
  withSymbol(symbols: readonly string[]): Promise<Liability[]>

  /**
   * Takes a payment exactly once by `externalId`. Allocates to each item at most what is still owed; the rest of the money stays
   * unallocated. Never refuses money because of the state of a debt: what is settled, cancelled or unknown gets nothing.
   * Throws RangeError for amounts that are not whole positive haléře and for items that ask for more than was paid.
   */
  registerPayment(payment: IncomingPayment): Promise<RegisteredPayment>

  /** Takes out money that goes back, exactly once by `externalId`. Throws {@link NothingLeft} when less is left of the payment. */
  registerRefund(refund: OutgoingRefund): Promise<RegisteredRefund>

  /** Money that was to go back has not been taken: it is an overpayment again. Nothing happens the second time. */
  cancelRefund(externalId: string): Promise<void>

  /** Uses what is left of a payment for other open debts of the same debtors and law, oldest due day first (§ 154 daňového řádu); with `overdueOn` only for what is overdue on that day. Gives what it settled. */
  spendRest(payment: string, o?: { overdueOn?: Day }): Promise<{ liability: string; amount: number }[]>

  /**
   * Ids of the debts changed after `instant` (ISO 8601), oldest change first, and the instant to ask from next time.
   * A change may be told twice; none is left out.
   */
  changesSince(instant: string): Promise<{ liabilities: string[]; until: string }>
}

/** Whether the due day has passed and something is left to pay. On the due day itself the debt is not late. */
export function isOverdue(liability: Pick<Liability, 'state' | 'balance' | 'due'>, today: Day): boolean {
  return liability.state === 'open' && liability.balance > 0 && liability.due < today
}
