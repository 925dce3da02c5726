import type { Day } from '../../city/calendar.ts'
import type { Address } from '../../db/tables/people.ts'

/** How a person is looked up: the birth number decides if there is one (it is asked for only where law needs it), else name and birth date. */
export interface PersonQuery {
  givenName: string
  familyName: string
  birthDate: Day
  birthNumber?: string
}

/** A natural person as the register of inhabitants (registr obyvatel, ROB) knows one. Days in Europe/Prague. */
export interface RegisteredPerson {
  /** The register's own id of the person for this authority (AIFO): never shown, never sent to a browser. */
  aifo: string
  givenName: string
  familyName: string
  birthDate: Day
  died: Day | null
  address: Address | null
  /** Legal capacity limited by a court (omezená svéprávnost, § 55 občanského zákoníku). */
  limitedCapacity: boolean
}

/** Who acts for a company, and how (způsob jednání): alone, or so many of the body together. */
export interface CompanyBody {
  signatures: number
  members: { givenName: string; familyName: string; birthDate: Day; function: string; since: Day }[]
}

/** A company or person in business as the register of persons (registr osob, ROS) knows it. */
export interface RegisteredCompany {
  /** IČO, eight digits. */
  companyId: string
  name: string
  legalForm: string
  address: Address
  dataBoxId: string | null
  dissolved: Day | null
  body: CompanyBody
}

/** An address place (adresní místo) of RÚIAN. */
export interface RegisteredAddress {
  ruianCode: string
  text: string
  address: Address
}

/**
 * A relation of representation: from the register of representation (registr zastupování, ReZa), from a company's entry in ROS, or
 * from the family ties in ROB. Implicit ones follow from law or a court and cannot be revoked here.
 */
export interface Representation {
  /** Stable id of the relation in the register it comes from. */
  id: string
  register: 'ROB' | 'ROS' | 'ReZa'
  basis: 'parent' | 'guardian' | 'statutory' | 'poa'
  principal:
    | { kind: 'person'; givenName: string; familyName: string; birthDate: Day; address: Address | null }
    | { kind: 'company'; companyId: string; name: string; address: Address }
  signatures: number
  validFrom: Day
  validTo: Day | null
  /** Agendas it reaches, `*` for all. */
  agendas: string[]
}

/** A register that does not answer now. Whoever asked asks again later; nothing is known of what was asked. */
export class RegisterAway extends Error {
  override name = 'RegisterAway'
  readonly register: string
  constructor(register: string, why: string) {
    super(`${register} does not answer: ${why}`)
    this.register = register
  }
}

/**
 * The state's basic registers and the register of representation, behind the information system of basic registers (ISZR, zákon
 * č. 111/2009 Sb.). Every question says in which case it is asked, as the law wants each use logged. Each may throw RegisterAway.
 */
export interface Registers {
  /** ROB: the one person that fits, `several` when the data fit more, or null. */
  person(query: PersonQuery, caseId: string): Promise<RegisteredPerson | 'several' | null>
  /** ROS: by number (IČO), or null. */
  company(companyId: string, caseId: string): Promise<RegisteredCompany | null>
  /** Whom this person may act for today: children (ROB), companies (ROS), entries of ReZa. */
  representations(query: PersonQuery, caseId: string): Promise<Representation[]>
  /** RÚIAN: address places whose text fits what was typed so far, at most 10. */
  addresses(typed: string): Promise<RegisteredAddress[]>
}
