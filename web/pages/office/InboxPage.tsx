import './office.css'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Failure } from '../../kit/Failure.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useLanguage, useWords } from '../../language.tsx'
import { Page } from '../../layout/Page.tsx'
import { paths } from '../../paths.ts'
import { inboxWords } from '../../words/inbox.ts'
import { Decided } from './Decided.tsx'
import { Away } from './inbox/Away.tsx'
import { Filters } from './inbox/Filters.tsx'
import { Tasks } from './inbox/Tasks.tsx'
import { useInboxList } from './inbox/useInboxList.ts'
import { Views } from './inbox/Views.tsx'
import { KeysHelp } from './keys/KeysHelp.tsx'
import { asked, placeOf } from './place.ts'

/** From here on the top of the list is out of sight. */
const scrolled = 200

/** The clerk's tasks: mine, the team's, those nobody has, those that wait for others, late ones and settled ones. */
export const InboxPage = () => {
  const t = useWords(inboxWords)
  const l = useLanguage()
  const [query] = useSearchParams()
  const place = useMemo(() => placeOf(query), [query])
  const table = useRef<HTMLTableElement>(null)
  // Somebody is in the middle of the list: by keys, by the mouse, with a selection, or further down.
  const isRead = useCallback(() => {
    const box = table.current
    return (
      box !== null &&
      (window.scrollY > scrolled ||
        box.matches(':hover') ||
        box.contains(document.activeElement) ||
        box.querySelector('[data-selected=true]') !== null)
    )
  }, [])
  const list = useInboxList(place, isRead)
  const [entering, setEntering] = useState<string | null>(null)
  const entered = useCallback(() => setEntering(null), [])
  return (
    <Page
      title={t('title')}
      aside={
        <div className="inbox-tools">
          <KeysHelp />
          <Link to={paths.absences(l)}>{t('absences')}</Link>
        </div>
      }
      wide
    >
      <Decided />
      <Away />
      <Views place={place} counts={list.inbox?.counts} />
      <Filters place={place} inbox={list.inbox} onEnter={setEntering} />
      {list.error && <Failure cause={list.error} onRetry={() => void list.refetch()} />}
      {list.inbox && list.shown ? (
        <Tasks
          key={asked(place)}
          place={place}
          inbox={list.inbox}
          list={list}
          table={table}
          entering={entering}
          onEntered={entered}
        />
      ) : (
        !list.error && <Spinner rows={6} />
      )}
    </Page>
  )
}
