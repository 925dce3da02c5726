import { expect, test } from 'vitest'
import { loadCity } from '../../city/city.ts'
import { deskConfirmation, type DeskConfirmation } from './desk-confirmation.ts'
import { paymentDetails } from './payment-details.ts'
import { pdfOf } from './pdf.ts'

const confirmation: DeskConfirmation = {
  name: 'Šárka Ďuríčková',
  birthDate: '1987-04-23',
  document: { kind: 'passport', end: '50A' },
  register: 'away',
  official: 'Jana Hájková',
  at: '2026-11-23T08:15:00Z',
  code: '7K3M-Q0XA-21TC',
  validUntil: '2026-11-30T22:59:00Z',
  portal: 'https://portal.example.cz',
}
const confirmed = (language: 'cs' | 'en') => JSON.stringify(deskConfirmation(loadCity(), confirmation, language))

test('a confirmation says who was checked by whom, that the register was away, the code and its last minute', () => {
  for (const said of [
    ...['Šárka Ďuríčková', '23. dubna 1987', 'cestovní pas končící na', '50A', 'Jana Hájková', '7K3M-Q0XA-21TC'],
    ...['neodpovídal, údaje neověřeny', '23:59', 'portal.example.cz/cs/signing-in/desk'],
  ])
    expect(confirmed('cs').replaceAll('\u00a0', ' ')).toContain(said)
  expect(confirmed('en').replaceAll('\u00a0', ' ')).toContain('passport ending in 50A')
})

test('payment details have a code for the banking app and the same in words for every debt', async () => {
  const debt = {
    description: { cs: 'Poplatek za odpad 2026', en: 'Waste fee 2026' },
    due: '2026-04-15',
    amount: 78_000,
    account: '19-6750510277/0100',
    variableSymbol: '1101000137',
    specificSymbol: null,
    qr: 'SPD*1.0*ACC:CZ6301000000196750510277*AM:780.00*CC:CZK*X-VS:1101000137',
  }
  const sheet = paymentDetails(loadCity(), { name: 'Josef Novák', day: '2026-03-01', debts: [debt, debt] }, 'cs')
  const text = JSON.stringify(sheet)
  expect(text.match(/SPD\*1\.0/g)).toHaveLength(2)
  for (const said of ['780\u00a0Kč', '1101000137', '19-6750510277/0100', 'Josef Novák']) expect(text).toContain(said)
  expect((await pdfOf(sheet)).subarray(0, 5).toString()).toBe('%PDF-')
})
