import { createHash } from 'node:crypto'
import { ibanToAccount } from '../forms/bank.ts'
import type { Statement, StatementLine } from '../activities/bank/statement.ts'

// Statements as a bank would write them, for tests: what is read of them must be what was written.

/** A line with what is usual left out. */
export const line = (position: number, amount: number, more: Partial<StatementLine> = {}): StatementLine => ({
  ...{ position, amount, bookedOn: '2026-04-15', valueOn: '2026-04-15' },
  ...{ variableSymbol: null, specificSymbol: null, constantSymbol: null },
  ...{ counterAccount: null, counterName: null, message: null, bankReference: null, reversal: false },
  ...more,
})

/** A statement of lines, whose balances agree. */
export function statement(lines: StatementLine[], more: Partial<Statement> = {}): Statement {
  const opening = more.opening ?? 100_000_00
  return {
    ...{ format: 'gpc', account: 'CZ6301000000196750510277', number: 1, year: 2026 },
    ...{ from: '2026-04-15', to: '2026-04-15', opening },
    closing: opening + lines.reduce((sum, { amount }) => sum + amount, 0),
    lines,
    ...more,
  }
}

const digits = (value: number | string | null, width: number) => String(value ?? '').padStart(width, '0')
const text = (value: string | null, width: number) => (value ?? '').slice(0, width).padEnd(width)
const ddmmyy = (day: string) => day.slice(8) + day.slice(5, 7) + day.slice(2, 4)
const signed = (amount: number, plus: string) => digits(Math.abs(amount), 14) + (amount < 0 ? '-' : plus)
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** The statement as a GPC file; windows-1250 is written as far as ASCII goes. */
export function gpc(statement: Statement): Buffer {
  const { account, lines, opening, closing } = statement
  const sum = (of: (line: StatementLine) => boolean) => lines.filter(of).reduce((all, { amount }) => all + amount, 0)
  const isCredit = (line: StatementLine) => line.amount > 0 !== line.reversal
  const head = [
    ...['074', account.slice(8), text('MESTO', 20), ddmmyy(dayBefore(statement.from)), signed(opening, '+')],
    ...[signed(closing, '+'), signed(-sum(line => !isCredit(line)), '0'), signed(sum(isCredit), '0')],
    ...[digits(statement.number, 3), ddmmyy(statement.to), text('', 14)],
  ].join('')
  return Buffer.from(
    [head, ...lines.flatMap(line => gpcLine(account, line))].map(one => `${one}\r\n`).join(''),
    'latin1',
  )
}

function gpcLine(account: string, line: StatementLine): string[] {
  const counter = line.counterAccount?.startsWith('CZ') ? line.counterAccount : null
  const code = line.reversal ? (line.amount > 0 ? '4' : '5') : line.amount > 0 ? '2' : '1'
  const entry = [
    ...['075', account.slice(8), counter?.slice(8) ?? digits(0, 16), text('', 13)],
    ...[digits(Math.abs(line.amount), 12), code, digits(line.variableSymbol, 10)],
    ...['00', counter?.slice(4, 8) ?? '0000', digits(line.constantSymbol, 4), digits(line.specificSymbol, 10)],
    ...[ddmmyy(line.valueOn), text(line.counterName, 20), '0', '0203', ddmmyy(line.bookedOn)],
  ].join('')
  return [
    entry,
    ...(line.bankReference === null
      ? []
      : [`076${text(line.bankReference, 26)}${ddmmyy(line.bookedOn)}${text('', 93)}`]),
    ...(line.message === null ? [] : [`078${text(line.message, 70)}${text('', 55)}`]),
  ]
}

const crowns = (amount: number) => `${Math.floor(Math.abs(amount) / 100)}.${digits(Math.abs(amount) % 100, 2)}`
const way = (amount: number) => `<CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
const money = (amount: number) => `<Amt Ccy="CZK">${crowns(amount)}</Amt>`
const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The statement as camt.053; version .02 keeps symbols in the end-to-end identification, .08 in the creditor's reference. */
export function camt(statement: Statement, version: '02' | '08' = '02'): Buffer {
  const { account, lines, opening, closing, from, to } = statement
  const balance = (code: string, amount: number, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(amount)}${way(amount)}<Dt><Dt>${day}</Dt></Dt></Bal>`
  const credits = lines.filter(({ amount }) => amount > 0)
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>${createHash('sha256').update(account).digest('hex').slice(0, 20)}</MsgId><CreDtTm>${to}T23:00:00+02:00</CreDtTm></GrpHdr>
<Stmt><Id>${statement.number}</Id><ElctrncSeqNb>${statement.number}</ElctrncSeqNb><CreDtTm>${to}T23:00:00+02:00</CreDtTm>
<FrToDt><FrDtTm>${from}T00:00:00.000+02:00</FrDtTm><ToDtTm>${to}T23:59:59.999+02:00</ToDtTm></FrToDt>
<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>CZK</Ccy></Acct>
${balance('PRCD', opening, from)}
${balance('CLBD', closing, to)}
<TxsSummry><TtlNtries><NbOfNtries>${lines.length}</NbOfNtries></TtlNtries><TtlCdtNtries><NbOfNtries>${credits.length}</NbOfNtries><Sum>${crowns(credits.reduce((all, { amount }) => all + amount, 0))}</Sum></TtlCdtNtries></TxsSummry>
${lines.map(line => entry(line, version)).join('\n')}
</Stmt></BkToCstmrStmt></Document>
`)
}

function entry(line: StatementLine, version: '02' | '08'): string {
  const { amount, variableSymbol: vs, specificSymbol: ss, constantSymbol: ks } = line
  const role = amount > 0 !== line.reversal ? 'Dbtr' : 'Cdtr'
  const symbols = Object.entries({ VS: vs, SS: ss, KS: ks }).filter(([, value]) => value !== null)
  const name = line.counterName === null ? '' : `<Nm>${escaped(line.counterName)}</Nm>`
  const who = version === '08' && name ? `<Pty>${name}</Pty>` : name
  const czech = line.counterAccount === null ? undefined : ibanToAccount(line.counterAccount)
  const [number, bank] = czech?.split('/') ?? []
  // some banks write the Czech form with the bank beside it
  const other = version === '02' && number !== undefined
  const id = other ? `<Othr><Id>${number}</Id></Othr>` : `<IBAN>${line.counterAccount}</IBAN>`
  const account = line.counterAccount === null ? '' : `<${role}Acct><Id>${id}</Id></${role}Acct>`
  const agent = other
    ? `<RltdAgts><${role}Agt><FinInstnId><Othr><Id>${bank}</Id></Othr></FinInstnId></${role}Agt></RltdAgts>`
    : ''
  const endToEnd =
    version === '02' && symbols.length > 0 ? symbols.map(pair => `/${pair.join('')}`).join('') : 'NOTPROVIDED'
  const strd =
    version === '08'
      ? symbols.map(pair => `<Strd><CdtrRefInf><Ref>${pair.join(':')}</Ref></CdtrRefInf></Strd>`).join('')
      : ''
  const ustrd = line.message === null ? '' : `<Ustrd>${escaped(line.message)}</Ustrd>`
  const reference = line.bankReference === null ? '' : `<AcctSvcrRef>${escaped(line.bankReference)}</AcctSvcrRef>`
  return `<Ntry>${money(amount)}${way(amount)}<RvslInd>${line.reversal}</RvslInd><Sts>${version === '08' ? '<Cd>BOOK</Cd>' : 'BOOK'}</Sts>
<BookgDt><Dt>${line.bookedOn}</Dt></BookgDt><ValDt><Dt>${line.valueOn}</Dt></ValDt>${reference}<BkTxCd/>
<NtryDtls><TxDtls><Refs><EndToEndId>${endToEnd}</EndToEndId></Refs>${version === '02' ? `<AmtDtls><TxAmt>${money(amount)}</TxAmt></AmtDtls>` : money(amount)}<RltdPties>${who ? `<${role}>${who}</${role}>` : ''}${account}</RltdPties>${agent}${ustrd || strd ? `<RmtInf>${ustrd}${strd}</RmtInf>` : ''}</TxDtls></NtryDtls></Ntry>`
}
