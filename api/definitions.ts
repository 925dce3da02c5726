import { createHash } from 'node:crypto'
import type { Db } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { DefinitionContent } from '../db/tables/cases.ts'
import type { Agenda } from '../workflows/agenda.ts'
import { agendas } from '../workflows/agendas/index.ts'
import { houseForms, houseSteps } from '../workflows/joint.ts'

/** What a case keeps of the agenda it began with: forms and words as plain data. */
export function definitionOf(agenda: Agenda): DefinitionContent {
  return {
    title: agenda.title,
    forms: Object.fromEntries(
      Object.entries(agenda.forms).map(([step, { schema, layout }]) => [step, { schema, layout }]),
    ),
    texts: agenda.texts,
    steps: agenda.steps,
    outcomes: agenda.outcomes,
  }
}

const hashes = new WeakMap<Agenda, string>()

/** The hash by which the definition is kept. */
export function definitionHash(agenda: Agenda): string {
  const known = hashes.get(agenda)
  if (known) return known
  const hash = createHash('sha256')
    .update(JSON.stringify(definitionOf(agenda)))
    .digest('hex')
    .slice(0, 32)
  hashes.set(agenda, hash)
  return hash
}

/** Keeps the definitions of this release; those of running cases stay. Run once at start. */
export async function keepDefinitions(db: Db): Promise<void> {
  const rows = [...agendas.values()].map(agenda => ({
    hash: definitionHash(agenda),
    agenda: agenda.id,
    content: json(definitionOf(agenda)),
  }))
  if (rows.length > 0)
    await db
      .insertInto('definition')
      .values(rows)
      .onConflict(oc => oc.column('hash').doNothing())
      .execute()
}

/** By hash. What a hash stands for never changes, so a process reads each definition once: they are long, and every view needs one. */
const read = new Map<string, DefinitionContent>()

/** With the steps that the house itself puts into a case, whatever its agenda. */
const withHouseSteps = (content: DefinitionContent): DefinitionContent => ({
  ...content,
  forms: { ...houseForms, ...content.forms },
  steps: { ...houseSteps, ...content.steps },
})

/** The rows, each with the content of its definition. */
export async function withDefinitions<R extends { definition: string }>(
  db: Db,
  rows: readonly R[],
): Promise<(R & { content: DefinitionContent })[]> {
  const missing = [...new Set(rows.map(row => row.definition))].filter(hash => !read.has(hash))
  if (missing.length > 0)
    for (const { hash, content } of await db
      .selectFrom('definition')
      .select(['hash', 'content'])
      .where('hash', 'in', missing)
      .execute())
      read.set(hash, withHouseSteps(content))
  return rows.map(row => {
    const content = read.get(row.definition)
    if (!content) throw new Error(`There is no definition ${row.definition}.`)
    return { ...row, content }
  })
}
