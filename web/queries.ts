import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type {
  AgendaInfo,
  CaseList,
  CaseView,
  Catalogue,
  Contacts,
  Documents,
  Guide,
  Invitation,
  Invited,
  Join,
  Liabilities,
  Overpayments,
  LiabilityDetail,
  MandateDetail,
  Mandates,
  NewCase,
  NewMessage,
  Principals,
  Profile,
  SessionInfo,
} from '../api/contract.ts'
import { ApiProblem, call, onMandateNews, onNoSession } from './api.ts'
import { askAgainEvery, isOutage } from './outage.ts'
import type { LiabilityFilter } from './paths.ts'

// Only what may pass by itself is worth a second try: no connection, or a server out of breath.
const again = (failures: number, cause: unknown): boolean =>
  failures < 2 && cause instanceof ApiProblem && (cause.status === 0 || cause.status >= 502)

/** What the portal knows of the API's answers, shared by all pages. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: again,
      retryDelay: n => 800 * 2 ** n,
      networkMode: 'always',
      // a page that met an outage goes on by itself when it is over
      refetchInterval: ({ state }) => (state.status === 'error' && isOutage(state.error) ? askAgainEvery : false),
    },
  },
})
onNoSession(() => void client.invalidateQueries({ queryKey: ['session'] }))
onMandateNews(() => {
  for (const queryKey of [['principals'], ['mandates']]) void client.invalidateQueries({ queryKey })
})

const get =
  <T>(path: string) =>
  ({ signal }: { signal: AbortSignal }) =>
    call<T>('GET', path, undefined, signal)
const hour = 3_600_000
/** People leave the office: what names them is asked for again soon. */
const people = 60_000

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: get<SessionInfo>('/session'),
  staleTime: 5_000,
})
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: get<Catalogue>('/catalogue'),
  staleTime: hour,
})
/** For whom the citizen may act now, asked anew whenever one comes back to the window. */
export const principalsQuery = queryOptions({ queryKey: ['principals'], queryFn: get<Principals>('/principals') })
/** Debts of the citizen and of those for whom they may look; `who` is a subject, or `me`. */
export const liabilitiesQuery = ({ who, ...filter }: LiabilityFilter = {}) => {
  const query = new URLSearchParams(
    Object.entries({ ...filter, for: who }).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  return queryOptions({
    queryKey: ['liabilities', 'list', Object.fromEntries(query)],
    queryFn: get<Liabilities>(`/liabilities${query.size ? `?${query}` : ''}`),
  })
}
export const overpaymentsQuery = queryOptions({
  queryKey: ['liabilities', 'overpayments'],
  queryFn: get<Overpayments>('/overpayments'),
})
export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', id], queryFn: get<CaseView>(`/cases/${encodeURIComponent(id)}`), staleTime: 0 })

export const useCatalogue = () => useQuery(catalogueQuery)
export const useGuide = (slug: string) =>
  useQuery({
    queryKey: ['guides', slug],
    queryFn: get<Guide>(`/guides/${encodeURIComponent(slug)}`),
    staleTime: people,
  })
export const useContacts = () =>
  useQuery({ queryKey: ['contacts'], queryFn: get<Contacts>('/contacts'), staleTime: people })
export const useAgenda = (id: string) =>
  useQuery({
    queryKey: ['agendas', id],
    queryFn: get<AgendaInfo>(`/agendas/${encodeURIComponent(id)}`),
    staleTime: hour,
  })
export const useLiability = (id: string) =>
  useQuery({
    queryKey: ['liabilities', 'one', id],
    queryFn: get<LiabilityDetail>(`/liabilities/${encodeURIComponent(id)}`),
  })
export const useCases = () => useQuery({ queryKey: ['cases'], queryFn: get<CaseList>('/cases') })
export const useDocuments = () => useQuery({ queryKey: ['documents'], queryFn: get<Documents>('/documents') })
export const mandatesQuery = queryOptions({ queryKey: ['mandates'], queryFn: get<Mandates>('/mandates') })
export const useMandates = () => useQuery(mandatesQuery)
export const useMandate = (id: string) =>
  useQuery({ queryKey: ['mandates', id], queryFn: get<MandateDetail>(`/mandates/${encodeURIComponent(id)}`) })
export const profileQuery = queryOptions({ queryKey: ['profile'], queryFn: get<Profile>('/profile') })

/** Remembers the newest view of a case that an answer carried, unless a newer one is known already. */
const remember = (view: CaseView): CaseView => {
  client.setQueryData(caseQuery(view.id).queryKey, known => (known && known.seq > view.seq ? known : view))
  void client.invalidateQueries({ queryKey: ['cases'], exact: true })
  return view
}
/** Files a new case. Sending the same `id` again does nothing twice, so a failed try may be repeated. */
export const file = async (filing: NewCase): Promise<CaseView> =>
  remember(await call<CaseView>('POST', '/cases', filing))
/** Sends a message to a case: an answer to an open step, or its withdrawal. */
export const tell = async (caseId: string, message: NewMessage): Promise<CaseView> =>
  remember(await call<CaseView>('POST', `/cases/${encodeURIComponent(caseId)}/messages`, message))
/** Takes an invited party's place in a case, by the code of their letter; doing it again does nothing twice. */
export const join = async (caseId: string, code: string): Promise<CaseView> =>
  remember(await call<CaseView>('POST', `/cases/${encodeURIComponent(caseId)}/join`, { code } satisfies Join))
/** The same from a letter on paper, by the case's number. */
export const takeInvitation = async (invitation: Invitation): Promise<Invited> => {
  const invited = await call<Invited>('POST', '/invitations', invitation)
  void client.invalidateQueries({ queryKey: ['cases'] })
  return invited
}
/** Says that the payer has come back from the gateway, so that the case asks it now instead of at the next webhook. */
export const cameBack = async (caseId: string): Promise<void> => {
  await call('POST', `/cases/${encodeURIComponent(caseId)}/return`)
  await client.invalidateQueries({ queryKey: ['cases', caseId] })
}
