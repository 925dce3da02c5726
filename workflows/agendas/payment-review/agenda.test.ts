import { expect, test, vi } from 'vitest'
import type { Lookups } from '../../agenda.ts'
import { play } from '../../play.ts'
import paymentReview from './agenda.ts'

const order = '44444444-4444-4444-8444-444444444444'
const review = { answer: 'review', data: { verdict: 'keep', words: 'Platbu evidujeme jako přeplatek.' } }

test('late money that did come is looked at by a clerk and the payer is told', async () => {
  const { outcome, log } = await play(paymentReview, [{ answer: 'notice', data: { order, reason: 'late' } }, review], {
    do: { latePayment: async () => ({ amount: 100, posted: true }) },
  })
  expect(outcome).toBe('reviewed')
  expect(log).toEqual(['form notice', 'notify received', 'clerk review (finance)', 'notify reviewed'])
})

test('news of money that never came disturbs nobody', async () => {
  const { outcome, log } = await play(paymentReview, [{ answer: 'notice', data: { order, reason: 'late' } }], {
    do: { latePayment: async () => null },
  })
  expect(outcome).toBe('nothing')
  expect(log).toEqual(['form notice'])
})

test('a dispute needs no question to the gateway, and cannot be withdrawn', async () => {
  const { outcome } = await play(paymentReview, [{ answer: 'notice', data: { order, reason: 'dispute' } }, review])
  expect(outcome).toBe('reviewed')
  await expect(
    play(paymentReview, [{ answer: 'notice', data: { order, reason: 'dispute' } }, { withdraw: true }]),
  ).rejects.toThrow('cannot be withdrawn')
})

test('a refund by transfer that came back is an overpayment again, and the payer is told which', async () => {
  const refund = '66666666-6666-4666-8666-666666666666'
  const transferred = vi.fn<Lookups['transferred']>(async () => {})
  const notice = { refund, reason: 'transfer-returned', amount: 30_000, account: '19-2000145399/0800' }
  const { outcome, notified } = await play(paymentReview, [{ answer: 'notice', data: notice }], { do: { transferred } })
  expect(transferred).toHaveBeenCalledExactlyOnceWith({ id: refund, returned: true })
  expect(outcome).toBe('came-back')
  expect(notified).toMatchObject([{ text: 'transfer-returned', values: { amount: 30_000 } }])
})
