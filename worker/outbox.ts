import type { Logger } from 'pino'
import { makeNextDocument, sendNextNotification, type OutboxDeps } from '../activities/outbox.ts'
import type { Database } from '../db/database.ts'

/**
 * Makes documents and sends mail in the background: at once when a record says so (Postgres `outbox`), else every few seconds.
 * Rows are locked one at a time, so any number of workers may run. Gives a function that stops it after the row in hand.
 */
export function startOutbox(database: Database, deps: OutboxDeps, log: Logger): () => Promise<void> {
  let ended = false
  let wake = () => {}
  const failed = (error: unknown, id: string) => log.warn({ err: error, id }, 'not delivered, trying again later')
  const knock = () => wake()
  const unlisten = database.listen('outbox', knock, knock)

  const work = async () => {
    while (!ended) {
      const slept = new Promise<void>(resolve => {
        const timer = setTimeout(resolve, 5000)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      try {
        while (!ended && ((await makeNextDocument(deps, failed)) || (await sendNextNotification(deps, failed))));
      } catch (error) {
        log.error({ err: error }, 'the outbox cannot be read')
      }
      if (!ended) await slept
    }
  }
  const working = work()
  return async () => {
    ended = true
    wake()
    await unlisten()
    await working
  }
}
