import { addMonths, dayOf, partsOf, type Day } from '../../city/calendar.ts'
import { flatRent, sewerage } from './contracts.ts'
import { dogFees } from './dogs.ts'
import { call, fine } from './fines.ts'
import { owed, paidPartly, paidWhole, type Demo, type Prescription } from './prescription.ts'
import { subjectOf, type DemoSubject } from './subjects.ts'
import { raised, wasteFees, yearsOf } from './waste.ts'

type P = Omit<Prescription, 'fate'>

/** Registered in the city since long ago. */
const always = [{ from: '2005-03-01', to: null }]
const person = (subject: DemoSubject) => ({ registered: always, birthDate: subject.birthDate })
const inTime = (demo: Demo, p: P) => paidWhole(demo, p)
const never = () => ({})

/** Everything of the past is paid; what was prescribed last waits. */
const lastOpen = (issuedLast: Day) => (demo: Demo, p: P) => (p.issued >= issuedLast ? {} : paidWhole(demo, p))

/** The 20 January on which this year's fees were prescribed, or last year's if that day has not come. */
function lastPrescribed(today: Day): Day {
  const { year } = partsOf(today)
  const day = dayOf(year, 1, 20)
  return day <= today ? day : dayOf(year - 1, 1, 20)
}

/** What the people who can sign in owe: each of them shows one thing that the portal must do well. */
export function namedStories(demo: Demo): Prescription[] {
  const { today, subjects } = demo
  const who = (key: string) => subjectOf(subjects, key)
  const last = lastPrescribed(today)
  const [oldest = partsOf(today).year] = yearsOf(today)
  const old = (count: number) => (_: Demo, p: P) => (p.year < oldest + count ? {} : paidWhole(demo, p))

  const sarka = who('sarka-durickova')
  const josef = who('josef-novak')
  const vera = who('vera-krejci')
  const alena = who('alena-markova')
  const kleinerova = who('jan-novak-kleinerova')
  const americka = who('jan-novak-americka')
  const karel = who('karel-benes')
  const monika = who('monika-stastna')
  const martin = who('martin-svoboda')
  const ondrej = who('ondrej-fiala')
  const mother = who('eliska-mother')
  const matej = addMonths(dayOf(partsOf(today).year, 4, 9), -12 * 7)

  return [
    // one waste fee and one dog fee to pay, all the rest paid
    ...wasteFees(demo, { owner: sarka, unit: person(sarka), fate: lastOpen(last) }),
    ...dogFees(demo, {
      owner: sarka,
      dogs: [{ name: 'Bára', place: 'apartment-block', since: '2023-05-02', until: null }],
      fate: lastOpen(last),
    }),
    // exempt himself, but old debts for a cottage, raised, one enforced; a fine with costs; an old dog
    ...wasteFees(demo, { owner: josef, unit: person(josef) }),
    ...wasteFees(demo, {
      owner: josef,
      unit: { registered: always },
      property: 'chata č. ev. 27, Vrapice',
      fate: old(3),
    }).map((p, at) =>
      at === 0 ? { ...raised(demo, p), fate: { state: 'enforcement' as const } } : raised(demo, p, 50),
    ),
    ...dogFees(demo, {
      owner: josef,
      dogs: [
        { name: 'Rek', place: 'apartment-block', since: '2014-06-01', until: dayOf(partsOf(today).year - 1, 8, 20) },
      ],
      fate: never,
    }),
    fine(demo, {
      offender: josef,
      offence: 'leash',
      amount: 150_000,
      ago: 1_500,
      costs: 100_000,
      fate: () => ({ state: 'enforcement' }),
    }),
    // turned seventy: part of a year, then exempt; rents a flat, the coming month's rent waits
    ...wasteFees(demo, { owner: vera, unit: person(vera), fate: inTime }),
    ...flatRent(demo, {
      tenant: vera,
      what: { cs: 'bytu Petra Bezruče 3388, byt 14', en: 'flat 14, Petra Bezruče 3388' },
      rent: 642_350,
      services: 218_000,
      months: 14,
      fate: (_, p) => (p.due < today ? paidWhole(demo, p, 2) : {}),
    }),
    // sewerage in Švermov, fees half-yearly
    ...wasteFees(demo, { owner: alena, unit: person(alena), plan: 'half-yearly' }),
    ...sewerage(demo, { customer: alena, plant: 'svermov', litres: 24_350 }),
    // two namesakes, each with something of his own
    ...wasteFees(demo, { owner: kleinerova, unit: person(kleinerova), fate: lastOpen(last) }),
    fine(demo, { offender: kleinerova, offence: 'parking', amount: 200_000, ago: 18, fate: never }),
    ...wasteFees(demo, { owner: americka, unit: person(americka), fate: inTime }),
    call(demo, { driver: americka, place: 'Unhošťská ulice', amount: 90_000, delivered: 4 }),
    // quarterly by agreement
    ...wasteFees(demo, { owner: who('jana-mala'), unit: person(who('jana-mala')), plan: 'quarterly' }),
    ...wasteFees(demo, { owner: who('tereza-vesela'), unit: person(who('tereza-vesela')), fate: lastOpen(last) }),
    // the call may still be paid by card
    ...wasteFees(demo, { owner: ondrej, unit: person(ondrej), fate: inTime }),
    call(demo, { driver: ondrej, place: 'Slánská ulice', amount: 150_000, delivered: 3 }),
    // came in the spring of last year, owes a part of a year
    ...wasteFees(demo, {
      owner: who('oleksandr-kovalenko'),
      unit: { registered: [{ from: dayOf(partsOf(today).year - 1, 5, 10), to: null }], birthDate: '1988-01-09' },
      fate: (_, p) => paidPartly(demo, p, 50),
    }),
    // a minor owes nothing herself: her mother does, also for her younger brother
    ...wasteFees(demo, { owner: mother, unit: person(mother), fate: lastOpen(last) }),
    ...wasteFees(demo, {
      owner: mother,
      unit: person(who('eliska-horakova')),
      concerns: who('eliska-horakova').name,
      plan: 'quarterly',
    }),
    ...wasteFees(demo, {
      owner: mother,
      unit: { registered: [{ from: matej, to: null }], birthDate: matej },
      concerns: 'Matěj Horák',
      fate: lastOpen(last),
    }),
    // died: some is written off, the rest waits for the heirs
    ...wasteFees(demo, {
      owner: karel,
      unit: { registered: always },
      property: 'zahradní domek č. ev. 112, Dubí',
      fate: (_, p) =>
        p.year < oldest + 2 ? { writtenOff: owed(p) } : p.year === oldest + 2 ? { writtenOff: 30_000 } : {},
    }),
    // a fine with costs of proceedings, partly paid and overdue
    ...wasteFees(demo, { owner: monika, unit: person(monika) }),
    fine(demo, {
      offender: monika,
      offence: 'night',
      amount: 300_000,
      ago: 120,
      costs: 100_000,
      fate: (_, p) => paidPartly(demo, p, 40),
    }),
    // too late for a card, in time for an instant transfer; two dogs and a child
    ...wasteFees(demo, { owner: martin, unit: person(martin), fate: lastOpen(last) }),
    ...wasteFees(demo, {
      owner: martin,
      unit: { registered: [{ from: '2014-02-11', to: null }], birthDate: '2014-02-11' },
      concerns: 'Anežka Svobodová',
      fate: lastOpen(last),
    }),
    ...dogFees(demo, {
      owner: martin,
      dogs: [
        { name: 'Argo', place: 'family-house', since: '2021-09-01', until: null },
        { name: 'Líza', place: 'family-house', since: '2024-04-12', until: null, birthDate: '2024-02-01' },
      ],
    }),
    call(demo, { driver: martin, place: 'Americká ulice', amount: 90_000, delivered: 14 }),
    ...wasteFees(demo, { owner: who('tomas-pokorny'), unit: person(who('tomas-pokorny')), fate: inTime }),
    ...wasteFees(demo, {
      owner: who('lenka-prochazkova'),
      unit: person(who('lenka-prochazkova')),
      plan: 'half-yearly',
    }),
    ...['hana-vondrakova', 'petr-kucera', 'milan-riha', 'eva-dolezalova'].flatMap(key =>
      wasteFees(demo, {
        owner: who(key),
        unit: person(who(key)),
        fate: key === 'petr-kucera' ? lastOpen(last) : inTime,
      }),
    ),
  ]
}
