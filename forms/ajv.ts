import { check, type Flaw } from './check.ts'
import type { Definition, Problem } from './definition.ts'
import { accept, problemOf } from './judge.ts'
import type { Language } from './language.ts'
import { lastKey, parentOf, valueAt } from './pointer.ts'
import { fieldAt, type Schema } from './schema.ts'
import { say } from './words.ts'

/** An error in the shape of Ajv 8, as far as JSON Forms reads it. */
export interface AjvError {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
  message: string
  parentSchema: unknown
  schema: unknown
  data: unknown
}

/** What Ajv's `compile` returns: true or false, and the errors of the last call on the function itself. */
export interface Validate {
  (data: unknown): boolean
  errors: AjvError[] | null
}

/**
 * Our judge in the shape of Ajv, for JSON Forms in the browser: Ajv itself generates code, which a strict content
 * security policy forbids. Every schema is checked by `check`; without options it answers as Ajv does.
 */
export default class JudgeAjv {
  errors: AjvError[] | null = null

  compile(schema: Schema | boolean): Validate {
    return validateBy(data => check(schema, data).map(flaw => errorOf(flaw, data)))
  }

  /** JSON Forms asks this for the conditions of rules; a value that is not there counts as null. */
  validate(schema: Schema | boolean, data: unknown): boolean {
    const errors = check(schema, data ?? null).map(flaw => errorOf(flaw, data))
    this.errors = errors.length > 0 ? errors : null
    return errors.length === 0
  }

  /** The formats are those of the judge, and unknown keywords say nothing; so these change nothing. */
  addFormat(): this {
    return this
  }
  addKeyword(): this {
    return this
  }
  getSchema(): undefined {
    return undefined
  }
}

/**
 * The validator to give to JSON Forms together with one form: its errors are the problems that the server would find
 * (typing habits put right, hidden fields left out, rules over several fields), each with its sentence in `message`.
 * The form's own schema is told by its `$schema`; all others are checked as they are.
 */
export class FormAjv extends JudgeAjv {
  readonly #form: Definition
  readonly #lang: Language

  constructor(form: Definition, lang: Language) {
    super()
    this.#form = form
    this.#lang = lang
  }

  override compile(schema: Schema | boolean): Validate {
    if (typeof schema === 'boolean' || schema.$schema === undefined) return super.compile(schema)
    return validateBy(data => accept(this.#form, data).problems.map(problem => this.#errorOf(problem, data)))
  }

  #errorOf(problem: Problem, data: unknown): AjvError {
    const { path, rule, params = {} } = problem
    const { schema } = this.#form
    const message = say(problem, this.#form, this.#lang)
    const own = { schemaPath: `#/${rule}`, keyword: rule, message, data: valueAt(data, path) }
    const parent = { ...own, instancePath: parentOf(path), parentSchema: fieldAt(schema, parentOf(path)) }
    if (rule === 'required')
      return { ...parent, params: { missingProperty: lastKey(path) }, schema: parent.parentSchema?.required }
    if (rule === 'additionalProperties')
      return { ...parent, params: { additionalProperty: lastKey(path) }, schema: false }
    const field = fieldAt(schema, path)
    return { ...own, instancePath: path, params, parentSchema: field, schema: field?.[rule] }
  }
}

/** The sentence for an error of either class, in the language asked for: what `i18n.translateError` of JSON Forms returns. */
export function sentence(
  error: Pick<AjvError, 'instancePath' | 'keyword' | 'params'>,
  form: Definition,
  lang: Language,
): string {
  return say(problemOf({ path: error.instancePath, keyword: error.keyword, params: error.params }), form, lang)
}

function validateBy(errorsIn: (data: unknown) => AjvError[]): Validate {
  const validate: Validate = data => {
    const errors = errorsIn(data)
    validate.errors = errors.length > 0 ? errors : null
    return errors.length === 0
  }
  validate.errors = null
  return validate
}

function errorOf({ path, ...flaw }: Flaw, data: unknown): AjvError {
  return { ...flaw, instancePath: path, message: `${flaw.keyword} is not kept`, data: valueAt(data, path) }
}
