import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { exportedRun } from '../activities/ledger/exchange/exported.ts'
import { exportPayments } from '../activities/ledger/exchange/hand-over.ts'
import { exportCsv, exportJson } from '../activities/ledger/exchange/payment-files.ts'
import { importDebts } from '../activities/ledger/exchange/import.ts'
import { loadCity } from '../city/city.ts'
import { openDatabase, type Db } from '../db/database.ts'

// For the city's nightly run, see docs/ledger-import.md:
//   npm run ledger:import -- <file>                takes debts over from the accounting
//   npm run ledger:export -- <file> [run]          hands payments over to it; a file *.json gets JSON, else CSV
// Ends with 0 when all went well, 1 when nothing was taken over.

const url = process.env['DATABASE_URL']
const [what, path, again] = process.argv.slice(2)
if (!url) fail('DATABASE_URL is missing: set it to the address of the Postgres database.')
if (!path || (what !== 'import' && what !== 'export')) fail('Say what to do: import <file>, or export <file> [run].')
const database = openDatabase(url, 3)
try {
  if (what === 'import') await take(database.db, path)
  else await hand(database.db, path)
} catch (error) {
  console.error(`Nothing was done: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await database.close()
}

async function take(db: Db, file: string): Promise<void> {
  const outcome = await importDebts(db, loadCity(), {
    name: basename(file),
    bytes: readFileSync(file),
    by: 'nightly run',
  })
  if ('problems' in outcome) {
    for (const { line, column, reason } of outcome.problems)
      console.error(`${file}:${line}${column === null ? '' : `, ${column}`}: ${reason.cs} / ${reason.en}`)
    console.error(`Nothing was taken over; ${outcome.problems.length} mistakes are named above.`)
    process.exitCode = 1
    return
  }
  const { applied, debts } = outcome
  console.log(`${debts} debts: ${applied.added} new, ${applied.changed} changed, ${applied.cancelled} withdrawn.`)
  if (applied.freed > 0)
    console.log(`${applied.freed} haléře of payments settle nothing any more; a person must decide on them.`)
  if (applied.behind > 0)
    console.log(`Of ${applied.behind} debts the accounting has received less than it was handed over.`)
}

async function hand(db: Db, file: string): Promise<void> {
  const run = again === undefined ? await exportPayments(db, 'nightly run') : await exportedRun(db, Number(again))
  if (!run) {
    console.log(again === undefined ? 'There is nothing to hand over.' : `There has been no run ${again}.`)
    process.exitCode = again === undefined ? 0 : 1
    return
  }
  writeFileSync(file, file.endsWith('.json') ? exportJson(run) : exportCsv(run))
  console.log(`Run ${run.run} is in ${file}. To write it again: npm run ledger:export -- ${file} ${run.run}`)
}

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}
