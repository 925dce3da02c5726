import { useQuery } from '@tanstack/react-query'

/**
 * Somebody has come back from the card page, as the address says (`returned`): the gateway is asked at once, again after an outage.
 * Should that fail for good, its own message or the sweep will tell all the same.
 * @param payment what makes the payment one: asked once for each
 * @returns whether they come as one who has paid, and the gateway has not answered yet: till then nobody may say that nothing was charged
 */
export function useReturned(returned: string | null, payment: string, ask: () => Promise<unknown>): boolean {
  const { isSuccess } = useQuery({
    queryKey: ['returned', payment],
    queryFn: () => ask().then(() => true),
    enabled: returned !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  return returned === 'success' && !isSuccess
}
