import { queryOptions } from '@tanstack/react-query'
import type { MonthView, UnclosedDays } from '../../../../../api/contract.ts'
import { call } from '../../../../api.ts'
import { client } from '../../../../queries.ts'

const at = (month: string) => `/money/months/${encodeURIComponent(month)}`

/** Days that nobody has closed yet, and the months. */
export const unclosedQuery = queryOptions({
  queryKey: ['money', 'days'],
  queryFn: ({ signal }) => call<UnclosedDays>('GET', '/money/days', undefined, signal),
  staleTime: 0,
})

/** A month of the city's money. */
export const monthQuery = (month: string) =>
  queryOptions({
    queryKey: ['money', 'months', month],
    queryFn: ({ signal }) => call<MonthView>('GET', at(month), undefined, signal),
    staleTime: 0,
  })

/** Does something and reads all money anew, whether it counted or somebody else was first. */
const doing = async (method: string, path: string, body?: unknown): Promise<void> => {
  try {
    await call<null>(method, path, body)
  } finally {
    await client.invalidateQueries({ queryKey: ['money'] })
  }
}

/** Proposes that the month be closed as `seal` stands for it. */
export const propose = (month: string, seal: string, note: string) =>
  doing('POST', `${at(month)}/closing`, { seal, note })
/** Confirms somebody else's proposal. */
export const confirm = (month: string, seal: string) => doing('POST', `${at(month)}/closing/confirmation`, { seal })
/** Takes a proposal back. */
export const withdraw = (month: string) => doing('DELETE', `${at(month)}/closing`)
