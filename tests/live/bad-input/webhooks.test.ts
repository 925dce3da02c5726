import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../api/contract.ts'
import { basket, caseOf, closed, holding, until } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { fingerprints, quiet } from '../../rows.ts'
import { stack } from '../../stack.ts'
import { refusals } from './refusals.ts'

const { db, expectRefused } = refusals()

describe('a webhook that is not the gateway’s', () => {
  const event = {
    id: `evt_${randomUUID()}`,
    type: 'checkout.session.completed',
    data: { object: { object: 'checkout.session', metadata: {} } },
  }

  test.each([
    ['no signature', {}],
    ['an empty signature', { 'stripe-signature': '' }],
    ['nonsense', { 'stripe-signature': 'nonsense' }],
    ['a signature of somebody else', { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` }],
    ['another scheme', { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v0=${'0'.repeat(64)}` }],
  ])('%s', (_, headers) =>
    expectRefused('stranger', 'POST', '/api/webhooks/stripe', event, { status: 400, code: 'forged-webhook' }, headers),
  )

  test.each(['wrong-secret', 'altered', 'stale', 'unsigned'] as const)(
    'an event of the gateway itself, %s',
    async manner => {
      const payer = await resident(db(), { owes: [20_000] })
      const who = holding(payer.cookie)
      const { body } = await who.post<CaseView>(
        '/api/cases',
        basket({ liability: payer.owes[0] ?? '', amount: 20_000 }),
      )
      const paying = await until(
        () => caseOf(who, body.id),
        view => view.payment?.state === 'open',
      )
      await stack.gateway.controls.misbehave({ on: 'webhook', does: 'hold' })
      try {
        await stack.gateway.controls.pay(paying.payment?.url?.split('/').at(-1) ?? '')
        const [held] = (await stack.gateway.controls.deliveries()).filter(({ state }) => state === 'held')
        const before = await fingerprints(db())
        expect(await stack.gateway.controls.forge(held?.event ?? '', manner)).toBe(400)
        expect(await fingerprints(db())).toEqual(before)
      } finally {
        await stack.gateway.controls.behave()
        await stack.gateway.controls.deliver()
      }
      // the true one comes after it and is believed
      expect(await until(() => caseOf(who, paying.id), closed)).toMatchObject({ outcome: 'paid' })
      await quiet(db())
    },
  )
})
