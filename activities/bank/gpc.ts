import { addDays, type Day } from '../../city/calendar.ts'
import { dayOf } from '../../forms/day.ts'
import { accountToIban, written } from '../../forms/bank.ts'
import { agrees, broken, plain, symbol, type Statement, type StatementLine } from './statement.ts'

/** Characters of a record; its line ends by CR LF. */
const width = 128

/** One record: its line in the file and its columns. */
class Record {
  readonly text: string
  readonly line: number
  constructor(text: string, line: number) {
    this.text = text
    this.line = line
  }

  /** Columns `from` to `to`, both counted from 1 as the description of the format counts them. */
  at(from: number, to: number): string {
    return this.text.slice(from - 1, to)
  }

  wrong(from: number, to: number, cs: string, en: string): never {
    return broken(this.line, `${from}–${to}`, `${cs} („${this.at(from, to)}“)`, `${en} (“${this.at(from, to)}”)`)
  }

  digits(from: number, to: number): string {
    const text = this.at(from, to)
    return /^\d+$/.test(text) ? text : this.wrong(from, to, 'mají tu být jen číslice', 'only digits may stand here')
  }

  number(from: number, to: number): number {
    return Number(this.digits(from, to))
  }

  /** An amount followed by its sign: `+` or `-`, in turnovers `0` for plus too. */
  signed(from: number, to: number): number {
    const sign = this.at(to, to)
    if (!'+-0 '.includes(sign)) this.wrong(to, to, 'neznámé znaménko', 'unknown sign')
    // without the negative zero
    return sign === '-' ? 0 - this.number(from, to - 1) : this.number(from, to - 1)
  }

  /** A day DDMMYY of this century; `otherwise` where the bank has left it out. */
  day(from: number, to: number, otherwise?: Day): Day {
    const text = this.at(from, to)
    if (otherwise !== undefined && /^(0+| +)$/.test(text)) return otherwise
    const [, day = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
    return (
      dayOf(2000 + Number(year || NaN), Number(month), Number(day)) ??
      this.wrong(from, to, 'není to den ve tvaru DDMMRR', 'not a day as DDMMYY')
    )
  }
}

/**
 * Reads statements in the Czech format GPC (ABO): records of 128 columns, windows-1250, amounts in haléře, a header 074 for each
 * statement and under it 075 for each movement, which 076, 078 and 079 may say more about. The format knows no bank code of the
 * account itself, so the account is looked up among `accounts`, the city's IBANs. Throws BrokenStatement.
 */
export function readGpc(bytes: Uint8Array, accounts: readonly string[]): Statement[] {
  const statements: Statement[] = []
  for (const [head, ...entries] of grouped(recordsOf(bytes)))
    if (head) statements.push(statementOf(head, entries, accounts))
  return statements
}

function recordsOf(bytes: Uint8Array): Record[] {
  const lines = new TextDecoder('windows-1250').decode(bytes).split(/\r?\n/)
  // the end of the last line, and the end of a file of DOS
  while (['', '\u001a'].includes(lines.at(-1) ?? '-')) lines.pop()
  return lines.map((text, at) => {
    if (text.length === width) return new Record(text, at + 1)
    return broken(
      at + 1,
      null,
      `řádek má ${text.length} znaků místo ${width}`,
      `the line has ${text.length} characters instead of ${width}`,
    )
  })
}

/** Records by statement, the header first. */
function grouped(records: Record[]): Record[][] {
  const groups: Record[][] = []
  for (const record of records) {
    const kind = record.at(1, 3)
    if (kind === '074') groups.push([record])
    else if (!['075', '076', '078', '079'].includes(kind))
      record.wrong(1, 3, 'neznámý druh záznamu', 'unknown kind of record')
    else {
      const group =
        groups.at(-1) ?? record.wrong(1, 3, 'záznam stojí před hlavičkou 074', 'a record before the header 074')
      if (kind !== '075' && group.length === 1)
        record.wrong(1, 3, 'doplňující záznam nemá položku 075', 'an additional record without its entry 075')
      group.push(record)
    }
  }
  if (groups.length === 0) broken(1, null, 'soubor nemá hlavičku 074', 'the file has no header 074')
  return groups
}

function statementOf(head: Record, records: Record[], accounts: readonly string[]): Statement {
  const account = accountOf(head, accounts)
  const to = head.day(109, 114)
  const since = addDays(head.day(40, 45), 1)
  const number = head.number(106, 108)
  if (number === 0) head.wrong(106, 108, 'výpis nemá číslo', 'the statement has no number')
  const lines: StatementLine[] = []
  let [debits, credits] = [0, 0]
  for (const record of records) {
    const last = lines.at(-1)
    if (record.at(1, 3) === '075') {
      if (record.at(4, 19) !== head.at(4, 19))
        record.wrong(4, 19, 'položka patří jinému účtu než hlavička', 'the entry is of another account than the header')
      const line = lineOf(record, lines.length + 1, to)
      lines.push(line)
      if (line.amount > 0 !== line.reversal) credits += line.amount
      else debits -= line.amount
    } else if (last) supplement(last, record)
  }
  const [opening, closing] = [head.signed(46, 60), head.signed(61, 75)]
  agrees(head.line, '76–90', head.signed(76, 90), debits)
  agrees(head.line, '91–105', head.signed(91, 105), credits)
  agrees(head.line, '61–75', closing, opening + credits - debits)
  const year = Number(to.slice(0, 4))
  return { format: 'gpc', account, number, year, from: since < to ? since : to, to, opening, closing, lines }
}

function accountOf(head: Record, accounts: readonly string[]): string {
  const digits = head.digits(4, 19)
  const own = accounts.filter(iban => iban.slice(8) === digits)
  return own[0] !== undefined && own.length === 1
    ? own[0]
    : head.wrong(4, 19, 'tento účet město nemá', 'the city has no such account')
}

/** What a posting code (kód účtování) does to the balance. */
const postings: Readonly<{ [code: string]: { sign: 1 | -1; reversal: boolean } }> = {
  '1': { sign: -1, reversal: false },
  '2': { sign: 1, reversal: false },
  '4': { sign: 1, reversal: true },
  '5': { sign: -1, reversal: true },
}

function lineOf(record: Record, position: number, statementDay: Day): StatementLine {
  const posting = postings[record.at(61, 61)] ?? record.wrong(61, 61, 'neznámý kód účtování', 'unknown posting code')
  const amount = record.number(49, 60)
  if (amount === 0) record.wrong(49, 60, 'částka je nulová', 'the amount is zero')
  if (!['0203', '0000', '    '].includes(record.at(119, 122)))
    record.wrong(119, 122, 'jiná měna než CZK (0203)', 'another currency than CZK (0203)')
  const bookedOn = record.day(123, 128, statementDay)
  return {
    position,
    amount: posting.sign * amount,
    bookedOn,
    valueOn: record.day(92, 97, bookedOn),
    variableSymbol: symbol(record.digits(62, 71)),
    specificSymbol: symbol(record.digits(82, 91)),
    constantSymbol: symbol(record.digits(78, 81)),
    counterAccount: counterAccount(record.digits(20, 35), record.digits(74, 77)),
    counterName: plain(record.at(98, 117), 140),
    message: null,
    bankReference: plain(record.at(36, 48), 40),
    reversal: posting.reversal,
  }
}

function counterAccount(digits: string, bank: string): string | null {
  if (/^0+$/.test(digits)) return null
  const account = written({ prefix: digits.slice(0, 6), number: digits.slice(6), bank })
  return accountToIban(account) ?? account
}

/** What 076 (the bank's identification), 078 and 079 (message of the payer, two parts each) add to the entry before them. */
function supplement(line: StatementLine, record: Record): void {
  if (record.at(1, 3) === '076') line.bankReference = plain(record.at(4, 29), 40) ?? line.bankReference
  else line.message = plain(`${line.message ?? ''} ${record.at(4, 38).trimEnd()} ${record.at(39, 73)}`, 500)
}
