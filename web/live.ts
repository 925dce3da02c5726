import { useEffect, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { askAgainEvery } from './outage.ts'
import { apiPaths } from './paths.ts'
import { caseQuery, client } from './queries.ts'

/**
 * Hears the server say `changed` at an address of live events, and calls `heard` with what it says about the change.
 * When that wire breaks, and every five seconds while it is broken, `heard` is called with undefined: anything may have changed.
 * So it is when the wire is open again. A tab that nobody sees holds no wire, since a browser has few for one portal.
 * null: there is nothing to hear. When `anew` changes, the wire is opened anew.
 */
export function useWire(address: string | null, heard: (news: unknown) => void, anew?: unknown): void {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    if (address === null) return
    const tell = (news?: unknown): void => latest.current(news)
    let wire: EventSource | null = null
    let asking: number | undefined
    const askNoMore = (): void => {
      window.clearInterval(asking)
      asking = undefined
    }
    const open = (): void => {
      wire = new EventSource(address)
      wire.addEventListener('changed', event => tell(JSON.parse(event.data)))
      wire.addEventListener('open', () => {
        askNoMore()
        // Whatever happened while the wire was down was not heard.
        tell()
      })
      wire.addEventListener('error', () => {
        // a browser that cannot connect says so at each try
        if (asking !== undefined) return
        tell()
        asking = window.setInterval(() => {
          tell()
          // refused with words, a browser does not try again by itself
          if (wire?.readyState === EventSource.CLOSED) open()
        }, askAgainEvery)
      })
    }
    const close = (): void => {
      wire?.close()
      wire = null
      askNoMore()
    }
    const look = (): void => {
      if (document.visibilityState === 'hidden') close()
      else if (!wire) open()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      close()
    }
  }, [address, anew])
}

/** A case that refreshes itself whenever the server says that it changed. */
export const useLiveCase = (id: string, watch = true) => {
  const query = useQuery(caseQuery(id))
  const awake = watch && query.isSuccess
  const refresh = (): void => void client.invalidateQueries({ queryKey: ['cases', id] })
  useWire(awake ? apiPaths.live(id) : null, refresh, query.data?.state === 'closed')
  return query
}
