import { expect, test } from 'vitest'
import { loadCity } from '../../city/city.ts'
import type { PaymentFacts } from './facts.ts'
import { pdfOf } from './pdf.ts'
import { receipt } from './receipt.ts'

const facts: PaymentFacts = {
  payer: 'Šárka Ďuríčková',
  amount: 158_000,
  unallocated: 0,
  paidAt: '2026-04-10T20:15:30Z',
  postedAt: '2026-04-10T20:15:31Z',
  gatewayId: 'pi_123',
  card: { brand: 'visa', last4: '4242' },
  items: [
    {
      description: { cs: 'Poplatek za odpad 2026', en: 'Waste fee 2026' },
      debtor: 'Šárka Ďuríčková',
      number: 'ODP-1',
      variableSymbol: '1101000137',
      account: 'CZ',
      amount: 78_000,
    },
    {
      description: { cs: 'Poplatek ze psa 2026', en: 'Dog fee 2026' },
      debtor: 'Šárka Ďuríčková',
      number: 'PES-1',
      variableSymbol: '1201000137',
      account: 'CZ',
      amount: 80_000,
    },
  ],
}
const head = { number: 'PO-D-1/2026', caseNumber: 'PO-1/2026' }
const text = (language: 'cs' | 'en', more: Partial<PaymentFacts> = {}) =>
  JSON.stringify(receipt(loadCity(), head, { ...facts, ...more }, language))

test('a receipt names city, payer, every debt with its symbol, the sum, the card and the instant in Prague', () => {
  const cs = text('cs')
  for (const said of [
    'Statutární město Kladno',
    '00234516',
    'Šárka Ďuríčková',
    '1101000137',
    '1201000137',
    '1\u00a0580\u00a0Kč',
    '4242',
    'pi_123',
    '22:15:30',
    'Nejde o daňový doklad',
  ])
    expect(cs).toContain(said)
  expect(text('en')).toContain('This is not a tax document')
})

test('an overpayment is said, and only where there is one', () => {
  expect(text('cs')).not.toContain('přeplatek')
  expect(text('cs', { unallocated: 10_000 })).toContain('přeplatek')
})

test('it becomes a PDF with its own font', async () => {
  const bytes = await pdfOf(receipt(loadCity(), head, facts, 'cs'))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1')).toContain('Roboto')
})

test('a document is the same whatever was set before it, though the font is opened once', async () => {
  // without the instant, the name of the file and the six letters that tell subsets apart, which are new each time
  const set = async (payer: string) =>
    (await pdfOf({ ...receipt(loadCity(), head, { ...facts, payer }, 'cs'), compress: false }))
      .toString('latin1')
      .replace(/\/ID \[[^\]]*\]|D:\d+Z|[A-Z]{6}\+/g, '')
  const alone = await set('Jan Novák')
  const [other] = await Promise.all([set('Олександр Коваленко'), set('Đặng Thị Hương')])
  expect(other).not.toBe(alone)
  expect(await set('Jan Novák')).toBe(alone)
})
