import { sql } from 'kysely'
import type { ImportedStatements } from '../../../api/contract.ts'
import { gpc, line, statement } from '../../statements.ts'
import type { Stand } from '../stand.ts'
import { timed, type Figure } from './figure.ts'
import { sendFile, treasurer } from './treasurer.ts'
import { watch, watchedWords } from './watch.ts'

/**
 * A bank statement of so many transfers, each of which settles a debt by its symbol (those that `importing` has brought); every
 * thousandth has a symbol that nobody knows and becomes a task. Beside it, what Postgres needs to write the same rows: movements,
 * payments and what they settle.
 */
export async function matching(stand: Stand, count: number): Promise<Figure[]> {
  const who = await treasurer(stand)
  const lines = Array.from({ length: count }, (_, n) =>
    line(n + 1, 100_00, {
      variableSymbol: n % 1000 === 999 ? String(9_000_000_000 + n) : String(7_000_000_000 + n),
      counterName: `Platce ${n}`,
    }),
  )
  const open = Math.floor(count / 1000)
  const bytes = gpc(statement(lines, { number: 300, year: 2026 }))
  const stop = watch(stand, who)
  const bring = () => sendFile<ImportedStatements>(stand, who, '/api/money/statements?name=bench.gpc', bytes)
  const { ms, gave } = await timed(bring)
  const watched = await stop()
  const [taken] = gave.statements
  const posted = taken?.buckets.find(({ state }) => state === 'posted')?.count
  if (posted !== count - open) throw new Error(`${posted} of ${count} were posted.`)
  const again = await timed(bring)
  const bare = { what: 'insert of the same rows', ms: await bareInsert(stand, taken?.id ?? '') }
  const note = `${(bytes.length / 1e6).toFixed(0)} MB; ${open} became tasks; ${watchedWords(watched)}`
  return [
    { what: 'transfers by GPC, matched and posted', rows: count, ms, bare, note },
    { what: 'the same file once more', rows: count, ms: again.ms },
  ]
}

async function bareInsert({ database: { db } }: Stand, id: string): Promise<number> {
  return db.transaction().execute(async tx => {
    for (const table of ['bank_line', 'payment', 'allocation'])
      await sql`create temp table ${sql.table(`bare_${table}`)} (like ${sql.table(table)} including all) on commit drop`.execute(
        tx,
      )
    const { ms } = await timed(async () => {
      await sql`insert into bare_payment select * from payment where id in (select payment_id from bank_line where statement_id = ${id})`.execute(
        tx,
      )
      await sql`insert into bare_allocation select a.* from allocation a join bare_payment p on p.id = a.payment_id`.execute(
        tx,
      )
      await sql`insert into bare_bank_line select * from bank_line where statement_id = ${id}`.execute(tx)
    })
    return ms
  })
}
