import type { Schema } from '../../forms/schema.ts'

/** How a value is asked for. `radios` and `select` choose one answer, `checks` any number, `tick` is one box alone. */
export type Kind =
  | 'text'
  | 'area'
  | 'radios'
  | 'select'
  | 'country'
  | 'checks'
  | 'tick'
  | 'yes-no'
  | 'list'
  | 'files'
  | 'subject'
  | 'debts'
  | 'debt'
  | 'overpayment'
  | 'sent-refund'

/** So many answers are still shown all at once; more go to a list to choose from. */
const few = 5

/**
 * How to ask for a value of this schema, from the options of its control and then from the schema itself; null when
 * people do not fill it in a form at all: objects (their fields are asked), payable items.
 */
export function kindOf(schema: Schema, options: Record<string, unknown> = {}): Kind | null {
  const { format } = options
  if (
    format === 'subject' ||
    format === 'debt' ||
    format === 'overpayment' ||
    format === 'sent-refund' ||
    format === 'country' ||
    format === 'files'
  )
    return format
  if (format === 'payable-items') return null
  if (format === 'open-debts') return 'debts'
  if (schema.type === 'boolean' || schema.const === true) return format === 'radio' ? 'yes-no' : 'tick'
  if (schema.type === 'array') return schema.items?.oneOf ? 'checks' : 'list'
  if (schema.oneOf) return format === 'radio' || schema.oneOf.length <= few ? 'radios' : 'select'
  if (schema.type === 'string') return options['multi'] === true ? 'area' : 'text'
  return schema.type === 'integer' || schema.type === 'number' ? 'text' : null
}

/** The answers of a choice with their words, from a schema in one language. */
export const choicesOf = (schema: Schema): { value: string; label: string }[] =>
  (schema.oneOf ?? []).map(choice => ({ value: String(choice.const), label: titleOf(choice) ?? String(choice.const) }))

/** The name of a field in a schema that `localise` has put into one language. */
export const titleOf = (schema: Schema): string | undefined =>
  typeof schema['title'] === 'string' ? schema['title'] : undefined
