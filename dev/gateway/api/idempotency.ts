import { createHash } from 'node:crypto'
import type { Store } from '../store.ts'
import { ApiError, invalid, keyInUse, keyReused } from './errors.ts'
import { canonical, type Params } from './form-encoding.ts'

/** An answer of the API as it goes over the wire. `request` is the id of the request that did the work. */
export interface Answer {
  status: number
  body: string
  request: string
}

export interface Idempotency {
  /**
   * The stored answer to replay, or undefined when the work is still to be done; then the key is taken until `free`.
   * @throws ApiError 400 `idempotency_error` when the key came with another request before, 409 while one is under way.
   */
  take(key: string, fingerprint: string): Answer | undefined
  /** Keeps the answer; called inside the transaction of the work, so that both are there or neither is. */
  keep(key: string, fingerprint: string, answer: Answer): void
  free(key: string): void
}

/** Keys are remembered for a day, as Stripe promises at least; after that a request counts as new. */
const kept = 24 * 60 * 60 * 1000

/** Same key, same request → same answer. Source: https://docs.stripe.com/api/idempotent_requests */
export function createIdempotency(store: Store, clock: () => number): Idempotency {
  const { database } = store
  const forget = database.prepare('delete from answer where at < ?')
  const find = database.prepare('select fingerprint, status, body, request from answer where key = ?')
  const keep = database.prepare(
    'insert into answer (key, fingerprint, status, body, request, at) values (?, ?, ?, ?, ?, ?)',
  )
  const underWay = new Set<string>()

  return {
    take(key, fingerprint) {
      if (key.length > 255) {
        throw invalid(
          'idempotency_key',
          'parameter_invalid_string',
          'Idempotency keys must be at most 255 characters long.',
        )
      }
      if (underWay.has(key)) throw keyInUse(key)
      forget.run(clock() - kept)
      const row = find.get(key)
      if (!row) {
        underWay.add(key)
        return undefined
      }
      if (row['fingerprint'] !== fingerprint) throw keyReused(key)
      return { status: Number(row['status']), body: String(row['body']), request: String(row['request']) }
    },
    keep(key, fingerprint, answer) {
      keep.run(key, fingerprint, answer.status, answer.body, answer.request, clock())
    },
    free: key => void underWay.delete(key),
  }
}

/** What makes two requests the same: address and parameters, in whatever order they were sent. */
export function fingerprint(path: string, params: Params): string {
  return createHash('sha256')
    .update(`${path}\n${canonical(params)}`)
    .digest('hex')
}

/** Is this answer kept under the key? A request that failed validation did nothing and may come again. */
export const worthKeeping = (error: unknown): error is ApiError => error instanceof ApiError && error.kept
