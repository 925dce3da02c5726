import type { Draft } from '../../api/contract.ts'
import { ApiProblem, call } from '../api.ts'

/** Where a draft is kept for all devices of a person. */
export interface Remote {
  /** null when there is none. */
  get(): Promise<Draft | null>
  /** @throws {ApiProblem} 409 when the draft has another version than `version` by now. */
  put(data: unknown, version: number): Promise<Draft>
  remove(): Promise<void>
}

/** The draft of this key at the portal's API. */
export function remoteDraft(key: string): Remote {
  const path = `/drafts/${encodeURIComponent(key)}`
  return {
    get: () => call<Draft | null>('GET', path).catch(noneAt404),
    put: (data, version) => call<Draft>('PUT', path, { data, version }),
    remove: async () => {
      await call('DELETE', path).catch(noneAt404)
    },
  }
}

function noneAt404(cause: unknown): null {
  if (cause instanceof ApiProblem && cause.status === 404) return null
  throw cause
}
