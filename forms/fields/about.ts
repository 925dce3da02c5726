import {
  IsOptional,
  Object as ObjectOf,
  Optional,
  type TObject,
  type TOptional,
  type TProperties,
  type TSchema,
} from 'typebox'
import type { Words } from '../language.ts'
import { type Value, valueSchema } from '../layout.ts'
import type { CrossRule, When } from '../schema.ts'

/** What every field may say of itself besides its name. */
export interface Ask {
  /** What to write there, in a sentence under the name. */
  help?: Words
  /** Own words when a rule is not kept, by the rule: `required`, `pattern`, `minLength`… */
  messages?: Record<string, Words>
  /** The purpose of the field in HTML (`given-name`, `email`…), only where people write about themselves (WCAG 1.3.5). */
  autocomplete?: string
}

/** The keywords that carry a field's words. */
export function about(title: Words, { help, messages, autocomplete }: Ask, control: Record<string, unknown> = {}) {
  const options = { ...control, ...(autocomplete && { autocomplete }) }
  return {
    'x-title': title,
    ...(help && { 'x-help': help }),
    ...(messages && { 'x-messages': messages }),
    ...(Object.keys(options).length > 0 && { 'x-control': options }),
  }
}

/** The field may stay empty. */
export function optional<F extends TSchema>(field: F) {
  return Optional(field)
}

/**
 * The field is asked only when its neighbour `of` has the value, or one of the values; then it must be filled, unless it
 * is `optional`. `of` is the name of a field beside it, `section/field` of one further in, or `/path/from/the/form` of any other. To the agenda it is
 * optional, since it may be missing from the data.
 */
export function when<F extends TSchema>(of: string, is: Value | Value[], field: F): TOptional<F> {
  return ruled(field, 'SHOW', of, is)
}

/** As `when`, the other way round: the field is asked unless its neighbour has the value, or one of the values. */
export function unless<F extends TSchema>(of: string, is: Value | Value[], field: F): TOptional<F> {
  return ruled(field, 'HIDE', of, is)
}

function ruled<F extends TSchema>(field: F, effect: When['effect'], of: string, is: Value | Value[]): TOptional<F> {
  const rule: When = { effect, of, schema: valueSchema(is), required: !IsOptional(field) }
  return Optional(withKeywords(field, { 'x-when': rule })) as TOptional<F>
}

/** A copy of a field with more keywords; the marks of TypeBox, which are not enumerable, stay on it. */
export function withKeywords<F extends TSchema>(field: F, keywords: Record<string, unknown>): F {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(field)) as F
  return Object.assign(copy, keywords)
}

/** An object of these fields and no others. Rules over several of its fields have paths from the object. */
export function object<T extends TProperties>(
  fields: T,
  keywords: Record<string, unknown> = {},
  rules: CrossRule[] = [],
): TObject<T> {
  const made = ObjectOf(fields, {
    additionalProperties: false,
    ...keywords,
    ...(rules.length > 0 && { 'x-rules': rules }),
  })
  const required = Object.keys(fields).filter(key => isRequired(fields[key]))
  return withKeywords(made, { required })
}

function isRequired(field: (TSchema & { 'x-when'?: When }) | undefined): boolean {
  return field !== undefined && (field['x-when']?.required ?? !IsOptional(field))
}

/** Fields under a common heading; in the data an object of its own. `control` are options for the group that shows them. */
export function section<T extends TProperties>(
  title: Words,
  fields: T,
  { control, ...ask }: { help?: Words; rules?: CrossRule[]; control?: Record<string, unknown> } = {},
): TObject<T> {
  return object(fields, about(title, ask, control), ask.rules)
}
