import { basis } from './basis.ts'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  deadline,
  monthEnd,
  nextWorkingDay,
  partsOf,
  type Day,
} from '../../city/calendar.ts'
import { sewerageCharge } from '../../city/fees.ts'
import { termOn } from '../../city/rates.ts'
import type { Text } from '../../city/schema.ts'
import { money } from '../../city/typeset.ts'
import { known, usualFate, type Demo, type Fate, type Prescription } from './prescription.ts'
import type { DemoSubject } from './subjects.ts'

type FateOf = (demo: Demo, p: Omit<Prescription, 'fate'>) => Fate

const plants = { dubi: 'Dubí', svermov: 'Švermov' }

export interface SewerageStory {
  customer: DemoSubject
  plant: keyof typeof plants
  /** Litres a quarter, about. */
  litres: number
  fate?: FateOf
}

/** Sewerage (stočné) invoiced after each quarter of the last three years, with VAT, to the heller. */
export function sewerage(demo: Demo, { customer, plant, litres, fate = usualFate }: SewerageStory): Prescription[] {
  const { city, random, today } = demo
  const { year } = partsOf(today)
  const quarters = [year - 2, year - 1, year].flatMap(y => [1, 2, 3, 4].map(quarter => ({ year: y, quarter })))
  return quarters.flatMap(({ year: y, quarter }) => {
    const end = monthEnd(y, quarter * 3)
    const issued = addDays(end, 10)
    if (issued > today || !known(city.rates.sewerage[plant], end)) return []
    const volume = litres + random.int(-3_000, 3_000)
    const charge = sewerageCharge(volume, plant, end, city.rates)
    const cubic = (volume / 1000).toFixed(3)
    const p = {
      subject: customer,
      kind: 'sewerage' as const,
      year: y,
      period: `${y}-Q${quarter}`,
      description: {
        cs: `Stočné ${plants[plant]}, ${quarter}. čtvrtletí ${y}: ${cubic.replace('.', ',')} m³, základ ${money(charge.net, 'cs')}, DPH ${charge.vatPercent} % ${money(charge.vat, 'cs')}`,
        en: `Sewerage ${plants[plant]}, quarter ${quarter} of ${y}: ${cubic} m³, net ${money(charge.net, 'en')}, VAT ${charge.vatPercent}% ${money(charge.vat, 'en')}`,
      },
      legalBasis: basis('sewerage', charge.ground),
      issued,
      due: deadline(issued, { days: termOn(city.rates, 'invoice-due', issued).term.days }),
      principal: charge.gross,
    }
    return [{ ...p, fate: fate(demo, p) }]
  })
}

const rentBasis: Text = {
  cs: 'Nájemní smlouva, § 2235 a násl. občanského zákoníku; služby podle zákona č. 67/2013 Sb.',
  en: 'Lease contract, § 2235 and following of the Civil Code; services under Act No. 67/2013 Sb.',
}
const premisesBasis: Text = {
  cs: 'Nájemní smlouva, § 2302 a násl. občanského zákoníku',
  en: 'Lease contract, § 2302 and following of the Civil Code',
}
const interestBasis: Text = {
  cs: 'Úrok z prodlení, § 1970 občanského zákoníku, nařízení vlády č. 351/2013 Sb.',
  en: 'Default interest, § 1970 of the Civil Code, Government Regulation No. 351/2013 Sb.',
}
/** Default interest of the demo city, per cent a year: a repo rate of 3.5 and the 8 points of the regulation. */
const interestPercent = 11.5

export interface RentStory {
  tenant: DemoSubject
  /** What is rented: a flat's address or premises. */
  what: Text
  /** Haléře a month. */
  rent: number
  /** Monthly advances for services (zálohy na služby), haléře. */
  services?: number
  months: number
  fate?: FateOf
}

/** Rent of a flat (nájem bytu) month by month; the next month's is prescribed thirty days before it is due on the 10th. */
export const flatRent = (demo: Demo, story: RentStory) => rents(demo, story, 'flat-rent')

/** Rent of non-residential premises (nájem nebytových prostor) month by month; unpaid ones over 90 days late bear interest. */
export const premisesRent = (demo: Demo, story: RentStory) =>
  rents(demo, story, 'premises-rent').map(p => withInterest(demo, p))

function rents(demo: Demo, story: RentStory, kind: 'flat-rent' | 'premises-rent'): Prescription[] {
  const { tenant, what, rent, services = 0, months, fate = usualFate } = story
  const { year, month } = partsOf(demo.today)
  const first = addMonths(dayOf(year, month, 1), 1 - months)
  return Array.from({ length: months + 1 }, (_, at) => addMonths(first, at)).flatMap(start => {
    const due = nextWorkingDay(addDays(start, 9))
    const issued = addDays(start, -21)
    if (issued > demo.today) return []
    const period = start.slice(0, 7)
    const p = {
      subject: tenant,
      kind,
      year: partsOf(start).year,
      period,
      description: {
        cs: `Nájem ${what.cs}, ${monthName(start, 'cs')}${services ? `: nájemné ${money(rent, 'cs')}, služby ${money(services, 'cs')}` : ''}`,
        en: `Rent of ${what.en}, ${monthName(start, 'en')}${services ? `: rent ${money(rent, 'en')}, services ${money(services, 'en')}` : ''}`,
      },
      legalBasis: kind === 'flat-rent' ? rentBasis : premisesBasis,
      issued,
      due,
      principal: rent + services,
    }
    return [{ ...p, fate: fate(demo, p) }]
  })
}

function withInterest({ today }: Demo, p: Prescription): Prescription {
  const late = daysBetween(p.due, today)
  const { paid = [], writtenOff = 0, state } = p.fate
  if (late <= 90 || paid.length > 0 || writtenOff > 0 || state === 'cancelled') return p
  const amount = Math.round((p.principal * interestPercent * late) / 36_500)
  return { ...p, accessories: [{ kind: 'interest', amount, legalBasis: interestBasis, since: addDays(p.due, 1) }] }
}

const monthName = (day: Day, language: 'cs' | 'en') =>
  new Intl.DateTimeFormat(language === 'cs' ? 'cs-CZ' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
