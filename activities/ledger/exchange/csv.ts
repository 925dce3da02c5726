/** A record of a file and the line on which it begins, from 1. */
export interface Row {
  line: number
  cells: string[]
}

/** A text that is no CSV: the line and what is wrong there. */
export class BrokenCsv extends Error {
  override name = 'BrokenCsv'
  readonly line: number
  constructor(line: number) {
    super(`line ${line}: a quotation mark is not closed`)
    this.line = line
  }
}

/** UTF-8 when the bytes are that, else windows-1250, as Czech spreadsheets write. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** Records of CSV (RFC 4180) with the given separator, one after another; empty lines are left out. Throws BrokenCsv. */
export function* csvRows(text: string, separator: string): Generator<Row> {
  const quoted = new RegExp(`"((?:[^"]|"")*)"(?=${separator}|\\r?\\n|$)|([^${separator}\\r\\n]*)`, 'y')
  let [at, line] = [0, 1]
  while (at < text.length) {
    const row: Row = { line, cells: [] }
    for (;;) {
      quoted.lastIndex = at
      const match = quoted.exec(text)
      const [whole = '', inside, plain = ''] = match ?? []
      if (inside === undefined && plain.startsWith('"')) throw new BrokenCsv(line)
      row.cells.push((inside?.replaceAll('""', '"') ?? plain).trim())
      if (inside !== undefined) line += whole.split('\n').length - 1
      at += whole.length
      if (text[at] !== separator) break
      at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    if (row.cells.some(cell => cell !== '')) yield row
  }
}
