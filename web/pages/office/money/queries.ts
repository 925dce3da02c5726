import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  BankLineState,
  ImportedStatements,
  LedgerImports,
  LedgerImportView,
  StatementDetail,
  Statements,
} from '../../../../api/contract.ts'
import { call, upload } from '../../../api.ts'
import { client } from '../../../queries.ts'

const after = (at: number) => (at === 0 ? [] : [['after', String(at)]])

/** Statements taken over, page by page, and the payments to return. */
export const statementsQuery = infiniteQueryOptions({
  queryKey: ['money', 'statements'],
  queryFn: ({ signal, pageParam }) =>
    call<Statements>('GET', `/money/statements?${new URLSearchParams(after(pageParam))}`, undefined, signal),
  initialPageParam: 0,
  getNextPageParam: page => page.next,
  staleTime: 0,
})

/** One statement with its lines of a state, or all, page by page. */
export const statementQuery = (id: string, state: BankLineState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['money', 'statements', id, state ?? ''],
    queryFn: ({ signal, pageParam }) =>
      call<StatementDetail>(
        'GET',
        `/money/statements/${encodeURIComponent(id)}?${new URLSearchParams([...(state ? [['state', state]] : []), ...after(pageParam)])}`,
        undefined,
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: page => page.next,
    staleTime: 0,
  })

/** Files of debts from the accounting; asked again each second while one is on its way. */
export const importsQuery = queryOptions({
  queryKey: ['money', 'imports'],
  queryFn: ({ signal }) => call<LedgerImports>('GET', '/money/imports', undefined, signal),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.imports.some(({ endedAt }) => endedAt === null) ? 1000 : false),
})

/** Brings a file of debts; the answer comes when it is taken over or refused. */
export async function bringDebts(file: File): Promise<LedgerImportView> {
  const name = encodeURIComponent(file.name.slice(0, 200))
  const sent = upload<LedgerImportView>(`/money/imports?name=${name}`, file, {
    // once it is there, the list shows how far it is
    progress: done => done === 1 && setTimeout(() => void client.invalidateQueries(importsQuery), 500),
    signal: new AbortController().signal,
  })
  return sent.finally(() => client.invalidateQueries({ queryKey: ['money'] }))
}

/** Brings a file of statements. */
export async function bringStatements(file: File): Promise<ImportedStatements> {
  const name = encodeURIComponent(file.name.slice(0, 200))
  const taken = await upload<ImportedStatements>(`/money/statements?name=${name}`, file, {
    progress: () => undefined,
    signal: new AbortController().signal,
  })
  await client.invalidateQueries({ queryKey: ['money'] })
  return taken
}
