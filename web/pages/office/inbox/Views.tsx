import { Link } from 'react-router'
import type { Inbox, InboxView } from '../../../../api/contract.ts'
import { useLanguage, useWords } from '../../../language.tsx'
import { paths } from '../../../paths.ts'
import { inboxWords } from '../../../words/inbox.ts'
import { addressOf, type InboxPlace, views } from '../place.ts'

/** So high the API counts. */
const most = 1000

/** The views of the inbox, each with how much is in it; filters stay when one goes from view to view. */
export const Views = ({ place, counts }: { place: InboxPlace; counts: Inbox['counts'] | undefined }) => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  return (
    <nav aria-label={t('views')} className="views">
      <ul className="plain">
        {views.map(view => (
          <li key={view}>
            <Link
              to={paths.inbox(l, addressOf({ ...place, view }))}
              aria-current={view === place.view ? 'page' : undefined}
            >
              {t(view)}
              {view !== 'done' && <Count view={view} n={counts?.[view]} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Count = ({ view, n }: { view: InboxView; n: number | undefined }) => {
  const t = useWords(inboxWords)
  if (n === undefined) return <span className="view-count" aria-hidden="true" />
  return (
    <span className="view-count" data-alarm={view === 'late' && n > 0}>
      <span aria-hidden="true">{n >= most ? '1000+' : n}</span>
      <span className="sr-only">: {n >= most ? t('most') : t('countOf', { n })}</span>
    </span>
  )
}
