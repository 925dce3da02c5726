import type { Db } from '../db/database.ts'

/** An official who is away, and who has their tasks meanwhile; `until` is the last day. */
export interface Away {
  official: string
  substitute: string
  /** Name of the substitute. */
  name: string
  until: string
}

/** Who is away on a day (`YYYY-MM-DD` in Prague), by official. Postgres holds that nobody has two substitutes at once. */
export async function awayOn(db: Db, day: string): Promise<ReadonlyMap<string, Away>> {
  const rows = await db
    .selectFrom('absence as a')
    .innerJoin('official as s', 's.id', 'a.substituteId')
    .select(['a.officialId as official', 's.id as substitute', 's.name', 'a.toDay as until'])
    .where('a.cancelledAt', 'is', null)
    .where('a.toDay', '>=', day)
    .where('a.fromDay', '<=', day)
    .where('s.active', '=', true)
    .execute()
  return new Map(rows.map(row => [row.official, row]))
}

/**
 * Who has the tasks of an official today: themselves, or their substitute, or the substitute's own when that one is away, too.
 * Where all in the chain are away, it is the last of them.
 */
export function standIn(away: ReadonlyMap<string, Away>, official: string): string {
  const seen = new Set([official])
  let at = official
  for (let next = away.get(at); next && !seen.has(next.substitute); next = away.get(at)) {
    at = next.substitute
    seen.add(at)
  }
  return at
}

/** An official and all whom they stand in for today. */
export const standsInFor = (away: ReadonlyMap<string, Away>, official: string): string[] => [
  official,
  ...[...away.keys()].filter(absent => absent !== official && standIn(away, absent) === official),
]
