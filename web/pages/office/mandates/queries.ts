import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OfficeMandate, OfficeMandates, Resumption, Suspension } from '../../../../api/contract.ts'
import { call } from '../../../api.ts'
import { client } from '../../../queries.ts'

const piece = encodeURIComponent

/** Mandates of people of that name; without one those that are suspended. */
export const officeMandatesQuery = (q: string) =>
  queryOptions({
    queryKey: ['office-mandates', 'list', q],
    queryFn: ({ signal }) =>
      call<OfficeMandates>('GET', `/office/mandates${q ? `?q=${piece(q)}` : ''}`, undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
export const officeMandateQuery = (id: string) =>
  queryOptions({
    queryKey: ['office-mandates', 'one', id],
    queryFn: ({ signal }) => call<OfficeMandate>('GET', `/office/mandates/${piece(id)}`, undefined, signal),
    staleTime: 0,
  })

const turn = async (id: string, into: 'suspend' | 'resume', body: Suspension | Resumption): Promise<void> => {
  const mandate = await call<OfficeMandate>('POST', `/office/mandates/${piece(id)}/${into}`, body)
  client.setQueryData(officeMandateQuery(id).queryKey, mandate)
  await client.invalidateQueries({ queryKey: ['office-mandates', 'list'] })
}
/** Suspends a mandate at once; the reason is for both sides. */
export const suspend = (id: string, reason: string): Promise<void> => turn(id, 'suspend', { reason })
/** Lets it go on; words to both sides are optional. */
export const resume = (id: string, reason: string): Promise<void> => turn(id, 'resume', reason ? { reason } : {})
