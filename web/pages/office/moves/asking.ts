import type { FormDefinition, Words } from '../../../../api/contract.ts'
import { dialect, type CrossRule, type Schema } from '../../../../forms/schema.ts'

/** A small form of the office itself: all fields must be filled but those named as optional. */
export function asking(
  fields: Record<string, Schema>,
  { optional = [], rules = [] }: { optional?: string[]; rules?: CrossRule[] } = {},
): FormDefinition {
  const schema: Schema = {
    $schema: dialect,
    type: 'object',
    properties: fields,
    required: Object.keys(fields).filter(key => !optional.includes(key)),
    additionalProperties: false,
    ...(rules.length > 0 && { 'x-rules': rules }),
  }
  return { schema: { ...schema } }
}

/** One of several. */
export const choice = (title: Words, choices: readonly { id: string; name: Words }[], help?: Words): Schema => ({
  type: 'string',
  oneOf: choices.map(({ id, name }) => ({ const: id, 'x-title': name })),
  'x-title': title,
  ...(help && { 'x-help': help }),
})

/** Words for colleagues, as long as the API takes. */
export const reason = (title: Words, help?: Words): Schema => ({
  type: 'string',
  minLength: 3,
  maxLength: 500,
  'x-input': 'lines',
  'x-control': { multi: true },
  'x-title': title,
  ...(help && { 'x-help': help }),
})

export const day = (title: Words, rules: CrossRule[] = []): Schema => ({
  type: 'string',
  format: 'date',
  'x-title': title,
  ...(rules.length > 0 && { 'x-rules': rules }),
})

/** A text among the data of such a form, which the judge has passed; '' when it was left empty. */
export function textOf(data: unknown, key: string): string {
  const value: unknown =
    typeof data === 'object' && data !== null ? Object.getOwnPropertyDescriptor(data, key)?.value : undefined
  return typeof value === 'string' ? value : ''
}
