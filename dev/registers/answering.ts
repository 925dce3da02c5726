import { addMonths, type Day } from '../../city/calendar.ts'
import { fold } from '../../city/fold.ts'
import type {
  PersonQuery,
  RegisteredAddress,
  RegisteredCompany,
  RegisteredPerson,
  Representation,
} from '../../activities/registers/port.ts'
import type { Address } from '../../db/tables/people.ts'
import type { Entries, PersonEntry } from './entries.ts'

const same = (one: string, other: string) =>
  one.normalize('NFC').trim().toLocaleLowerCase('cs') === other.normalize('NFC').trim().toLocaleLowerCase('cs')

/** The people that fit: by birth number alone if it was given, else by name and birth date. */
function fitting({ persons }: Entries, query: PersonQuery): PersonEntry[] {
  if (query.birthNumber) return persons.filter(({ birthNumber }) => birthNumber === query.birthNumber)
  return persons.filter(
    one =>
      one.birthDate === query.birthDate &&
      same(one.givenName, query.givenName) &&
      same(one.familyName, query.familyName),
  )
}

/** ROB: the one that fits; the birth number stays in the register. */
export function findPerson(entries: Entries, query: PersonQuery): RegisteredPerson | 'several' | null {
  const [one, ...more] = fitting(entries, query)
  if (!one) return null
  if (more.length > 0) return 'several'
  const { birthNumber: _, ...person } = one
  return person
}

export const findCompany = ({ companies }: Entries, companyId: string): RegisteredCompany | null =>
  companies.find(company => company.companyId === companyId) ?? null

/** Whom a person may act for on this day: children until their 18th birthday, wards, companies that exist, entries of ReZa. */
export function findRepresentations(entries: Entries, query: PersonQuery, today: Day): Representation[] {
  const [agent, ...namesakes] = fitting(entries, query)
  if (!agent || namesakes.length > 0 || agent.died !== null) return []
  const valid = ({ validFrom, validTo }: Representation) => validFrom <= today && (validTo === null || today <= validTo)
  return [...ties(entries, agent), ...offices(entries, agent), ...granted(entries, agent)].filter(valid)
}

const naturalPerson = ({ givenName, familyName, birthDate, address }: PersonEntry) => ({
  ...{ kind: 'person' as const, givenName, familyName, birthDate, address },
})

function ties({ relations, persons }: Entries, agent: PersonEntry): Representation[] {
  return relations.flatMap(({ id, basis, agent: of, principal, from, to }) => {
    const other = persons.find(({ aifo }) => aifo === principal)
    if (of !== agent.aifo || !other || other.died !== null) return []
    // parental responsibility ends with majority (§ 30 občanského zákoníku): its last day is the one before the birthday
    const last = basis === 'parent' ? dayBefore(addMonths(other.birthDate, 18 * 12)) : to
    return [
      {
        ...{ id, register: 'ROB' as const, basis, principal: naturalPerson(other) },
        ...{ signatures: 1, validFrom: from, validTo: last, agendas: ['*'] },
      },
    ]
  })
}

const dayBefore = (day: Day): Day => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

function offices({ companies }: Entries, agent: PersonEntry): Representation[] {
  return companies.flatMap(({ companyId, name, address, dissolved, body }) => {
    const member = body.members.find(
      one =>
        one.birthDate === agent.birthDate &&
        same(one.givenName, agent.givenName) &&
        same(one.familyName, agent.familyName),
    )
    if (!member || dissolved !== null) return []
    return [
      {
        id: `ros-${companyId}`,
        register: 'ROS' as const,
        basis: 'statutory' as const,
        principal: { kind: 'company' as const, companyId, name, address },
        signatures: body.signatures,
        validFrom: member.since,
        validTo: null,
        agendas: ['*'],
      },
    ]
  })
}

function granted({ reza, persons, companies }: Entries, agent: PersonEntry): Representation[] {
  return reza.flatMap(({ id, agent: of, principal, from, to, agendas }) => {
    if (of !== agent.aifo) return []
    const person = 'person' in principal ? persons.find(({ aifo }) => aifo === principal.person) : undefined
    const firm = 'company' in principal ? companies.find(({ companyId }) => companyId === principal.company) : undefined
    if (person ? person.died !== null : firm?.dissolved !== null) return []
    const whom = person
      ? naturalPerson(person)
      : firm && { kind: 'company' as const, companyId: firm.companyId, name: firm.name, address: firm.address }
    if (!whom) return []
    return [
      {
        ...{ id, register: 'ReZa' as const, basis: 'poa' as const, principal: whom },
        ...{ signatures: 1, validFrom: from, validTo: to, agendas },
      },
    ]
  })
}

/** One line: „Vrchlického 2345/12, 272 01 Kladno“. */
const lineOf = ({ street, houseNumber, orientationNumber, zip, city }: Address) =>
  `${[street, [houseNumber, orientationNumber].filter(Boolean).join('/')].filter(Boolean).join(' ')}, ${[zip, city].filter(Boolean).join(' ')}`

/** RÚIAN: address places whose text has every word typed so far; diacritics do not matter. */
export function findAddresses({ persons, companies }: Entries, typed: string): RegisteredAddress[] {
  const words = fold(typed)
    .split(/[\s,/]+/)
    .filter(Boolean)
  if (words.length === 0) return []
  const places = new Map<string, RegisteredAddress>()
  for (const { address } of [...persons, ...companies])
    if (address?.ruianCode && !places.has(address.ruianCode))
      places.set(address.ruianCode, { ruianCode: address.ruianCode, text: lineOf(address), address })
  const fits = ({ text }: RegisteredAddress) => {
    const pieces = fold(text).split(/[\s,/]+/)
    return words.every(word => pieces.some(piece => piece.startsWith(word)))
  }
  return [...places.values()]
    .filter(fits)
    .toSorted((a, b) => a.text.localeCompare(b.text, 'cs'))
    .slice(0, 10)
}
