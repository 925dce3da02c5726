import type { Db } from '../../db/database.ts'
import type { seeded } from '../../dev/demo/random.ts'
import { answer, officer } from '../deciding.ts'
import type { Visitor } from '../visitor.ts'

type Random = ReturnType<typeof seeded>

/** Two officials of the finance department who decide whatever lies before them, at random, but as the rules let them. */
export async function clerks(db: Db, random: Random) {
  const officials = [await officer(db, 'finance'), await officer(db, 'finance')]
  return {
    async decideAll(cases: readonly string[]): Promise<number> {
      if (cases.length === 0) return 0
      const tasks = await db
        .selectFrom('task')
        .select(['id', 'caseId', 'step', 'stepKey'])
        .where('caseId', 'in', [...cases])
        .where('state', '=', 'open')
        .execute()
      for (const task of tasks) await decideOne(officials, random, task)
      return tasks.length
    },
  }
}

async function decideOne(
  officials: Visitor[],
  random: Random,
  { caseId, step, stepKey }: { caseId: string; step: string; stepKey: string },
): Promise<void> {
  const data =
    step === 'confirmation'
      ? { verdict: random.chance(25) ? 'reject' : 'confirm', words: 'Posouzeno.' }
      : { verdict: random.pick(['keep', 'use', 'refund', 'refund']), words: 'Posouzeno.' }
  // whom four eyes exclude is refused, and the other one decides
  const [one, other] = random.chance(50) ? officials : officials.toReversed()
  for (const official of [one, other])
    if (official && (await answer(official, caseId, stepKey, data)).status < 300) return
}
