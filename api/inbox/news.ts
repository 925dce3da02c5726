import { TASK_CHANNEL, type TaskNews } from '../../activities/task-news.ts'
import type { Database } from '../../db/database.ts'

/** Hears of changes of tasks, all of them: whom each concerns is for the listener to say. */
export interface InboxNews {
  /** Calls back with each change, and without one when some may have been missed; returns the way to stop. */
  watch(heard: (news: TaskNews | undefined) => void): () => void
  close(): Promise<void>
}

/** News of tasks, as Postgres announces each change. Listens on one connection for all open inboxes of this process. */
export function inboxNews(database: Database): InboxNews {
  const watchers = new Set<(news: TaskNews | undefined) => void>()
  const tell = (news?: TaskNews) => {
    for (const heard of watchers) heard(news)
  }
  const unlisten = database.listen(
    TASK_CHANNEL,
    // our own words from `announcing`
    payload => tell(JSON.parse(payload) as TaskNews),
    () => tell(),
  )
  return {
    watch(heard) {
      watchers.add(heard)
      return () => void watchers.delete(heard)
    },
    close: unlisten,
  }
}
