import { useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useBasket } from '../basket.ts'
import { Icon } from '../kit/Icon.tsx'
import { useLanguage, usePick, useWords } from '../language.tsx'
import { inLanguage, paths } from '../paths.ts'
import { useCatalogue } from '../queries.ts'
import { useSession } from '../session.tsx'
import { shell } from '../words/shell.ts'
import { Mark } from './Mark.tsx'
import { PersonMenu } from './PersonMenu.tsx'

/** Whose portal this is, where one can go, the basket, and who is signed in. */
export const Header = () => {
  const t = useWords(shell)
  const l = useLanguage()
  const pick = usePick()
  const { data } = useCatalogue()
  const { official } = useSession()
  const location = useLocation()
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(false), [location])
  const here = (path: string) => location.pathname.startsWith(path)
  const items = official
    ? [
        // desk, mandates, money and contacts lie below the inbox in the address, not in the menu
        {
          to: paths.inbox(l),
          title: t('inbox'),
          end: [paths.desk(l), paths.statements(l), paths.officials(l), paths.officeMandates(l)].some(here),
        },
        ...(official.verifiesMandates ? [{ to: paths.officeMandates(l), title: t('officeMandates') }] : []),
        ...(official.roles.includes('desk') ? [{ to: paths.desk(l), title: t('desk') }] : []),
        ...(official.roles.includes('treasurer') ? [{ to: paths.statements(l), title: t('money') }] : []),
        { to: paths.guides(l), title: t('guides') },
        { to: paths.contacts(l), title: t('contacts') },
        ...(official.roles.includes('admin') ? [{ to: paths.officials(l), title: t('officials') }] : []),
      ]
    : [
        { to: paths.guides(l), title: t('guides') },
        { to: paths.liabilities(l), title: t('liabilities') },
        { to: paths.cases(l), title: t('cases') },
        { to: paths.documents(l), title: t('documents') },
        { to: paths.contacts(l), title: t('contacts') },
      ]
  return (
    <header className="header">
      <div className="wrap header-row">
        <Link className="brand" to={paths.home(l)}>
          <Mark />
          <span>
            <strong>{t('portal')}</strong>
            <span className="brand-city">{data ? pick(data.city.name) : '\u00a0'}</span>
          </span>
          <span className="sr-only">{t('toHome')}</span>
        </Link>
        {!official && <BasketLink place="bar" />}
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'cross' : 'menu'} />
          {t('menu')}
        </button>
        <div className="menu" id="menu" data-open={open}>
          <nav aria-label={t('mainNav')}>
            <ul>
              {items.map(item => (
                <li key={item.to}>
                  <NavLink to={item.to} end={'end' in item && item.end}>
                    {item.title}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="tools">
            <PersonMenu />
            {!official && <BasketLink place="tools" />}
            <Link
              className="tool"
              to={inLanguage(l === 'cs' ? 'en' : 'cs', location)}
              lang={l === 'cs' ? 'en' : 'cs'}
              hrefLang={l === 'cs' ? 'en' : 'cs'}
            >
              {t('otherLanguage')}
            </Link>
          </div>
        </div>
      </div>
    </header>
  )
}

/** The way to the basket, with the number of its lines; on a narrow screen in the bar, on a wide one among the tools. */
const BasketLink = ({ place }: { place: 'bar' | 'tools' }) => {
  const t = useWords(shell)
  const l = useLanguage()
  const { items } = useBasket()
  const n = items.length
  return (
    <Link className="tool basket-link" data-place={place} to={paths.basket(l)}>
      <Icon name="basket" />
      <span className="basket-word">{t('basket')}</span>
      <span className="badge" data-empty={n === 0} aria-hidden="true">
        {n}
      </span>
      {n > 0 && <span className="sr-only">{t('basketCount', { n })}</span>}
    </Link>
  )
}
