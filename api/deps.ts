import type { Logger } from 'pino'
import type { Ledger } from '../activities/ledger/port.ts'
import type { Registers } from '../activities/registers/port.ts'
import type { City } from '../city/city.ts'
import type { Database, Db } from '../db/database.ts'
import type { SettingsFor } from '../settings/settings.ts'
import type { IdentityProvider } from './auth/provider.ts'
import type { InboxNews } from './inbox/news.ts'
import type { Library } from './library.ts'
import type { Officials } from './officials/officials.ts'

export type Settings = SettingsFor<'api'>

/** Tells the engine of stored messages. */
export interface Teller {
  /** Tells in the background; a failure is not the caller's: the relay tells the message again. */
  tell(messageId: string): void
  /** Whether the engine did not answer when it was told something last: then nobody need wait for what it will do. */
  away(): boolean
  close(): Promise<void>
  reachable(): Promise<boolean>
}

/** Hears when a case has been recorded. */
export interface Live {
  /** Waits until `done` says yes, asked now and after each record of the case; false when `ms` have passed. */
  until(caseId: string, done: () => Promise<boolean>, ms: number): Promise<boolean>
  /** Calls back after each record of the case; returns the way to stop. */
  watch(caseId: string, onChange: () => void): () => void
  close(): Promise<void>
}

/** What routes work with: built once by `main.ts`, handed to each. */
export interface Deps {
  settings: Settings
  database: Database
  db: Db
  city: City
  /** The city's guides. */
  library: Library
  officials: Officials
  ledger: Ledger
  registers: Registers
  log: Logger
  teller: Teller
  live: Live
  inboxNews: InboxNews
  identityProvider: IdentityProvider
  /** True from the moment the process is told to end. */
  ending(): boolean
  /** Aborted at that moment. */
  end: AbortSignal
  now(): Date
}
