import { openDatabase } from './database.ts'

const url = process.env['DATABASE_URL']
if (!url) {
  console.error(
    'DATABASE_URL is missing: set it to the address of the Postgres database, e.g. postgres://user:password@host:5432/portal.',
  )
  process.exit(1)
}
const database = openDatabase(url, 2)
try {
  await database.migrate()
} catch (error) {
  console.error(
    `The database could not be brought to this release: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 1
} finally {
  await database.close()
}
