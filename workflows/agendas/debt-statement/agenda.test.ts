import { expect, test } from 'vitest'
import { play } from '../../play.ts'
import debtStatement from './agenda.ts'

const asOf = '2026-04-10T02:00:00.000Z'
const asks = (document: string) => [{ answer: 'request', data: { document } }]
const says = (overdue: number, owed = overdue) => ({
  do: { debtStatement: async () => ({ owed, overdue, late: overdue > 0 ? 2 : 0, asOf }) },
})

test('nothing overdue is confirmed, whatever is due later', async () => {
  const { outcome, log, issued } = await play(debtStatement, asks('no-debts'), says(0, 78_000))
  expect([outcome, log]).toEqual(['issued', ['form request', 'issue no-debts', 'notify confirmed']])
  expect(issued[0]?.values).toEqual({ statement: '00000000-0000-4000-8000-000000000000' })
})

test('something overdue is never confirmed: words, and the list', async () => {
  const { outcome, log, notified } = await play(debtStatement, asks('no-debts'), says(50_000))
  expect([outcome, log]).toEqual(['owing', ['form request', 'issue debt-statement', 'notify owing']])
  expect(notified).toEqual([{ text: 'owing', values: { asOf, overdue: 50_000, late: 2 }, documents: ['document-1'] }])
})

test('a statement says what is owed, late or not', async () => {
  const { outcome, notified } = await play(debtStatement, asks('statement'), says(50_000, 128_000))
  expect([outcome, notified[0]?.values]).toEqual(['issued', { asOf, owed: 128_000, overdue: 50_000 }])
})

test('of an account that leads to no records nothing is said', async () => {
  const { outcome, issued } = await play(debtStatement, asks('no-debts'), { do: { debtStatement: async () => null } })
  expect([outcome, issued]).toEqual(['unknown', []])
})
