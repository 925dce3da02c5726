import type { Logger } from 'pino'
import { remind } from '../activities/reminders/reminding.ts'
import type { City } from '../city/city.ts'
import type { Db } from '../db/database.ts'

const every = 30 * 60_000
/** Hours of the day in Prague at which reminders are written: nobody's telephone shall ring at night. */
const hours = { from: 8, before: 20 }
const hourOf = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Prague', hour: 'numeric', hourCycle: 'h23' })

/** Writes the reminders that are due, now and every half an hour of the day. Gives a function that stops it. */
export function startReminders(deps: { db: Db; city: City }, log: Logger, now = () => new Date()): () => void {
  const look = () => {
    const hour = Number(hourOf.format(now()))
    if (hour < hours.from || hour >= hours.before) return
    void remind(deps, now()).then(
      count => count > 0 && log.info({ count }, 'reminders written'),
      (error: unknown) => log.error({ err: error }, 'reminders could not be written'),
    )
  }
  look()
  const timer = setInterval(look, every)
  return () => clearInterval(timer)
}
