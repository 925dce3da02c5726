import type { CaseView, Language } from '../../../../api/contract.ts'
import { completeLayout } from '../../../../forms/complete.ts'
import { type Answers, answersOf, isAnswers } from '../../../forms/answers.ts'
import { definitionOf } from '../../../forms/definition.ts'

export type Submission = CaseView['submissions'][number]

/** What was handed in with one form: the newest version, and those before it, the newest of them first. */
export interface Versions {
  latest: Submission
  before: readonly Submission[]
}

/** Submissions by their form, in the order in which each form was first handed in. `submissions` come oldest first. */
export function versionsOf(submissions: readonly Submission[]): Versions[] {
  const byStep = Map.groupBy(submissions, submission => submission.step)
  return [...byStep.values()].flatMap(all => {
    const [latest, ...before] = all.toReversed()
    return latest ? [{ latest, before }] : []
  })
}

/** One answer that differs; `before` or `now` undefined: it was not given then, or is not any more. */
export interface Change {
  name: string
  before: string | undefined
  now: string | undefined
}

/** What differs between two versions of a form, field by field, as a person reads it; in the order of the newer one. */
export function changesOf(before: Submission, now: Submission, l: Language): Change[] {
  const [old, fresh] = [textsOf(before, l), textsOf(now, l)]
  const changed = [...fresh].map(([name, text]) => ({ name, before: old.get(name), now: text }))
  const removed = [...old]
    .filter(([name]) => !fresh.has(name))
    .map(([name, text]) => ({ name, before: text, now: undefined }))
  return [...changed.filter(change => change.before !== change.now), ...removed]
}

/** All answers by their names; what stands under a heading is named with it: „Předmět 2 – Název“. */
function textsOf({ form, data }: Submission, l: Language): Map<string, string> {
  const { schema, layout = completeLayout(schema) } = definitionOf(form)
  return new Map(flat(answersOf(schema, layout, data, l), []))
}

const flat = ({ parts }: Answers, headings: readonly string[]): [string, string][] =>
  parts.flatMap(part =>
    isAnswers(part)
      ? flat(part, part.title ? [...headings, part.title] : headings)
      : [[[...headings, part.name].join(' – '), part.text] satisfies [string, string]],
  )
