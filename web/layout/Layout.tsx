import { Fragment, Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation, useNavigationType } from 'react-router'
import { useActing } from '../acting/acting.tsx'
import { speak } from '../api.ts'
import { Icon } from '../kit/Icon.tsx'
import { rememberLanguage, Speaking, useWords } from '../language.tsx'
import type { Language } from '../../api/contract.ts'
import { shell } from '../words/shell.ts'
import { Footer } from './Footer.tsx'
import { Waiting } from './Guard.tsx'
import { Header } from './Header.tsx'
import { Safe } from './Safe.tsx'
import { SessionDialogs } from './SessionDialogs.tsx'
import { Strip } from './Strip.tsx'

/** The frame of every page in one language: skip link, header, the page, footer. */
export const Layout = ({ language }: { language: Language }) => {
  speak(language)
  useEffect(() => {
    document.documentElement.lang = language
    rememberLanguage(language)
  }, [language])
  return (
    <Speaking language={language}>
      <Frame />
    </Speaking>
  )
}

const Frame = () => {
  const t = useWords(shell)
  const { pathname } = useLocation()
  const { subject } = useActing()
  useScrollToTop(pathname)
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <div className="moving" aria-hidden="true" />
      <Header />
      <Strip />
      <Offline />
      <main id="content" tabIndex={-1}>
        <Safe where={pathname}>
          {/* In another name every page begins anew: nothing of one person stays on the screen for another. */}
          <Fragment key={subject}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </Fragment>
        </Safe>
      </main>
      <Footer />
      <SessionDialogs />
    </>
  )
}

/** A new page begins at its top; going back, the browser itself finds the place. */
const useScrollToTop = (pathname: string): void => {
  const how = useNavigationType()
  useEffect(() => {
    if (how === 'PUSH') window.scrollTo(0, 0)
  }, [pathname, how])
}

const Offline = () => {
  const t = useWords(shell)
  const [offline, setOffline] = useState(!navigator.onLine)
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return (
    <div role="status" className="offline" hidden={!offline}>
      <p>
        <Icon name="warning" /> {offline && t('offline')}
      </p>
    </div>
  )
}
