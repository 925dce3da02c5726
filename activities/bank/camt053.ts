import type { Day } from '../../city/calendar.ts'
import { linesOf } from './camt-entry.ts'
import { all, dayIn, find, haleru, need, onlyCzk, signedAmount, value } from './camt-values.ts'
import { agrees, broken, type Statement, type StatementLine } from './statement.ts'
import { readXml, type Element } from './xml.ts'

const namespaces = ['02', '08'].map(version => `urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}`)

/**
 * Reads statements in ISO 20022 camt.053, versions .02 and .08, as Czech banks give them: symbols stand in the reference of the
 * creditor (`VS:…`) or in the end-to-end identification (`/VS…/SS…/KS…`). An entry of several transactions gives a line for each.
 * The account must be one of `accounts`, the city's IBANs. Throws BrokenStatement.
 */
export function readCamt053(bytes: Uint8Array, accounts: readonly string[]): Statement[] {
  const { root, namespace } = readXml(bytes)
  if (!namespaces.includes(namespace))
    broken(
      root.line,
      root.name,
      `není to výpis camt.053 verze 02 ani 08 („${namespace}“)`,
      `not a camt.053 statement of version 02 or 08 (“${namespace}”)`,
    )
  const message = need(root, 'BkToCstmrStmt')
  const pages = [find(message, 'GrpHdr', 'MsgPgntn'), ...all(message, 'Stmt').map(one => find(one, 'StmtPgntn'))]
  for (const page of pages)
    if (page && (value(page, 'LastPgInd') === 'false' || Number(value(page, 'PgNb') ?? 1) > 1))
      broken(
        page.line,
        page.name,
        'výpis je rozdělený na stránky; stáhněte ho z banky vcelku',
        'the statement is split into pages; download it from the bank in one piece',
      )
  const statements = all(message, 'Stmt').map(one => statementOf(one, accounts))
  return statements.length > 0
    ? statements
    : broken(message.line, 'Stmt', 'soubor nemá žádný výpis', 'the file holds no statement')
}

function statementOf(statement: Element, accounts: readonly string[]): Statement {
  const iban = need(need(need(statement, 'Acct'), 'Id'), 'IBAN')
  const account = iban.text.replace(/\s/g, '')
  if (!accounts.includes(account))
    broken(iban.line, 'IBAN', `účet ${account} město nemá`, `the city has no account ${account}`)
  const currency = find(statement, 'Acct', 'Ccy')
  if (currency) onlyCzk(currency, currency.text.trim())
  const opening = balance(statement, ['OPBD', 'PRCD'])
  const closing = balance(statement, ['CLBD'])
  const entries = all(statement, 'Ntry')
  const lines: StatementLine[] = []
  for (const entry of entries) for (const line of linesOf(entry)) lines.push({ ...line, position: lines.length + 1 })
  agrees(
    closing.line,
    'CLBD',
    closing.amount,
    opening.amount + entries.reduce((sum, one) => sum + signedAmount(one), 0),
  )
  checkSummary(statement, entries)
  const period = find(statement, 'FrToDt')
  const from = period ? dayIn(need(period, 'FrDtTm')) : opening.day
  const to = period ? dayIn(need(period, 'ToDtTm')) : closing.day
  if (from > to) broken(statement.line, 'FrToDt', 'období končí dřív, než začíná', 'the period ends before it begins')
  const year = Number(to.slice(0, 4))
  return {
    format: 'camt.053',
    account,
    number: numberOf(statement),
    year,
    from,
    to,
    opening: opening.amount,
    closing: closing.amount,
    lines,
  }
}

function numberOf(statement: Element): number {
  const given = find(statement, 'ElctrncSeqNb') ?? need(statement, 'LglSeqNb')
  const text = given.text.trim()
  return /^0*[1-9]\d{0,8}$/.test(text)
    ? Number(text)
    : broken(given.line, given.name, `„${text}“ není číslo výpisu`, `“${text}” is not a statement number`)
}

/** The balance whose code is one of `codes`, the first that is there. */
function balance(statement: Element, codes: string[]): { amount: number; day: Day; line: number } {
  const codeOf = (one: Element) => find(one, 'Tp', 'CdOrPrtry', 'Cd')?.text.trim()
  for (const code of codes) {
    const [found, again] = all(statement, 'Bal').filter(one => codeOf(one) === code)
    if (again) broken(again.line, code, 'zůstatek je ve výpisu dvakrát', 'the balance is there twice')
    if (found) return { amount: signedAmount(found), day: dayIn(need(found, 'Dt')), line: found.line }
  }
  return broken(statement.line, codes.join('/'), 'chybí zůstatek', 'a balance is missing')
}

/** The sums that the bank may give beside the entries. */
function checkSummary(statement: Element, entries: Element[]): void {
  const of = (which: string) =>
    which === 'TtlNtries'
      ? entries
      : entries.filter(one => value(one, 'CdtDbtInd') === (which === 'TtlCdtNtries' ? 'CRDT' : 'DBIT'))
  for (const which of ['TtlNtries', 'TtlCdtNtries', 'TtlDbtNtries']) {
    const given = find(statement, 'TxsSummry', which)
    if (!given) continue
    const [count, sum] = [find(given, 'NbOfNtries'), find(given, 'Sum')]
    const there = of(which)
    if (count && Number(count.text) !== there.length)
      broken(
        count.line,
        `${which}/NbOfNtries`,
        `výpis má mít ${count.text.trim()} položek, je jich ${there.length}`,
        `the statement should have ${count.text.trim()} entries, there are ${there.length}`,
      )
    if (sum)
      agrees(
        sum.line,
        `${which}/Sum`,
        haleru(sum),
        there.reduce((all, one) => all + Math.abs(signedAmount(one)), 0),
      )
  }
}
