import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { LedgerExports, LedgerExportView, PaymentsBetween } from '../../../../../api/contract.ts'
import { call } from '../../../../api.ts'
import { client } from '../../../../queries.ts'

/** Hand-overs to the accounting, and what waits for the next one. */
export const exportsQuery = queryOptions({
  queryKey: ['money', 'exports'],
  queryFn: ({ signal }) => call<LedgerExports>('GET', '/money/exports', undefined, signal),
  staleTime: 0,
})

/** Control totals of the payments of some days. */
export const paymentsQuery = (days: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['money', 'payments', days.from, days.to],
    queryFn: ({ signal }) =>
      call<PaymentsBetween>('GET', `/money/payments?${new URLSearchParams(days)}`, undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** Hands over all that waits; whether it counted or somebody else was first, the list is read anew. */
export const handOver = (): Promise<LedgerExportView> =>
  call<LedgerExportView>('POST', '/money/exports').finally(() =>
    client.invalidateQueries({ queryKey: ['money', 'exports'] }),
  )
