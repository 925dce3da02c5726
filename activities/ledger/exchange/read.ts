import type { Text } from '../../../city/schema.ts'
import { columns, debtIn, requiredColumns, type IncomingDebt } from './columns.ts'
import { BrokenCsv, csvRows, decoded } from './csv.ts'
import { BrokenJson, elementsAt, membersOf, valueOf } from './json-parts.ts'
import { Wrong } from './values.ts'

/** What is wrong in a file of debts: the line (CSV) or the place in the list (JSON), both from 1, the column, and why. */
export interface Problem {
  line: number
  column: string | null
  reason: Text
}

/** What a file of debts says of itself. */
export interface FileHead {
  /** The instant up to which the accounting says how things stand. */
  asOf: string
  /** `full`: debts that are not in the file are withdrawn; `changes`: nothing is said of them. */
  scope: 'full' | 'changes'
  /** The last export run of payments that the accounting has taken over; 0 for none. */
  run: number
}

/** A file that was checked whole, and how many debts it holds. `debts` reads them once more, one at a time. */
export interface IncomingFile extends FileHead {
  total: number
  debts(): Iterable<IncomingDebt>
}

/** Mistakes told at once; whoever mends a file wants more than one, nobody reads more. */
const most = 100
const format = 'portal-liabilities'

interface DebtRecord {
  line: number
  cells: ReadonlyMap<string, string>
  /** It has more values than there are columns. */
  surplus?: true
}
interface Raw {
  head: { version: string; asOf: string; scope: string; run: string }
  records(): Iterable<DebtRecord>
}

/**
 * Reads a file of debts from the accounting, CSV or JSON as docs/ledger-import.md says; `accounts` are the IBANs of the city. Gives it
 * when it is right from beginning to end, or what is wrong with it: a file with a single mistake is not used. Records are read one by
 * one and let go, so that the memory it takes is that of the text.
 */
export function readDebts(bytes: Uint8Array, accounts: ReadonlySet<string>): IncomingFile | { problems: Problem[] } {
  const problems: Problem[] = []
  const tell = (line: number, column: string | null, { reason }: Wrong) => {
    if (problems.length < most) problems.push({ line, column, reason })
  }
  try {
    const text = decoded(bytes).replace(/^\uFEFF/, '')
    const { head, records } = text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text)
    const file = headOf(head)
    const seen = new Map<string, number>()
    let total = 0
    for (const { line, cells, surplus } of records()) {
      if (problems.length >= most) break
      total += 1
      if (surplus) {
        tell(
          line,
          null,
          new Wrong('řádek má víc hodnot, než je sloupců', 'the line has more values than there are columns'),
        )
        continue
      }
      const debt = debtIn(cells, accounts, (column, problem) => tell(line, column, problem))
      if (!debt) continue
      const before = seen.get(debt.number)
      if (before !== undefined) tell(line, 'number', twice(debt.number, before))
      seen.set(debt.number, line)
    }
    if (total === 0) tell(1, null, new Wrong('soubor nemá žádný závazek', 'the file holds no debt'))
    return problems.length > 0 ? { problems } : { ...file, total, debts: () => debtsOf(records(), accounts) }
  } catch (error) {
    if (error instanceof BrokenCsv)
      tell(error.line, null, new Wrong('uvozovky nejsou ukončené', 'a quotation mark is not closed'))
    else if (error instanceof BrokenJson)
      tell(1, null, new Wrong('soubor není platný JSON', 'the file is not valid JSON'))
    else if (error instanceof Wrong) tell(1, null, error)
    else throw error
    return { problems }
  }
}

/** The debts of records that were checked before. */
function* debtsOf(records: Iterable<DebtRecord>, accounts: ReadonlySet<string>): Generator<IncomingDebt> {
  for (const { line, cells } of records) {
    const debt = debtIn(cells, accounts, (column, { reason }) => {
      throw new TypeError(`Line ${line}, ${column} was right when it was checked: ${reason.en}`)
    })
    if (debt) yield debt
  }
}

const twice = (number: string, before: number) =>
  new Wrong(`číslo ${number} je už na řádku ${before}`, `number ${number} is on line ${before} already`)

function headOf({ version, asOf, scope, run }: Raw['head']): FileHead {
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
  const top = csvRows(text, separator)
  const [head, names] = [top.next().value, top.next().value]
  if (!head || !names) throw new Wrong('chybí řádek se jmény sloupců', 'the line with the names of columns is missing')
  known(names.cells)
  const [, version = '', asOf = '', scope = '', run = ''] = head.cells
  return { head: { version, asOf, scope, run }, records: () => csvRecords(text, separator) }
}

function* csvRecords(text: string, separator: string): Generator<DebtRecord> {
  const rows = csvRows(text, separator)
  rows.next()
  const names = rows.next().value?.cells ?? []
  for (const { line, cells } of rows) {
    if (cells.length > names.length) yield { line, cells: new Map(), surplus: true }
    else yield { line, cells: new Map(names.map((name: string, at: number) => [name, cells[at] ?? ''])) }
  }
}

function fromJson(text: string): Raw {
  const members = membersOf(text)
  const word = (name: string) => {
    const place = members.get(name)
    return place ? scalar(valueOf(text, place)) : ''
  }
  if (word('format') !== format)
    throw new Wrong(`soubor nemá "format": "${format}"`, `the file has no "format": "${format}"`)
  const list = members.get('liabilities')
  if (!list || text[list.from] !== '[') throw new Wrong('chybí seznam liabilities', 'the list liabilities is missing')
  return {
    head: { version: word('version'), asOf: word('as_of'), scope: word('scope'), run: word('export_run') },
    records: () => jsonRecords(text, list.from),
  }
}

function* jsonRecords(text: string, from: number): Generator<DebtRecord> {
  let line = 0
  for (const one of elementsAt(text, from)) {
    const entries = typeof one === 'object' && one !== null ? Object.entries(one) : []
    if (line === 0) known(entries.map(([name]) => name))
    line += 1
    yield { line, cells: new Map(entries.map(([name, value]) => [name, scalar(value)])) }
  }
}

const scalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/** Columns must be those of the format, each once, and none that is needed missing. Throws Wrong. */
function known(names: string[]): void {
  const strange = names.find((name, at) => !columns.includes(name) || names.indexOf(name) !== at)
  if (strange !== undefined)
    throw new Wrong(`neznámý nebo dvojitý sloupec „${strange}“`, `unknown or repeated column “${strange}”`)
  const missing = requiredColumns.find(name => !names.includes(name))
  if (missing !== undefined) throw new Wrong(`chybí sloupec „${missing}“`, `column “${missing}” is missing`)
}
