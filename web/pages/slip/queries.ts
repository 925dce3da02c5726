import { queryOptions } from '@tanstack/react-query'
import type { SlipPayment } from '../../../api/contract.ts'
import { call } from '../../api.ts'

const address = (ticket: string): string => `/slip/${encodeURIComponent(ticket)}`

/** The payment of a slip, by the ticket of whoever pays it. */
export const slipQuery = (ticket: string) =>
  queryOptions({
    queryKey: ['slip', ticket],
    queryFn: ({ signal }) => call<SlipPayment>('GET', address(ticket), undefined, signal),
    staleTime: 0,
  })

/** Says that the payer has come back from the gateway, so that it is asked now. */
export const slipReturned = (ticket: string) => call<SlipPayment>('POST', `${address(ticket)}/return`)
