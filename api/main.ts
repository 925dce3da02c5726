import { once, setMaxListeners } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { endBrokenOff } from '../activities/ledger/exchange/broken-off.ts'
import { localLedger } from '../activities/ledger/local.ts'
import { httpRegisters } from '../activities/registers/http.ts'
import { CityError, loadCity } from '../city/city.ts'
import { GuideError } from '../city/guide-file.ts'
import { openDatabase } from '../db/database.ts'
import type { Db } from '../db/database.ts'
import { SettingsError, settingsFor } from '../settings/settings.ts'
import { createApp } from './app.ts'
import { identityProvider } from './auth/provider.ts'
import { sweepSessions } from './auth/session.ts'
import { endForgotten } from './desk/presence.ts'
import { keepDefinitions } from './definitions.ts'
import { sweepFiles } from './files/rows.ts'
import { takeFoundEvents } from './gateway-news.ts'
import { inboxNews } from './inbox/news.ts'
import { library } from './library.ts'
import { caseNews } from './live.ts'
import { keepOfficials } from './officials/keep.ts'
import { departDue } from './officials/leaving.ts'
import { officialsIn } from './officials/officials.ts'
import { routes } from './routes/index.ts'
import { sweepSlipTries } from './slip/tries.ts'
import { temporalTeller } from './temporal.ts'

const pages = fileURLToPath(new URL('../web/dist', import.meta.url))
/** Running requests get so long to end; the supervisor kills after 15 s. */
const grace = 10_000

/** A start that failed for a reason a person can mend; `message` says how. */
class StartError extends Error {}

/** Serves the portal and its API until told to stop; then lets running requests end and closes what it opened. */
async function main(): Promise<void> {
  const settings = settingsFor('api', process.env)
  const log = pino({ level: settings.logLevel, base: { program: 'api' } })
  const city = loadCity()
  const database = openDatabase(settings.databaseUrl, settings.databaseConnections)
  const { db } = database
  await tablesAreThere(db)
  await keepDefinitions(db)
  await keepOfficials(db, city)

  const teller = temporalTeller(settings, db, log)
  const live = caseNews(database)
  const officials = officialsIn(database, city)
  const news = inboxNews(database)
  const end = new AbortController()
  // one listener for each open page
  setMaxListeners(0, end.signal)
  const app = createApp(
    {
      settings,
      database,
      db,
      city,
      library: library(city),
      officials,
      ledger: localLedger(db),
      registers: httpRegisters({ url: settings.registersUrl, key: settings.registersKey }),
      log,
      teller,
      live,
      inboxNews: news,
      identityProvider: identityProvider(settings),
      ending: () => end.signal.aborted,
      end: end.signal,
      now: () => new Date(),
    },
    routes,
    pages,
  )
  // a file of ten megabytes takes minutes on a slow phone
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 20_000 }, app.callback())
  await sweep(db, new Date())
  const sweeper = setInterval(() => void sweep(db, new Date()).catch(sweepFailed(log)), 600_000)
  const finder = setInterval(
    () => void takeFoundEvents(db).then(ids => ids.forEach(id => teller.tell(id)), sweepFailed(log)),
    5_000,
  )
  await listening(server, settings.port)
  log.info({ port: settings.port, url: settings.portalUrl }, 'api ready')

  const reason = await told()
  end.abort()
  log.info({ reason }, 'api ends')
  clearInterval(sweeper)
  clearInterval(finder)
  await closed(server)
  await Promise.all([teller.close(), live.close(), news.close(), officials.close()])
  await database.close()
}

/** What time brings: ended sessions, files never sent and old tries at slips are thrown away, officials whose day has come leave, imports whose process is gone end. */
async function sweep(db: Db, now: Date): Promise<void> {
  await sweepSessions(db, now)
  await endForgotten(db, now)
  await sweepFiles(db, now)
  await sweepSlipTries(db, now)
  await departDue(db, now)
  await endBrokenOff(db)
}

async function tablesAreThere(db: Db): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('audit') is not null as there`
    .execute(db)
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message || error.name : String(error)
      throw new StartError(
        `The API cannot reach the database (${why}): check that Postgres runs and DATABASE_URL is right.`,
      )
    })
  if (!rows[0]?.there)
    throw new StartError('The database has no tables of the portal yet: run node db/migrate.ts first.')
}

async function listening(server: Server, port: number): Promise<void> {
  server.listen(port)
  await once(server, 'listening').catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw taken ? new StartError(`Port ${port} is in use: stop what listens there or set PORT to another one.`) : error
  })
}

/** Waits for the word to stop: a signal, or the end of the one who started us. */
function told(): Promise<string> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal))
    process.once('disconnect', () => resolve('disconnect'))
  })
}

/** Takes nothing new, lets running requests end, then cuts what is left. */
async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), grace)
  await ended
  clearTimeout(cut)
}

const sweepFailed = (log: Logger) => (error: unknown) => log.warn({ err: error }, 'what time brings could not be done')

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known =
      error instanceof SettingsError ||
      error instanceof StartError ||
      error instanceof CityError ||
      error instanceof GuideError
    console.error(known ? error.message : error)
    process.exit(1)
  },
)
