import { randomInt, randomUUID } from 'node:crypto'

/** A debt as the accounting writes it, by names of columns. */
export type WrittenDebt = Record<string, string>

/** A debt of somebody of its own. */
export const debt = (more: WrittenDebt = {}): WrittenDebt => ({
  ...{ number: `T-${randomUUID().slice(0, 12)}`, kind: 'waste', year: '2026', period: '2026' },
  ...{ description_cs: 'Poplatek za odpad', issued: '15. 1. 2026', due: '15. 4. 2026' },
  ...{ variable_symbol: String(randomInt(1_000_000_000, 9_999_999_999)), account: '19-6750510277/0100' },
  ...{ principal: '780,00', paid: '0', state: 'open' },
  ...{ subject: `E-${randomUUID().slice(0, 12)}`, subject_kind: 'person', subject_name: 'Žofie Příkladná' },
  ...more,
})

/** A file of debts as CSV. */
export function csv(debts: readonly WrittenDebt[], run = 0, scope = 'changes'): Buffer {
  const names = [...new Set(debts.flatMap(one => Object.keys(one)))]
  const rows = debts.map(one => names.map(name => one[name] ?? ''))
  return Buffer.from(
    [['portal-liabilities', '1', '2026-04-01T02:00:00+02:00', scope, String(run)], names, ...rows]
      .map(row => row.join(';'))
      .join('\r\n'),
  )
}

/** The same as JSON. */
export const json = (debts: readonly object[], run = 0, scope = 'changes'): Buffer =>
  Buffer.from(
    JSON.stringify({
      ...{ format: 'portal-liabilities', version: 1, as_of: '2026-04-02T02:00:00Z', scope, export_run: run },
      liabilities: debts,
    }),
  )
