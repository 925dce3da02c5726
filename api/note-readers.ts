import { sql } from 'kysely'
import { accountsOf } from '../activities/mandates/news.ts'
import { reachOf } from './acting.ts'
import { citizenCaller } from './auth/session.ts'
import type { Deps } from './deps.ts'
import { seesAsCitizen, type CaseRow } from './views/case-rows.ts'

/**
 * Who gets a letter about the office's words: everybody who takes part in the case and may see it. That is its citizen; in a case for
 * somebody else the principal, and each agent who has acted in it and still may.
 */
export async function readersOf(deps: Pick<Deps, 'db' | 'now'>, row: CaseRow): Promise<string[]> {
  const { id, personId, subjectId } = row
  if (subjectId === null) return [personId]
  const { db } = deps
  const acted = await db
    .selectFrom('message')
    .select(sql<string>`actor ->> 'id'`.as('person'))
    .distinct()
    .where('caseId', '=', id)
    .where(sql<string>`actor #>> '{for,subject}'`, '=', subjectId)
    .execute()
  const agents: string[] = []
  for (const person of new Set([personId, ...acted.map(one => one.person)])) {
    const caller = await citizenCaller(db, person)
    if (caller && seesAsCitizen(await reachOf(deps, caller), row)) agents.push(person)
  }
  return [...new Set([...(await accountsOf(db, subjectId)), ...agents])]
}
