import { CASE_CHANNEL } from '../activities/cases.ts'
import type { Database } from '../db/database.ts'
import type { Live } from './deps.ts'

/**
 * News of cases, as Postgres announces each record: it wakes waiting requests and feeds live pages.
 * Listens on one connection for all requests of this process. After a cut everybody looks again.
 */
export function caseNews(database: Database): Live {
  const watchers = new Map<string, Set<() => void>>()
  const all = () => {
    for (const set of watchers.values()) for (const changed of set) changed()
  }
  const unlisten = database.listen(CASE_CHANNEL, caseId => watchers.get(caseId)?.forEach(changed => changed()), all)

  const watch = (caseId: string, changed: () => void) => {
    const set = watchers.get(caseId) ?? new Set()
    watchers.set(caseId, set.add(changed))
    return () => {
      set.delete(changed)
      if (set.size === 0 && watchers.get(caseId) === set) watchers.delete(caseId)
    }
  }
  return {
    watch,
    async until(caseId, done, ms) {
      let wake = () => {}
      let news = new Promise<void>(resolve => (wake = resolve))
      const stop = watch(caseId, () => wake())
      const end = AbortSignal.timeout(ms)
      end.addEventListener('abort', () => wake(), { once: true })
      try {
        for (;;) {
          if (await done()) return true
          if (end.aborted) return false
          await news
          news = new Promise(resolve => (wake = resolve))
          if (end.aborted) return done()
        }
      } finally {
        stop()
      }
    },
    close: unlisten,
  }
}
