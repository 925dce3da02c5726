import type { Metadata } from '../objects/types.ts'
import { ApiError, invalid } from './errors.ts'
import type { Params } from './form-encoding.ts'

/**
 * Reads parameters one by one, each checked as Stripe checks it. `finish()` then refuses whatever nobody asked for: a
 * parameter that the gateway does not know must not be passed over in silence.
 * Every reader throws ApiError 400 with Stripe's code and the full name of the parameter.
 */
export interface Reader {
  text(name: string, limits?: { max?: number }): string | undefined
  integer(name: string, limits?: { min?: number; max?: number }): number | undefined
  boolean(name: string): boolean | undefined
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined
  url(name: string): string | undefined
  /** As sent: an empty value means that the key is to be removed (see `mergeMetadata`). */
  metadata(): Metadata
  texts(name: string): string[]
  /** Is the parameter there as a plain value, not as a group? */
  scalar(name: string): boolean
  group(name: string): Reader | undefined
  groups(name: string): Reader[]
  /** Passes over a parameter that changes nothing here. */
  ignore(...names: string[]): void
  required<T>(name: string, value: T | undefined): T
  /** The name as the caller wrote it, such as `line_items[0][quantity]`. */
  full(name: string): string
  finish(): void
}

export function readParams(params: Params, prefix = ''): Reader {
  const seen = new Set<string>()
  const inner: Reader[] = []
  const full = (name: string) => (prefix ? `${prefix}[${name}]` : name)

  const value = (name: string): string | undefined => {
    seen.add(name)
    const found = params.get(name)
    if (found instanceof Map) throw invalid(full(name), 'parameter_invalid_string', `Invalid string: ${full(name)}`)
    if (found === '') {
      throw invalid(
        full(name),
        'parameter_invalid_empty',
        `You passed an empty string for '${full(name)}'. We assume empty values are an attempt to unset a parameter; however '${full(name)}' cannot be unset. You should remove '${full(name)}' from your request or supply a non-empty value.`,
      )
    }
    return found
  }
  const group = (name: string): Params | undefined => {
    seen.add(name)
    const found = params.get(name)
    if (found === '') return undefined
    if (typeof found === 'string') throw invalid(full(name), 'parameter_invalid_object', 'Invalid object')
    return found
  }
  const nested = (fullName: string, under: Params): Reader => {
    const reader = readParams(under, fullName)
    inner.push(reader)
    return reader
  }

  const reader: Reader = {
    text(name, { max = 5000 } = {}) {
      const text = value(name)
      if (text !== undefined && text.length > max) {
        throw invalid(
          full(name),
          'parameter_invalid_string',
          `Invalid string: ${text.slice(0, 10)}…; must be at most ${max} characters`,
        )
      }
      return text
    },
    integer(name, { min, max } = {}) {
      const text = value(name)
      if (text === undefined) return undefined
      const number = Number(text)
      if (!/^-?\d{1,15}$/.test(text)) {
        throw invalid(full(name), 'parameter_invalid_integer', `Invalid integer: ${text}`)
      }
      if (min !== undefined && number < min) {
        const message = `This value must be greater than or equal to ${min}.`
        throw invalid(full(name), 'parameter_invalid_integer', message)
      }
      if (max !== undefined && number > max) {
        throw invalid(full(name), 'parameter_invalid_integer', `This value must be less than or equal to ${max}.`)
      }
      return number
    },
    boolean(name) {
      const text = value(name)
      if (text === undefined) return undefined
      if (text !== 'true' && text !== 'false')
        throw invalid(full(name), 'parameter_invalid_boolean', `Invalid boolean: ${text}`)
      return text === 'true'
    },
    oneOf(name, allowed) {
      const text = value(name)
      if (text === undefined) return undefined
      const found = allowed.find(one => one === text)
      if (found === undefined) {
        throw new ApiError(400, {
          type: 'invalid_request_error',
          message: `Invalid ${full(name)}: must be one of ${allowed.join(', ')}`,
          param: full(name),
        })
      }
      return found
    },
    url(name) {
      const text = reader.text(name)
      if (text === undefined) return undefined
      const protocol = URL.canParse(text) ? new URL(text).protocol : ''
      if (protocol !== 'http:' && protocol !== 'https:') throw invalid(full(name), 'url_invalid', 'Not a valid URL')
      return text
    },
    metadata() {
      const name = 'metadata'
      const found: Metadata = {}
      for (const [key, entry] of group(name) ?? []) {
        const param = `${full(name)}[${key}]`
        if (typeof entry !== 'string')
          throw invalid(param, 'parameter_invalid_string', 'Metadata values must be strings.')
        if (key.length > 40)
          throw invalid(param, 'parameter_invalid_string', 'Metadata keys must be at most 40 characters.')
        if (entry.length > 500) {
          throw invalid(param, 'parameter_invalid_string', 'Metadata values must be at most 500 characters.')
        }
        Object.defineProperty(found, key, { value: entry, enumerable: true, configurable: true, writable: true })
      }
      if (Object.keys(found).length > 50) {
        throw invalid(full(name), 'parameter_invalid_object', 'You can specify at most 50 metadata keys.')
      }
      return found
    },
    texts(name) {
      return [...(group(name) ?? [])].map(([index, entry]) => {
        if (typeof entry === 'string') return entry
        throw invalid(`${full(name)}[${index}]`, 'parameter_invalid_string', 'Invalid string')
      })
    },
    scalar: name => typeof params.get(name) === 'string',
    group(name) {
      const found = group(name)
      return found && nested(full(name), found)
    },
    groups(name) {
      return [...(group(name) ?? [])].map(([index, entry]) => {
        if (entry instanceof Map) return nested(`${full(name)}[${index}]`, entry)
        throw invalid(full(name), 'parameter_invalid_object', 'Invalid object')
      })
    },
    ignore: (...names) => names.forEach(name => seen.add(name)),
    required(name, found) {
      if (found !== undefined) return found
      throw invalid(full(name), 'parameter_missing', `Missing required param: ${full(name)}.`)
    },
    full,
    finish() {
      for (const name of params.keys()) {
        if (!seen.has(name)) {
          throw invalid(full(name), 'parameter_unknown', `Received unknown parameter: ${full(name)}`)
        }
      }
      for (const one of inner) one.finish()
    },
  }
  return reader
}

/** Metadata after a change: new keys are added, an empty value removes its key. */
export function mergeMetadata(old: Metadata, change: Metadata): Metadata {
  const merged = Object.entries({ ...old, ...change }).filter(([, value]) => value !== '')
  return Object.fromEntries(merged)
}
