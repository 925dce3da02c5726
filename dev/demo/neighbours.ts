import { addMonths, dayOf, partsOf } from '../../city/calendar.ts'
import { flatRent, sewerage } from './contracts.ts'
import { dogFees } from './dogs.ts'
import { call, fine, type Offence } from './fines.ts'
import { owed, paidWhole, type Demo, type Prescription } from './prescription.ts'
import type { DemoSubject } from './subjects.ts'
import { raised, wasteFees } from './waste.ts'

const offences: Offence[] = ['night', 'litter', 'leash', 'parking', 'order']
const names = ['Max', 'Ben', 'Rony', 'Bella', 'Ajka', 'Sára']

/** What the made-up neighbours owe: by chance, but every kind of debt in every state is there. */
export function neighbourStories(demo: Demo): Prescription[] {
  const people = demo.subjects.filter(({ key }) => key.startsWith('neighbour-'))
  return [
    ...people.flatMap((owner, at) => waste(demo, owner, at)),
    ...people.slice(0, 7).flatMap((owner, at) => dogs(demo, owner, at)),
    ...people.slice(4, 8).flatMap((tenant, at) =>
      flatRent(demo, {
        tenant,
        what: { cs: `bytu Vašatova 14${at}, byt ${at + 2}`, en: `flat ${at + 2}, Vašatova 14${at}` },
        rent: 512_300 + at * 34_750,
        services: 187_500 + at * 12_000,
        months: 10,
      }),
    ),
    ...people
      .slice(8, 13)
      .flatMap((customer, at) =>
        sewerage(demo, { customer, plant: at % 2 ? 'dubi' : 'svermov', litres: 18_000 + at * 2_400 }),
      ),
    ...people.slice(3, 15).map((offender, at) => fines(demo, offender, at)),
    ...calls(demo, people.slice(12)),
  ]
}

function waste(demo: Demo, owner: DemoSubject, at: number): Prescription[] {
  const { year } = partsOf(demo.today)
  const plan = at % 5 === 0 ? 'quarterly' : at % 5 === 1 ? 'half-yearly' : 'yearly'
  const from = at % 6 === 3 ? addMonths(dayOf(year - 3, 1, 10), demo.random.int(0, 30)) : '2004-01-01'
  const to = at % 9 === 7 ? dayOf(year - 1, demo.random.int(3, 10), 12) : null
  const home = at % 8 === 5 ? [{ from: dayOf(year - 2, 7, 1), to: null }] : []
  const unit = { registered: [{ from, to }], birthDate: owner.birthDate, exempt: home }
  const rows = wasteFees(demo, { owner, unit, plan })
  return at % 3 === 0 ? rows.map(p => raised(demo, p, demo.random.int(2, 10) * 10)) : rows
}

function dogs(demo: Demo, owner: DemoSubject, at: number): Prescription[] {
  const kept = demo.random.int(1, 2)
  const dogsOf = Array.from({ length: kept }, (_, dog) => ({
    name: names[(at + dog) % names.length] ?? 'Max',
    place: at % 2 ? ('family-house' as const) : ('apartment-block' as const),
    since: dayOf(2019 + dog * 3, demo.random.int(1, 12), 15),
    until: null,
  }))
  return dogFees(demo, { owner, dogs: dogsOf, plan: at % 3 === 0 ? 'half-yearly' : 'yearly' })
}

function fines(demo: Demo, offender: DemoSubject, at: number): Prescription {
  const { random } = demo
  return fine(demo, {
    offender,
    offence: offences[at % offences.length] ?? 'night',
    amount: random.int(2, 30) * 50_000,
    ago: 8 + at * random.int(20, 110),
    ...(at % 2 === 0 && { costs: 100_000 }),
    ...(at === 10 && { fate: (_, p) => ({ writtenOff: owed(p) }) }),
    ...(at === 11 && { fate: () => ({ state: 'cancelled' }) }),
  })
}

/** Calls of every fate: paid in time, on the way by card, still payable, too late, handed over to proceedings. */
function calls(demo: Demo, drivers: DemoSubject[]): Prescription[] {
  const places = ['Unhošťská ulice', 'Slánská ulice', 'Vodárenská ulice', 'Pražská ulice']
  const delivered = [200, 90, 30, 9, 2, 40, 22]
  return delivered.flatMap((days, at) => {
    const driver = drivers[at]
    if (!driver) return []
    const fate: Parameters<typeof call>[1]['fate'] =
      days === 90
        ? () => ({ state: 'cancelled' })
        : days > 2 && days !== 40
          ? (_, p) => paidWhole(demo, p, 6)
          : () => ({})
    return [
      call(demo, { driver, place: places[at % 4] ?? '', amount: at % 2 ? 150_000 : 90_000, delivered: days, fate }),
    ]
  })
}
