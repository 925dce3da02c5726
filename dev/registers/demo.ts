import { addMonths, type Day } from '../../city/calendar.ts'
import { demoSeed } from '../demo/demo-city.ts'
import { companyIdFor } from '../demo/identifiers.ts'
import { companies } from '../demo/names.ts'
import { seeded } from '../demo/random.ts'
import { demoSubjects, subjectOf, type DemoSubject } from '../demo/subjects.ts'
import { people } from '../identity/people.ts'
import type { DemoPerson } from '../identity/person.ts'
import type { Entries, PersonEntry, RegisteredCompany, RelationEntry } from './entries.ts'

/** What the registers know of the demo city: those who can sign in, their families and neighbours, and the companies. */
export function demoEntries(today: Day): Entries {
  const subjects = demoSubjects(seeded(demoSeed), today)
  const named = people.map(person => signingIn(person))
  const ledger = subjects
    .filter(({ kind, key }) => kind === 'person' && !people.some(person => person.key === key))
    .map(subject => inLedger(subject))
  return {
    persons: [...named, ...ledger, ...onlyRegistered(subjects)],
    companies: [...subjects.flatMap(subject => company(subject)), dissolved],
    relations,
    reza: [
      {
        id: 'reza-1',
        agent: aifo('lenka-prochazkova'),
        principal: { company: '99100011' },
        from: '2024-07-01',
        to: null,
        agendas: ['fee-payment'],
      },
      {
        id: 'reza-2',
        agent: aifo('alena-markova'),
        principal: { person: aifo('josef-novak') },
        from: '2025-01-15',
        to: addMonths(today, 8),
        agendas: ['*'],
      },
      {
        id: 'reza-3',
        agent: aifo('tereza-vesela'),
        principal: { person: aifo('vera-krejci') },
        from: '2024-07-01',
        to: '2025-06-30',
        agendas: ['*'],
      },
    ],
  }
}

/** The register's own id of a person; made up from the key that the demo knows the person by. */
export const aifo = (key: string): string => `aifo-${key}`

/** The day Karel Beneš died; his bank does not know yet. */
const deaths: Record<string, Day> = { 'karel-benes': '2025-10-02' }

/** The register has the name of today, whatever the ledger still writes. */
function signingIn({ key, givenName, familyName, birthdate, birthnumber, address }: DemoPerson): PersonEntry {
  return {
    aifo: aifo(key),
    givenName,
    familyName,
    birthDate: birthdate,
    birthNumber: birthnumber ?? null,
    died: deaths[key] ?? null,
    address: {
      street: address.street,
      houseNumber: address.houseNumber,
      ...(address.orientation && { orientationNumber: address.orientation }),
      city: address.city,
      zip: address.zip,
      ruianCode: address.ruianReference,
    },
    limitedCapacity: false,
  }
}

function inLedger({ key, givenName, familyName, birthDate, birthNumber, address }: DemoSubject): PersonEntry {
  if (givenName === null || familyName === null || birthDate === null)
    throw new TypeError(`The person “${key}” of the demo city has no name or birth date.`)
  const names = { givenName, familyName, birthDate, birthNumber }
  return { aifo: aifo(key), ...names, died: null, address, limitedCapacity: false }
}

/** Children, and a ward: no means of identification, and nothing in the ledger. */
function onlyRegistered(subjects: readonly DemoSubject[]): PersonEntry[] {
  const at = (key: string) => subjectOf(subjects, key).address
  const person = (key: string, givenName: string, familyName: string, birthDate: Day, home: string): PersonEntry => ({
    ...{ aifo: aifo(key), givenName, familyName, birthDate, birthNumber: null },
    ...{ died: null, address: at(home), limitedCapacity: false },
  })
  return [
    person('vojtech-svoboda', 'Vojtěch', 'Svoboda', '2007-03-02', 'martin-svoboda'),
    person('matej-horak', 'Matěj', 'Horák', '2019-04-09', 'eliska-horakova'),
    { ...person('jaroslav-krejci', 'Jaroslav', 'Krejčí', '1951-06-08', 'vera-krejci'), limitedCapacity: true },
  ]
}

const child = (parent: string, of: string, from: Day): RelationEntry => ({
  id: `rob-${parent}-${of}`,
  basis: 'parent',
  agent: aifo(parent),
  principal: aifo(of),
  from,
  to: null,
})

const relations: RelationEntry[] = [
  child('martin-svoboda', 'anezka-svobodova', '2014-02-11'),
  // of age by now: the tie stands, the representation has ended
  child('martin-svoboda', 'vojtech-svoboda', '2007-03-02'),
  child('eliska-mother', 'eliska-horakova', '2010-09-30'),
  child('eliska-mother', 'matej-horak', '2019-04-09'),
  {
    id: 'rob-vera-krejci-jaroslav-krejci',
    basis: 'guardian',
    agent: aifo('vera-krejci'),
    principal: aifo('jaroslav-krejci'),
    from: '2023-05-22',
    to: null,
  },
]

/** Who acts for each company, by the keys of people; `signatures` of them together. */
const bodies: Record<string, { signatures: number; members: [key: string, does: string, since: Day][] }> = {
  joinery: { signatures: 1, members: [['tomas-pokorny', 'jednatel', '2011-04-01']] },
  warehouses: {
    signatures: 2,
    members: [
      ['alena-markova', 'předsedkyně představenstva', '2019-02-01'],
      ['ondrej-fiala', 'člen představenstva', '2021-06-15'],
      ['monika-stastna', 'členka představenstva', '2021-06-15'],
    ],
  },
  bakery: { signatures: 1, members: [['jana-mala', 'jednatelka', '2022-01-10']] },
}

const forms: [ending: string, legalForm: string][] = [
  ['s.r.o.', 'společnost s ručením omezeným'],
  ['a.s.', 'akciová společnost'],
  ['z.s.', 'spolek'],
]

function company(subject: DemoSubject): RegisteredCompany[] {
  const { key, name, companyId, address, dataBoxId } = subject
  if (companyId === null) return []
  const body = bodies[key] ?? { signatures: 1, members: [] }
  const members = body.members.flatMap(([who, does, since]) => {
    const person = people.find(one => one.key === who)
    if (!person) throw new RangeError(`The demo has no person “${who}”.`)
    const { givenName, familyName, birthdate: birthDate } = person
    return [{ givenName, familyName, birthDate, function: does, since }]
  })
  const legalForm = forms.find(([ending]) => name.endsWith(ending))?.[1] ?? 'podnikající fyzická osoba'
  return [
    {
      ...{ companyId, name, legalForm, address, dataBoxId, dissolved: null },
      body: { signatures: body.signatures, members },
    },
  ]
}

/** A company that is no more. */
const dissolved: RegisteredCompany = {
  companyId: companyIdFor(companies.length + 20),
  name: 'Stavebniny U Dolu s.r.o.',
  legalForm: 'společnost s ručením omezeným',
  address: { street: 'Průmyslová', houseNumber: '900', city: 'Kladno', zip: '272 01', ruianCode: '99000900' },
  dataBoxId: null,
  dissolved: '2025-12-31',
  body: {
    signatures: 1,
    members: [
      {
        givenName: 'Martin',
        familyName: 'Svoboda',
        birthDate: '1981-11-16',
        function: 'jednatel',
        since: '2015-03-01',
      },
    ],
  },
}
