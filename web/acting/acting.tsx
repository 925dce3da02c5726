import { createContext, useContext, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import type { MandateAction, Principal } from '../../api/contract.ts'
import { mandatesQuery, principalsQuery } from '../queries.ts'
import { useSession } from '../session.tsx'
import { subjectIn } from './address.ts'
import { inTab, rememberInTab } from './tab.ts'

/** Somebody for whom the citizen may act, with every mandate that allows something. */
export interface ActingFor {
  subject: string
  name: string
  kind: Principal['kind']
  mandates: readonly Principal[]
}
export interface Acting {
  /** Everybody for whom the citizen may act now: people first, then businesses and companies. */
  all: readonly ActingFor[]
  /** The subject in whose name this page is seen, as its address says; null in one's own. */
  subject: string | null
  /** The same one, once it is known that they may be acted for. */
  now: ActingFor | null
  /** The address names somebody for whom the citizen may act no more, or never could. The name, if it is known. */
  ended: { name: string | null; suspended: boolean } | null
}
const alone: Acting = { all: [], subject: null, now: null, ended: null }
const Here = createContext<Acting>(alone)
/** In whose name this tab acts. */
export const useActing = (): Acting => useContext(Here)

/** How often it is asked whether the mandate still holds, while one acts under it; that does not prolong the session. */
const again = 5_000

/** Knows for whom the citizen may act and for whom they act in this tab. */
export const ActingProvider = ({ children }: { children: ReactNode }) => {
  const { search } = useLocation()
  const { citizen, official, loading } = useSession()
  const person = citizen?.id
  const wanted = subjectIn(search)
  const subject = official || (!citizen && !loading) ? null : wanted
  const { data } = useQuery({
    ...principalsQuery,
    enabled: citizen !== null,
    refetchInterval: subject === null ? false : again,
  })
  const gone = subject !== null && data !== undefined && !data.principals.some(one => one.subject === subject)
  // the list of mandates knows whether it has ended or is only suspended
  const { data: known } = useQuery({ ...mandatesQuery, enabled: citizen !== null && gone })
  const suspended =
    known?.mandates.some(one => !one.given && one.subject === subject && one.state === 'suspended') ?? false
  const acting = useMemo((): Acting => {
    const all = data ? grouped(data.principals) : []
    const now = all.find(one => one.subject === subject) ?? null
    const before = inTab()
    const name = before?.subject === subject && before?.person === person ? before.name : null
    return { all, subject, now, ended: subject && data && !now ? { name, suspended } : null }
  }, [data, subject, person, suspended])

  useEffect(() => {
    if (!person) return
    if (acting.now) rememberInTab({ person, subject: acting.now.subject, name: acting.now.name })
    else if (acting.subject === null || inTab()?.person !== person) rememberInTab(null)
  }, [person, acting])
  return <Here value={acting}>{children}</Here>
}

const allowing = (one: ActingFor, agenda: string, action: MandateAction): Principal[] =>
  one.mandates.filter(({ scope }) =>
    scope.some(part => (part.agenda === '*' || part.agenda === agenda) && part.actions.includes(action)),
  )

/** Whether an action in an agenda may be done for somebody; judged again by the API. */
export const mayFor = (one: ActingFor, agenda: string, action: MandateAction): boolean =>
  allowing(one, agenda, action).length > 0

/** Whether it may be done only by several together, as the statutory bodies of some companies act. */
export const onlyTogether = (one: ActingFor, agenda: string, action: MandateAction): boolean =>
  mayFor(one, agenda, action) && allowing(one, agenda, action).every(({ signatures }) => signatures > 1)

/** Mandates sorted under the principals who are behind them. */
export const grouped = (principals: readonly Principal[]): ActingFor[] => {
  const all = new Map<string, ActingFor>()
  for (const one of principals) {
    const { subject, name, kind } = one
    all.set(subject, { subject, name, kind, mandates: [...(all.get(subject)?.mandates ?? []), one] })
  }
  return [...all.values()].sort(
    (a, b) => Number(a.kind !== 'person') - Number(b.kind !== 'person') || a.name.localeCompare(b.name, 'cs'),
  )
}
