import { expect, test } from 'vitest'
import example from './agendas/_example/agenda.ts'
import pairing from './agendas/account-pairing/agenda.ts'
import feePayment from './agendas/fee-payment/agenda.ts'
import type { Agenda } from './agenda.ts'
import { foresee } from './preview.ts'

const on = (agenda: unknown) => agenda as Agenda
const about = { number: 'PO-7/2026', citizen: { id: 'eva', name: 'Eva Nováková', language: 'cs' as const } }
const filed = { answer: 'application', data: { reader: 'Eva', age: 'adult' }, judged: true } as const

test('a refusal ends the case, and the citizen gets its reasons', async () => {
  const seen = await foresee(
    on(example),
    [filed],
    { answer: 'verdict', data: { verdict: 'refuse', reasons: 'Chybí věk.' }, judged: true },
    about,
  )
  expect(seen).toEqual({
    notified: [{ text: 'refused', values: { reasons: 'Chybí věk.' }, documents: [] }],
    issued: [],
    outcome: 'refused',
    waits: [],
    assumed: [],
  })
})

test('asking for more leaves the case waiting for the citizen; what was told before is not told again', async () => {
  const ask = { answer: 'verdict', data: { verdict: 'ask', reasons: 'Doplňte.' }, judged: true } as const
  const supplement = { answer: 'supplement', data: { note: 'Tady.' }, judged: true } as const
  const seen = await foresee(on(example), [filed, ask, supplement], ask, about)
  expect(seen).toMatchObject({ outcome: null, waits: [{ step: 'supplement', kind: 'form' }] })
  expect(seen?.notified.map(({ text }) => text)).toEqual(['missing'])
})

test('a look-up answers as when all goes well, and the preview says that it took it for granted', async () => {
  const decision = { answer: 'pairing', data: { verdict: 'pair', subject: 's1' }, judged: true } as const
  const seen = await foresee(on(pairing), [{ answer: 'request', data: {}, judged: true }], decision, about)
  expect(seen).toMatchObject({ outcome: 'paired', assumed: ['pairAccount'] })
})

test('a payment of the past is as the order says', async () => {
  const past = [
    { answer: 'basket', data: { items: [{ liability: 'l1', amount: 500 }] }, judged: true },
    { pay: 'payment', result: { state: 'paid', payment: 'p1', amount: 500, review: 'overpaid' } },
  ] as const
  const seen = await foresee(
    on(feePayment),
    past,
    { answer: 'review', data: { words: 'Vrátíme.' }, judged: true },
    about,
  )
  expect(seen).toMatchObject({ outcome: 'paid', notified: [{ text: 'reviewed' }], issued: [] })
})

test('a past that does not lead to the decision foresees nothing', async () => {
  const decision = { answer: 'review', data: {}, judged: true } as const
  expect(await foresee(on(feePayment), [], decision, about)).toBeNull()
  expect(await foresee(on(example), [filed, filed], { ...decision, answer: 'verdict' }, about)).toBeNull()
})
