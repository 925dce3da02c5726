import { addDays, addWorkingDays, daysBetween, type Day } from '../../city/calendar.ts'
import type { City } from '../../city/city.ts'
import type { LiabilityKind, Text } from '../../city/schema.ts'
import type { Random } from './random.ts'
import type { DemoSubject } from './subjects.ts'

/** What every part of the demo city is made from. `today` is the day of loading. */
export interface Demo {
  random: Random
  city: City
  today: Day
  subjects: readonly DemoSubject[]
}

export interface PaidPart {
  /** Haléře of this prescription that the payment settled. */
  amount: number
  on: Day
  channel: 'card' | 'bank' | 'cash'
}

/** What became of a prescription; with nothing said it waits to be paid. */
export interface Fate {
  paid?: PaidPart[]
  writtenOff?: number
  state?: 'cancelled' | 'enforcement'
}

/** A prescription (předpis) before it has an id, a number and symbols. Amounts in haléře. */
export interface Prescription {
  subject: DemoSubject
  kind: LiabilityKind
  year: number
  period: string
  instalment?: number
  instalments?: number
  description: Text
  legalBasis: Text
  concerns?: string
  issued: Day
  due: Day
  specificSymbol?: string
  principal: number
  accessories?: { kind: 'late-increase' | 'costs' | 'interest'; amount: number; legalBasis: Text; since: Day }[]
  fate: Fate
}

export const owed = ({ principal, accessories = [] }: Pick<Prescription, 'principal' | 'accessories'>) =>
  accessories.reduce((sum, { amount }) => sum + amount, principal)

/** Paid whole, `before` days before the due day (after it if negative); waits to be paid if that day has not come. */
export function paidWhole(demo: Demo, p: Omit<Prescription, 'fate'>, before?: number): Fate {
  const { random, today } = demo
  const earliest = addDays(p.issued, 1)
  const wished = addDays(p.due, -(before ?? random.int(0, 20)))
  const on = wished < earliest ? earliest : wished
  if (on >= today || owed(p) === 0) return {}
  return { paid: [{ amount: owed(p), on, channel: random.pick(['bank', 'bank', 'card', 'card', 'cash']) }] }
}

/** A part in whole crowns paid in time, if that time has come. */
export function paidPartly(demo: Demo, p: Omit<Prescription, 'fate'>, percent = demo.random.int(20, 80)): Fate {
  const [part] = paidWhole(demo, p).paid ?? []
  const amount = Math.floor((p.principal * percent) / 10_000) * 100
  return part && amount > 0 ? { paid: [{ ...part, amount }] } : {}
}

/** What usually becomes of a debt: most are paid, the older the more; some are late, enforced, cancelled or written off. */
export function usualFate(demo: Demo, p: Omit<Prescription, 'fate'>): Fate {
  const { random, today } = demo
  const late = daysBetween(p.due, today)
  const dice = random.int(1, 100)
  if (late <= 0) return dice <= 25 ? paidWhole(demo, p) : {}
  if (late <= 60) return dice <= 60 ? paidWhole(demo, p) : {}
  if (dice <= 76) return paidWhole(demo, p)
  if (dice <= 83) return paidWhole(demo, p, -random.int(5, 50))
  if (dice <= 88) return paidPartly(demo, p)
  if (dice <= 94) return {}
  if (dice <= 96) return { state: 'enforcement' }
  return dice <= 98 ? { state: 'cancelled' } : { writtenOff: owed(p) }
}

/** The day money is on the city's account: a card's takes two working days. Null if that day has not come. */
export function creditedOn({ on, channel }: PaidPart, today: Day): Day | null {
  const day = channel === 'card' ? addWorkingDays(on, 2) : on
  return day <= today ? day : null
}

/** Whether a series of dated facts says something about a day. */
export const known = (facts: readonly { validFrom: Day; validTo: Day | null }[], day: Day) =>
  facts.some(fact => fact.validFrom <= day && (fact.validTo === null || day <= fact.validTo))
