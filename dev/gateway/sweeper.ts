import { nobody, type Acts } from './act.ts'
import { currentSession } from './payments.ts'
import { settleRefund } from './refunds.ts'
import type { Store } from './store.ts'

export interface Sweeper {
  /** Does now what is due: expires sessions whose time has passed, ends refunds that end later, however young (a second at least). */
  sweep(): void
  close(): void
}

/** Seconds until a refund that ends later ends by itself. A bank takes days: whoever looks at it sees first what was before. */
const refundPatience = 20

/** What happens at the gateway by the clock alone, looked for every `everyMs`. */
export function startSweeper(deps: {
  store: Store
  acts: Acts
  clock: () => number
  everyMs: number
  log: (message: string) => void
}): Sweeper {
  const { database } = deps.store
  const late = database.prepare(
    `select id from object where kind = 'checkout.session'
     and json_extract(body, '$.status') = 'open' and json_extract(body, '$.expires_at') <= ?`,
  )
  const unsettled = database.prepare(
    `select id from object where kind = 'refund' and json_extract(hidden, '$.outcome') is not null and created < ?`,
  )

  const sweep = (patience: number) => {
    const now = Math.floor(deps.clock() / 1000)
    for (const row of late.all(now)) deps.acts(nobody, act => currentSession(act, String(row['id'])))
    for (const row of unsettled.all(now - patience)) deps.acts(nobody, act => settleRefund(act, String(row['id'])))
  }

  const timer = setInterval(() => {
    try {
      sweep(refundPatience)
    } catch (error) {
      deps.log(`The sweep failed and will be tried again: ${error instanceof Error ? error.message : String(error)}`)
    }
  }, deps.everyMs)
  timer.unref()
  return { sweep: () => sweep(0), close: () => clearInterval(timer) }
}
