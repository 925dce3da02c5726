import { expect, test } from 'vitest'
import { loadCity } from '../../city/city.ts'
import { debtStatement, noDebts } from './debt-statement.ts'
import { longFrom, longStatementPdf } from './long-statement.ts'

const line = (balance: number, late: boolean) => ({
  number: 'ODP-1',
  description: { cs: 'Poplatek za odpad 2026', en: 'Waste fee 2026' },
  variableSymbol: '1101000137',
  due: '2026-04-15',
  ...{ prescribed: 78_000, paid: 78_000 - balance, balance, late },
})
const head = { number: 'PO-D-7/2026', caseNumber: 'PO-9/2026' }
const of = (...lines: ReturnType<typeof line>[]) => ({
  ...{ name: 'Šárka Ďuríčková', day: '2026-04-10', lines },
  asOf: new Date('2026-04-10T02:00:00Z'),
})
const text = (document: object) => JSON.stringify(document).replaceAll('\u00a0', ' ')

test('a statement says whose, its number, the state it shows, by what law, every debt and the sums', () => {
  const said = text(debtStatement(loadCity(), head, of(line(28_000, true), line(78_000, false)), 'cs'))
  for (const part of ['Šárka Ďuríčková', 'PO-D-7/2026', '4:00', '§ 151', '1101000137', '280 Kč', '500 Kč', '1 060 Kč'])
    expect(said).toContain(part)
  expect(said.match(/po splatnosti"/g)).toHaveLength(2)
  expect(text(debtStatement(loadCity(), head, of(), 'en'))).toContain('nothing to pay')
})

test('a confirmation names what is due later, and cannot be made where something is late', () => {
  const said = text(noDebts(loadCity(), head, of(line(78_000, false)), 'cs'))
  expect(said).toContain('žádný závazek po splatnosti')
  expect(said).toContain('ještě nejsou splatné')
  expect(text(noDebts(loadCity(), head, of(), 'cs'))).not.toContain('ještě nejsou splatné')
  expect(() => noDebts(loadCity(), head, of(line(1, true)), 'cs')).toThrow(RangeError)
})

test(
  'a long statement is set aside: the process goes on meanwhile, and the paper has all its pages',
  { timeout: 120_000 },
  async () => {
    let ticks = 0
    const ticking = setInterval(() => ticks++, 5)
    const lines = Array.from({ length: longFrom }, (_, n) => line(n + 1, false))
    const asked = { kind: 'debt-statement', head, statement: of(...lines), language: 'cs' } as const
    const pdf = (await longStatementPdf(asked)).toString('latin1')
    clearInterval(ticking)
    expect(pdf).toMatch(/^%PDF/)
    expect(Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(5)
    expect(ticks).toBeGreaterThan(10)
    await expect(longStatementPdf({ ...asked, kind: 'no-debts', statement: of(line(1, true)) })).rejects.toThrow(
      RangeError,
    )
  },
)
