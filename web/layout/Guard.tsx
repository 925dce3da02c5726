import { lazy } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { Alert } from '../kit/Alert.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { AwayPage } from '../pages/AwayPage.tsx'
import { paths } from '../paths.ts'
import { useSession } from '../session.tsx'
import { shell } from '../words/shell.ts'
import { Page } from './Page.tsx'

const NotYoursPage = lazy(async () => ({ default: (await import('../pages/NotFoundPage.tsx')).NotYoursPage }))

/** Pages of a signed-in citizen; whoever is not signed in learns how, and comes back. */
export const CitizensOnly = () => {
  const { citizen, official, loading, unknown } = useSession()
  const t = useWords(shell)
  const l = useLanguage()
  const { pathname, search } = useLocation()
  if (citizen) return <Outlet />
  if (official)
    return (
      <Page title={t('account')}>
        <Alert>{t('forCitizens')}</Alert>
      </Page>
    )
  if (loading) return <Waiting />
  if (unknown) return <AwayPage cause={unknown} />
  return <Navigate replace to={paths.signIn(l, { return: pathname + search })} />
}

/** Pages of the office; citizens do not find them. */
export const OfficialsOnly = () => {
  const { citizen, official, loading, unknown } = useSession()
  const l = useLanguage()
  const { pathname, search } = useLocation()
  if (official) return <Outlet />
  if (citizen) return <NotYoursPage />
  if (loading) return <Waiting />
  if (unknown) return <AwayPage cause={unknown} />
  return <Navigate replace to={paths.signIn(l, { return: pathname + search })} />
}

/** Pages of who keeps the contacts, inside those of the office; other officials do not find them. */
export const AdminsOnly = () => (useSession().official?.roles.includes('admin') ? <Outlet /> : <NotYoursPage />)

/** Pages of who keeps the city's money; other officials do not find them. */
export const TreasurersOnly = () => (useSession().official?.roles.includes('treasurer') ? <Outlet /> : <NotYoursPage />)

/** While the page's code is on its way. */
export const Waiting = () => (
  <div className="page">
    <Spinner rows={4} />
  </div>
)
