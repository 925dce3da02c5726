import { dayOf, type Day } from '../../city/calendar.ts'
import { ageOn } from '../../city/fees.ts'
import type { Address } from '../../db/tables/people.ts'
import { people } from '../identity/people.ts'
import type { DemoPerson } from '../identity/person.ts'
import { birthNumberFor, companyIdFor } from './identifiers.ts'
import { businesses, companies, families, men, streets, women } from './names.ts'
import type { Random } from './random.ts'

/** A subject of the demo city's accounting; `key` names those that stories need. */
export interface DemoSubject {
  id: string
  key: string
  kind: 'person' | 'business' | 'company'
  name: string
  givenName: string | null
  familyName: string | null
  birthDate: Day | null
  birthNumber: string | null
  companyId: string | null
  dataBoxId: string | null
  address: Address
  note: string | null
}

/** Signs in, but the city has no record of them: the path for an account that finds no subject. */
export const unknownToLedger = 'petr-zahradnicek'

/** All subjects of the city: those who can sign in, their families, made-up neighbours and companies. */
export function demoSubjects(random: Random, today: Day): DemoSubject[] {
  const named = people
    .filter(person => person.key !== unknownToLedger)
    .map(person => namedSubject(random, person, today))
  const eliska = named.find(subject => subject.key === 'eliska-horakova')
  const mother = person(random, 'eliska-mother', 'Radka', 'Horáková', '1982-05-17', 'female', eliska?.address)
  const neighbours = Array.from({ length: 20 }, (_, at) => neighbour(random, at))
  return [...named, mother, ...neighbours, ...entities(random), { ...child(random, named), note: 'minor' }]
}

/** A daughter of somebody who can sign in; she owes nothing herself. */
function child(random: Random, named: readonly DemoSubject[]): DemoSubject {
  const home = named.find(subject => subject.key === 'martin-svoboda')?.address
  return person(random, 'anezka-svobodova', 'Anežka', 'Svobodová', '2014-02-11', 'female', home)
}

/** The subject of that key; throws when the city has none, so that a story never silently loses its hero. */
export function subjectOf(subjects: readonly DemoSubject[], key: string): DemoSubject {
  const found = subjects.find(subject => subject.key === key)
  if (!found) throw new RangeError(`The demo city has no subject “${key}”.`)
  return found
}

function namedSubject(random: Random, from: DemoPerson, today: Day): DemoSubject {
  const { key, givenName, birthdate, address, birthnumber, formerly, deceased, databox } = from
  // The accounting learns of a marriage late: it keeps the former name, and the birth number pairs the two.
  const familyName = formerly?.familyName ?? from.familyName
  const minor = ageOn(birthdate, today) < 18
  return {
    ...empty(random, key, `${givenName} ${familyName}`, {
      street: address.street,
      houseNumber: address.houseNumber,
      ...(address.orientation && { orientationNumber: address.orientation }),
      city: address.city,
      zip: address.zip,
      ruianCode: address.ruianReference,
    }),
    givenName,
    familyName,
    birthDate: birthdate,
    birthNumber: birthnumber ?? null,
    dataBoxId: databox?.box_type === 'FO' ? databox.box_id : null,
    note: deceased ? 'deceased' : minor ? 'minor' : null,
  }
}

function neighbour(random: Random, at: number): DemoSubject {
  const sex = at % 2 === 0 ? 'female' : 'male'
  const given = (sex === 'female' ? women : men)[Math.floor(at / 2)] ?? 'Jana'
  const family = random.pick(families)[sex === 'female' ? 0 : 1]
  const birthDate = dayOf(random.int(1946, 2001), random.int(1, 12), random.int(1, 28))
  return person(random, `neighbour-${at}`, given, family, birthDate, sex)
}

function person(
  random: Random,
  key: string,
  givenName: string,
  familyName: string,
  birthDate: Day,
  sex: 'female' | 'male',
  address?: Address,
): DemoSubject {
  return {
    ...empty(random, key, `${givenName} ${familyName}`, address ?? addressIn(random)),
    givenName,
    familyName,
    birthDate,
    birthNumber: birthNumberFor(random, birthDate, sex),
  }
}

function entities(random: Random): DemoSubject[] {
  const director = people.find(({ databox }) => databox?.company)
  const box = director?.databox
  const joinery = box?.company && {
    ...empty(random, 'joinery', box.company.name, addressIn(random)),
    kind: 'company' as const,
    companyId: box.company.companyId,
    dataBoxId: box.box_id,
  }
  const made = companies.map(({ key, name }, at) => ({
    ...empty(random, key, name, addressIn(random)),
    kind: 'company' as const,
    companyId: companyIdFor(at),
  }))
  const traders = businesses.map(({ key, trade, given, family }, at) => ({
    ...empty(random, key, `${given} ${family} – ${trade}`, addressIn(random)),
    kind: 'business' as const,
    givenName: given,
    familyName: family,
    birthDate: dayOf(random.int(1960, 1990), random.int(1, 12), random.int(1, 28)),
    companyId: companyIdFor(companies.length + at),
  }))
  return [...(joinery ? [joinery] : []), ...made, ...traders]
}

const empty = (random: Random, key: string, name: string, address: Address): DemoSubject => ({
  id: random.uuid(),
  key,
  kind: 'person',
  name,
  givenName: null,
  familyName: null,
  birthDate: null,
  birthNumber: null,
  companyId: null,
  dataBoxId: null,
  address,
  note: null,
})

/** An address with a made-up RÚIAN code, above those of the people who can sign in. */
const addressIn = (random: Random): Address => ({
  street: random.pick(streets),
  houseNumber: String(random.int(100, 3400)),
  orientationNumber: String(random.int(1, 60)),
  city: 'Kladno',
  zip: '272 01',
  ruianCode: String(99_000_000 + random.int(1_000, 999_999)),
})
