import { format, type OutputUnit, type Schema as ValidatorSchema, Validator } from '@cfworker/json-schema'
import { formats } from './formats.ts'
import { escaped, keysOf, lastKey, parentOf, valueAt } from './pointer.ts'
import type { Schema } from './schema.ts'

Object.assign(format, formats)

/**
 * One keyword of a schema that a value does not keep, in the shape that Ajv gives its errors:
 * `path` is the JSON pointer of the value, for `required` that of the object which lacks the property.
 */
export interface Flaw {
  path: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
  /** The schema that holds the keyword, and the keyword's value in it. */
  parentSchema: unknown
  schema: unknown
}

/**
 * Every keyword that the data do not keep, in the order of the schema. JSON Schema 2020-12, interpreted: no code is
 * generated, so it runs under a strict content security policy and in a workflow. Inner errors of `oneOf`, `anyOf` and
 * `not` are left out: the keyword itself says enough.
 */
export function check(schema: Schema | boolean, data: unknown): Flaw[] {
  if (typeof schema === 'boolean') return schema ? [] : [falseSchema]
  const instance = asJson(data)
  const { errors } = validatorOf(schema).validate(instance)
  const flaws: Flaw[] = []
  for (const [at, unit] of errors.entries()) {
    if (!wrappers.has(unit.keyword) && !insideChoice(keysOf(decoded(unit.keywordLocation).slice(1)))) {
      flaws.push(...flawsOf(unit, errors[at - 1], schema, instance))
    }
  }
  return flaws
}

/** Errors that only say "something inside is wrong"; what is wrong comes as an error of its own. */
const wrappers = new Set(
  'properties patternProperties additionalProperties unevaluatedProperties items prefixItems unevaluatedItems allOf $ref if dependentSchemas'.split(
    ' ',
  ),
)
const falseSchema: Flaw = {
  path: '',
  schemaPath: '#',
  keyword: 'false schema',
  params: {},
  parentSchema: false,
  schema: false,
}

/** Whether a place in a schema lies within an alternative; a property may be called `oneOf` or `not`, so names are told from keywords. */
function insideChoice(place: string[]): boolean {
  for (let at = 0; at < place.length - 1; at++) {
    const keyword = place[at] ?? ''
    if (choices.has(keyword)) return true
    if (maps.has(keyword) || lists.has(keyword)) at++
  }
  return false
}

const choices = new Set(['oneOf', 'anyOf', 'not', 'contains'])
const lists = new Set(['allOf', 'prefixItems'])
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs'])
const values = new Set(['const', 'enum', 'default', 'examples'])

function flawsOf(unit: OutputUnit, before: OutputUnit | undefined, root: Schema, instance: unknown): Flaw[] {
  if (unit.keyword === 'false') return [refused(unit, before, root)]
  const schemaPath = decoded(unit.keywordLocation)
  const path = decoded(unit.instanceLocation).slice(1)
  const parentSchema = valueAt(root, parentOf(schemaPath.slice(1)))
  const schema = valueAt(root, schemaPath.slice(1))
  const flaw = { path, schemaPath, keyword: unit.keyword, parentSchema, schema }
  if (unit.keyword !== 'required') return [{ ...flaw, params: paramsOf(unit.keyword, schema) }]

  // The validator reports each missing property by a sentence only; the first of its reports stands for them all.
  if (
    before?.keyword === 'required' &&
    before.keywordLocation === unit.keywordLocation &&
    before.instanceLocation === unit.instanceLocation
  )
    return []
  const value = valueAt(instance, path)
  const missing = (Array.isArray(schema) ? schema : []).filter(
    key => valueAt(value, `/${escaped(String(key))}`) === undefined,
  )
  return missing.map(missingProperty => ({ ...flaw, params: { missingProperty } }))
}

/** A value where the schema says `false`: a property that is not in the list, or one that must not be there. */
function refused(unit: OutputUnit, before: OutputUnit | undefined, root: Schema): Flaw {
  const path = decoded(unit.instanceLocation).slice(1)
  const keyword = before?.keyword
  if (keyword !== 'additionalProperties' && keyword !== 'unevaluatedProperties') return { ...falseSchema, path }
  const schemaPath = decoded(before?.keywordLocation ?? '#')
  const parentSchema = valueAt(root, parentOf(schemaPath.slice(1)))
  const param = keyword === 'additionalProperties' ? 'additionalProperty' : 'unevaluatedProperty'
  return { path: parentOf(path), schemaPath, keyword, params: { [param]: lastKey(path) }, parentSchema, schema: false }
}

function paramsOf(keyword: string, schema: unknown): Record<string, unknown> {
  switch (keyword) {
    case 'format':
    case 'pattern':
    case 'type':
    case 'multipleOf':
      return { [keyword]: schema }
    case 'enum':
      return { allowedValues: schema }
    case 'const':
      return { allowedValue: schema }
    case 'oneOf':
    case 'anyOf':
    case 'not':
    case 'uniqueItems':
      return {}
    default:
      return { limit: schema }
  }
}

const validators = new WeakMap<object, Validator>()

function validatorOf(schema: Schema): Validator {
  const known = validators.get(schema)
  if (known) return known
  // The validator writes notes into the schema it is given, so it gets a copy, without our own keywords.
  const made = new Validator(plain(schema) as ValidatorSchema, '2020-12', false)
  validators.set(schema, made)
  return made
}

function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (schema === null || typeof schema !== 'object') return schema
  const kept = Object.entries(schema).filter(([key]) => !key.startsWith('x-'))
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      maps.has(key) && isObject(value) ? mapped(value) : values.has(key) ? value : plain(value),
    ]),
  )
}

const mapped = (map: object) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, plain(value)]))
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Deeper than any form; below it data are cut to null, so that a hostile depth is refused and cannot exhaust the stack. */
const deepest = 64

/** The value as JSON would carry it: no undefined properties, null for what JSON does not know. */
export function asJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return value
  if (!isObject(value) || depth > deepest) return null
  if (Array.isArray(value)) return value.map(item => asJson(item, depth + 1))
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.map(([key, inner]) => [key.replace(loneSurrogates, '\ufffd'), asJson(inner, depth + 1)]),
  )
}

/** Halves of characters, which no address can carry. */
const loneSurrogates = /\p{Cs}/gu
const decoded = decodeURIComponent
