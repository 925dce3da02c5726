import { Migrator } from '@mikro-orm/migrations'
import { MikroORM, type EntityManager, type InferKyselyDB } from '@mikro-orm/postgresql'
import { CamelCasePlugin, type Kysely } from 'kysely'
import { Client, types } from 'pg'
import { Migration0001First } from './migrations/0001-first.ts'
import { Migration0002OfficeAndMandates } from './migrations/0002-office-and-mandates.ts'
import { Migration0003MandateStates } from './migrations/0003-mandate-states.ts'
import { Migration0004HouseAccount } from './migrations/0004-house-account.ts'
import { Migration0005Bank } from './migrations/0005-bank.ts'
import { Migration0006LedgerExchange } from './migrations/0006-ledger-exchange.ts'
import { Migration0007SlipsAndReminders } from './migrations/0007-slips-and-reminders.ts'
import { Migration0008ExactMoney } from './migrations/0008-exact-money.ts'
import { Migration0009Days } from './migrations/0009-days.ts'
import { Migration0010Months } from './migrations/0010-months.ts'
import { Migration0011Transfers } from './migrations/0011-transfers.ts'
import { Migration0012RefundNews } from './migrations/0012-refund-news.ts'
import { Migration0013ToldAgain } from './migrations/0013-told-again.ts'
import { Migration0014VoidOrders } from './migrations/0014-void-orders.ts'
import { Migration0015ToldPayments } from './migrations/0015-told-payments.ts'
import * as bank from './tables/bank.ts'
import * as cases from './tables/cases.ts'
import * as days from './tables/days.ts'
import * as desk from './tables/desk.ts'
import * as instalments from './tables/instalments.ts'
import * as mandates from './tables/mandates.ts'
import * as money from './tables/money.ts'
import * as office from './tables/office.ts'
import * as people from './tables/people.ts'
import * as reminders from './tables/reminders.ts'
import * as slips from './tables/slips.ts'
import * as statements from './tables/statements.ts'

const entities = [
  people.Person,
  people.Identity,
  people.Session,
  people.LoginAttempt,
  people.Audit,
  office.Official,
  office.Absence,
  office.Task,
  office.TaskMove,
  office.OfficialNotice,
  cases.Case,
  cases.Definition,
  cases.Message,
  cases.CaseEvent,
  cases.Draft,
  cases.Document,
  cases.Notification,
  cases.CaseParty,
  cases.File,
  mandates.Mandate,
  mandates.MandateScope,
  mandates.MandateAgent,
  desk.IdentityCheck,
  desk.DeskCode,
  desk.Passkey,
  desk.PasskeyChallenge,
  desk.DeskTry,
  money.Subject,
  money.Liability,
  money.Accessory,
  money.Payment,
  money.Allocation,
  money.PaymentOrder,
  money.PaymentOrderItem,
  money.VoidOrder,
  money.GatewayEvent,
  money.Refund,
  money.PaymentReturn,
  money.GatewayCursor,
  money.Counter,
  bank.BankStatement,
  bank.BankLine,
  bank.BankReturn,
  bank.LedgerImport,
  bank.LedgerExport,
  bank.LedgerExportLine,
  days.DayClosing,
  days.MonthClosing,
  slips.SlipTry,
  reminders.ReminderChoice,
  reminders.ReminderLetter,
  reminders.Reminder,
  statements.DebtStatement,
  instalments.InstalmentPlan,
  instalments.Instalment,
]

const int8 = 20
const date = 1082
const timestamptz = 1184
/** bigint as a number (haléře stay far below 2^53), a day as its text, an instant as Date; the driver would give texts and Dates. */
const parsers: Record<number, (text: string) => unknown> = {
  [int8]: Number,
  [date]: text => text,
  [timestamptz]: text => new Date(text),
}

type Tables = InferKyselyDB<
  (typeof entities)[number],
  { tableNamingStrategy: 'table'; columnNamingStrategy: 'property' }
>
/**
 * camelCase in code, snake_case in Postgres. MikroORM has a plugin for it as well, which for each row of an answer tries every name that
 * any column of the joined tables might have: a fifth of all the API did. What is inside a JSON column is data and keeps its names.
 */
const naming = new CamelCasePlugin({ maintainNestedObjectKeys: true })
const configuration = (clientUrl: string, connections: number) => ({
  entities,
  clientUrl,
  extensions: [Migrator],
  migrations: {
    migrationsList: [
      { name: 'Migration0001First', class: Migration0001First },
      { name: 'Migration0002OfficeAndMandates', class: Migration0002OfficeAndMandates },
      { name: 'Migration0003MandateStates', class: Migration0003MandateStates },
      { name: 'Migration0004HouseAccount', class: Migration0004HouseAccount },
      { name: 'Migration0005Bank', class: Migration0005Bank },
      { name: 'Migration0006LedgerExchange', class: Migration0006LedgerExchange },
      { name: 'Migration0007SlipsAndReminders', class: Migration0007SlipsAndReminders },
      { name: 'Migration0008ExactMoney', class: Migration0008ExactMoney },
      { name: 'Migration0009Days', class: Migration0009Days },
      { name: 'Migration0010Months', class: Migration0010Months },
      { name: 'Migration0011Transfers', class: Migration0011Transfers },
      { name: 'Migration0012RefundNews', class: Migration0012RefundNews },
      { name: 'Migration0013ToldAgain', class: Migration0013ToldAgain },
      { name: 'Migration0014VoidOrders', class: Migration0014VoidOrders },
      { name: 'Migration0015ToldPayments', class: Migration0015ToldPayments },
    ],
    snapshot: false,
  },
  forceUtcTimezone: true,
  // A connection costs Postgres a process and both a proof of the password: kept for a minute, most requests find one.
  pool: { min: 0, max: connections, idleTimeoutMillis: 60_000 },
  driverOptions: {
    types: {
      getTypeParser: (oid: number, format: 'text' | 'binary') => parsers[oid] ?? types.getTypeParser(oid, format),
    },
  },
})
const connect = (url: string, connections: number) => new MikroORM(configuration(url, connections))

/** Typed SQL over the entities (tables by name, columns in camelCase). A transaction is a `Db` too. */
export type Db = Kysely<Tables>

export interface Database {
  db: Db
  em: EntityManager
  /** Brings the tables to this release; safe to run again and from several processes. */
  migrate(): Promise<void>
  /** Calls back with each payload notified on the channel; reconnects by itself and then calls `missed`. */
  listen(channel: string, heard: (payload: string) => void, missed: () => void): () => Promise<void>
  close(): Promise<void>
}

/** Opens Postgres. `connections` is the size of the pool of this process. */
export function openDatabase(url: string, connections = 10): Database {
  const orm = connect(url, connections)
  return {
    db: orm.em.getConnection().getClient<Tables>().withPlugin(naming),
    em: orm.em.fork(),
    migrate: async () => {
      await orm.migrator.up()
    },
    listen: (channel, heard, missed) => listen(url, channel, heard, missed),
    close: () => orm.close(true),
  }
}

/** One connection that only listens; after a cut it comes back and says that something may have been missed. */
function listen(url: string, channel: string, heard: (payload: string) => void, missed: () => void) {
  let client: Client | undefined
  let ended = false
  const again = () => {
    client = undefined
    if (!ended) setTimeout(() => void open(), 250).unref()
  }
  const open = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true })
    next.on('error', () => next.end().catch(() => {}))
    next.on('end', again)
    next.on('notification', n => heard(n.payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${next.escapeIdentifier(channel)}`)
      client = next
      missed()
    } catch {
      await next.end().catch(() => {})
    }
  }
  void open()
  return async () => {
    ended = true
    await client?.end()
  }
}
