import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { apiPaths } from './paths.ts'
import { caseQuery, client } from './queries.ts'

/**
 * A case that refreshes itself: the server says when it changed; while that wire is broken, the case is asked for
 * every ten seconds.
 */
export const useLiveCase = (id: string, watch = true) => {
  const query = useQuery(caseQuery(id))
  const closed = query.data?.state === 'closed'
  const awake = watch && query.isSuccess
  useEffect(() => {
    if (!awake) return
    const refresh = (): void => void client.invalidateQueries({ queryKey: ['cases', id] })
    let asking: number | undefined
    const wire = new EventSource(apiPaths.live(id))
    wire.addEventListener('changed', refresh)
    wire.addEventListener('open', () => {
      window.clearInterval(asking)
      // Whatever happened while the wire was down was not heard.
      refresh()
    })
    wire.addEventListener('error', () => {
      window.clearInterval(asking)
      asking = window.setInterval(refresh, 10_000)
    })
    return () => {
      wire.close()
      window.clearInterval(asking)
    }
  }, [id, awake, closed])
  return query
}
