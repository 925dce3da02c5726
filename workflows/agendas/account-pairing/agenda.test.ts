import { expect, test, vi } from 'vitest'
import { play } from '../../play.ts'
import type { Lookups } from '../../agenda.ts'
import accountPairing from './agenda.ts'

const subject = '33333333-3333-4333-8333-333333333333'
const request = { answer: 'request', data: { note: 'Dříve Nováková' } }
const pair = { answer: 'pairing', data: { verdict: 'pair', subject } }

test('a clerk pairs the account of the one who asked', async () => {
  const pairAccount = vi.fn<Lookups['pairAccount']>(async () => 'paired')
  const { outcome, log } = await play(accountPairing, [request, pair], { do: { pairAccount } })
  expect(outcome).toBe('paired')
  expect(pairAccount).toHaveBeenCalledExactlyOnceWith('citizen', subject)
  expect(log).toEqual(['form request', 'clerk pairing (finance)', 'notify paired'])
})

test('a subject that another account has is not given twice', async () => {
  const { outcome, log } = await play(accountPairing, [request, pair], { do: { pairAccount: async () => 'taken' } })
  expect(outcome).toBe('refused')
  expect(log.at(-1)).toBe('notify taken')
})

test('a refusal tells what to do; pairing needs a subject, refusing a reason', async () => {
  const { notified } = await play(accountPairing, [
    request,
    { answer: 'pairing', data: { verdict: 'refuse', reasons: 'Přijďte prosím osobně.' } },
  ])
  expect(notified).toEqual([{ text: 'refused', values: { reasons: 'Přijďte prosím osobně.' }, documents: [] }])
  await expect(play(accountPairing, [request, { answer: 'pairing', data: { verdict: 'pair' } }])).rejects.toThrow(
    '/subject',
  )
  await expect(play(accountPairing, [request, { answer: 'pairing', data: { verdict: 'refuse' } }])).rejects.toThrow(
    '/reasons',
  )
})

test('the numbers a citizen gives are checked', async () => {
  await expect(play(accountPairing, [{ answer: 'request', data: { birthNumber: '7008010147' } }])).rejects.toThrow(
    '/birthNumber',
  )
})
