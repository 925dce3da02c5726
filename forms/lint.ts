import type { Definition } from './definition.ts'
import { formats } from './formats.ts'
import { controlsOf } from './hidden.ts'
import { languages } from './language.ts'
import type { Layout } from './layout.ts'
import { keysOf, parentOf, pointerOf, scopeOf, under } from './pointer.ts'
import { type CrossRule, dialect, fieldAt, type Schema } from './schema.ts'
import { scopesIn } from './settle.ts'

/**
 * What an author got wrong in a form, in English sentences; none if the form may be published. It looks for: keywords
 * that are not of the language of forms or have a value of a wrong kind, texts missing in a language, unknown formats,
 * scopes and paths that lead to no field, fields that nobody is asked for, required fields that a layout hides, and rules
 * that go round in a circle.
 */
export function faults({ schema, layout, rules = [] }: Definition): string[] {
  const found: string[] = []
  if (schema.$schema !== dialect) found.push(`form: $schema is not ${dialect}`)
  found.push(...schemaFaults(schema, ''))
  if (layout) found.push(...layoutFaults(schema, layout, 'layout'))
  for (const rule of rules) found.push(...missingWords(rule.words, `rule ${rule.rule}`))
  return found
}

type Kind = 'string' | 'number' | 'count' | 'boolean' | 'strings' | 'any' | 'words' | 'object' | 'list'

/** The keywords a form may use, with the kind of their values. `$ref` and its kin are left out on purpose: a form is read whole. */
const keywords: Record<string, Kind> = {
  $schema: 'string',
  type: 'string',
  properties: 'object',
  required: 'strings',
  additionalProperties: 'boolean',
  items: 'object',
  oneOf: 'list',
  const: 'any',
  enum: 'list',
  format: 'string',
  pattern: 'string',
  minLength: 'count',
  maxLength: 'count',
  minimum: 'number',
  maximum: 'number',
  minItems: 'count',
  maxItems: 'count',
  uniqueItems: 'boolean',
  'x-title': 'words',
  'x-help': 'words',
  'x-messages': 'object',
  'x-input': 'string',
  'x-control': 'any',
  'x-when': 'object',
  'x-rules': 'list',
  'x-suggest': 'string',
  'x-check': 'string',
}

const kinds: Record<Kind, (value: unknown) => boolean> = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  count: value => Number.isInteger(value) && Number(value) >= 0,
  boolean: value => typeof value === 'boolean',
  strings: value =>
    Array.isArray(value) && value.every(item => typeof item === 'string') && new Set(value).size === value.length,
  any: () => true,
  words: value => typeof value === 'object' && value !== null,
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
  list: value => Array.isArray(value) && value.length > 0,
}

function schemaFaults(schema: Schema, path: string): string[] {
  const here = path === '' ? 'form' : path
  const found = Object.entries(schema).flatMap(([keyword, value]) => {
    const kind = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined
    if (!kind) return [`${here}: unknown keyword ${keyword}`]
    return kinds[kind](value) ? [] : [`${here}: ${keyword} has a value of a wrong kind`]
  })
  if (found.length > 0) return found

  const keys = Object.keys(schema.properties ?? {})
  if (schema.type === undefined && schema.const === undefined) found.push(`${here}: no type`)
  if (schema.type === 'object' && schema.additionalProperties !== false)
    found.push(`${here}: additionalProperties is not false`)
  if (schema.type === 'array' && !schema.items) found.push(`${here}: no items`)
  if (schema.type === 'array' && schema.maxItems === undefined) found.push(`${here}: no maxItems`)
  for (const key of schema.required ?? [])
    if (!keys.includes(key)) found.push(`${here}: required names ${key}, which is no field`)
  if (schema.format !== undefined && !Object.hasOwn(formats, schema.format))
    found.push(`${here}: unknown format ${schema.format}`)
  found.push(...textFaults(schema, here), ...patternFaults(schema, here))
  for (const rule of schema['x-rules'] ?? []) found.push(...ruleFaults(rule, schema, here))
  for (const key of keys) found.push(...fieldFaults(schema, key, path))
  if (schema.items) found.push(...schemaFaults(schema.items, `${path}/*`))
  return found
}

function fieldFaults(parent: Schema, key: string, path: string): string[] {
  const field = parent.properties?.[key]
  if (!field) return []
  const at = under(path, key)
  const named = field['x-title'] ? [] : [`${at}: no title`]
  return [...named, ...schemaFaults(field, at)]
}

function textFaults(schema: Schema, here: string): string[] {
  const found = [
    ...missingWords(schema['x-title'], `${here}: title`),
    ...missingWords(schema['x-help'], `${here}: help`),
  ]
  for (const [rule, words] of Object.entries(schema['x-messages'] ?? {}))
    found.push(...missingWords(words, `${here}: message for ${rule}`))
  for (const choice of schema.oneOf ?? []) {
    if (choice.const === undefined) found.push(`${here}: a choice without const`)
    found.push(...missingWords(choice['x-title'], `${here}: choice ${String(choice.const)}`, true))
  }
  return found
}

function patternFaults(schema: Schema, here: string): string[] {
  const { pattern } = schema
  if (typeof pattern !== 'string') return []
  const unexplained = schema['x-messages']?.['pattern']
    ? []
    : [`${here}: a pattern needs its own message, people cannot read ${pattern}`]
  try {
    void new RegExp(pattern, 'u')
    return unexplained
  } catch {
    return [`${here}: ${pattern} is no pattern`]
  }
}

/** The pointers a rule looks at, from the schema that carries it. */
function pathsOf(rule: CrossRule): string[] {
  const paths = [rule.path]
  if ('other' in rule) paths.push(rule.other)
  if ('paths' in rule) paths.push(...rule.paths)
  if ('limit' in rule && typeof rule.limit === 'string') paths.push(rule.limit)
  if ('key' in rule && rule.key !== undefined) paths.push(`${rule.path}/*${under('', rule.key)}`)
  return paths
}

function ruleFaults(rule: CrossRule, schema: Schema, here: string): string[] {
  if (!crossRules.has(rule.rule)) return [`${here}: unknown rule ${String(rule.rule)}`]
  const lost = pathsOf(rule).filter(path => !fieldAt(schema, path))
  return lost.map(path => `${here}: rule ${rule.rule} names ${path}, where there is no field`)
}

const crossRules = new Set<string>([
  'notBefore',
  'notFuture',
  'notPast',
  'ageAtLeast',
  'daysAtMost',
  'sumAtMost',
  'unique',
  'oneOfFilled',
  'bornOn',
] satisfies CrossRule['rule'][])

function missingWords(words: unknown, what: string, needed = false): string[] {
  if (words === undefined) return needed ? [`${what} has no words`] : []
  const by = words as Record<string, unknown>
  return languages
    .filter(lang => typeof by[lang] !== 'string' || by[lang] === '')
    .map(lang => `${what} is missing in ${lang}`)
}

function layoutFaults(schema: Schema, layout: Layout, here: string): string[] {
  const controls = controlsOf(layout)
  const found = [...labelFaults(layout, here)]
  for (const { control, path, rules } of controls) {
    const field = fieldAt(schema, path)
    if (!field) found.push(`${here}: ${control.scope} leads to no field`)
    else if (field.items && control.options?.detail)
      found.push(...layoutFaults(field.items, control.options.detail, `${here} of ${control.scope}`))
    for (const scope of rules.flatMap(rule => scopesIn(rule.condition))) {
      if (!fieldAt(schema, pointerOf(scope)))
        found.push(`${here}: the rule of ${control.scope} looks at ${scope}, where there is no field`)
    }
    if (rules.length > 0 && field && !mayBeMissing(schema, path)) {
      found.push(
        `${here}: ${control.scope} can be hidden, but the agenda counts on it; make it with when() or unless(), or optional`,
      )
    }
  }
  for (const path of leaves(schema)) {
    if (!controls.some(control => control.path === path))
      found.push(`${here}: nobody is asked for ${path}, no control has the scope ${scopeOf(path)}`)
  }
  return [...new Set([...found, ...circles(controls, here)])]
}

/** A field whose absence its type already admits: it, or an object around it, is optional or made with `when`. */
function mayBeMissing(schema: Schema, path: string): boolean {
  for (let at = path; at !== ''; at = parentOf(at)) {
    const key = keysOf(at).at(-1) ?? ''
    const required = fieldAt(schema, parentOf(at))?.required?.includes(key)
    if (!required || fieldAt(schema, at)?.['x-when']) return true
  }
  return false
}

/** Fields that need a control: all but objects, which are asked by their fields, and those filled by the machine. */
function leaves(schema: Schema, path = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    if (field['x-control'] === false) return []
    return field.type === 'object' ? leaves(field, under(path, key)) : [under(path, key)]
  })
}

function labelFaults(layout: Layout, here: string): string[] {
  const words = layout.type === 'Label' ? layout.text : layout.label
  const own =
    words === undefined || typeof words === 'string' ? [] : missingWords(words, `${here}: label of a ${layout.type}`)
  const inside = 'elements' in layout ? layout.elements.flatMap(element => labelFaults(element, here)) : []
  return [...own, ...inside]
}

/** Fields whose showing depends, over others, on themselves. */
function circles(controls: ReturnType<typeof controlsOf>, here: string): string[] {
  const looksAt = (path: string): string[] =>
    controls
      .filter(
        ({ control }) =>
          `${pointerOf(control.scope)}/`.startsWith(`${path}/`) || path.startsWith(`${pointerOf(control.scope)}/`),
      )
      .flatMap(({ rules }) => rules.flatMap(rule => scopesIn(rule.condition).map(pointerOf)))
  return controls.flatMap(({ control }) => {
    const start = pointerOf(control.scope)
    const reached = new Set(looksAt(start))
    for (const path of reached) for (const next of looksAt(path)) reached.add(next)
    return reached.has(start) ? [`${here}: whether ${control.scope} is shown depends on itself`] : []
  })
}
