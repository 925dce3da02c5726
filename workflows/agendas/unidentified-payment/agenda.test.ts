import { expect, test, vi } from 'vitest'
import type { Lookups } from '../../agenda.ts'
import { play, type Move } from '../../play.ts'
import unidentifiedPayment from './agenda.ts'

const line = '44444444-4444-4444-8444-444444444444'
const debt = '55555555-5555-4555-8555-555555555555'
const notice = (more: object = {}): Move => ({
  answer: 'notice',
  data: { line, why: 'unknown-symbol', amount: 780_00, bookedOn: '2026-04-15', account: '19-6750510277/0100', ...more },
})
const from = { counterAccount: 'CZ6508000000192000145399' }
const back: Move = { answer: 'decision', by: 'jana', data: { verdict: 'return', words: 'Omylem poslal.' } }

const told = () => vi.fn<Lookups['decideBankLine']>(async () => 'done')

test('a clerk finds the debt; when it was paid meanwhile, they look again', async () => {
  const decideBankLine = told().mockResolvedValueOnce('changed')
  const settle: Move = { answer: 'decision', data: { verdict: 'settle', items: [{ liability: debt, amount: 780_00 }] } }
  const { outcome, log } = await play(unidentifiedPayment, [notice(), settle, settle], { do: { decideBankLine } })
  expect(outcome).toBe('settled')
  expect(log).toEqual(['form notice', 'clerk decision (finance)', 'clerk decision (finance)'])
  expect(decideBankLine).toHaveBeenLastCalledWith({
    line,
    what: 'settle',
    items: [{ liability: debt, amount: 780_00 }],
  })
})

test('what nobody can tell stays as unidentified, with a reason', async () => {
  const decideBankLine = told()
  const keep: Move = { answer: 'decision', data: { verdict: 'keep', words: 'Plátce se neozval.' } }
  expect((await play(unidentifiedPayment, [notice(), keep], { do: { decideBankLine } })).outcome).toBe('kept')
  expect(decideBankLine).toHaveBeenCalledExactlyOnceWith({ line, what: 'keep', note: 'Plátce se neozval.' })
})

test('a return needs another official, who may send it back to be decided again', async () => {
  const decideBankLine = told()
  const no: Move = { answer: 'confirmation', by: 'petra', data: { agreed: 'no', words: 'Je to její nájem.' } }
  const yes: Move = { answer: 'confirmation', by: 'petra', data: { agreed: 'yes' } }
  const { outcome } = await play(unidentifiedPayment, [notice(from), back, no, back, yes], { do: { decideBankLine } })
  expect(outcome).toBe('returned')
  const account = from.counterAccount
  expect(decideBankLine).toHaveBeenCalledExactlyOnceWith({ line, what: 'return', account, note: 'Omylem poslal.' })
  const alone: Move = { answer: 'confirmation', by: 'jana', data: { agreed: 'yes' } }
  await expect(play(unidentifiedPayment, [notice(from), back, alone])).rejects.toThrow('four eyes')
})

test('without a sender’s account somebody says where the money goes, and neither of them confirms it', async () => {
  const decideBankLine = told()
  const to: Move = { answer: 'account', by: 'eva', data: { account: '19-2000145399/0800' } }
  const by = (who: string): Move => ({ answer: 'confirmation', by: who, data: { agreed: 'yes' } })
  const { outcome } = await play(unidentifiedPayment, [notice(), back, to, by('petra')], { do: { decideBankLine } })
  expect(outcome).toBe('returned')
  expect(decideBankLine.mock.lastCall?.[0]).toMatchObject({ account: '19-2000145399/0800' })
  for (const who of ['jana', 'eva'])
    await expect(play(unidentifiedPayment, [notice(), back, to, by(who)])).rejects.toThrow('four eyes')
})

test('a reversal by the bank is put right by hand and kept in words', async () => {
  const decideBankLine = told()
  const moves = [
    notice({ why: 'reversal', amount: -780_00 }),
    { answer: 'correction', data: { words: 'Zápis 12 stornován.' } },
  ]
  expect((await play(unidentifiedPayment, moves, { do: { decideBankLine } })).outcome).toBe('corrected')
})

test('of money that has left the account a clerk says which refund it was, or what else', async () => {
  const left = notice({ why: 'unknown-outgoing', amount: -300_00 })
  const refund = '66666666-6666-4666-8666-666666666666'
  const decideBankLine = told().mockResolvedValueOnce('changed')
  const back: Move = { answer: 'outgoing', data: { verdict: 'refund', refund } }
  expect((await play(unidentifiedPayment, [left, back, back], { do: { decideBankLine } })).outcome).toBe('sent')
  expect(decideBankLine).toHaveBeenLastCalledWith({ line, what: 'refund', refund })
  const other: Move = { answer: 'outgoing', data: { verdict: 'other', words: 'Faktura za úklid.' } }
  expect((await play(unidentifiedPayment, [left, other], { do: { decideBankLine } })).outcome).toBe('explained')
  expect(decideBankLine).toHaveBeenLastCalledWith({ line, what: 'explain', note: 'Faktura za úklid.' })
})
