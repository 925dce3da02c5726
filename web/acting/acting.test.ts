import { expect, test } from 'vitest'
import type { Principal } from '../../api/contract.ts'
import { grouped, mayFor, onlyTogether } from './acting.tsx'

const principal = (over: Partial<Principal>): Principal => ({
  subject: 'a',
  name: 'Adam',
  kind: 'person',
  mandate: 'm',
  basis: 'poa',
  scope: [{ agenda: 'fee-payment', title: { cs: '', en: '' }, actions: ['view', 'pay'] }],
  limit: null,
  signatures: 1,
  validTo: null,
  ...over,
})

test('people come first, then companies, each once with all its mandates', () => {
  const all = grouped([
    principal({ subject: 'firm', name: 'Autodílna', kind: 'company', basis: 'statutory' }),
    principal({ subject: 'z', name: 'Žofie' }),
    principal({ subject: 'c', name: 'Čeněk' }),
    principal({ subject: 'firm', name: 'Autodílna', kind: 'company' }),
  ])
  expect(all.map(({ name, mandates }) => [name, mandates.length])).toEqual([
    ['Čeněk', 1],
    ['Žofie', 1],
    ['Autodílna', 2],
  ])
})

test('an action is allowed by any mandate that reaches its agenda', () => {
  const all: Principal['scope'] = [{ agenda: '*', title: { cs: '', en: '' }, actions: ['file'] }]
  const [one] = grouped([principal({}), principal({ mandate: 'n', scope: all })])
  if (!one) throw new Error('Nobody is there.')
  expect(mayFor(one, 'fee-payment', 'pay')).toBe(true)
  expect(mayFor(one, 'dog-fee', 'pay')).toBe(false)
  expect(mayFor(one, 'dog-fee', 'file')).toBe(true)
  expect(mayFor(one, 'dog-fee', 'view')).toBe(false)
})

test('several must act together unless one mandate lets them act alone', () => {
  const joint = principal({ subject: 'firm', kind: 'company', basis: 'statutory', signatures: 2 })
  const [firm] = grouped([joint])
  const [other] = grouped([joint, principal({ subject: 'firm', mandate: 'n' })])
  if (!firm || !other) throw new Error('Nobody is there.')
  expect(onlyTogether(firm, 'fee-payment', 'pay')).toBe(true)
  expect(onlyTogether(other, 'fee-payment', 'pay')).toBe(false)
  expect(onlyTogether(firm, 'dog-fee', 'file')).toBe(false)
})
