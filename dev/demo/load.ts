import { loadCity } from '../../city/city.ts'
import { openDatabase } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import { loadDemo } from './write.ts'

// node dev/demo/load.ts: fills the database at DATABASE_URL with the demo city, unless its ledger already knows somebody.

const url = process.env['DATABASE_URL']
if (process.env['NODE_ENV'] === 'production') {
  refuse('The demo city is made up and does not belong in service. Unset NODE_ENV=production, or do not load it.')
}
if (!url) refuse('DATABASE_URL is missing: set it to the address of the Postgres database to fill.')

const database = openDatabase(url, 1)
try {
  const written = await loadDemo(database.db, loadCity(), today())
  if (written) console.log(`Demo city: ${written.subjects} people and companies, ${written.liabilities} debts.`)
} catch (error) {
  console.error(`The demo city could not be loaded: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await database.close()
}

function refuse(why: string): never {
  console.error(why)
  process.exit(1)
}
