import type { Logger } from 'pino'
import { endBrokenOff } from '../activities/ledger/exchange/broken-off.ts'
import type { Db } from '../db/database.ts'

/** How long an import whose process is gone may still read as being under way. */
const every = 30_000

/** Looks now and every half a minute for imports whose process is gone. Gives a function that stops it. */
export function startImportWatch(db: Db, log: Logger): () => void {
  const look = () =>
    void endBrokenOff(db).then(
      count => count > 0 && log.warn({ count }, 'imports were broken off; nothing of them was taken over'),
      (error: unknown) => log.error({ err: error }, 'imports that were broken off could not be looked for'),
    )
  look()
  const timer = setInterval(look, every)
  return () => clearInterval(timer)
}
