import { expect, test } from 'vitest'
import { play, type Move } from '../../play.ts'
import overpaymentRefund from './agenda.ts'

const overpayment = '11111111-1111-4111-8111-111111111111'
const to = { account: '19-2000145399/0800', holder: 'Eva Nováková' }
const asked: Move = { answer: 'request', data: { overpayment, to } }
const yes = (by = 'jana'): Move => ({ answer: 'review', data: { verdict: 'refund' }, by })
const made: Move = { answer: 'transfer', data: { result: 'made' } }
const ledger = (left: number, used = 0) => ({
  do: { overpayment: async () => ({ left, used, paidOn: '2026-11-02', limit: 20_000 }), transferred: async () => {} },
})
const confirmed = {
  proposeRefund: async () => ({ state: 'proposed', amount: 30_000, currency: 'CZK', confirm: true }) as const,
}

test('reviewed, ordered in the bank, and the payer is told', async () => {
  const { outcome, log } = await play(overpaymentRefund, [asked, yes(), made], ledger(30_000))
  expect(outcome).toBe('sent')
  expect(log.slice(-3)).toEqual([`refund ${overpayment}`, 'clerk transfer (finance)', 'notify sent'])
})

test('above the limit another official confirms; not confirmed, it is reviewed again', async () => {
  const reject: Move = { answer: 'confirmation', data: { verdict: 'reject' }, by: 'petr' }
  const confirm: Move = { answer: 'confirmation', data: { verdict: 'confirm' }, by: 'petr' }
  const options = { ...ledger(30_000), refund: confirmed }
  const { outcome } = await play(overpaymentRefund, [asked, yes(), reject, yes(), confirm, made], options)
  expect(outcome).toBe('sent')
  const own: Move = { answer: 'confirmation', data: { verdict: 'confirm' }, by: 'jana' }
  await expect(play(overpaymentRefund, [asked, yes(), own], options)).rejects.toThrow('four eyes')
})

test('first it is used for what is overdue; when nothing is left, nothing goes back', async () => {
  const { outcome, log } = await play(overpaymentRefund, [asked], ledger(0, 30_000))
  expect([outcome, log.at(-1)]).toEqual(['used', 'notify used'])
})

test('so small a sum is kept, and the law is told', async () => {
  const { outcome, notified } = await play(overpaymentRefund, [asked], ledger(20_000))
  expect([outcome, notified.at(-1)?.values]).toEqual(['kept', { amount: 20_000, limit: 20_000 }])
})

test('the bank does not take it: another account is asked for, and it is reviewed anew', async () => {
  const refused: Move = { answer: 'transfer', data: { result: 'refused' } }
  const other: Move = { answer: 'account', data: { to: { ...to, account: '178124-4159/0710' } } }
  const moves = [asked, yes(), refused, other, yes('petr'), made]
  const { outcome, notified } = await play(overpaymentRefund, moves, ledger(30_000))
  expect(outcome).toBe('sent')
  expect(notified.at(-1)?.values['account']).toContain('0710')
})

test('it can be taken back, but not while the money goes back', async () => {
  const refused: Move = { answer: 'transfer', data: { result: 'refused' } }
  const back: Move = { withdraw: true }
  expect((await play(overpaymentRefund, [asked, back], ledger(30_000))).outcome).toBe('withdrawn')
  await expect(play(overpaymentRefund, [asked, yes(), back], ledger(30_000))).rejects.toThrow('money-goes-back')
  expect((await play(overpaymentRefund, [asked, yes(), refused, back], ledger(30_000))).outcome).toBe('withdrawn')
})

test('refused with reasons, or silent about another account: it stays an overpayment', async () => {
  const no: Move = { answer: 'review', data: { verdict: 'refuse', words: 'Přeplatek patří jinému plátci.' } }
  expect((await play(overpaymentRefund, [asked, no], ledger(30_000))).outcome).toBe('kept')
  const refused: Move = { answer: 'transfer', data: { result: 'refused' } }
  const silent = await play(overpaymentRefund, [asked, yes(), refused, { lapse: 'account' }], ledger(30_000))
  expect(silent.outcome).toBe('lapsed')
})
