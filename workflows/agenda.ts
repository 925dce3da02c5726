import type { LineDecision } from '../activities/bank/deciding.ts'
import type { ActivationCheck } from '../activities/mandates/activating.ts'
import type { MandateGrant } from '../activities/mandates/registering.ts'
import type { Flaw } from '../activities/mandates/granting.ts'
import type { SpreadableDebt, SpreadFlaw } from '../activities/instalments/spreading.ts'
import type { GrantedPlan, PlanStanding } from '../activities/instalments/plans.ts'
import type { StatedDebts } from '../activities/statements/stating.ts'
import type { FoundPrincipal } from '../activities/mandates/representations.ts'
import type { OverpaymentLeft } from '../activities/payments/overpayments.ts'
import type { TakenBack } from '../activities/payments/gone.ts'
import type { RefundOf } from '../activities/payments/refunds.ts'
import type { Data, Form } from '../forms/form.ts'
import type { Refunded } from './refunding.ts'

export type { Flaw, MandateGrant, Refunded, RefundOf, TakenBack }

/** A length of time as an author writes it. Days are calendar days ending at midnight in Prague; the rest is exact. */
export type Duration = `${number} ${'days' | 'working days' | 'hours' | 'minutes' | 'seconds'}`
export interface Words {
  cs: string
  en: string
}
export type Assurance = 'low' | 'substantial' | 'high'
export type Forms = Record<string, Form>
export type Values = Record<string, string | number>

/** One line of a basket: a liability's id and an amount in haléře. */
export interface Item {
  liability: string
  amount: number
}

/**
 * How a payment ended. `changed`: a debt was no longer as the payer saw it; `mandate-ended`: the payer may no longer pay for
 * somebody whose debt is in it. Nothing was charged in both.
 */
export type Settled =
  | { state: 'paid'; payment: string; amount: number; review: ReviewReason | null }
  | { state: 'changed' }
  | { state: 'mandate-ended' }
  /** Paid in another currency than the debts are in: nothing is settled. Amount in its minor units. */
  | { state: 'held'; order: string; amount: number; currency: string }
/** Why paid money needs a human: it differs from the order, or a debt was settled elsewhere meanwhile. */
export type ReviewReason = 'amount-differs' | 'overpaid'

/** What the engine knows about the citizen from the start. */
export interface Citizen {
  id: string
  name: string
  language: 'cs' | 'en'
}

/** Look-ups and commands of the city's systems, each a durable step with its own effect exactly once. */
export interface Lookups {
  /** Pairs the citizen's account with a subject of the ledger; `taken` when another account has it. */
  pairAccount(person: string, subject: string): Promise<'paired' | 'taken' | 'unknown'>
  /** Money that came after its case had closed: what is known of it, or null when the ledger has it already. */
  latePayment(order: string): Promise<{ amount: number; posted: boolean } | null>
  /** Uses an overpayment for what is overdue, before it may go back; what is left, and up to how much is kept. */
  overpayment(payment: string): Promise<OverpaymentLeft>
  /** Uses what is left of a payment for other open debts of the same debtors; haléře that found a debt. */
  spendRest(of: RefundOf): Promise<number>
  /** The payer's bank took a payment back: what it settled is owed again. Null when nothing of it is left. */
  chargeBack(order: string): Promise<TakenBack | null>
  /** Enters a refund made at the gateway past the portal. Null when all that went back is known. */
  recordOutsideRefund(order: string): Promise<TakenBack | null>
  /** The bank of the payer did not take a refund: it is an overpayment again. Null when that is not so. */
  refundCameBack(refund: string): Promise<{ amount: number } | null>
  /** An official has made the bank order of a refund, or its money has come back. */
  transferred(refund: { id: string; returned: boolean }): Promise<void>
  /** Does what a clerk has decided about money on a bank statement; `changed` when a debt it should settle is no longer owed so. */
  decideBankLine(decision: LineDecision): Promise<'done' | 'changed'>
  /** Registers a mandate (zaevidování zmocnění) after the state's registers were asked; or says why it cannot be. */
  registerMandate(grant: MandateGrant): Promise<{ mandate: string } | { flaw: Flaw }>
  /** The invited agent has taken the mandate on (přijetí zmocnění). */
  acceptMandate(mandate: string): Promise<Flaw | null>
  /** A clerk has verified it: it becomes valid, unless something has changed since; `notice`: the day to tell of its end. */
  activateMandate(check: ActivationCheck): Promise<{ notice: string | null } | { flaw: Flaw }>
  /** It has run out, or comes to nothing. */
  endMandate(end: { mandate: string; how: 'expired' | 'rejected'; reason?: string }): Promise<void>
  /** Asks the registers for whom the citizen may act by law, and keeps what they say. */
  findPrincipals(): Promise<FoundPrincipal[]>
  /** What the ledger says now that the citizen owes, or the principal of the case; kept as it is told. Null without a subject. */
  debtStatement(): Promise<StatedDebts | null>
  /** A debt that the citizen, or the principal of the case, asks to pay in instalments; or why it cannot be. */
  debtToSpread(number: string): Promise<SpreadableDebt | { flaw: SpreadFlaw }>
  /** Spreads it over so many monthly instalments from a day on, and says when to look at the first; or why it cannot be any more. */
  grantInstalments(wish: { number: string; count: number; first: string }): Promise<GrantedPlan | { flaw: SpreadFlaw }>
  /** How the case's plan stands on a day that has come. */
  instalmentsOn(day: string): Promise<PlanStanding>
}

/** Somebody whom a case invites. */
export interface Invited {
  givenName: string
  familyName: string
  /** A day: with the name it must be that of their verified identity. */
  birthDate: string
  /** Where the letter with the code goes; without it the one who filed hands the code over. */
  email?: string
}

/** Everything an agenda may do. Each method is one durable step; nothing else may touch the world. */
export interface Case<F extends Forms, T extends string> {
  readonly id: string
  readonly number: string
  readonly citizen: Citizen
  /** In whose name the citizen filed, when not in their own. */
  readonly principal: { subject: string; name: string } | null
  /**
   * Waits for the citizen, or the party `by`, to answer a form. After `within`, or the day `until`, their silence throws {@link Lapsed}.
   * `anytime`: it stays open to be answered, and nobody is waited for.
   */
  form<K extends keyof F & string>(
    step: K,
    o?: { within?: Duration; until?: string; by?: string; anytime?: boolean },
  ): Promise<Data<F[K]>>
  /** Invites somebody into the case in a role: a letter with a one-time code; their own sign-in must be of this name and birth date. */
  invite(role: string, who: Invited, text: T, values?: Values): Promise<void>
  /** Waits until a day begins in Prague; not at all if it has. */
  wait(day: string): Promise<void>
  /**
   * A task (úkol) in the inbox of `role`. `due` marks it late and escalates, never lapses;
   * `not` names clerk steps whose decider may not decide this one (four eyes).
   */
  clerk<K extends keyof F & string>(
    step: K,
    o: { role: string; due: Duration; not?: (keyof F & string)[] },
  ): Promise<Data<F[K]>>
  /**
   * Sends the payer to the card gateway with frozen amounts. Silence until `within` throws {@link Lapsed}, after the gateway confirmed
   * that nothing was paid. `language`: the payer's, where nobody has signed in whose it could be.
   */
  pay(
    step: string,
    o: { items: readonly Item[]; email?: string; language?: 'cs' | 'en'; within: Duration },
  ): Promise<Settled>
  /**
   * Gives money back (vratka): what of a payment settled nothing, or all of an order the ledger never took; to its card, or by a bank
   * order to `account` (IBAN). `proposedBy`: the step whose decider proposes it, else the portal does; where the city's rules want a
   * second official, `step` waits for one who is not the first. Its form is `confirmation()`. The payer is told of what went back, and
   * of what could not; `values` may hold their `email`.
   */
  refund<K extends keyof F & string>(
    step: K,
    o: { of: RefundOf; proposedBy?: keyof F & string; role: string; due: Duration; account?: string; values?: Values },
  ): Promise<Refunded>
  /** A message in the case and by e-mail, delivered in the background; to the citizen, or to a party by its role. */
  notify(text: T, values?: Values, documents?: string[], o?: { to?: string }): Promise<void>
  /** A numbered PDF, made in the background and shown to the parties. Gives its id. */
  issue(document: string, values: Values): Promise<string>
  readonly do: Lookups
  /** True in cases that began, or had not passed this point, when `change` was deployed: edits a running agenda safely. */
  since(change: `${number}-${number}-${string}`): boolean
}

/** A life situation (životní situace): forms, texts and the story of its case. */
export interface Agenda<F extends Forms = Forms, T extends string = string, O extends string = string> {
  id: string
  title: Words
  /** Who may start it: a citizen from the portal, or the house itself. */
  starts: 'citizen' | 'house'
  /** The first form, filed together with the start. */
  first: keyof F & string
  /** The least assurance (eIDAS) of the sign-in. */
  assurance: Assurance
  /** Department that is responsible, a key of the city's departments. */
  department: string
  forms: F
  /** Names of steps as citizen and clerk read them. */
  steps: Record<keyof F & string, Words> & Record<string, Words>
  texts: Record<T, { subject: Words; body: Words }>
  /** Ways it may end besides `lapsed` and `withdrawn`. */
  outcomes: Record<O, Words>
  /** Names of the roles it invites people in. */
  parties?: Record<string, Words>
  /** What a mandate must allow for it to be filed in somebody else's name: `file` unless told otherwise, null for one's own name alone. */
  forOthers?: 'file' | 'pay' | 'sub-delegate' | null
  /** Open to citizens under 18, as a personal matter. */
  minors?: true
  /** Whether the citizen may take it back: at any time, never, or while one of these steps is open. */
  withdrawable: boolean | readonly string[]
  run(c: Case<F, T>): Promise<O>
}

/** Declares an agenda; gives it back with its form, text and outcome names checked by the compiler. */
export const agenda = <const F extends Forms, const T extends string, const O extends string>(
  a: Agenda<F, T, O>,
): Agenda<F, T, O> => a

/** Whether a case in which these steps are open may be taken back now. */
export const isWithdrawable = ({ withdrawable }: Pick<Agenda, 'withdrawable'>, open: readonly string[]): boolean =>
  typeof withdrawable === 'boolean' ? withdrawable : open.some(step => withdrawable.includes(step))

/** Thrown by a step whose citizen kept silent past `within`. Uncaught, it ends the case as `lapsed`. */
export class Lapsed extends Error {
  readonly step: string
  constructor(step: string) {
    super(`lapsed: ${step}`)
    this.name = 'Lapsed'
    this.step = step
  }
}
