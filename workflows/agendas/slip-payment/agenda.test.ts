import { expect, test } from 'vitest'
import { play, type Move } from '../../play.ts'
import slipPayment from './agenda.ts'

const slip = {
  liability: '11111111-1111-4111-8111-111111111111',
  symbol: '1234567890',
  amount: 78_050,
  language: 'en',
  email: 'payer@example.org',
}
const entered: Move = { answer: 'slip', data: slip }
const paid = (review: 'overpaid' | null = null): Move => ({
  pay: 'payment',
  result: { state: 'paid', payment: 'p1', amount: 78_050, review },
})

test('a slip is paid: a receipt that names nobody, then a message with it in the payer’s language', async () => {
  const { outcome, log, issued, notified } = await play(slipPayment, [entered, paid()])
  expect(outcome).toBe('paid')
  expect(log).toEqual(['form slip', 'pay payment 78050', 'issue slip-receipt', 'notify paid'])
  expect(issued).toEqual([
    { document: 'slip-receipt', values: { payment: 'p1', symbol: '1234567890', language: 'en' } },
  ])
  expect(notified).toEqual([
    {
      text: 'paid',
      values: { amount: 78_050, symbol: '1234567890', language: 'en', email: 'payer@example.org' },
      documents: ['document-1'],
    },
  ])
})

test('what ceased to hold is told and nothing is issued; silence lapses', async () => {
  const changed = await play(slipPayment, [entered, { pay: 'payment', result: { state: 'changed' } }])
  expect([changed.outcome, changed.log.at(-1), changed.issued]).toEqual(['changed', 'notify changed', []])
  expect((await play(slipPayment, [entered, { lapse: 'payment' }])).outcome).toBe('lapsed')
})

test('an overpayment is looked at by the finance department, after the receipt', async () => {
  const review: Move = { answer: 'review', data: { verdict: 'keep', words: 'Ozvěte se nám prosím.' } }
  const { outcome, log } = await play(slipPayment, [entered, paid('overpaid'), review])
  expect(outcome).toBe('paid')
  expect(log.slice(-3)).toEqual(['notify paid', 'clerk review (finance)', 'notify reviewed'])
})

test('money in another currency goes back, and settles nothing', async () => {
  const held: Move = { pay: 'payment', result: { state: 'held', order: 'o1', amount: 3_200, currency: 'EUR' } }
  const { outcome, notified, issued } = await play(slipPayment, [entered, held])
  expect([outcome, issued]).toEqual(['returned', []])
  expect(notified[0]).toMatchObject({ text: 'held', values: { sum: '32.00 EUR', email: 'payer@example.org' } })
})

test('an overpayment may go back to the card, since nobody knows the payer', async () => {
  const review: Move = { answer: 'review', data: { verdict: 'refund', words: 'Vracíme na kartu.' } }
  const { outcome, log } = await play(slipPayment, [entered, paid('overpaid'), review])
  expect(outcome).toBe('paid')
  expect(log).toContain('refund p1')
  expect(log).not.toContain('notify reviewed')
})
