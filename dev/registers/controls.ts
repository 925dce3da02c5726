import type { Day } from '../../city/calendar.ts'
import type { Entries, MoreEntries } from './entries.ts'
import type { Fault, Faults, RegisterName } from './faults.ts'

/** A question that was asked: the law wants each use of a register logged with the case it was for (§ 57 zákona č. 111/2009 Sb.). */
export interface Asked {
  at: string
  register: RegisterName
  /** The case it was asked in; none for an address. */
  case: string | null
}

/** What tests, and people showing the portal, may do to the registers from outside. */
export interface Controls {
  /** The registers begin to misbehave, see `faults.ts`. */
  misbehave(fault: Fault): void
  /** Ends every misbehaviour; questions that hang are let go. */
  behave(): void
  faults(): Fault[]
  /** Adds people, companies, ties and entries of representation. An entry of an id that is known takes its place. */
  enter(more: MoreEntries): void
  /** The register hears of a death. */
  died(aifo: string, day: Day): void
  /** A company is struck off. */
  dissolved(companyId: string, day: Day): void
  /** An entry of the register of representation ends on this day. */
  ended(id: string, day: Day): void
  entries(): Entries
  /** Every question, the oldest first. */
  asked(): Asked[]
  log(asked: Asked): void
}

/** The levers over these entries. What they change is gone after a restart. */
export function createControls(first: Entries, faults: Faults): Controls {
  let entries = first
  const log: Asked[] = []
  return {
    misbehave: fault => faults.add(fault),
    behave: () => faults.clear(),
    faults: () => faults.list(),
    enter({ persons = [], companies = [], relations = [], reza = [] }) {
      entries = {
        persons: replaced(entries.persons, persons, one => one.aifo),
        companies: replaced(entries.companies, companies, one => one.companyId),
        relations: replaced(entries.relations, relations, one => one.id),
        reza: replaced(entries.reza, reza, one => one.id),
      }
    },
    died: (aifo, day) =>
      void (entries = {
        ...entries,
        persons: entries.persons.map(one => (one.aifo === aifo ? { ...one, died: day } : one)),
      }),
    dissolved: (companyId, day) =>
      void (entries = {
        ...entries,
        companies: entries.companies.map(one => (one.companyId === companyId ? { ...one, dissolved: day } : one)),
      }),
    ended: (id, day) =>
      void (entries = { ...entries, reza: entries.reza.map(one => (one.id === id ? { ...one, to: day } : one)) }),
    entries: () => entries,
    asked: () => log,
    log: asked => void log.push(asked),
  }
}

function replaced<T>(known: T[], more: T[], keyOf: (one: T) => string): T[] {
  const keys = new Set(more.map(keyOf))
  return [...known.filter(one => !keys.has(keyOf(one))), ...more]
}
