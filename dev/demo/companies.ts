import { addDays } from '../../city/calendar.ts'
import { premisesRent, sewerage } from './contracts.ts'
import { fine } from './fines.ts'
import { paidWhole, type Demo, type Prescription } from './prescription.ts'
import { subjectOf } from './subjects.ts'
import { wasteFees } from './waste.ts'

/** The companies: the joinery that people act for, and a large tenant with many debts. */
export function companyStories(demo: Demo): Prescription[] {
  const who = (key: string) => subjectOf(demo.subjects, key)
  const warehouses = who('warehouses')
  const halls = ['A', 'B', 'C', 'D'].map((hall, at) => ({
    tenant: warehouses,
    what: { cs: `skladu, hala ${hall}, Průmyslová 7`, en: `warehouse, hall ${hall}, Průmyslová 7` },
    rent: 4_860_000 + at * 1_215_050,
    services: 612_000,
    months: 24,
  }))
  const shops = ['bakery', 'car-repair', 'gallery', 'dental', 'cafe', 'florist', 'cobbler', 'tailor'].map(
    (key, at) => ({
      tenant: who(key),
      what: { cs: `provozovny č. ${at + 3}, nám. Svobody`, en: `premises No. ${at + 3}, náměstí Svobody` },
      rent: 920_000 + at * 87_540,
      services: at % 2 ? 145_000 : 0,
      months: 9,
    }),
  )
  const joinery = who('joinery')
  return [
    ...halls.flatMap(story => premisesRent(demo, story)),
    ...shops.flatMap(story => premisesRent(demo, story)),
    ...premisesRent(demo, {
      tenant: joinery,
      what: { cs: 'dílny, Ke Stadionu 1805', en: 'workshop, Ke Stadionu 1805' },
      rent: 1_840_000,
      services: 260_000,
      months: 12,
      fate: (_, p) => (p.due < addDays(demo.today, -40) ? paidWhole(demo, p, 3) : {}),
    }),
    ...sewerage(demo, { customer: joinery, plant: 'dubi', litres: 61_000 }),
    ...sewerage(demo, { customer: warehouses, plant: 'dubi', litres: 188_000 }),
    ...wasteFees(demo, {
      owner: warehouses,
      unit: { registered: [{ from: '2018-01-01', to: null }] },
      property: 'služební byt, Průmyslová 7',
    }),
    fine(demo, {
      offender: warehouses,
      offence: 'litter',
      amount: 1_500_000,
      ago: 75,
      costs: 100_000,
      fate: () => ({}),
    }),
  ]
}
