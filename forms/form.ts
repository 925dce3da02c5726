import type { Static, TObject, TProperties } from 'typebox'
import { completeLayout } from './complete.ts'
import type { Definition, Rule } from './definition.ts'
import { object } from './fields/about.ts'
import type { Layout } from './layout.ts'
import { type CrossRule, dialect, type Schema } from './schema.ts'

export { type Problem, problems } from './judge.ts'

declare const shape: unique symbol

/** A form whose data are `D` once the judge has no problem with them. `schema` and `layout` are plain JSON. */
export interface Form<D = unknown> extends Definition {
  layout: Layout
  rules: readonly Rule[]
  /** Exists for the type checker alone. */
  readonly [shape]?: D
}

/** The data that a form gives. */
export type Data<F> = F extends Form<infer D> ? D : never

/**
 * A form from its fields (see `fields.ts`). Without a layout the fields stand one under another, objects as groups.
 * Rules over several fields are data where one of `CrossRule` says it, so that the browser judges them too; else they are
 * functions, which the server alone judges, with words of their own. `check` names one of the whole form that needs the city's
 * systems.
 */
export function form<T extends TProperties>(
  fields: T,
  {
    layout,
    rules = [],
    check,
  }: { layout?: Layout; rules?: (CrossRule | Rule<Static<TObject<T>>>)[]; check?: string } = {},
): Form<Static<TObject<T>>> {
  const code = rules.filter(rule => 'broken' in rule)
  const data = rules.filter(rule => !('broken' in rule))
  const messages = Object.fromEntries(code.map(({ rule, words }) => [rule, words]))
  const keywords = {
    ...(code.length > 0 && { 'x-messages': messages }),
    ...(data.length > 0 && { 'x-rules': data }),
    ...(check && { 'x-check': check }),
  }
  const schema: Schema = { $schema: dialect, ...JSON.parse(JSON.stringify(object(fields, keywords))) }
  return { schema, layout: completeLayout(schema, layout), rules: code }
}
