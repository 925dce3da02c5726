import { queryOptions } from '@tanstack/react-query'
import type { Leaving, OfficialRecord, OfficialRecords } from '../../../../api/contract.ts'
import { call, upload } from '../../../api.ts'
import { client } from '../../../queries.ts'

export const officialsQuery = queryOptions({
  queryKey: ['officials'],
  queryFn: ({ signal }) => call<OfficialRecords>('GET', '/officials', undefined, signal),
  staleTime: 0,
})

const at = (id: string) => `/officials/${encodeURIComponent(id)}`

/** Takes the answer over into what the pages know, and lets contacts and guides be asked for anew. */
async function kept(answer: Promise<OfficialRecord>): Promise<OfficialRecord> {
  const record = await answer
  await client.invalidateQueries({ queryKey: officialsQuery.queryKey })
  for (const queryKey of [['contacts'], ['guides'], ['cases']]) void client.invalidateQueries({ queryKey })
  return record
}

export const addOfficial = (data: unknown) => kept(call('POST', '/officials', { data }))
export const changeOfficial = ({ id, version }: Seen, data: unknown) => kept(call('PUT', at(id), { version, data }))
export const leave = ({ id, version }: Seen, it: Omit<Leaving, 'version'>) =>
  kept(call('POST', `${at(id)}/leave`, { version, ...it }))
export const stay = ({ id, version }: Seen) => kept(call('DELETE', `${at(id)}/leave`, { version }))
export const setPhoto = ({ id, version }: Seen, photo: File) =>
  kept(
    upload(`${at(id)}/photo?version=${encodeURIComponent(version)}`, photo, {
      progress: () => undefined,
      signal: new AbortController().signal,
    }),
  )
export const removePhoto = ({ id, version }: Seen) => kept(call('DELETE', `${at(id)}/photo`, { version }))

/** An official as the one who changes them has seen: the API says when somebody was faster. */
export type Seen = Pick<OfficialRecord, 'id' | 'version'>
