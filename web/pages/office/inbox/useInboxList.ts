import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import type { TaskSummary } from '../../../../api/contract.ts'
import { useOfficeNews } from '../news.ts'
import { asked, type InboxPlace } from '../place.ts'
import { inboxQuery } from '../queries.ts'
import { allOf, asItCame, reconcile, type Shown } from './reconcile.ts'

const nothing: Shown = { rows: [], waiting: [] }

/**
 * The list of one part of the inbox, kept up to date by live news. While somebody reads it (`isRead`), nothing in it
 * moves: rows change where they stand, new tasks wait until `showAll`. Otherwise it is simply what the API says.
 */
export function useInboxList(place: InboxPlace, isRead: () => boolean) {
  const query = useInfiniteQuery({ ...inboxQuery(place), placeholderData: keepPreviousData })
  const { data, hasNextPage, isPlaceholderData } = query
  const key = asked(place)
  const [shown, setShown] = useState({ of: '', ...nothing })
  const tasks = data?.pages.flatMap(page => page.tasks)
  const latest = useRef<TaskSummary[]>([])
  latest.current = tasks ?? []
  useOfficeNews(() => void query.refetch())

  useLayoutEffect(() => {
    if (!data || isPlaceholderData) return
    const fresh = latest.current
    setShown(now => {
      if (now.of !== key || now.rows.length === 0) return { of: key, ...asItCame(fresh) }
      return { of: key, ...(isRead() ? reconcile(now, fresh, hasNextPage) : allOf(now, fresh)) }
    })
  }, [data, isPlaceholderData, hasNextPage, key, isRead])

  return {
    ...query,
    /** Counts, inboxes, agendas and colleagues, as they came last. */
    inbox: data?.pages.at(0),
    shown: data ? shown : undefined,
    /** What is shown is of another part of the inbox, while this one is on its way. */
    loading: shown.of !== key,
    showAll: () => setShown(now => ({ ...now, ...allOf(now, latest.current) })),
    /** Changes a task on the screen before the list has been asked for again. */
    put: (task: TaskSummary) =>
      setShown(now => ({
        ...now,
        rows: now.rows.map(row => (row.task.id === task.id ? { ...row, task } : row)),
      })),
  }
}
