import type { City } from '../../../city/city.ts'
import type { Text } from '../../../city/schema.ts'
import { BrokenCsv, csvRows, decoded } from './csv.ts'
import { columns, debtIn, requiredColumns, type IncomingDebt } from './columns.ts'
import { Wrong } from './values.ts'

/** What is wrong in a file of debts: the line (CSV) or the place in the list (JSON), both from 1, the column, and why. */
export interface Problem {
  line: number
  column: string | null
  reason: Text
}

export interface IncomingFile {
  /** The instant up to which the accounting says how things stand. */
  asOf: string
  /** `full`: debts that are not in the file are withdrawn; `changes`: nothing is said of them. */
  scope: 'full' | 'changes'
  /** The last export run of payments that the accounting has taken over; 0 for none. */
  run: number
  debts: IncomingDebt[]
}

/** Mistakes told at once; whoever mends a file wants more than one, nobody reads more. */
const most = 100
const format = 'portal-liabilities'

interface Raw {
  head: { version: string; asOf: string; scope: string; run: string }
  /** `surplus`: the record has more values than there are columns. */
  records: { line: number; cells: Map<string, string>; surplus?: true }[]
}

/**
 * Reads a file of debts from the accounting, CSV or JSON as docs/ledger-import.md says. Gives it whole, or what is wrong with it:
 * a file with a single mistake is not used.
 */
export function readDebts(bytes: Uint8Array, city: City): IncomingFile | { problems: Problem[] } {
  const problems: Problem[] = []
  const tell = (line: number, column: string | null, { reason }: Wrong) => {
    if (problems.length < most) problems.push({ line, column, reason })
  }
  try {
    const text = decoded(bytes).replace(/^\uFEFF/, '')
    const { head, records } = text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text)
    const file = headOf(head)
    const debts: IncomingDebt[] = []
    const seen = new Map<string, number>()
    for (const { line, cells, surplus } of records) {
      if (problems.length >= most) break
      if (surplus)
        tell(
          line,
          null,
          new Wrong('řádek má víc hodnot, než je sloupců', 'the line has more values than there are columns'),
        )
      if (surplus) continue
      const debt = debtIn(cells, city, (column, problem) => tell(line, column, problem))
      if (!debt) continue
      const before = seen.get(debt.number)
      if (before !== undefined)
        tell(
          line,
          'number',
          new Wrong(
            `číslo ${debt.number} je už na řádku ${before}`,
            `number ${debt.number} is on line ${before} already`,
          ),
        )
      seen.set(debt.number, line)
      debts.push(debt)
    }
    if (records.length === 0) tell(1, null, new Wrong('soubor nemá žádný závazek', 'the file holds no debt'))
    return problems.length > 0 ? { problems } : { ...file, debts }
  } catch (error) {
    if (error instanceof BrokenCsv)
      tell(error.line, null, new Wrong('uvozovky nejsou ukončené', 'a quotation mark is not closed'))
    else if (error instanceof Wrong) tell(1, null, error)
    else throw error
    return { problems }
  }
}

function headOf({ version, asOf, scope, run }: Raw['head']): Omit<IncomingFile, 'debts'> {
  if (version !== '1')
    throw new Wrong(`neznámá verze formátu „${version}“`, `unknown version of the format “${version}”`)
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    throw new Wrong(
      `„${asOf}“ není okamžik, ke kterému data platí`,
      `“${asOf}” is not the instant as of which the data hold`,
    )
  if (scope !== 'full' && scope !== 'changes')
    throw new Wrong(`„${scope}“ není full ani changes`, `“${scope}” is neither full nor changes`)
  if (!/^\d{1,9}$/.test(run))
    throw new Wrong(`„${run}“ není číslo výdeje plateb`, `“${run}” is not the number of an export run`)
  return { asOf: new Date(asOf).toISOString(), scope, run: Number(run) }
}

function fromCsv(text: string): Raw {
  const separator = /^"?portal-liabilities"?([;,])/.exec(text)?.[1]
  if (separator === undefined)
    throw new Wrong(`soubor nezačíná slovem ${format}`, `the file does not begin with ${format}`)
  const [head, names, ...rows] = csvRows(text, separator)
  if (!head || !names) throw new Wrong('chybí řádek se jmény sloupců', 'the line with the names of columns is missing')
  known(names.cells)
  const [, version = '', asOf = '', scope = '', run = ''] = head.cells
  const records = rows.map(({ line, cells }) => {
    if (cells.length > names.cells.length) return { line, cells: new Map<string, string>(), surplus: true as const }
    return { line, cells: new Map(names.cells.map((name, at) => [name, cells[at] ?? ''])) }
  })
  return { head: { version, asOf, scope, run }, records }
}

function fromJson(text: string): Raw {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new Wrong('soubor není platný JSON', 'the file is not valid JSON')
  }
  const top = entriesOf(file)
  if (top.get('format') !== format)
    throw new Wrong(`soubor nemá "format": "${format}"`, `the file has no "format": "${format}"`)
  const list = top.get('liabilities')
  if (!Array.isArray(list)) throw new Wrong('chybí seznam liabilities', 'the list liabilities is missing')
  const word = (name: string) => scalar(top.get(name))
  const records = list.map((one: unknown, at) => {
    const entries = entriesOf(one)
    if (at === 0) known([...entries.keys()])
    return { line: at + 1, cells: new Map([...entries].map(([name, value]) => [name, scalar(value)])) }
  })
  return {
    head: { version: word('version'), asOf: word('as_of'), scope: word('scope'), run: word('export_run') },
    records,
  }
}

const scalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])

/** Columns must be those of the format, each once, and none that is needed missing. Throws Wrong. */
function known(names: string[]): void {
  const strange = names.find((name, at) => !columns.includes(name) || names.indexOf(name) !== at)
  if (strange !== undefined)
    throw new Wrong(`neznámý nebo dvojitý sloupec „${strange}“`, `unknown or repeated column “${strange}”`)
  const missing = requiredColumns.find(name => !names.includes(name))
  if (missing !== undefined) throw new Wrong(`chybí sloupec „${missing}“`, `column “${missing}” is missing`)
}
