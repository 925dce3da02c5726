import type { DayEntry } from '../../contract.ts'

const names = [
  ...['time', 'kind', 'bucket', 'gateway', 'orders', 'ledger', 'bank', 'foreign_amount', 'foreign_currency'],
  ...['reference', 'case', 'statement', 'line'],
]

const crowns = (amount: number | null | undefined): string => {
  if (amount === null || amount === undefined) return ''
  const whole = Math.abs(amount)
  return `${amount < 0 ? '-' : ''}${Math.floor(whole / 100)},${String(whole % 100).padStart(2, '0')}`
}

/** What a payer or a bank wrote must stay text: a spreadsheet would reckon with `=…`, `+…`, `-…` and `@…`. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The entries of a day as CSV: semicolons, decimal commas, UTF-8 with a mark by which spreadsheets know it. */
export function dayCsv(entries: readonly DayEntry[]): string {
  const rows = entries.map(one => [
    ...[one.at, one.kind, one.bucket, crowns(one.gateway), crowns(one.orders), crowns(one.ledger), crowns(one.bank)],
    ...[crowns(one.foreign?.amount), one.foreign?.currency ?? '', cell(one.reference ?? ''), one.case?.number ?? ''],
    ...[one.statement ? `${one.statement.number}/${one.statement.year}` : '', String(one.statement?.position ?? '')],
  ])
  return `\uFEFF${[names, ...rows].map(row => row.join(';')).join('\r\n')}\r\n`
}
