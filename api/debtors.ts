import { permitted } from '../activities/mandates/rules.ts'
import type { KnownMandate } from '../activities/mandates/rows.ts'
import { payingAgenda } from '../activities/payments/payable-for.ts'
import type { Reach } from './acting.ts'
import type { Debtor } from './contract.ts'

/** Somebody whose debts the caller sees: themselves (no mandate) or a principal, by the mandate that lets them do most there. */
export interface SeenDebtor {
  subject: string
  own: boolean
  mandate: KnownMandate | null
  mayPay: boolean
  /** Haléře of one payment for them; null without a limit. */
  limit: number | null
}

/** Whose debts the caller may see now: their own first, then by name as Czech sorts it. */
export function debtorsOf(reach: Reach): SeenDebtor[] {
  const own =
    reach.subject === null ? [] : [{ subject: reach.subject, own: true, mandate: null, mayPay: true, limit: null }]
  const principals = Map.groupBy(
    reach.held.filter(({ principal }) => principal !== reach.subject),
    ({ principal }) => principal,
  )
  const others = [...principals].flatMap(([subject, mandates]): SeenDebtor[] => {
    const act = { person: reach.person, principal: subject, agenda: payingAgenda, day: reach.day }
    const view = permitted(mandates, { ...act, action: 'view' })
    if ('denied' in view) return []
    const paying = mandates.filter(mandate => 'mandate' in permitted([mandate], { ...act, action: 'pay' }))
    const [widest] = paying.toSorted((a, b) => (b.limit ?? Infinity) - (a.limit ?? Infinity))
    return [
      {
        subject,
        own: false,
        mandate: widest ?? view.mandate,
        mayPay: widest !== undefined,
        limit: widest?.limit ?? null,
      },
    ]
  })
  const name = (one: SeenDebtor) => one.mandate?.principalName ?? ''
  return [...own, ...others.toSorted((a, b) => name(a).localeCompare(name(b), 'cs'))]
}

/** A debtor as the filter of the page shows them; `owed` and `overdue` in haléře. */
export const debtorView = (
  { own, subject, mandate, mayPay, limit }: SeenDebtor,
  name: string,
  sums: { owed: number; overdue: number },
): Debtor => ({
  subject: own ? null : subject,
  name: mandate?.principalName ?? name,
  kind: mandate?.principalKind ?? 'person',
  basis: mandate?.basis ?? null,
  ...sums,
  limit,
  mayPay,
})
