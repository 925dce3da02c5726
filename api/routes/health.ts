import { sql } from 'kysely'
import { Health } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { route } from '../route.ts'

const live: Health = { status: 'live' }
const ending: Health = { status: 'ending' }

export const health = [
  route({
    method: 'get',
    path: '/health/live',
    summary: 'The process lives. For the supervisor: restart it when this fails.',
    who: 'anyone',
    limit: 'none',
    answers: { 200: Health },
    handle: async () => ({ status: 200, body: live }),
  }),
  route({
    method: 'get',
    path: '/health/ready',
    summary:
      'Whether requests may be sent here. Without the engine filing works and the rest follows, so that is degraded, not down.',
    who: 'anyone',
    limit: 'none',
    answers: { 200: Health, 503: Health },
    async handle(_, deps) {
      if (deps.ending()) return { status: 503, body: ending }
      const [database, engine] = await Promise.all([answers(deps), deps.teller.reachable()])
      const status: Health['status'] = database ? (engine ? 'ready' : 'degraded') : 'unavailable'
      return { status: database ? 200 : 503, body: { status, database, engine } }
    },
  }),
]

/** A database that is slow to say anything counts as away. */
function answers({ db }: Deps): Promise<boolean> {
  const late = new Promise<boolean>(resolve => setTimeout(() => resolve(false), 2000).unref())
  const now = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return Promise.race([now, late])
}
