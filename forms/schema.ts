import type { Words } from './language.ts'
import { keysOf, under } from './pointer.ts'

/** JSON Schema draft 2020-12; the dialect that every form names. */
export const dialect = 'https://json-schema.org/draft/2020-12/schema'

/**
 * A JSON Schema as plain data: it survives JSON and is the same in the browser, in the API and in a workflow.
 * Keywords that begin with `x-` are ours; a validator which does not know them skips them.
 */
export interface Schema {
  $schema?: string
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null'
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean
  items?: Schema
  maxItems?: number
  oneOf?: Schema[]
  allOf?: Schema[]
  anyOf?: Schema[]
  not?: Schema
  const?: unknown
  format?: string
  /** Name of the field. */
  'x-title'?: Words
  /** What to write there, shown under the name. */
  'x-help'?: Words
  /** Own words for a rule that was not kept, by the rule's name. */
  'x-messages'?: Record<string, Words>
  /** How a person writes the value, when `type` and `format` do not tell: `money`, `line`, `lines`, `number`. */
  'x-input'?: string
  /** Options for the control, copied to the layout; `false` = filled by the machine, no control. */
  'x-control'?: Record<string, unknown> | false
  /** The field exists only when a sibling has such a value. */
  'x-when'?: When
  /** Rules over several fields; paths are relative to the schema that carries them. */
  'x-rules'?: CrossRule[]
  /** What a new form suggests: `today`, in Prague. The person may write something else. */
  'x-suggest'?: 'today'
  /** A check by this name that only the server can make, e.g. `payable-items`. */
  'x-check'?: string
  [keyword: string]: unknown
}

/** Shown (or hidden) when the field `of`, a sibling or `/absolute/from/the/root`, has a value that passes `schema`. */
export interface When {
  effect: 'SHOW' | 'HIDE'
  of: string
  schema: Schema
  /** The field must be filled when it is shown. */
  required: boolean
}

/** Rules over several fields that are data, so the browser judges them too. Paths are JSON pointers. */
export type CrossRule =
  /** The day at `path` is not before the day at `other`. */
  | { rule: 'notBefore'; path: string; other: string }
  /** The day at `path` is today or earlier, in Prague. */
  | { rule: 'notFuture'; path: string }
  /** The day at `path` is today or later, in Prague. */
  | { rule: 'notPast'; path: string }
  /** Somebody born on the day at `path` is at least so many years old today, in Prague. */
  | { rule: 'ageAtLeast'; path: string; years: number }
  /** From the day at `other` to the day at `path` there are at most `days` days, both counted. */
  | { rule: 'daysAtMost'; path: string; other: string; days: number }
  /** The `key`s of the list at `path` sum up to at most `limit`, a number or the pointer to one. */
  | { rule: 'sumAtMost'; path: string; key?: string; limit: number | string }
  /** No two items of the list at `path` have the same `key`. */
  | { rule: 'unique'; path: string; key: string }
  /** At least one of `paths` is filled. */
  | { rule: 'oneOfFilled'; path: string; paths: string[] }
  /** The birth number at `path` is of a person born on the day at `other`. */
  | { rule: 'bornOn'; path: string; other: string }

/** The schema of the field that a JSON pointer into the data leads to; undefined if there is none. */
export function fieldAt(schema: Schema, pointer: string): Schema | undefined {
  let at: Schema | undefined = schema
  for (const key of keysOf(pointer)) {
    if (at === undefined) return undefined
    at = at.type === 'array' ? at.items : ownProperty(at.properties, key)
  }
  return at
}

function ownProperty(properties: Record<string, Schema> | undefined, key: string): Schema | undefined {
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined
}

/** Visits a schema and all the fields under it, parents first, with the pointer of each; items of a list have the key `*`. */
export function walk(schema: Schema, visit: (field: Schema, pointer: string) => void, pointer = ''): void {
  visit(schema, pointer)
  for (const [key, field] of Object.entries(schema.properties ?? {})) walk(field, visit, under(pointer, key))
  if (schema.items) walk(schema.items, visit, `${pointer}/*`)
}
