import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import type { Registers } from '../registers/port.ts'
import { today } from '../../forms/day.ts'

/** What the registers may say against a mandate; the gravest first. */
export const findings = [
  'principal-died',
  'company-dissolved',
  'agent-died',
  'principal-incapable',
  'agent-incapable',
] as const
export type Finding = (typeof findings)[number]

/** What the registers said, and the account of the one it concerns, if they have one. */
export interface Found {
  what: Finding
  person: string | null
}

interface Somebody {
  givenName: string | null
  familyName: string | null
  birthDate: Day | null
  birthNumber: string | null
  person: string | null
}

/**
 * Asks ROB and ROS about principal and agents of a mandate; null when nothing stands against it. Whom a register does not know, or
 * cannot tell from others, it says nothing of: the dead and the dissolved stay in it with their day. A child or a ward is represented
 * just because they do not act themselves. Throws RegisterAway.
 */
export async function askAbout(
  { db, registers }: { db: Db; registers: Registers },
  { id, caseId, principalId, basis }: { id: string; caseId: string | null; principalId: string; basis: string },
): Promise<Found | null> {
  // each question is logged under the case that keeps the mandate; one of a register has none, then under its own id
  const matter = caseId ?? id
  const [principal, agents] = await Promise.all([subjectOf(db, principalId), agentsOf(db, id)])
  const about = [
    ...(principal.companyId === null ? [{ one: principal, side: 'principal' as const }] : []),
    ...agents.map(one => ({ one, side: 'agent' as const })),
  ]
  const found = await Promise.all([
    ...about.map(({ one, side }) => askPerson(registers, one, side, matter)),
    ...(principal.companyId === null ? [] : [askCompany(registers, principal.companyId, matter)]),
  ])
  const against = found
    .flatMap(one => one ?? [])
    .filter(({ what }) => !(what === 'principal-incapable' && byLaw(basis)))
  return against.toSorted((a, b) => findings.indexOf(a.what) - findings.indexOf(b.what))[0] ?? null
}

const byLaw = (basis: string) => basis === 'parent' || basis === 'guardian'

async function askPerson(
  registers: Registers,
  { givenName, familyName, birthDate, birthNumber, person }: Somebody,
  side: 'principal' | 'agent',
  matter: string,
): Promise<Found | null> {
  if (!givenName || !familyName || !birthDate) return null
  const query = { givenName, familyName, birthDate, ...(birthNumber !== null && { birthNumber }) }
  const known = await registers.person(query, matter)
  if (known === null || known === 'several') return null
  if (known.died !== null && known.died <= today()) return { what: `${side}-died`, person }
  return known.limitedCapacity ? { what: `${side}-incapable`, person } : null
}

async function askCompany(registers: Registers, companyId: string, matter: string): Promise<Found | null> {
  const known = await registers.company(companyId, matter)
  const gone = known?.dissolved !== undefined && known.dissolved !== null && known.dissolved <= today()
  return gone ? { what: 'company-dissolved', person: null } : null
}

const subjectOf = (db: Db, id: string) =>
  db
    .selectFrom('subject as s')
    .leftJoin('person as p', 'p.subjectId', 's.id')
    .select(['s.companyId', 's.givenName', 's.familyName', 's.birthDate', 's.birthNumber', 'p.id as person'])
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow()

const agentsOf = (db: Db, mandate: string) =>
  db
    .selectFrom('mandate_agent as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .leftJoin('subject as s', 's.id', 'p.subjectId')
    .select(['p.givenName', 'p.familyName', 'p.birthDate', 's.birthNumber', 'p.id as person'])
    .where('a.mandateId', '=', mandate)
    .execute()
