import { expect, test } from 'vitest'
import type { Lookups } from '../../agenda.ts'
import { play, type Move } from '../../play.ts'
import instalments from './agenda.ts'

const asked: Move = {
  answer: 'request',
  data: { debt: 'ODP-2026-1', count: 3, first: '2099-02-02', reasons: 'Přišla jsem o práci.' },
}
const decided = (verdict: string, more: object = {}, by = 'jana'): Move => ({
  answer: 'decision',
  data: { verdict, ...more },
  by,
})
const ledger = (more: Partial<Lookups> = {}, approval = false): { do: Partial<Lookups> } => ({
  do: {
    debtToSpread: async () => ({ amount: 90_000, approval, world: 'tax' }),
    grantInstalments: async ({ first }) => ({ last: '2099-04-02', lookOn: first }),
    instalmentsOn: async () => ({ state: 'kept' }),
    ...more,
  },
})

test('granted as asked, looked at when each should have come, and paid off', async () => {
  const standing = [{ state: 'running', lookOn: '2099-03-06' } as const, { state: 'kept' } as const]
  const looked: string[] = []
  const { outcome, log, notified } = await play(
    instalments,
    [asked, decided('grant'), { day: '2099-02-02' }, { day: '2099-03-06' }],
    ledger({ instalmentsOn: async day => standing[looked.push(day) - 1] ?? { state: 'kept' } }),
  )
  expect([outcome, looked]).toEqual(['kept', ['2099-02-02', '2099-03-06']])
  expect(log).toEqual([
    'form request',
    'notify received',
    'clerk decision (finance)',
    'issue instalments-granted',
    'notify granted',
    'notify kept',
  ])
  expect(notified[1]?.values).toMatchObject({ count: 3, first: '2099-02-02', last: '2099-04-02' })
})

test('granted otherwise by other terms; a missed instalment makes all that is left due', async () => {
  const wishes: object[] = []
  const { outcome, notified } = await play(
    instalments,
    [
      asked,
      decided('otherwise', { count: 6, first: '2099-03-02', reasons: 'Delší doba, nižší splátky.' }),
      { day: '2099-03-02' },
    ],
    ledger({
      grantInstalments: async wish => (wishes.push(wish), { last: '2099-08-03', lookOn: wish.first }),
      instalmentsOn: async () => ({ state: 'missed', due: '2099-03-02', left: 90_000 }),
    }),
  )
  expect([outcome, wishes]).toEqual(['missed', [{ number: 'ODP-2026-1', count: 6, first: '2099-03-02' }]])
  expect(notified.at(-1)).toMatchObject({ text: 'missed', values: { due: '2099-03-02', left: 90_000 } })
})

test('refused with reasons, in a decision', async () => {
  const { outcome, issued } = await play(instalments, [asked, decided('refuse', { reasons: 'Nedoloženo.' })], ledger())
  expect([outcome, issued[0]?.document]).toEqual(['refused', 'instalments-refused'])
  await expect(play(instalments, [asked, decided('refuse')], ledger())).rejects.toThrow('refused')
})

test('above the limit two decide: not the same one, and the second may return it', async () => {
  const approve = (verdict: string, by: string, more: object = {}): Move => ({
    answer: 'approval',
    data: { verdict, ...more },
    by,
  })
  const story = [asked, decided('grant'), approve('return', 'petr', { words: 'Jen půl roku.' }), decided('grant')]
  const { outcome, log } = await play(
    instalments,
    [...story, approve('approve', 'petr'), { day: '2099-02-02' }],
    ledger({}, true),
  )
  expect([outcome, log.filter(line => line.startsWith('clerk')).length]).toEqual(['kept', 4])
  await expect(
    play(instalments, [asked, decided('grant'), approve('approve', 'jana')], ledger({}, true)),
  ).rejects.toThrow('four eyes')
})

test.each([['before anybody decides', ledger({ debtToSpread: async () => ({ flaw: 'settled' }) }), [asked]]])(
  'a debt that changed %s ends it',
  async (_, answers, moves) => {
    expect((await play(instalments, moves, answers)).outcome).toBe('impossible')
  },
)

test('a debt that changed while it was decided ends it without a decision', async () => {
  const answers = ledger({ grantInstalments: async () => ({ flaw: 'settled' }) })
  const { outcome, issued } = await play(instalments, [asked, decided('grant')], answers)
  expect([outcome, issued]).toEqual(['impossible', []])
})

test('the request may be taken back until it is decided, not after', async () => {
  expect((await play(instalments, [asked, { withdraw: true }], ledger())).outcome).toBe('withdrawn')
  const returned: Move = { answer: 'approval', data: { verdict: 'return', words: 'Kratší dobu.' }, by: 'petr' }
  const again = [asked, decided('grant'), returned, { withdraw: true } as const]
  expect((await play(instalments, again, ledger({}, true))).outcome).toBe('withdrawn')
  const late = play(instalments, [asked, decided('grant'), { withdraw: true }], ledger())
  await expect(late).rejects.toThrow('cannot be withdrawn')
})
