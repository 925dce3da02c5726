import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { OpenDebt, OpenDebts, UnidentifiedLine } from '../../api/contract.ts'
import { call } from '../api.ts'
import type { Found } from './Combobox.tsx'

/** The money that a case is about, and whose it may be. */
export const lineQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['money', 'line', caseId],
    queryFn: ({ signal }) =>
      call<UnidentifiedLine>('GET', `/money/cases/${encodeURIComponent(caseId)}/line`, undefined, signal),
  })

const least = 2

/** Debts with something left to pay by variable symbol, number or name; the API gives 20 at most. */
export function useDebts(query: string): Found<OpenDebt> {
  const asked = query.trim()
  const { data, isFetching, isError } = useQuery({
    queryKey: ['money', 'debts', asked],
    queryFn: ({ signal }) =>
      call<OpenDebts>('GET', `/money/debts?query=${encodeURIComponent(asked)}`, undefined, signal),
    enabled: asked.length >= least,
    placeholderData: keepPreviousData,
  })
  if (asked.length < least) return { state: 'idle', items: [] }
  if (isError) return { state: 'failed', items: [] }
  return { state: isFetching ? 'searching' : 'found', items: data?.debts ?? [] }
}
