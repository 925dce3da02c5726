import { afterEach, beforeAll, beforeEach } from 'vitest'
import { databaseForTests } from '../../database.ts'
import { deskClerk, forgetTries } from '../../desk.ts'
import { stack } from '../../stack.ts'

/** The desk's inbox is one official's for the tests of a file; wrong codes of the tests before are forgotten. */
export function atTheDesk() {
  const db = databaseForTests(3)
  let desk: Awaited<ReturnType<typeof deskClerk>>
  beforeAll(async () => {
    desk = await deskClerk(db())
  })
  beforeEach(() => forgetTries(db()))
  afterEach(() => stack.registers.controls.behave())
  return {
    db,
    desk: () => desk,
    /** What the audit says of a person, oldest first. */
    auditOf: (person: string) =>
      db()
        .selectFrom('audit')
        .select(['actor', 'what', 'details'])
        .where('details', '@>', JSON.stringify({ person }) as never)
        .orderBy('id')
        .execute(),
  }
}
