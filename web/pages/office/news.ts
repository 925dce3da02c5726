import { useEffect, useRef } from 'react'
import type { InboxChange } from '../../../api/contract.ts'
import { useWire } from '../../live.ts'
import { apiPaths } from '../../paths.ts'

/** Colleagues may decide many tasks a second; whoever looks on need not ask for each. */
const pause = 700

const isChange = (news: unknown): news is InboxChange =>
  typeof news === 'object' && news !== null && 'task' in news && 'case' in news && 'what' in news

/**
 * Calls `heard` soon after tasks of one's inboxes have changed, once for all that changed meanwhile: those that
 * `concerns` says yes to, and whenever it is not known what has changed.
 */
export function useOfficeNews(heard: () => void, concerns: (change: InboxChange) => boolean = () => true): void {
  const latest = useRef(heard)
  latest.current = heard
  const timer = useRef<number | undefined>(undefined)
  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  useWire(apiPaths.inboxLive, news => {
    if (isChange(news) && !concerns(news)) return
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined
      latest.current()
    }, pause)
  })
}
