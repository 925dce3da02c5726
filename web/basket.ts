import { useEffect } from 'react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Draft } from '../api/contract.ts'
import { ApiProblem, call } from './api.ts'
import { client, sessionQuery } from './queries.ts'
import { useSession } from './session.tsx'

/** One line of the basket: a liability's id and the amount to pay of it, in haléře. */
export interface BasketItem {
  liability: string
  amount: number
}
interface Stored {
  items: BasketItem[]
  version: number
}
type Change = (items: BasketItem[]) => BasketItem[]

const empty: Stored = { items: [], version: 0 }
const isItem = (value: unknown): value is BasketItem =>
  typeof value === 'object' &&
  value !== null &&
  'liability' in value &&
  typeof value.liability === 'string' &&
  'amount' in value &&
  Number.isSafeInteger(value.amount)
const stored = (draft: Draft | null): Stored => {
  const data = draft?.data
  const items = typeof data === 'object' && data !== null && 'items' in data ? data.items : []
  return { items: Array.isArray(items) ? items.filter(isItem) : [], version: draft?.version ?? 0 }
}
const load = async (): Promise<Stored> => {
  try {
    return stored(await call<Draft | null>('GET', '/drafts/basket'))
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.status === 404) return empty
    throw cause
  }
}

// What the server is known to hold, the changes it has not confirmed yet, and whether they are on their way.
let held: Stored | null = null
let waiting: Change[] = []
let sending: Promise<void> | null = null

const shown = (base: Stored): Stored => ({
  ...base,
  items: waiting.reduce((items, change) => change(items), base.items),
})
const basketQuery = queryOptions({
  queryKey: ['basket'],
  queryFn: async () => shown((held = await load())),
  staleTime: 60_000,
})
const show = (): void => {
  client.setQueryData(basketQuery.queryKey, shown(held ?? empty))
}

/** Sends what waits, once: when another device was faster (409), its basket is read and our changes are made on it. */
const send = async (): Promise<void> => {
  while (waiting.length > 0) {
    const changes = waiting
    const base: Stored = (held ??= await load())
    const items = changes.reduce((now, change) => change(now), base.items)
    try {
      const draft = await call<Draft>('PUT', '/drafts/basket', { data: { items }, version: base.version })
      held = stored(draft)
      waiting = waiting.slice(changes.length)
    } catch (cause) {
      if (!(cause instanceof ApiProblem) || cause.status !== 409) throw cause
      held = await load()
    }
  }
  show()
}
const sync = (): void => {
  if (!client.getQueryData(sessionQuery.queryKey)?.user) return
  sending ??= send()
    // Nothing is lost: what waits is sent with the next change or when the connection is back.
    .catch(() => undefined)
    .finally(() => {
      sending = null
    })
}

/** Resolves once what was changed is on the server, or after two seconds: for whoever is about to leave the portal’s pages. */
export const basketSaved = (): Promise<void> =>
  Promise.race([sending ?? Promise.resolve(), new Promise<void>(resolve => setTimeout(resolve, 2000))])

/** Changes the basket at once on the page, and soon on the server. Without a session it lives in memory only. */
export const changeBasket = (change: Change): void => {
  waiting = [...waiting, change]
  show()
  sync()
}
export const addToBasket = (item: BasketItem): void =>
  changeBasket(items => [...items.filter(other => other.liability !== item.liability), item])
export const removeFromBasket = (ids: readonly string[]): void =>
  changeBasket(items => items.filter(item => !ids.includes(item.liability)))
/** Sets the amount of a line, keeping its place. */
export const setAmount = (liability: string, amount: number): void =>
  changeBasket(items => items.map(item => (item.liability === liability ? { liability, amount } : item)))

/** The lines of the basket, the same on all devices of a signed-in citizen. */
export const useBasket = (): {
  items: BasketItem[]
  loading: boolean
  /** Why the basket is not known; null when it is. */
  error: unknown
  retry: () => void
  has: (liability: string) => boolean
} => {
  const { citizen } = useSession()
  const query = useQuery({ ...basketQuery, enabled: citizen !== null })
  useEffect(() => {
    window.addEventListener('online', sync)
    return () => window.removeEventListener('online', sync)
  }, [])
  const items = query.data?.items ?? []
  return {
    items,
    loading: query.isLoading,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    has: id => items.some(item => item.liability === id),
  }
}
