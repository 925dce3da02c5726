import type { Kind } from '../objects/types.ts'
import type { Query, Store } from '../store.ts'
import { invalid, missing } from './errors.ts'
import { expand } from './expand.ts'
import type { Reader } from './params.ts'

const bounds = ['gt', 'gte', 'lt', 'lte'] as const

/**
 * Answers a list as Stripe does: newest first, `limit` 1 to 100 (default 10), cursors `starting_after` and
 * `ending_before`, `created` as a number or as bounds, `expand[]=data.…`.
 * @param filters names of parameters that must equal the field of the same name (`a.b` for `a[b]`).
 */
export function listObjects(
  store: Store,
  kind: Kind,
  params: Reader,
  url: string,
  filters: readonly string[],
  more: Query['where'] = {},
): Record<string, unknown> {
  const where: Query['where'] = { ...more }
  for (const filter of filters) {
    const [outer = '', inner] = filter.split('.')
    const value = inner ? params.group(outer)?.text(inner) : params.text(outer)
    if (value !== undefined) where[filter] = value
  }
  const query: Query = {
    where,
    created: created(params),
    limit: params.integer('limit', { min: 1, max: 100 }) ?? 10,
    ...cursor(store, kind, params, 'starting_after', 'startingAfter'),
    ...cursor(store, kind, params, 'ending_before', 'endingBefore'),
  }
  const paths = params.texts('expand').map(path => {
    if (path.startsWith('data.')) return path.slice(5)
    throw invalid(
      'expand',
      'parameter_invalid_string',
      `This property cannot be expanded (${path}). In a list it begins with data.`,
    )
  })
  params.finish()
  const { data, hasMore } = store.list(kind, query)
  return { object: 'list', data: data.map(one => expand(store, one, paths)), has_more: hasMore, url }
}

function cursor(store: Store, kind: Kind, params: Reader, name: string, key: 'startingAfter' | 'endingBefore') {
  const id = params.text(name)
  if (id === undefined) return {}
  if (!store.find(kind, id)) throw missing(kind, id, name)
  return { [key]: id }
}

function created(params: Reader): NonNullable<Query['created']> {
  const exact = params.scalar('created') ? params.integer('created') : undefined
  if (exact !== undefined) return { gte: exact, lte: exact }
  const window = params.group('created')
  const found: NonNullable<Query['created']> = {}
  for (const bound of bounds) {
    const seconds = window?.integer(bound)
    if (seconds !== undefined) found[bound] = seconds
  }
  return found
}
