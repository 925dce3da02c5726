import { Refusal } from '../errors.ts'
import type { Reach } from './reach.ts'

interface Matter {
  /** Officials whom four eyes exclude. */
  not: string[]
  /** Whose case it is: who filed it, and in whose name. */
  personId: string
  subjectId: string | null
}

/**
 * Why an official may not act on a task at all: `four-eyes`, they decided a step that somebody else must confirm; `own-matter`, they
 * are a party of the case (§ 14 správního řádu). Standing in for a colleague changes neither.
 */
export function barredBy(
  official: { id: string; personId: string | null; subjectId: string | null },
  { not, personId, subjectId }: Matter,
): 'four-eyes' | 'own-matter' | null {
  if (official.personId !== null && official.personId === personId) return 'own-matter'
  if (official.subjectId !== null && official.subjectId === subjectId) return 'own-matter'
  return not.includes(official.id) ? 'four-eyes' : null
}

/** Throws Refusal `four-eyes` or `own-matter`. */
export function refuseBarred({ official }: Reach, matter: Matter): void {
  const why = barredBy(official, matter)
  if (why) throw new Refusal(why)
}
