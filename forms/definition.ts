import type { Words } from './language.ts'
import type { Layout } from './layout.ts'
import type { Schema } from './schema.ts'

/** What a form is to the judge: plain data, but for the rules that are functions; those stay on the server. */
export interface Definition {
  schema: Schema
  layout?: Layout | undefined
  rules?: readonly Rule[] | undefined
}

/**
 * A rule that needs code, judged on the server alone, after everything else is right. Pure: it answers by the data only.
 * `broken` names the places (JSON pointers) where the rule `rule` is not kept; none if it is.
 */
export interface Rule<D = unknown> {
  rule: string
  words: Words
  broken(data: D): string[]
}

/**
 * A place in the data that the form does not accept: JSON pointer of the field (for `required` that of the missing one),
 * the name of the rule (a keyword of JSON Schema, of `x-rules`, or of the form's own rules) and its parameters.
 */
export interface Problem {
  path: string
  rule: string
  params?: Record<string, unknown>
}
