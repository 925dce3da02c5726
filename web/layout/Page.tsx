import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useLanguage, useWords } from '../language.tsx'
import { paths } from '../paths.ts'
import { shell } from '../words/shell.ts'

interface Props {
  title: string
  /** Stands above the content, under the headline. */
  lead?: ReactNode
  /** The way here between the home page and this one. */
  crumbs?: readonly { to: string; title: string }[]
  children: ReactNode
  /** Lines of text are easier to read when short; tables and overviews need the width. */
  wide?: boolean
  /** A state or number beside the headline. */
  aside?: ReactNode
}

// The browser itself reads the first page aloud; only later ones need the focus moved.
let arrived: string | null = null

/** The headline of a page and its title in the tab; it takes the focus when one comes from another page. */
export const Headline = ({ title }: { title: string }) => {
  const t = useWords(shell)
  const { pathname } = useLocation()
  const headline = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived !== null && arrived !== pathname) headline.current?.focus({ preventScroll: true })
    arrived = pathname
  }, [pathname])
  return (
    <>
      <title>{`${title} · ${t('portal')}`}</title>
      <h1 ref={headline} tabIndex={-1}>
        {title}
      </h1>
    </>
  )
}

/** One page: the way to it, its headline, and the content. */
export const Page = ({ title, lead, crumbs, children, wide, aside }: Props) => {
  const t = useWords(shell)
  const l = useLanguage()
  return (
    <div className={`page${wide ? ' wide' : ''}`}>
      {crumbs && (
        <nav aria-label={t('crumbs')} className="crumbs">
          <ol>
            <li>
              <Link to={paths.home(l)}>{t('home')}</Link>
            </li>
            {crumbs.map(crumb => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.title}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="headline">
        <Headline title={title} />
        {aside}
      </div>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}
