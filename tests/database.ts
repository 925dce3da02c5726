import { afterAll, beforeAll } from 'vitest'
import { openDatabase, type Database, type Db } from '../db/database.ts'
import { stack } from './stack.ts'

/** The portal's tables for the tests of one file: opened before the first, closed after the last. */
export function databaseForTests(connections = 4): () => Db {
  let database: Database
  beforeAll(() => {
    database = openDatabase(stack.databaseUrl, connections)
  })
  afterAll(() => database.close())
  return () => database.db
}
