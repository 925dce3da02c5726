import { queryOptions } from '@tanstack/react-query'
import type { CaseView, DeskMatters, DeskPerson, DeskState, SubjectList } from '../../../api/contract.ts'
import { call } from '../../api.ts'
import { client } from '../../queries.ts'

/** Whom this official has at the desk, and what may be filed there. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => call<DeskState>('GET', '/desk', undefined, signal),
  staleTime: 0,
})

const of = (person: string) => `/desk/people/${encodeURIComponent(person)}`

export const mattersQuery = (person: string) =>
  queryOptions({
    queryKey: ['desk', 'matters', person],
    queryFn: ({ signal }) => call<DeskMatters>('GET', `${of(person)}/matters`, undefined, signal),
    staleTime: 0,
  })
export const deskCaseQuery = (person: string, id: string) =>
  queryOptions({
    queryKey: ['desk', 'cases', person, id],
    queryFn: ({ signal }) => call<CaseView>('GET', `${of(person)}/cases/${encodeURIComponent(id)}`, undefined, signal),
    staleTime: 0,
  })
export const findSubjects = (person: string, query: string): Promise<SubjectList> =>
  call<SubjectList>('GET', `${of(person)}/subjects?${new URLSearchParams({ query })}`)

/** Does something for the person present. */
export const act = <T>(person: string, what: string, body?: unknown): Promise<T> =>
  call<T>('POST', `${of(person)}/${what}`, body)

/** The newest that is known of the person present. */
export const remember = (person: DeskPerson | null): void =>
  void client.setQueryData(deskQuery.queryKey, known => known && { ...known, present: person })

/** Forgets all that was shown of a person who has left. */
export const forget = (): void => {
  remember(null)
  client.removeQueries({ queryKey: ['desk', 'matters'] })
  client.removeQueries({ queryKey: ['desk', 'cases'] })
}
