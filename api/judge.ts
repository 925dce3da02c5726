import { Validator } from '@cfworker/json-schema'
import type { OutputUnit, Schema } from '@cfworker/json-schema'
import type { Static, TSchema } from 'typebox'
import type { FieldProblem, Language, Words } from './contract.ts'
import { Refusal } from './errors.ts'
import { storable, storableText } from './storable.ts'

const validators = new WeakMap<TSchema, Validator>()

/** The judge of one schema. It reports every problem, not the first alone. */
function validatorOf(schema: TSchema): Validator {
  let validator = validators.get(schema)
  if (!validator) {
    // TypeBox keeps marks of its own beside JSON Schema's keywords; as JSON they are gone.
    const plain: Schema = JSON.parse(JSON.stringify(schema))
    validator = new Validator(plain, '2020-12', false)
    validators.set(schema, validator)
  }
  return validator
}

export function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  // the judge knows JSON alone, which has no undefined
  return value !== undefined && validatorOf(schema).validate(value).valid
}

/** The body, if it is JSON and fits. Throws Refusal `not-json`, `malformed-json` or `invalid`. */
export function judgedBody<S extends TSchema>(
  schema: S,
  asked: { headers: { 'content-type'?: string | undefined }; rawBody: Buffer },
  language: Language,
): Static<S> {
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(asked.headers['content-type'] ?? ''))
    throw new Refusal('not-json')
  const value = storable(parsed(asked.rawBody))
  if (value === undefined)
    throw new Refusal('invalid', { problems: [{ path: '', rule: 'storable', message: unstorable[language] }] })
  return judged(schema, value, language)
}

/** The query with numbers and yes/no read as such where the schema wants them. Throws Refusal `invalid`. */
export function judgedQuery<S extends TSchema>(
  schema: S,
  query: Record<string, unknown>,
  language: Language,
): Static<S> {
  const wanted = 'properties' in schema && typeof schema.properties === 'object' ? { ...schema.properties } : {}
  const read = Object.entries(query).map(([name, value]) => [name, readAs(wanted[name as keyof typeof wanted], value)])
  return judged(schema, Object.fromEntries(read), language)
}

/** An address whose parameter cannot be an id of anything leads nowhere. Throws Refusal `not-yours`. */
export function judgedParams(schemas: Partial<Record<string, TSchema>>, params: Record<string, string>): void {
  for (const [name, value] of Object.entries(params)) {
    const schema = schemas[name]
    const fine = schema ? fits(schema, value) : value.length >= 1 && value.length <= 200
    // Postgres stores no NUL in a text
    if (!fine || value.includes('\0')) throw new Refusal('not-yours')
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('malformed-json')
  }
}

function judged<S extends TSchema>(schema: S, value: unknown, language: Language): Static<S> {
  if (fits(schema, value)) return value
  throw new Refusal('invalid', { problems: problemsOf(validatorOf(schema).validate(value).errors, language) })
}

function readAs(schema: unknown, value: unknown): unknown {
  const type = typeof schema === 'object' && schema !== null && 'type' in schema ? schema.type : undefined
  if (typeof value !== 'string') return Array.isArray(value) ? value.map(one => readAs(undefined, one)) : value
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d+)?$/.test(value)) return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return storableText(value)
}

/** The innermost errors: the judge reports a wrong value once for itself and once for everything around it. */
function problemsOf(errors: OutputUnit[], language: Language): FieldProblem[] {
  const around = new Set([
    'properties',
    'items',
    'anyOf',
    'oneOf',
    'allOf',
    '$ref',
    'additionalProperties',
    'if',
    'then',
    'else',
  ])
  const inner = errors.filter(error => !around.has(error.keyword))
  const found = (inner.length > 0 ? inner : errors).map(({ keyword, instanceLocation, error }) => {
    const missing = keyword === 'required' ? /property "([^"]+)"/.exec(error)?.[1] : undefined
    const path = instanceLocation.replace(/^#/, '') + (missing ? `/${missing}` : '')
    return { path, rule: keyword, message: (words[keyword] ?? otherwise)[language] }
  })
  return [...new Map(found.map(problem => [`${problem.path} ${problem.rule}`, problem])).values()].slice(0, 50)
}

const unstorable: Words = {
  cs: 'Údaje jsou příliš zanořené, nebo mají v názvech nepovolené znaky.',
  en: 'The data are nested too deep, or their names contain characters that are not allowed.',
}
const otherwise: Words = { cs: 'Údaj nemá očekávaný tvar.', en: 'The value does not have the expected form.' }
const words: Record<string, Words> = {
  required: { cs: 'Údaj chybí.', en: 'The value is missing.' },
  type: { cs: 'Údaj je jiného druhu, než má být.', en: 'The value is of another kind than it should be.' },
  enum: { cs: 'Taková možnost tu není.', en: 'There is no such option.' },
  const: { cs: 'Taková možnost tu není.', en: 'There is no such option.' },
  minLength: { cs: 'Text je příliš krátký.', en: 'The text is too short.' },
  maxLength: { cs: 'Text je příliš dlouhý.', en: 'The text is too long.' },
  minimum: { cs: 'Číslo je příliš malé.', en: 'The number is too small.' },
  maximum: { cs: 'Číslo je příliš velké.', en: 'The number is too big.' },
  format: otherwise,
  pattern: otherwise,
  false: { cs: 'Takový údaj nečekáme.', en: 'We do not expect such a value.' },
}
