import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { useActing } from '../acting/acting.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { paths } from '../paths.ts'
import { useSession } from '../session.tsx'
import { actingWords } from '../words/acting.ts'
import { shell } from '../words/shell.ts'
import { useSignOut } from './sign-out.ts'
import { Switcher } from './Switcher.tsx'

/** Who is signed in and for whom they act; behind it the switcher, the profile and the way out. */
export const PersonMenu = () => {
  const t = useWords(shell)
  const a = useWords(actingWords)
  const l = useLanguage()
  const { user, citizen, loading } = useSession()
  const { all, now } = useActing()
  const { pathname, search } = useLocation()
  const menu = useRef<HTMLDetailsElement>(null)
  const { signOut, busy } = useSignOut()
  useEffect(() => {
    if (menu.current) menu.current.open = false
  }, [pathname, search])
  if (loading) return <span className="person" />
  if (!user)
    return (
      <span className="person">
        <Link className="sign-in" to={paths.signIn(l, { return: signInReturn(pathname, search) })}>
          <Icon name="person" />
          {t('signIn')}
        </Link>
      </span>
    )
  return (
    <details
      className="person person-menu"
      ref={menu}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        menu.current.open = false
        menu.current.querySelector('summary')?.focus()
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget) && menu.current) menu.current.open = false
      }}
    >
      <summary>
        <Icon name="person" />
        <span className="sr-only">{t('account')}: </span>
        <span className="person-name">
          {user.name}
          {all.length > 0 && (
            <span className="person-for">{now ? a('forOther', { name: now.name }) : a('forMyself')}</span>
          )}
        </span>
        <Icon name="down" className="chevron" />
      </summary>
      <div className="person-box">
        {all.length > 0 && <Switcher />}
        {citizen && (
          <>
            <Link to={paths.profile(l)}>
              <Icon name="person" />
              {t('profile')}
            </Link>
            <Link to={paths.mandates(l)}>
              <Icon name="mandate" />
              {a('mandates')}
            </Link>
          </>
        )}
        <button type="button" onClick={signOut} aria-disabled={busy || undefined}>
          <Icon name="out" />
          {t('signOut')}
        </button>
      </div>
    </details>
  )
}

/** Signing in leads back to where one was, except from the pages about signing in and out themselves. */
const signInReturn = (pathname: string, search: string): string | undefined =>
  /\/(signing-in(\/desk)?|signed-out)$/.test(pathname) ? undefined : pathname + search
