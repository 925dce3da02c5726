import { addMonths, dayOf, daysInMonth, deadline, monthEnd, nextWorkingDay, partsOf } from './calendar.ts'
import type { Day } from './calendar.ts'
import { groundOf, inForce, termOn } from './rates.ts'
import type { Ground } from './rates.ts'
import type { AgeExemption, DogPlace, Plan, PlanId, Rates } from './schema.ts'

// Money is whole haléře (100 haléře = 1 Kč) throughout. Every function is pure: the same questions, the same sums.

/** A time between two days, both counted; `to` is null while it lasts. */
export interface Span {
  from: Day
  to: Day | null
}

/** One unit of the waste fee: a person registered in the city, or a flat, house or cottage where nobody is. */
export interface WasteUnit {
  registered: readonly Span[]
  /** Times of exemption that somebody reported, such as living in a care home. */
  exempt?: readonly Span[]
  /** Of a person: brings the city's exemptions by age. Left out, or null for a property: none. */
  birthDate?: Day | null
}

/** Why a month counts or does not. An exemption by age carries the id of its rule. */
export type MonthReason = 'charged' | 'not-registered' | 'exempt' | `age:${string}`

/** A waste fee and how it came about: twelve months from January, so that the sum can be explained. */
export interface WasteFee {
  amount: number
  yearly: number
  charged: number
  months: MonthReason[]
  ground: Ground
}

function covers(spans: readonly Span[], day: Day): boolean {
  return spans.some(span => span.from <= day && (span.to === null || day <= span.to))
}

/** Whole crowns, up: a fee is rounded up when it is charged. */
function upToCrowns(hellers: number): number {
  return Math.ceil(hellers / 100) * 100
}

/** Completed years of age on a day. A birthday on 29 February is kept on the 28th in a common year. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = partsOf(day).year - partsOf(birthDate).year
  return addMonths(birthDate, 12 * years) <= day ? years : years - 1
}

function exemptByAge(rule: AgeExemption, birthDate: Day, end: Day): boolean {
  const age = ageOn(birthDate, rule.counted === 'month-end' ? end : monthEnd(partsOf(end).year, 12))
  return (rule.from === null || age >= rule.from) && (rule.below === null || age < rule.below)
}

function monthOf(unit: WasteUnit, end: Day, rates: Rates): MonthReason {
  if (!covers(unit.registered, end)) return 'not-registered'
  if (covers(unit.exempt ?? [], end)) return 'exempt'
  const { birthDate } = unit
  if (!birthDate || birthDate > end) return 'charged'
  for (const [id, rules] of Object.entries(rates.wasteExemptions)) {
    if (
      rules.some(rule => covers([{ from: rule.validFrom, to: rule.validTo }], end) && exemptByAge(rule, birthDate, end))
    )
      return `age:${id}`
  }
  return 'charged'
}

/**
 * The waste fee (místní poplatek za obecní systém odpadového hospodářství) of one unit for a calendar year. One
 * twelfth falls away for each month at whose end the unit is not registered or is exempt; the rest is rounded up to
 * whole crowns. Source: §§ 10e–10h of Act No. 565/1990 Sb. Throws RangeError if the year has no rate.
 */
export function wasteFee(unit: WasteUnit, year: number, rates: Rates): WasteFee {
  const rate = inForce(rates.wasteFee, dayOf(year, 1, 1), 'waste-fee')
  const months = Array.from({ length: 12 }, (_, at) => monthOf(unit, monthEnd(year, at + 1), rates))
  const charged = months.filter(reason => reason === 'charged').length
  const amount = upToCrowns((rate.amount * charged) / 12)
  return { amount, yearly: rate.amount, charged, months, ground: groundOf(rate) }
}

/** A dog (pes) for the fee: kept from `since`, free of the fee until it is three months old. */
export interface Dog {
  place: DogPlace
  since: Day
  until: Day | null
  birthDate?: Day | null
  /** Guide dog, holder with a severe disability card, and the other cases of § 2 (2). */
  exempt?: boolean
}

/** The fee of one dog for a year; `next` marks the second and every further dog. */
export interface DogFee {
  amount: number
  yearly: number
  charged: number
  next: boolean
  ground: Ground
}

function begunMonths(from: Day, to: Day | null, year: number): number {
  const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)]
  const start = from < first ? first : from
  const end = to === null || to > last ? last : to
  return start > end ? 0 : partsOf(end).month - partsOf(start).month + 1
}

/**
 * The dog fees (poplatek ze psů) of one holder for a year, in the order of the given dogs. The dog kept longest pays
 * the basic rate, each further one the higher; part of a year counts by begun months. A holder is a senior in the
 * whole year if older than the age in the rates on 1 January. Source: § 2 of Act No. 565/1990 Sb. and the ordinance.
 */
export function dogFee(dogs: readonly Dog[], holderBirthDate: Day | null, year: number, rates: Rates): DogFee[] {
  const rate = inForce(rates.dogFee, dayOf(year, 1, 1), 'dog-fee')
  const senior = holderBirthDate !== null && ageOn(holderBirthDate, dayOf(year, 1, 1)) > rate.seniorAge
  const liable = dogs.map(dog => {
    const grown = dog.birthDate ? addMonths(dog.birthDate, 3) : dog.since
    const months = dog.exempt ? 0 : begunMonths(grown > dog.since ? grown : dog.since, dog.until, year)
    return { dog, months }
  })
  const paying = liable.filter(({ months }) => months > 0).sort((a, b) => (a.dog.since < b.dog.since ? -1 : 1))
  return liable.map(({ dog, months }) => {
    const next = paying.findIndex(other => other.dog === dog) > 0
    const row = rate.table.find(line => line.place === dog.place && line.senior === senior)
    if (!row) throw new RangeError(`The dog fee has no rate for ${dog.place}${senior ? ', senior holder' : ''}.`)
    const yearly = upToCrowns((row.amount * (next ? 100 + rate.nextDogPercent : 100)) / 100)
    return { amount: upToCrowns((yearly * months) / 12), yearly, charged: months, next, ground: groundOf(rate) }
  })
}

/** One part of a sum: the day the ordinance names, the day it may still be paid (a working day), and haléře. */
export interface Instalment {
  named: Day
  due: Day
  amount: number
}

/**
 * Splits a sum into equal parts by a plan. Sums in whole crowns give parts in whole crowns; what is left over goes
 * one by one to the first parts. Parts of nothing are left out. Throws RangeError on a negative or broken sum.
 */
export function instalments(total: number, plan: Pick<Plan, 'dueDays'>, year: number): Instalment[] {
  if (!Number.isSafeInteger(total) || total < 0)
    throw new RangeError(`A sum is whole hellers, 0 or more, not ${total}.`)
  const unit = total % 100 === 0 ? 100 : 1
  const [count, units] = [plan.dueDays.length, total / unit]
  const parts = plan.dueDays.map((text, at) => {
    const [month, date] = [Number(text.slice(0, 2)), Number(text.slice(3))]
    const named = dayOf(year, month, Math.min(date, daysInMonth(year, month)))
    const amount = (Math.floor(units / count) + (at < units % count ? 1 : 0)) * unit
    return { named, due: nextWorkingDay(named), amount }
  })
  return parts.filter(part => part.amount > 0)
}

/** The instalment plan of a fee that holds in a year. Throws RangeError if that year has no such plan. */
export function planFor(fee: 'waste' | 'dog', id: PlanId, year: number, rates: Rates): Plan {
  return inForce((fee === 'waste' ? rates.wastePlans : rates.dogPlans)[id], dayOf(year, 1, 1), `${fee} plan ${id}`)
}

/**
 * The most by which a local fee may be raised for being late (zvýšení poplatku): twice the part not paid by the
 * original due date. The city decides whether to raise it and by how much. Source: § 11 of Act No. 565/1990 Sb.
 */
export function lateIncreaseMax(total: number, paidInTime: number, timesUnpaid = 2): number {
  return timesUnpaid * Math.max(0, total - paidInTime)
}

/** A sewerage charge (stočné) in haléře: net, VAT and gross. */
export interface SewerageCharge {
  net: number
  vat: number
  gross: number
  vatPercent: number
  ground: Ground
}

/**
 * Sewerage for a volume in litres (1 m³ = 1000 l), at the price in force on the last day of the period. Net and VAT
 * are each rounded to the nearest heller, half up. Source: Act No. 274/2001 Sb., Act No. 235/2004 Sb.
 */
export function sewerageCharge(litres: number, plant: keyof Rates['sewerage'], day: Day, rates: Rates): SewerageCharge {
  if (!Number.isSafeInteger(litres) || litres < 0) throw new RangeError(`A volume is whole litres, not ${litres}.`)
  const rate = inForce(rates.sewerage[plant], day, `sewerage ${plant}`)
  const net = Math.round((litres * rate.pricePerCubicMetre) / 1000)
  const vat = Math.round((net * rate.vatPercent) / 100)
  return { net, vat, gross: net + vat, vatPercent: rate.vatPercent, ground: groundOf(rate) }
}

/** A call to pay a specified amount (výzva k úhradě určené částky): haléře and the day it was delivered. */
export interface SpecifiedAmount {
  amount: number
  delivered: Day
}

/** Whether an offered payment ends the matter, or why it must not be taken; `lastDay` is when it must be credited. */
export type SpecifiedAmountVerdict =
  { accepted: true; lastDay: Day } | { accepted: false; lastDay: Day; reason: 'not-exact' | 'late' | 'would-be-late' }

/**
 * Judges a payment of a specified amount, offered on `today` and on the city's account after `working days` of the
 * card's settlement ('card-credit' in the rates). Only the exact sum counts, and only if credited within 15 days of
 * the delivery of the call; anything else the city must return. Source: § 125h of Act No. 361/2000 Sb.
 */
export function specifiedAmount(
  call: SpecifiedAmount,
  offered: number,
  today: Day,
  rates: Rates,
): SpecifiedAmountVerdict {
  const lastDay = deadline(call.delivered, { days: termOn(rates, 'specified-amount', call.delivered).term.days })
  if (offered !== call.amount) return { accepted: false, lastDay, reason: 'not-exact' }
  if (today > lastDay) return { accepted: false, lastDay, reason: 'late' }
  return cardCreditDay(today, rates) > lastDay
    ? { accepted: false, lastDay, reason: 'would-be-late' }
    : { accepted: true, lastDay }
}

/** The day on which money paid by card on `today` should be on the city's account. */
export function cardCreditDay(today: Day, rates: Rates): Day {
  return deadline(today, { workingDays: termOn(rates, 'card-credit', today).term.days })
}
