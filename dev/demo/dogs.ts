import { basis } from './basis.ts'
import { addDays, dayOf, deadline, type Day } from '../../city/calendar.ts'
import { dogFee, instalments, planFor, type Dog } from '../../city/fees.ts'
import type { PlanId } from '../../city/schema.ts'
import { known, usualFate, type Demo, type Fate, type Prescription } from './prescription.ts'
import type { DemoSubject } from './subjects.ts'
import { yearsOf } from './waste.ts'

export interface DogStory {
  owner: DemoSubject
  dogs: (Dog & { name: string })[]
  plan?: PlanId
  fate?: (demo: Demo, p: Omit<Prescription, 'fate'>) => Fate
}

const places = {
  'apartment-block': { cs: 'bytový dům', en: 'apartment block' },
  'family-house': { cs: 'rodinný dům', en: 'family house' },
}

/** Dog fees (poplatek ze psů) of one holder, a line for each dog and year, as prescribed up to today. */
export function dogFees(demo: Demo, story: DogStory): Prescription[] {
  const { rates } = demo.city
  return yearsOf(demo.today).flatMap(year => {
    if (!known(rates.dogFee, dayOf(year, 1, 1))) return []
    const fees = dogFee(story.dogs, story.owner.birthDate, year, rates)
    return story.dogs.flatMap((dog, at) => {
      const fee = fees[at]
      const issued = dayOf(year, 1, 20) > dog.since ? dayOf(year, 1, 20) : addDays(dog.since, 14)
      if (!fee || fee.amount === 0 || issued > demo.today) return []
      const parts = instalments(fee.amount, planFor('dog', story.plan ?? 'yearly', year, rates), year)
      return parts.map(({ amount, due }, part) => {
        const months =
          fee.charged < 12 ? { cs: `, ${fee.charged} z 12 měsíců`, en: `, ${fee.charged} of 12 months` } : null
        const p = {
          subject: story.owner,
          kind: 'dog' as const,
          year,
          period: String(year),
          instalment: part + 1,
          instalments: parts.length,
          description: {
            cs: `Poplatek ze psů ${year}: ${dog.name}, ${places[dog.place].cs}${months?.cs ?? ''}`,
            en: `Dog fee ${year}: ${dog.name}, ${places[dog.place].en}${months?.en ?? ''}`,
          },
          legalBasis: basis('local-fee', fee.ground),
          issued,
          due: lastDay(due, issued),
          principal: amount,
        }
        return { ...p, fate: (story.fate ?? usualFate)(demo, p) }
      })
    })
  })
}

/** A dog that came after the due day is paid for within a month of the prescription. */
const lastDay = (due: Day, issued: Day) => (due > issued ? due : deadline(issued, { days: 30 }))
