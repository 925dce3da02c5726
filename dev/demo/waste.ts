import { basis } from './basis.ts'
import { addDays, dayOf, deadline, nextWorkingDay, partsOf, type Day } from '../../city/calendar.ts'
import { instalments, lateIncreaseMax, planFor, wasteFee, type WasteFee, type WasteUnit } from '../../city/fees.ts'
import { groundOf, inForce } from '../../city/rates.ts'
import type { PlanId, Text } from '../../city/schema.ts'
import { known, owed, usualFate, type Demo, type Fate, type Prescription } from './prescription.ts'
import type { DemoSubject } from './subjects.ts'

/** One unit of the waste fee and how its owner pays it. */
export interface WasteStory {
  owner: DemoSubject
  unit: WasteUnit
  plan?: PlanId
  /** Whom the fee is for, when the owner pays it for a child. */
  concerns?: string
  /** An address where nobody is registered. */
  property?: string
  fate?: (demo: Demo, p: Omit<Prescription, 'fate'>) => Fate
}

/** The years the city's accounting shows: this one and six before it. */
export const yearsOf = (today: Day) => Array.from({ length: 7 }, (_, at) => partsOf(today).year - 6 + at)

/** Waste fees (poplatek za komunální odpad) of one unit for all years, as prescribed up to today. */
export function wasteFees(demo: Demo, story: WasteStory): Prescription[] {
  return yearsOf(demo.today).flatMap(year => wasteYear(demo, story, year))
}

function wasteYear(demo: Demo, story: WasteStory, year: number): Prescription[] {
  const { rates } = demo.city
  if (!known(rates.wasteFee, dayOf(year, 1, 1))) return []
  const fee = wasteFee(story.unit, year, rates)
  const moved = movedIn(story.unit, year)
  const issued = moved === null ? dayOf(year, 1, 20) : addDays(moved, 14)
  if (issued > demo.today || fee.yearly === 0 || fee.months.every(reason => reason === 'not-registered')) return []
  const parts =
    fee.amount === 0 ? [] : instalments(fee.amount, planFor('waste', story.plan ?? 'yearly', year, rates), year)
  const rows = parts.length > 0 ? parts : [{ amount: 0, due: nextWorkingDay(dayOf(year, 4, 15)) }]
  return rows.map(({ amount, due }, at) => {
    const p = {
      subject: story.owner,
      kind: 'waste' as const,
      year,
      period: String(year),
      instalment: at + 1,
      instalments: rows.length,
      description: describe(fee, story, year, demo),
      legalBasis: basis('local-fee', fee.ground),
      ...(story.concerns && { concerns: story.concerns }),
      issued,
      due: due > issued ? due : deadline(issued, { days: 30 }),
      principal: amount,
    }
    return { ...p, fate: amount === 0 ? {} : (story.fate ?? usualFate)(demo, p) }
  })
}

/** The day in this year on which the unit came to the city, or null if it was here at its beginning. */
function movedIn({ registered }: WasteUnit, year: number): Day | null {
  const first = registered.map(span => span.from).toSorted()[0]
  return first !== undefined && partsOf(first).year === year && first > dayOf(year, 1, 6) ? first : null
}

function describe(fee: WasteFee, { property }: WasteStory, year: number, { city }: Demo): Text {
  const what = {
    cs: `Poplatek za komunální odpad ${year}${property ? `, nemovitost bez přihlášené osoby: ${property}` : ''}`,
    en: `Municipal waste fee ${year}${property ? `, property where nobody is registered: ${property}` : ''}`,
  }
  if (fee.charged === 12) return what
  if (fee.charged > 0) {
    return { cs: `${what.cs}, ${fee.charged} z 12 měsíců`, en: `${what.en}, ${fee.charged} of 12 months` }
  }
  const age = fee.months.find(reason => reason.startsWith('age:'))?.slice(4)
  const name = age === undefined ? undefined : city.rates.wasteExemptions[age]?.[0]?.name
  return {
    cs: `${what.cs}, osvobození${name ? `: ${name.cs}` : ''}`,
    en: `${what.en}, exempt${name ? `: ${name.en}` : ''}`,
  }
}

/**
 * The same prescription raised for being late (zvýšení poplatku, § 11 zákona č. 565/1990 Sb.) by a share of the most that the law
 * allows; unpaid since. Left as it is when it is not yet half a year late.
 */
export function raised(demo: Demo, p: Prescription, percent = 100): Prescription {
  const since = deadline(p.due, { months: 6 })
  if (since > demo.today || p.fate.writtenOff || p.fate.state === 'cancelled') return p
  const paid = (p.fate.paid ?? []).filter(({ on }) => on <= p.due).reduce((sum, { amount }) => sum + amount, 0)
  const fact = inForce(demo.city.rates.lateIncrease, since, 'late-increase')
  const most = lateIncreaseMax(p.principal, paid, fact.timesUnpaid)
  const amount = Math.floor((most * percent) / 10_000) * 100
  if (amount === 0 || owed(p) === paid) return p
  return {
    ...p,
    accessories: [{ kind: 'late-increase', amount, legalBasis: basis('local-fee', groundOf(fact)), since }],
  }
}
