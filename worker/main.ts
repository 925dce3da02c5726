import { NativeConnection, Runtime, Worker, DefaultLogger, type LogEntry } from '@temporalio/worker'
import { pino } from 'pino'
import { encryption } from '../activities/encryption.ts'
import { createActivities } from '../activities/index.ts'
import { localLedger } from '../activities/ledger/local.ts'
import { smtpMailer } from '../activities/notifications/mail.ts'
import { stripeGateway } from '../activities/payments/stripe.ts'
import { httpRegisters } from '../activities/registers/http.ts'
import { loadCity } from '../city/city.ts'
import { openDatabase } from '../db/database.ts'
import { SettingsError, settingsFor } from '../settings/settings.ts'
import { workflowBundle } from './bundle.ts'
import { startExpiry } from './expiry.ts'
import { startImportWatch } from './imports.ts'
import { startOutbox } from './outbox.ts'
import { startReminders } from './reminders.ts'
import { startSweep } from './sweep.ts'

/** Runs cases and delivers the outbox until told to stop; then finishes what it has in hand. */
async function main(): Promise<void> {
  const settings = settingsFor('worker', process.env)
  const log = pino({ level: settings.logLevel, base: { program: 'worker' } })
  Runtime.install({
    logger: new DefaultLogger('WARN', entry => log[levelOf(entry)]({ ...entry.meta }, entry.message)),
    shutdownSignals: [],
  })

  const city = loadCity()
  const database = openDatabase(settings.databaseUrl, settings.databaseConnections)
  const mailer = smtpMailer(settings.smtpUrl, settings.mailFrom)
  const registers = httpRegisters({ url: settings.registersUrl, key: settings.registersKey })
  const connection = await NativeConnection.connect({ address: settings.temporalAddress })
  const hands = {
    db: database.db,
    city,
    ledger: localLedger(database.db),
    gateway: stripeGateway({ apiKey: settings.stripeApiKey, apiUrl: settings.stripeApiUrl }),
    registers,
    portalUrl: settings.portalUrl,
    caseKey: settings.caseKey,
  }
  const worker = await Worker.create({
    connection,
    namespace: settings.temporalNamespace,
    taskQueue: 'cases',
    workflowBundle: await workflowBundle(),
    activities: createActivities(hands),
    dataConverter: { payloadCodecs: [encryption(settings.caseKey)] },
    shutdownGraceTime: '10 seconds',
  })
  const stopOutbox = startOutbox(
    database,
    { db: database.db, city, mailer, portalUrl: settings.portalUrl, caseKey: settings.caseKey },
    log,
  )
  const stopExpiry = startExpiry({ db: database.db, registers }, log)
  const stopSweep = startSweep(hands, log)
  const stopImportWatch = startImportWatch(database.db, log)
  const stopReminders = startReminders({ db: database.db, city }, log)

  const stop = () => {
    if (worker.getState() === 'RUNNING') worker.shutdown()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  log.info('worker ready')
  // a supervisor must hear it whatever the log level
  process.send?.('worker ready')
  await worker.run()
  stopExpiry()
  stopImportWatch()
  stopReminders()
  await stopSweep()
  await stopOutbox()
  mailer.close()
  await connection.close()
  await database.close()
}

const levelOf = ({ level }: LogEntry) =>
  level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : level === 'INFO' ? 'info' : 'debug'

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof SettingsError ? error.message : error)
    process.exit(1)
  },
)
