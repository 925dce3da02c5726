import { sql } from 'kysely'
import type { LedgerImportView } from '../../../api/contract.ts'
import { csv, json, type WrittenDebt } from '../../debt-files.ts'
import type { Stand } from '../stand.ts'
import { timed, type Figure } from './figure.ts'
import { sendFile, treasurer } from './treasurer.ts'
import { watch, watchedWords } from './watch.ts'

/** Debts of a whole city: three for two people, each with all that the accounting may say. */
const debts = (count: number, more: (n: number) => WrittenDebt): WrittenDebt[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ number: `BENCH-${n}`, kind: 'waste', year: '2026', period: '2026' },
    ...{ description_cs: 'Poplatek za komunální odpad 2026', description_en: 'Municipal waste fee 2026' },
    ...{ legal_basis_cs: 'Obecně závazná vyhláška č. 3/2023', issued: '2026-01-15', due: '2026-04-15' },
    ...{ variable_symbol: String(7_000_000_000 + n), account: '19-6750510277/0100', state: 'open' },
    ...{ principal: '780,00', late_increase: n % 10 === 0 ? '120' : '', paid: n % 3 === 0 ? '300' : '0' },
    ...{
      subject: `BENCH-${n % Math.ceil((count * 2) / 3)}`,
      subject_kind: 'person',
      subject_name: `Žofie Příkladná ${n}`,
    },
    ...{ street: 'Americká', house_number: '12', city: 'Kladno', zip: '27201' },
    ...more(n),
  }))

/**
 * So many debts from the accounting, brought by a treasurer: all new as CSV, then as JSON with a tenth of them changed, then the same
 * once more. Beside it, what Postgres needs to write as many rows into a table like that of debts.
 */
export async function importing(stand: Stand, count: number): Promise<Figure[]> {
  const who = await treasurer(stand)
  const bring = async (what: string, name: string, bytes: Buffer, expected: Partial<LedgerImportView>) => {
    const stop = watch(stand, who)
    const { ms, gave } = await timed(() =>
      sendFile<LedgerImportView>(stand, who, `/api/money/imports?name=${name}`, bytes),
    )
    const watched = await stop()
    for (const [key, value] of Object.entries(expected))
      if (Reflect.get(gave, key) !== value)
        throw new Error(`${what}: ${key} is not ${JSON.stringify(value)} in ${JSON.stringify(gave).slice(0, 500)}`)
    return { what, rows: count, ms, note: `${(bytes.length / 1e6).toFixed(0)} MB; ${watchedWords(watched)}` }
  }
  const all = debts(count, () => ({}))
  const changed = debts(count, n => ({ principal: n % 10 === 1 ? '790' : '780,00' }))
  const fresh = await bring('debts by CSV, all new', 'bench.csv', csv(all), { phase: 'done', added: count })
  const bare = { what: 'insert of the same rows', ms: await bareInsert(stand) }
  const some = { phase: 'done', added: 0, changed: Math.floor((count + 8) / 10) } as const
  const file = json(changed.map(withoutEmpty))
  return [
    { ...fresh, bare },
    { ...(await bring('debts by JSON, a tenth changed', 'bench.json', file, some)), bare },
    { ...(await bring('the same once more', 'bench.json', file, { phase: 'done', added: 0, changed: 0 })), bare },
  ]
}

const withoutEmpty = (one: WrittenDebt) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== ''))

/** The rows once more, into an empty table with the columns and indexes of that of debts. */
async function bareInsert({ database: { db } }: Stand): Promise<number> {
  return db.transaction().execute(async tx => {
    await sql`create temp table bare (like liability including all) on commit drop`.execute(tx)
    const { ms } = await timed(() =>
      sql`insert into bare select * from liability where number like 'BENCH-%'`.execute(tx),
    )
    return ms
  })
}
