import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SubjectList } from '../../api/contract.ts'
import { call } from '../api.ts'
import type { Found } from './Combobox.tsx'

const least = 2

/** Persons and companies of the city's records by name, company number or variable symbol; the API gives 20 at most. */
export function useSubjects(query: string): Found<SubjectList['subjects'][number]> {
  const asked = query.trim()
  const { data, isFetching, isError } = useQuery({
    queryKey: ['subjects', asked],
    queryFn: ({ signal }) =>
      call<SubjectList>('GET', `/subjects?query=${encodeURIComponent(asked)}`, undefined, signal),
    enabled: asked.length >= least,
    placeholderData: keepPreviousData,
  })
  if (asked.length < least) return { state: 'idle', items: [] }
  if (isError) return { state: 'failed', items: [] }
  return { state: isFetching ? 'searching' : 'found', items: data?.subjects ?? [] }
}
