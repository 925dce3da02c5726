import { addDays, deadline, partsOf, type Day } from '../../city/calendar.ts'
import { groundOf, termOn } from '../../city/rates.ts'
import type { Text } from '../../city/schema.ts'
import { usualFate, type Demo, type Fate, type Prescription } from './prescription.ts'
import type { DemoSubject } from './subjects.ts'

const offences = {
  night: { cs: 'rušení nočního klidu', en: 'disturbing the peace at night' },
  litter: { cs: 'znečištění veřejného prostranství', en: 'littering a public place' },
  leash: { cs: 'volné pobíhání psa', en: 'a dog off the leash' },
  parking: { cs: 'zastavení na přechodu pro chodce', en: 'stopping on a pedestrian crossing' },
  order: { cs: 'neuposlechnutí výzvy úřední osoby', en: 'disobeying an official' },
} satisfies Record<string, Text>
export type Offence = keyof typeof offences

const fineBasis: Text = {
  cs: 'Zákon č. 250/2016 Sb., o odpovědnosti za přestupky a řízení o nich',
  en: 'Act No. 250/2016 Sb., on liability for administrative offences',
}
const costsBasis: Text = {
  cs: '§ 95 zákona č. 250/2016 Sb., vyhláška č. 520/2005 Sb.',
  en: '§ 95 of Act No. 250/2016 Sb., Decree No. 520/2005 Sb.',
}
const callBasis: Text = {
  cs: '§ 125h zákona č. 361/2000 Sb., o silničním provozu',
  en: '§ 125h of Act No. 361/2000 Sb., on road traffic',
}

export interface FineStory {
  offender: DemoSubject
  offence: Offence
  /** Haléře. */
  amount: number
  /** Days before today on which the decision came into legal force. */
  ago: number
  /** Haléře of the costs of proceedings (náklady řízení). */
  costs?: number
  fate?: (demo: Demo, p: Omit<Prescription, 'fate'>) => Fate
}

/** A fine (pokuta) for an offence, due within the city's term after it came into legal force. */
export function fine(demo: Demo, { offender, offence, amount, ago, costs, fate = usualFate }: FineStory): Prescription {
  const issued = addDays(demo.today, -ago)
  const p = {
    ...base(demo, offender, issued),
    kind: 'fine' as const,
    description: {
      cs: `Pokuta za přestupek: ${offences[offence].cs}`,
      en: `Fine for an offence: ${offences[offence].en}`,
    },
    legalBasis: fineBasis,
    due: deadline(issued, { days: termOn(demo.city.rates, 'fine-due', issued).term.days }),
    principal: amount,
    ...(costs && { accessories: [{ kind: 'costs' as const, amount: costs, legalBasis: costsBasis, since: issued }] }),
  }
  return { ...p, fate: fate(demo, p) }
}

export interface CallStory {
  driver: DemoSubject
  place: string
  /** Haléře. */
  amount: number
  /** Days before today on which the call was delivered; the money must be credited by the 15th day after it. */
  delivered: number
  fate?: (demo: Demo, p: Omit<Prescription, 'fate'>) => Fate
}

/** A call to pay a specified amount (výzva k úhradě určené částky) from a speed camera. */
export function call(demo: Demo, { driver, place, amount, delivered, fate = () => ({}) }: CallStory): Prescription {
  const { rates } = demo.city
  const day = addDays(demo.today, -delivered)
  const ground = groundOf(termOn(rates, 'specified-amount', day).term)
  const p = {
    ...base(demo, driver, addDays(day, -3)),
    kind: 'specified-amount' as const,
    description: {
      cs: `Určená částka za překročení rychlosti: ${place}`,
      en: `Specified amount for speeding: ${place}`,
    },
    legalBasis: ground.asLaw ? callBasis : ground.text,
    due: deadline(day, { days: termOn(rates, 'specified-amount', day).term.days }),
    principal: amount,
  }
  return { ...p, fate: fate(demo, p) }
}

function base({ random }: Demo, subject: DemoSubject, issued: Day) {
  const { year } = partsOf(issued)
  return { subject, year, period: String(year), issued, specificSymbol: String(random.int(100_000, 999_999)) }
}
