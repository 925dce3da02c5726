import type { City } from '../../city/city.ts'
import type { Database } from '../../db/database.ts'
import { directoryOf, type Directory } from './directory.ts'
import { officialRows } from './rows.ts'

/** The channel on which Postgres announces, by a trigger, that officials have changed. */
const OFFICIAL_CHANNEL = 'official'

/** The directory of officials as it stands in the database, read once and again after each change. */
export interface Officials {
  now(): Promise<Directory>
  /** What was read before no longer holds; every process hears so by itself, the one that makes the change should not wait for it. */
  forget(): void
  close(): Promise<void>
}

/** Keeps the directory in memory: one query after a change, none otherwise, however many processes there are. */
export function officialsIn(database: Database, city: City): Officials {
  let kept: Promise<Directory> | undefined
  const forget = () => (kept = undefined)
  const unlisten = database.listen(OFFICIAL_CHANNEL, forget, forget)
  const read = async () => directoryOf(city, await officialRows(database.db).execute())
  return {
    now() {
      if (kept) return kept
      const reading = read()
      kept = reading
      // a failure is the asker's alone; the next one tries again
      reading.catch(() => {
        if (kept === reading) kept = undefined
      })
      return reading
    },
    forget,
    close: unlisten,
  }
}
