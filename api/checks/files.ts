import type { FieldProblem, Words } from '../contract.ts'
import type { DataCheck } from '../judging.ts'

const missing: Words = {
  cs: 'Tento soubor u nás není. Nahrajte ho prosím znovu.',
  en: 'We do not have this file. Please upload it again.',
}

/** Are the files there, and did this citizen upload them? */
export const ownFiles: DataCheck = async ({ db }, { person }, value, language) => {
  const ids = Array.isArray(value) ? value.map(idOf) : []
  const found = await db
    .selectFrom('file')
    .select('id')
    .where('owner', '=', person.id)
    .where(
      'id',
      'in',
      ids.flatMap(id => id ?? []),
    )
    .execute()
  const there = new Set(found.map(({ id }) => id))
  return ids.flatMap((id, at): FieldProblem[] =>
    id !== undefined && there.has(id) ? [] : [{ path: `/${at}`, rule: 'files', message: missing[language] }],
  )
}

const idOf = (file: unknown): string | undefined =>
  typeof file === 'object' && file !== null && 'id' in file && typeof file.id === 'string' ? file.id : undefined
