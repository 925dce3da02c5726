import { Validator, type Schema } from '@cfworker/json-schema'
import { expect } from 'vitest'
import type { Answer, Visitor } from './visitor.ts'

type Json = Record<string, unknown>

/** Holds answers against what the API says of itself at /api/openapi.json. */
export interface Description {
  /** Fails unless the answer to `GET /api/cases/…` has a described status, kind of content and shape. */
  holds(method: string, path: string, answer: Answer<unknown>): void
  paths: string[]
}

/** Reads the description from the running API. */
export async function readDescription(visitor: Visitor): Promise<Description> {
  const { body } = await visitor.get<Json>('/api/openapi.json')
  const paths = record(body['paths'])
  const components = record(body['components'])
  const templates = Object.keys(paths).map(template => ({
    template,
    pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  // A validator reads all components before it says a word, so each is made once.
  const validators = new Map<string, Validator>()
  return {
    paths: Object.keys(paths),
    holds(method, path, { status, headers, body: answer }) {
      const { pathname } = new URL(path, 'http://portal')
      const found = templates
        .filter(({ pattern }) => pattern.test(pathname))
        .toSorted((a, b) => Number(a.template.includes('{')) - Number(b.template.includes('{')))[0]
      const what = `${method} ${path} → ${status}`
      expect(found, `${what}: the address is described`).toBeDefined()
      const responses = record(record(record(paths[found?.template ?? ''])[method.toLowerCase()])['responses'])
      const response = responses[String(status)]
      expect(response, `${what}: the status is described`).toBeDefined()
      const content = record(record(response)['content'])
      const type = (headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
      expect(Object.keys(content), `${what}: the kind of content is described`).toEqual(type === '' ? [] : [type])
      if (!type.includes('json')) return
      const key = `${found?.template} ${method} ${status} ${type}`
      const schema = () => ({ ...record(record(content[type])['schema']), components }) as Schema
      const validator = validators.get(key) ?? new Validator(schema(), '2020-12', false)
      validators.set(key, validator)
      expect(validator.validate(answer).errors, `${what}: the body is as described: ${JSON.stringify(answer)}`).toEqual(
        [],
      )
    },
  }
}

const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {})
