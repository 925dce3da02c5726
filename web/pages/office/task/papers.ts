import type { CaseView, FileInfo, Language } from '../../../../api/contract.ts'
import { completeLayout } from '../../../../forms/complete.ts'
import { type Answers, answersOf, isAnswers } from '../../../forms/answers.ts'
import { definitionOf } from '../../../forms/definition.ts'
import { fileSize, instant } from '../../../format.ts'
import { apiPaths } from '../../../paths.ts'
import { versionsOf } from './changes.ts'

/** A document of a case. `shown` is where it can be looked at within the page; null: it can only be kept as a file. */
export interface Paper {
  key: string
  title: string
  note: string
  file: string
  shown: { as: 'page' | 'picture'; at: string } | null
}

/** What a browser shows by itself. */
const shownAs = (type: string): 'page' | 'picture' | null =>
  type === 'application/pdf' ? 'page' : /^image\/(jpeg|png|gif|webp|avif)$/.test(type) ? 'picture' : null

/** All documents of a case: what was attached to the newest version of each form, then what the office issued. */
export function papersOf({ submissions, documents }: CaseView, l: Language): Paper[] {
  const attached = versionsOf(submissions).flatMap(({ latest }) => {
    const { schema, layout = completeLayout(schema) } = definitionOf(latest.form)
    return filesIn(answersOf(schema, layout, latest.data, l)).map((file): Paper => {
      const as = shownAs(file.type)
      const at = apiPaths.file(file.id)
      const note = `${fileSize(file.size, l)} · ${latest.title[l]}`
      return { key: file.id, title: file.name, note, file: at, shown: as && { as, at } }
    })
  })
  const issued = documents
    .filter(document => document.ready)
    .map(({ id, title, number, at }): Paper => ({
      key: id,
      title: title[l],
      note: `${number} · ${instant(at, l)}`,
      file: apiPaths.document(id),
      shown: { as: 'page', at: apiPaths.documentShown(id) },
    }))
  return [...attached, ...issued]
}

const filesIn = ({ parts }: Answers): FileInfo[] =>
  parts.flatMap(part => (isAnswers(part) ? filesIn(part) : (part.files ?? [])))
