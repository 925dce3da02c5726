import { useQuery } from '@tanstack/react-query'

interface Back {
  /** What the address says of how the card page was left. */
  returned: string | null
  /** What makes the payment one: the gateway is asked once for each. */
  payment: string
  /** Whether the portal has heard something that it has not taken in yet. */
  pending: boolean | undefined
  ask: () => Promise<unknown>
}

/**
 * Somebody has come back from the card page: the gateway is asked at once, and again after an outage. Should that fail for good, its own
 * message or the sweep will tell all the same.
 * @returns whether they come as one who has paid, and no answer of the gateway is known: till then nobody may say that nothing was charged
 */
export function useReturned({ returned, payment, pending = false, ask }: Back): boolean {
  const { isSuccess } = useQuery({
    queryKey: ['returned', payment],
    queryFn: () => ask().then(() => true),
    enabled: returned !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  return returned === 'success' && (!isSuccess || pending)
}
