import { awayOn, standsInFor, type Away } from '../../activities/absences.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import type { OfficialCaller } from '../auth/session.ts'
import type { Colleague } from '../contract.ts'

/** Duties that an official has beside inboxes. */
export const duties: readonly string[] = ['desk', 'admin', 'treasurer']

export type Official = OfficialCaller['official']

/** How far an official sees and acts today. */
export interface Reach {
  official: Official
  /** Inboxes that are theirs or that they supervise. */
  inboxes: string[]
  /** The official and all whose tasks they have today as a substitute. */
  standsFor: string[]
  away: ReadonlyMap<string, Away>
}

/** The inboxes of an official: departments they work for or supervise. Duties are none. */
export const inboxesOf = ({ roles, supervises }: { roles: string[]; supervises: string[] }): string[] => [
  ...new Set([...roles.filter(role => !duties.includes(role)), ...supervises]),
]

/** What an official reaches on the day of `now`, with the absences of that day. */
export async function reachOf(db: Db, official: Official, now = new Date()): Promise<Reach> {
  const away = await awayOn(db, today(now))
  return { official, inboxes: inboxesOf(official), standsFor: standsInFor(away, official.id), away }
}

/** Whether a task is within reach: it stands in an inbox of theirs, they or one they substitute has it, or they decided it. */
export const reaches = (
  { official, inboxes, standsFor }: Reach,
  task: { role: string; assignee: string | null; decidedBy: string | null },
): boolean =>
  inboxes.includes(task.role) ||
  (task.assignee !== null && standsFor.includes(task.assignee)) ||
  task.decidedBy === official.id

/** Whether a case is within reach: one of its tasks is, or was. */
export async function reachesCase(db: Db, official: Official, caseId: string): Promise<boolean> {
  const { inboxes, standsFor } = await reachOf(db, official)
  const task = await db
    .selectFrom('task')
    .select('id')
    .where('caseId', '=', caseId)
    .where(eb =>
      eb.or([eb('role', 'in', ['', ...inboxes]), eb('assignee', 'in', standsFor), eb('decidedBy', '=', official.id)]),
    )
    .limit(1)
    .executeTakeFirst()
  return task !== undefined
}

/** Whether the official, or somebody they substitute, has the task. */
export const holds = ({ standsFor }: Reach, { assignee }: { assignee: string | null }): boolean =>
  assignee !== null && standsFor.includes(assignee)

export const supervises = ({ official }: Reach, { role }: { role: string }): boolean =>
  official.supervises.includes(role)

/** An official as colleagues see one, with today's substitute. */
export function colleague({ away }: Pick<Reach, 'away'>, { id, name }: { id: string; name: string }): Colleague {
  const absence = away.get(id)
  return {
    id,
    name,
    substitute: absence ? { id: absence.substitute, name: absence.name, until: absence.until } : null,
  }
}
