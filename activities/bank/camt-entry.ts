import { accountToIban, isIban } from '../../forms/bank.ts'
import { all, dayIn, find, haleru, need, signedAmount, value } from './camt-values.ts'
import { agrees, broken, plain, symbol, type StatementLine } from './statement.ts'
import type { Element } from './xml.ts'

/** The lines that an entry (Ntry) makes: one, or one for each of its transactions; their positions are still to be given. */
export function linesOf(entry: Element): StatementLine[] {
  const status = find(entry, 'Sts')
  const code = (status && (find(status, 'Cd')?.text ?? status.text).trim()) ?? ''
  if (code !== 'BOOK')
    broken(
      status?.line ?? entry.line,
      'Ntry/Sts',
      `položka není zaúčtovaná („${code}“)`,
      `the entry is not booked (“${code}”)`,
    )
  const total = signedAmount(entry)
  if (total === 0) broken(entry.line, 'Ntry/Amt', 'částka je nulová', 'the amount is zero')
  const sign = Math.sign(total)
  const reversal = /^(true|1)$/.test(value(entry, 'RvslInd') ?? '')
  const bookedOn = dayIn(need(entry, 'BookgDt'))
  const valued = find(entry, 'ValDt')
  const reference = value(entry, 'AcctSvcrRef') ?? value(entry, 'NtryRef')
  const common = { position: 0, bookedOn, valueOn: valued ? dayIn(valued) : bookedOn, reversal }
  const transactions = all(entry, 'NtryDtls').flatMap(details => all(details, 'TxDtls'))
  const amounts = transactions.map(amountOf)
  // a batch whose parts the bank does not tell is one line that a person takes apart
  if (transactions.length > 1 && amounts.every(amount => amount === null))
    return [
      {
        ...common,
        amount: total,
        ...nobody,
        message: plain(value(entry, 'AddtlNtryInf') ?? '', 500),
        bankReference: reference ?? null,
      },
    ]
  const lines = (transactions.length > 0 ? transactions : [undefined]).map((details, at): StatementLine => ({
    ...common,
    amount: sign * (amounts[at] ?? Math.abs(total)),
    ...(details ? whoAndWhat(details, sign > 0 !== reversal) : nobody),
    bankReference: plain((details && find(details, 'Refs', 'AcctSvcrRef')?.text) ?? reference ?? '', 40),
  }))
  agrees(
    entry.line,
    'Ntry/Amt',
    total,
    lines.reduce((sum, line) => sum + line.amount, 0),
  )
  if (lines.some(({ amount }) => amount === 0)) broken(entry.line, 'TxDtls', 'částka je nulová', 'the amount is zero')
  return lines
}

const nobody = {
  variableSymbol: null,
  specificSymbol: null,
  constantSymbol: null,
  counterAccount: null,
  counterName: null,
  message: null,
}

/** Haléře of one transaction of an entry, in version .08 its own, in .02 among the details; null when only the entry has an amount. */
function amountOf(details: Element): number | null {
  const own = find(details, 'Amt') ?? find(details, 'AmtDtls', 'TxAmt', 'Amt')
  return own ? haleru(own) : null
}

function whoAndWhat(
  details: Element,
  cameIn: boolean,
): Omit<StatementLine, 'position' | 'amount' | 'bookedOn' | 'valueOn' | 'bankReference' | 'reversal'> {
  const role = cameIn ? 'Dbtr' : 'Cdtr'
  const who = find(details, 'RltdPties', role)
  const remittance = find(details, 'RmtInf')
  const references = (remittance ? all(remittance, 'Strd') : []).flatMap(
    one => find(one, 'CdtrRefInf', 'Ref')?.text ?? [],
  )
  const texts = [...references, find(details, 'Refs', 'EndToEndId')?.text ?? '']
  const message = remittance
    ? all(remittance, 'Ustrd')
        .map(({ text }) => text)
        .join(' ')
    : ''
  return {
    variableSymbol: symbolIn(texts, 'VS'),
    specificSymbol: symbolIn(texts, 'SS'),
    constantSymbol: symbolIn(texts, 'KS'),
    counterAccount: counterAccount(details, role),
    counterName: plain((who && (value(who, 'Nm') ?? find(who, 'Pty', 'Nm')?.text)) ?? '', 140),
    message: plain(message || (value(details, 'AddtlTxInf') ?? ''), 500),
  }
}

/** The symbol in references; null when there is none, or different ones. */
function symbolIn(texts: string[], which: 'VS' | 'SS' | 'KS'): string | null {
  const found = new Set(
    texts.flatMap(text =>
      [...text.matchAll(new RegExp(`(?:^|[/\\s])${which}[:/]?(\\d{1,10})(?!\\d)`, 'g'))].flatMap(
        match => symbol(match[1] ?? '') ?? [],
      ),
    ),
  )
  const [only, ...others] = found
  return only !== undefined && others.length === 0 ? only : null
}

function counterAccount(details: Element, role: 'Dbtr' | 'Cdtr'): string | null {
  const id = find(details, 'RltdPties', `${role}Acct`, 'Id')
  const iban = (id && value(id, 'IBAN'))?.replace(/\s/g, '')
  if (iban) return iban.slice(0, 34)
  const other = (id && find(id, 'Othr', 'Id')?.text.trim()) ?? ''
  if (other === '') return null
  const agent = find(details, 'RltdAgts', `${role}Agt`, 'FinInstnId')
  const bank = (agent && (find(agent, 'ClrSysMmbId', 'MmbId') ?? find(agent, 'Othr', 'Id'))?.text.trim()) ?? ''
  const account = other.includes('/') || bank === '' ? other : `${other}/${bank}`
  return accountToIban(account) ?? (isIban(account) ? account : plain(account, 34))
}
