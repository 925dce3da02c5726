import type { Logger } from 'pino'
import { sendNextNotice } from '../activities/notices.ts'
import { dueNow, makeNextDocument, sendNextNotification, type OutboxDeps } from '../activities/outbox.ts'
import { sendNextReminder } from '../activities/reminders/sending.ts'
import type { Database } from '../db/database.ts'

/** One look, then at most one document, one letter, one notice and one reminder; false when there was nothing that is not in other hands. */
async function workOff(deps: OutboxDeps, failed: (error: unknown, id: string) => void): Promise<boolean> {
  const due = await dueNow(deps.db)
  const made = due.document && (await makeNextDocument(deps, failed))
  const sent = due.letter && (await sendNextNotification(deps, failed))
  const told = due.notice && (await sendNextNotice(deps, failed))
  const reminded = due.reminder && (await sendNextReminder(deps, failed))
  return made || sent || told || reminded
}

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
        while (!ended && (await workOff(deps, failed)));
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
