import { expect, test } from 'vitest'
import { play, type Move } from '../../play.ts'
import feePayment from './agenda.ts'

const waste = { liability: '11111111-1111-4111-8111-111111111111', amount: 78_000 }
const dog = { liability: '22222222-2222-4222-8222-222222222222', amount: 80_000 }
const basket: Move = { answer: 'basket', data: { items: [waste, dog], email: 'eva@example.cz' } }
const paid = (review: 'overpaid' | null = null): Move => ({
  pay: 'payment',
  result: { state: 'paid', payment: 'p1', amount: 158_000, review },
})

test('a basket is paid: receipt, then a message with it', async () => {
  const { outcome, log, notified } = await play(feePayment, [basket, paid()])
  expect(outcome).toBe('paid')
  expect(log).toEqual(['form basket', 'pay payment 158000', 'issue receipt', 'notify paid'])
  expect(notified).toEqual([
    { text: 'paid', values: { amount: 158_000, email: 'eva@example.cz' }, documents: ['document-1'] },
  ])
})

test('a debt that changed meanwhile is told and nothing is issued', async () => {
  const { outcome, log } = await play(feePayment, [basket, { pay: 'payment', result: { state: 'changed' } }])
  expect(outcome).toBe('changed')
  expect(log.at(-1)).toBe('notify changed')
  expect(log).not.toContain('issue receipt')
})

test('an unpaid order lapses, a withdrawn one ends', async () => {
  expect((await play(feePayment, [basket, { lapse: 'payment' }])).outcome).toBe('lapsed')
  expect((await play(feePayment, [basket, { withdraw: true }])).outcome).toBe('withdrawn')
})

test('an overpayment is looked at by the finance department, after the receipt', async () => {
  const { outcome, log } = await play(feePayment, [
    basket,
    paid('overpaid'),
    { answer: 'review', data: { verdict: 'keep', words: 'Přeplatek vám vrátíme.' } },
  ])
  expect(outcome).toBe('paid')
  expect(log).toEqual([
    'form basket',
    'pay payment 158000',
    'issue receipt',
    'notify paid',
    'clerk review (finance)',
    'notify reviewed',
  ])
})

test('once the money came, the payment cannot be taken back', async () => {
  await expect(play(feePayment, [basket, paid('overpaid'), { withdraw: true }])).rejects.toThrow('cannot be withdrawn')
})

test.each([
  ['an empty basket', { items: [] }],
  ['amount 0', { items: [{ ...waste, amount: 0 }] }],
  ['a negative amount', { items: [{ ...waste, amount: -100 }] }],
  ['a part of a heller', { items: [{ ...waste, amount: 0.5 }] }],
  ['the same debt twice', { items: [waste, waste] }],
  ['no id', { items: [{ liability: 'x', amount: 100 }] }],
  ['a field nobody asked for', { items: [waste], discount: 1 }],
])('%s is refused by the form', async (_, data) => {
  await expect(play(feePayment, [{ answer: 'basket', data }])).rejects.toThrow('refused')
})
