import type { TSchema } from 'typebox'
import * as contract from './contract.ts'
import { errors } from './errors.ts'
import { fileTypes } from './files/kinds.ts'
import type { Code } from './errors.ts'
import type { Content, Described } from './route.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type JsonObject = { [name: string]: Json }

const media: Record<string, string> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  html: 'text/html',
  css: 'text/css',
  events: 'text/event-stream',
}

/** The schemas of the contract by object, so that a description names a shape instead of repeating it. */
const names = new Map<unknown, string>(Object.entries(contract).map(([name, schema]) => [schema, name]))
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

/** The OpenAPI 3.1 description of the routes, made from the very table that the router runs. */
export function openapi(routes: readonly Described[], server: string, cookie: string): JsonObject {
  const paths: { [path: string]: JsonObject } = {}
  for (const route of routes) (paths[templated(route.path)] ??= {})[route.method] = operation(route)
  return {
    openapi: '3.1.1',
    info: {
      title: 'Portál občana',
      version: '1',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description:
        'The interface behind the citizen portal. Instants are ISO 8601, days are dates in Europe/Prague, money is whole haléře ' +
        'of CZK. Every refusal is a problem of RFC 9457 with a stable `code` and words in the language of `Accept-Language`. ' +
        'Writes are taken from the portal’s own origin alone.',
    },
    servers: [{ url: server }],
    tags: tagsOf(routes),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(contract).map(([name, schema]) => [name, inside(schema)])),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookie,
          description: 'Set by signing in; no script can read it.',
        },
        signature: { type: 'apiKey', in: 'header', name: 'Stripe-Signature', description: 'HMAC of the raw body.' },
      },
    },
  }
}

/** Every refusal a route can answer with, beside `unexpected`: those of its audience and schemas, and its own. */
export function refusalsOf(route: Described): Code[] {
  const signedIn: Code[] = route.who === 'anyone' ? [] : ['not-signed-in', 'session-expired']
  const audience: Code[] = route.who === 'anyone' || route.who === 'signed-in' ? [] : ['forbidden']
  const write: Code[] = route.method === 'get' || route.webhook ? [] : ['cross-origin']
  const body: Code[] = route.body ? ['not-json', 'malformed-json', 'invalid'] : []
  const large: Code[] = route.takes ? ['file-too-large'] : route.body || route.webhook ? ['too-large'] : []
  const query: Code[] = route.query ? ['invalid'] : []
  const params: Code[] = route.path.includes(':') ? ['not-yours'] : []
  const limit: Code[] = route.limit === 'none' ? [] : ['too-many']
  const all = [
    ...signedIn,
    ...audience,
    ...write,
    ...body,
    ...large,
    ...query,
    ...params,
    ...(route.refuses ?? []),
    ...limit,
    'unavailable' as const,
  ]
  return [...new Set(all)].sort((a, b) => errors[a].status - errors[b].status)
}

/** `/api/cases/:id` as OpenAPI writes it: `/api/cases/{id}`. */
export const templated = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** The part of the interface a route belongs to: `cases` of `/api/cases/:id`. */
export const tagOf = ({ path }: Described): string => {
  const piece = path.split('/').find(one => one !== '' && one !== 'api') ?? 'api'
  return piece.includes('.') ? 'docs' : piece
}

const tagsOf = (routes: readonly Described[]): Json => [...new Set(routes.map(tagOf))].map(name => ({ name }))

function operation(route: Described): JsonObject {
  return {
    operationId: [route.method, ...route.path.split('/').slice(1)].join('-').replace(/[:.]/g, ''),
    summary: route.summary,
    tags: [tagOf(route)],
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } },
    }),
    ...(route.takes && { requestBody: { required: true, content: fileContent(route.takes.types) } }),
    responses: { ...answers(route), ...refusals(route) },
    security: route.webhook ? [{ signature: [] }] : route.who === 'anyone' ? [] : [{ session: [] }],
    ...(typeof route.who === 'object' && { 'x-role': route.who.role }),
    'x-audience': typeof route.who === 'object' ? 'official' : route.who,
  }
}

function pathParameters({ path, params }: Described): JsonObject[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const schema = params?.[name]
    return { name, in: 'path', required: true, schema: schema ? schemaOf(schema) : { type: 'string', maxLength: 200 } }
  })
}

function queryParameters({ query }: Described): JsonObject[] {
  if (!query) return []
  const { properties, required } = inside(query)
  const needed = Array.isArray(required) ? required : []
  return Object.entries(isObject(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    schema,
  }))
}

function answers(route: Described): JsonObject {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, content]) => [
      status,
      { description: meaning(Number(status)), ...contentOf(content) },
    ]),
  )
}

function contentOf(content: Content): JsonObject {
  if (content === null) return {}
  if (content === 'file') return { content: fileContent(fileTypes) }
  if (typeof content === 'string')
    return { content: { [media[content] ?? 'text/plain']: { schema: { type: 'string' } } } }
  return { content: { 'application/json': { schema: schemaOf(content) } } }
}

const fileContent = (types: readonly string[]): JsonObject =>
  Object.fromEntries(types.map(type => [type, { schema: { type: 'string', format: 'binary' } }]))

/** One response for each status; which codes it may carry stands in its words. */
function refusals(route: Described): JsonObject {
  const byStatus = Map.groupBy(refusalsOf(route), code => errors[code].status)
  const problem = { 'application/problem+json': { schema: reference('ProblemDetails') } }
  const named = [...byStatus].map(([status, codes]): [string, Json] => [
    String(status),
    { description: codes.map(code => `\`${code}\`: ${errors[code].title.en}`).join('; '), content: problem },
  ])
  return {
    ...Object.fromEntries(named),
    default: { description: `\`unexpected\`: ${errors.unexpected.title.en}`, content: problem },
  }
}

const meaning = (status: number): string =>
  ({ 201: 'Made', 202: 'Stored; the rest follows', 204: 'Nothing to say', 302: 'Elsewhere', 503: 'Not ready' })[
    status
  ] ?? 'Done'

/** A schema as the description shows it: a shape of the contract by its name. */
function schemaOf(schema: TSchema): JsonObject {
  const name = names.get(schema)
  return name ? reference(name) : inside(schema)
}

/** A schema itself, with the shapes of the contract below it by their names. */
function inside(schema: unknown): JsonObject {
  const found = plain(schema, true)
  return isObject(found) ? found : {}
}

function plain(value: unknown, top: boolean): Json {
  const name = top ? undefined : names.get(value)
  if (name) return reference(name)
  if (Array.isArray(value)) return value.map(item => plain(item, false))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, inner]) => !key.startsWith('~') && inner !== undefined && typeof inner !== 'function')
        .map(([key, inner]) => [key, plain(inner, false)]),
    )
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
