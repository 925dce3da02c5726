import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DayBucket, DayEntries, DayView } from '../../../../../api/contract.ts'
import { call } from '../../../../api.ts'
import { client } from '../../../../queries.ts'

const at = (day: string) => `/money/days/${encodeURIComponent(day)}`

/** A day of the city's money. */
export const dayQuery = (day: string) =>
  queryOptions({
    queryKey: ['money', 'days', day],
    queryFn: ({ signal }) => call<DayView>('GET', at(day), undefined, signal),
    staleTime: 0,
  })

/** Its entries, of a bucket or all, page by page. */
export const entriesQuery = (day: string, bucket: DayBucket | undefined) =>
  infiniteQueryOptions({
    queryKey: ['money', 'days', day, 'entries', bucket ?? ''],
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams({ ...(bucket && { bucket }), ...(pageParam && { after: pageParam }) })
      return call<DayEntries>('GET', `${at(day)}/entries?${asked}`, undefined, signal)
    },
    initialPageParam: '',
    getNextPageParam: page => page.next,
    staleTime: 0,
  })

/** Does something and reads all money anew, whether it counted or somebody else was first. */
const doing = async (method: string, path: string, body?: unknown): Promise<void> => {
  try {
    await call<null>(method, path, body)
  } finally {
    await client.invalidateQueries({ queryKey: ['money', 'days'] })
  }
}

/** Proposes that the day be closed with the totals that `seal` stands for. */
export const propose = (day: string, seal: string, note: string) => doing('POST', `${at(day)}/closing`, { seal, note })
/** Confirms somebody else's proposal. */
export const confirm = (day: string, seal: string) => doing('POST', `${at(day)}/closing/confirmation`, { seal })
/** Takes a proposal back. */
export const withdraw = (day: string) => doing('DELETE', `${at(day)}/closing`)
/** Says what a message of the gateway was. */
export const resolve = (event: string, words: string) =>
  doing('POST', `/money/events/${encodeURIComponent(event)}/resolution`, { words })
