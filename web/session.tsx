import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Citizen, OfficialUser, SessionInfo } from '../api/contract.ts'
import { call } from './api.ts'
import { client, sessionQuery } from './queries.ts'

/** Who is here. `expired`: the session has ended, but the page and all that was typed into it stand. */
export interface Session {
  loading: boolean
  /** Why nobody knows who is here: the portal did not answer. */
  unknown: unknown
  user: Citizen | OfficialUser | null
  citizen: Citizen | null
  official: OfficialUser | null
  expired: boolean
  /** When the session will end, if the person must be asked now whether it shall go on. */
  endsSoon: string | null
}
const nobody: Session = {
  loading: true,
  unknown: null,
  user: null,
  citizen: null,
  official: null,
  expired: false,
  endsSoon: null,
}
const Here = createContext<Session>(nobody)
export const useSession = (): Session => useContext(Here)

/** Prolongs the session; the answer says until when. */
export const extendSession = async (): Promise<void> => {
  client.setQueryData(sessionQuery.queryKey, await call<SessionInfo>('POST', '/session/extend'))
}

/** Knows the session, watches over its end, and asks in time whether it shall go on. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const { data, isLoading, error } = useQuery(sessionQuery)
  const last = useRef<SessionInfo['user']>(null)
  const [endsSoon, setEndsSoon] = useState<string | null>(null)
  const now = data?.user ?? null
  // Somebody else has signed in meanwhile (in another tab): what is on this page is not theirs to see.
  if (now && last.current && now.id !== last.current.id) window.location.reload()
  if (now) last.current = now
  const user = now ?? last.current
  const expired = !now && user !== null

  useEffect(() => {
    setEndsSoon(null)
    if (!data?.user || !data.expiresAt) return
    const left = new Date(data.expiresAt).getTime() - Date.now()
    // Whatever was asked of the API meanwhile has prolonged the session: ask for its end before warning of it.
    const look = async (): Promise<void> => {
      const fresh = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null)
      const rest = fresh?.expiresAt ? new Date(fresh.expiresAt).getTime() - Date.now() : 0
      if (fresh?.user && rest <= (fresh.warnBefore + 1) * 1000) setEndsSoon(fresh.expiresAt)
    }
    const warn = window.setTimeout(() => void look(), Math.max(0, left - data.warnBefore * 1000))
    const end = window.setTimeout(() => void client.invalidateQueries(sessionQuery), Math.max(0, left) + 1000)
    return () => {
      window.clearTimeout(warn)
      window.clearTimeout(end)
    }
  }, [data])

  const session: Session = {
    loading: isLoading,
    unknown: user ? null : error,
    user,
    citizen: user?.kind === 'citizen' ? user : null,
    official: user?.kind === 'official' ? user : null,
    expired,
    endsSoon: expired ? null : endsSoon,
  }
  return <Here value={session}>{children}</Here>
}
