import { asJson, check, type Flaw } from './check.ts'
import type { Definition, Problem } from './definition.ts'
import { formatFault } from './formats.ts'
import { hiddenFields, isShown, strip, without } from './hidden.ts'
import { normalise } from './normalise.ts'
import { keysOf, under, valueAt } from './pointer.ts'
import { crossProblems } from './rules.ts'
import { fieldAt, type Schema } from './schema.ts'

export type { Definition, Problem } from './definition.ts'

/**
 * The one judge of all forms, in the browser, in the API and in a workflow alike: every place where the data do not
 * keep the form, at most one problem a place; none if the form may be handed in. Hidden fields are left out of it.
 * The rules that are functions speak only once all else is right, so they may trust the shape of the data.
 */
export function problems(form: Definition, data: unknown): Problem[] {
  const json = asJson(data)
  shorten(form.schema, json)
  const hidden = hiddenFields(form, json)
  const asked = without(json, hidden)
  const found = check(form.schema, asked)
    .map(problemOf)
    .filter(({ path, rule }) => rule !== 'required' || isShown(path, hidden))
  found.push(...crossProblems(form.schema, asked))
  if (found.length === 0) {
    for (const { rule, broken } of form.rules ?? []) found.push(...broken(asked).map(path => ({ path, rule })))
  }
  for (const problem of found) if (problem.rule === 'format') problem.params = faultOf(problem, asked)
  const places = new Set<string>()
  const firsts = found.filter(({ path }) => !places.has(path) && places.add(path))
  return inOrder(firsts, form.schema)
}

/** Cuts lists behind one item too many, in place: that one is enough to refuse them, and a hostile length costs nothing. */
function shorten(schema: Schema, data: unknown): void {
  const { items, maxItems = Infinity } = schema
  if (Array.isArray(data)) {
    if (data.length > maxItems) data.length = maxItems + 1
    if (items) for (const item of data) shorten(items, item)
  } else {
    for (const [key, field] of Object.entries(schema.properties ?? {})) shorten(field, valueAt(data, under('', key)))
  }
}

/** Problems in the order in which the schema asks for the fields; what it does not know comes last. */
function inOrder(found: Problem[], schema: Schema): Problem[] {
  const ranked = found.map(problem => ({ problem, rank: rankOf(problem.path, schema) }))
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ problem }) => problem)
}

function rankOf(path: string, schema: Schema): number[] {
  let at: Schema | undefined = schema
  return keysOf(path).map(key => {
    const place = at?.type === 'array' ? Number(key) : Object.keys(at?.properties ?? {}).indexOf(key)
    at = at && fieldAt(at, under('', key))
    return place < 0 ? Infinity : place
  })
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((place, index) => place !== b[index])
  if (at < 0) return a.length - b.length
  const [left = 0, right = -1] = [a[at], b[at]]
  return left < right ? -1 : 1
}

/**
 * What came from outside, ready to be stored, and what is wrong with it: typing habits put right (`normalise`),
 * hidden fields left out (`strip`), judged (`problems`).
 */
export function accept(form: Definition, raw: unknown): { data: unknown; problems: Problem[] } {
  const data = asJson(strip(form, normalise(form, raw)))
  return { data, problems: problems(form, data) }
}

/** The problem that a flaw is: what is missing and what must not be there is told at its own place, not at the parent's. */
export function problemOf({ path, keyword, params }: Pick<Flaw, 'path' | 'keyword' | 'params'>): Problem {
  const child = params['missingProperty'] ?? params['additionalProperty']
  if (typeof child === 'string') return { path: under(path, child), rule: keyword }
  return { path, rule: keyword, ...(Object.keys(params).length > 0 && { params }) }
}

function faultOf({ path, params }: Problem, data: unknown): Record<string, unknown> {
  const [format, value] = [params?.['format'], valueAt(data, path)]
  return {
    ...params,
    ...(typeof format === 'string' && typeof value === 'string' && { fault: formatFault(format, value) }),
  }
}
