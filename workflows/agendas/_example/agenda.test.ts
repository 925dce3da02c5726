import { expect, test } from 'vitest'
import { play } from '../../play.ts'
import example from './agenda.ts'

const application = { answer: 'application', data: { reader: 'Eva Nováková', age: 'adult' } }

test('a card is granted after a supplement', async () => {
  const { outcome, log } = await play(example, [
    application,
    { answer: 'verdict', data: { verdict: 'ask', reasons: 'Chybí adresa.' } },
    { answer: 'supplement', data: { note: 'Kladno, Severní 1' } },
    { answer: 'verdict', data: { verdict: 'grant' } },
  ])
  expect(outcome).toBe('granted')
  expect(log).toEqual([
    'form application',
    'notify received',
    'clerk verdict (registry)',
    'notify missing',
    'form supplement',
    'clerk verdict (registry)',
    'notify granted',
  ])
})

test('a refusal tells its reasons', async () => {
  const { outcome, notified } = await play(example, [
    application,
    { answer: 'verdict', data: { verdict: 'refuse', reasons: 'Průkaz už máte.' } },
  ])
  expect(outcome).toBe('refused')
  expect(notified.at(-1)).toEqual({ text: 'refused', values: { reasons: 'Průkaz už máte.' }, documents: [] })
})

test('silence lapses the supplement, a withdrawal ends the case', async () => {
  const ask = { answer: 'verdict', data: { verdict: 'ask', reasons: 'Chybí adresa.' } }
  expect((await play(example, [application, ask, { lapse: 'supplement' }])).outcome).toBe('lapsed')
  expect((await play(example, [application, { withdraw: true }])).outcome).toBe('withdrawn')
})

test('a hidden field is not asked; a shown one must be filled', async () => {
  await expect(play(example, [{ answer: 'application', data: { reader: 'Jan', age: 'child' } }])).rejects.toThrow(
    '/guardian',
  )
  await expect(
    play(example, [{ answer: 'application', data: { reader: 'Jan', age: 'child', guardian: 'Eva' } }]),
  ).rejects.toThrow('waits for verdict')
})

test('the player refuses a story that does not fit', async () => {
  await expect(play(example, [{ answer: 'verdict', data: { verdict: 'grant' } }])).rejects.toThrow(
    'verdict is not open, the case waits for application',
  )
  await expect(
    play(example, [application, { answer: 'verdict', data: { verdict: 'grant' } }, { lapse: 'supplement' }]),
  ).rejects.toThrow('moves left over')
})
