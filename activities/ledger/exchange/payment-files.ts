import type { ExportRun } from './exported.ts'

/** Crowns of haléře with a decimal comma. */
export const crowns = (amount: number): string => {
  const whole = Math.abs(amount)
  return `${amount < 0 ? '-' : ''}${Math.floor(whole / 100)},${String(whole % 100).padStart(2, '0')}`
}
/** A value of CSV, quoted where it must be. */
export const cell = (value: string | null) =>
  value !== null && /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : (value ?? '')

const names = [
  ...['external_id', 'channel', 'payer', 'paid_at', 'credited_on', 'amount'],
  ...['place', 'number', 'variable_symbol', 'part'],
]

/** A run as CSV: semicolons, decimal commas, UTF-8 with a mark by which spreadsheets know it. See docs/ledger-import.md. */
export function exportCsv({ run, at, parts }: ExportRun): string {
  const rows = parts.map(one => [
    ...[one.externalId, one.channel, cell(one.payer), one.paidAt, one.creditedOn ?? '', crowns(one.amount)],
    ...[one.place, cell(one.liability), one.variableSymbol ?? '', crowns(one.part)],
  ])
  return `\uFEFF${[['portal-payments', '2', at, String(run)], names, ...rows].map(row => row.join(';')).join('\r\n')}\r\n`
}

/** A run as JSON, amounts in crowns as texts so that nobody's floating point touches them. */
export const exportJson = ({ run, at, parts }: ExportRun): string =>
  JSON.stringify(
    {
      ...{ format: 'portal-payments', version: 2, at, run },
      payments: parts.map(({ amount, part, ...one }) => ({
        ...one,
        amount: crowns(amount).replace(',', '.'),
        part: crowns(part).replace(',', '.'),
      })),
    },
    null,
    2,
  )
