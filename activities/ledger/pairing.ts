import type { Db } from '../../db/database.ts'
import type { Address } from '../../db/tables/people.ts'
import type { Day } from '../../city/calendar.ts'

/** What a means of identification has verified about a person. Birth number without the slash. */
export interface VerifiedPerson {
  givenName: string
  familyName: string
  birthDate: Day
  birthNumber?: string
  address?: Address
}

export type Pairing = { match: 'one'; subjectId: string } | { match: 'none' } | { match: 'several'; count: number }

interface Candidate {
  id: string
  givenName: string | null
  familyName: string | null
  birthNumber: string | null
  address: Address
}

/**
 * Finds the ledger's subject of a person: by birth number if there is one, otherwise by name and birth date, and among several by the
 * RÚIAN code of the address. Names agree whatever their case, but diacritics decide: Řehák is not Rehak. A subject with another
 * birth number is somebody else. Subjects with a note (deceased, minor, …) are never paired without a person; nor are businesses.
 */
export async function findSubject(db: Db, verified: VerifiedPerson): Promise<Pairing> {
  if (verified.birthNumber) {
    const sameNumber = await people(db).where('birthNumber', '=', verified.birthNumber).execute()
    if (sameNumber.length > 0) return decide(sameNumber, verified.address)
  }
  const sameDay = await people(db).where('birthDate', '=', verified.birthDate).execute()
  return decide(
    sameDay.filter(candidate => mayBe(candidate, verified)),
    verified.address,
  )
}

/** The subject of a company or a person in business by its number (IČO, eight digits). */
export async function subjectForCompany(db: Db, companyId: string): Promise<Pairing> {
  const found = await db
    .selectFrom('subject')
    .select(['id', 'address'])
    .where('companyId', '=', companyId)
    .where('note', 'is', null)
    .execute()
  return decide(found, undefined)
}

const people = (db: Db) =>
  db
    .selectFrom('subject')
    .select(['id', 'givenName', 'familyName', 'birthNumber', 'address'])
    .where('kind', '=', 'person')
    .where('note', 'is', null)

function mayBe(candidate: Candidate, { givenName, familyName, birthNumber }: VerifiedPerson): boolean {
  if (birthNumber && candidate.birthNumber && candidate.birthNumber !== birthNumber) return false
  return sameName(candidate.givenName, givenName) && sameName(candidate.familyName, familyName)
}

const sameName = (one: string | null, other: string) => one !== null && plain(one) === plain(other)
const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('cs')

function decide(candidates: Pick<Candidate, 'id' | 'address'>[], address: Address | undefined): Pairing {
  const [only, ...others] = candidates
  if (!only) return { match: 'none' }
  if (others.length === 0) return { match: 'one', subjectId: only.id }
  const code = address?.ruianCode
  const there = code === undefined ? [] : candidates.filter(candidate => candidate.address.ruianCode === code)
  const [one, ...more] = there
  return one && more.length === 0 ? { match: 'one', subjectId: one.id } : { match: 'several', count: candidates.length }
}
