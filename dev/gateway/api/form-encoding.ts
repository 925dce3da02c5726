import { ApiError } from './errors.ts'

/** A decoded parameter: text, or a group of parameters by name. A list is a group named 0, 1, 2 … */
export type Param = string | Params
export type Params = Map<string, Param>

const deepest = 8

/**
 * Reads a form body or a query in Stripe's manner: `line_items[0][price_data][currency]=czk`, `expand[]=charge`.
 * @throws ApiError 400 when a name is both a value and a group, or nested too deep.
 */
export function parseForm(text: string): Params {
  const root: Params = new Map()
  for (const [name, value] of new URLSearchParams(text)) {
    const path = pathOf(name)
    let group = root
    for (const [depth, key] of path.entries()) {
      const own = key === '' ? String(group.size) : key
      if (depth === path.length - 1) {
        if (group.get(own) instanceof Map) throw malformed(name)
        group.set(own, value)
        break
      }
      const next = group.get(own) ?? new Map()
      if (typeof next === 'string') throw malformed(name)
      group.set(own, next)
      group = next
    }
  }
  return root
}

/** The same parameters always give the same text, in whatever order they were sent. */
export function canonical(params: Params): string {
  const sorted = [...params].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${typeof value === 'string' ? JSON.stringify(value) : canonical(value)}`).join()}}`
}

function pathOf(name: string): string[] {
  const [, head, rest] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? []
  if (head === undefined || rest === undefined) throw malformed(name)
  const path = [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(match => match[1] ?? '')]
  if (path.length > deepest) throw malformed(name)
  return path
}

const malformed = (name: string) =>
  new ApiError(400, {
    type: 'invalid_request_error',
    message: `Invalid request: the parameter '${name}' is malformed.`,
  })
