import { expect, test } from 'vitest'
import { play } from '../../play.ts'
import representations from './agenda.ts'

const request = { answer: 'request', data: { consent: true } }

test('what the registers say is told by name', async () => {
  const { outcome, notified } = await play(representations, [request], {
    do: {
      findPrincipals: async () => [
        { name: 'Eliška Horáková', basis: 'parent' },
        { name: 'Truhlářství Pokorný s.r.o.', basis: 'statutory' },
      ],
    },
  })
  expect(outcome).toBe('found')
  expect(notified).toEqual([
    { text: 'found', values: { names: 'Eliška Horáková, Truhlářství Pokorný s.r.o.' }, documents: [] },
  ])
})

test('when they name nobody, the citizen hears what to do', async () => {
  const { outcome, log } = await play(representations, [request], { do: { findPrincipals: async () => [] } })
  expect(outcome).toBe('nobody')
  expect(log).toEqual(['form request', 'notify nobody'])
})

test('nobody is asked about without consent', async () => {
  await expect(play(representations, [{ answer: 'request', data: {} }])).rejects.toThrow('/consent')
})
