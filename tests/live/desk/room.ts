import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openDatabase, type Database } from '../../../db/database.ts'
import { deskClerk, forgetTries } from '../../desk.ts'
import { stack } from '../../stack.ts'

/** The desk's inbox is one official's for the tests of a file; wrong codes of the tests before are forgotten. */
export function atTheDesk() {
  let database: Database
  let desk: Awaited<ReturnType<typeof deskClerk>>
  beforeAll(async () => {
    database = openDatabase(stack.databaseUrl, 3)
    desk = await deskClerk(database.db)
  })
  beforeEach(() => forgetTries(database.db))
  afterEach(() => stack.registers.controls.behave())
  afterAll(() => database.close())
  return {
    db: () => database.db,
    desk: () => desk,
    /** What the audit says of a person, oldest first. */
    auditOf: (person: string) =>
      database.db
        .selectFrom('audit')
        .select(['actor', 'what', 'details'])
        .where('details', '@>', JSON.stringify({ person }) as never)
        .orderBy('id')
        .execute(),
  }
}
