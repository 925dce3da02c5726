import type { RegisteredCompany, RegisteredPerson, Representation } from '../../activities/registers/port.ts'

/** A person in the register of inhabitants; the register also knows the birth number, which it never hands out. */
export interface PersonEntry extends RegisteredPerson {
  birthNumber: string | null
}

/** A parent or a court's guardian, by the birth numbers or names of both. `to` is the last day, null for none. */
export interface RelationEntry {
  id: string
  basis: 'parent' | 'guardian'
  /** `aifo` of the two. */
  agent: string
  principal: string
  from: string
  to: string | null
}

/** An entry of the register of representation: who may act for whom, and in what. */
export interface ReZaEntry {
  id: string
  agent: string
  principal: { person: string } | { company: string }
  from: string
  to: string | null
  agendas: string[]
}

/** All that the registers know. */
export interface Entries {
  persons: PersonEntry[]
  companies: RegisteredCompany[]
  relations: RelationEntry[]
  reza: ReZaEntry[]
}

/** What tests may add: people and companies of their own. */
export type MoreEntries = Partial<Entries>
export type { RegisteredCompany, RegisteredPerson, Representation }
