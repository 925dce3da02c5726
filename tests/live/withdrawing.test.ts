import { randomUUID } from 'node:crypto'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryption } from '../../activities/encryption.ts'
import type { Activities } from '../../activities/index.ts'
import type { CaseHappening, CaseRecord, OrderTruth } from '../../activities/records.ts'
import { workflowBundle } from '../../worker/bundle.ts'
import { message, type CaseMessage } from '../../workflows/protocol.ts'
import { until } from '../portal.ts'
import { stack } from '../stack.ts'
import { caseKey, engine } from '../temporal.ts'

// A payer takes the order back at the very moment at which a hand that is out at the gateway comes home. Here the hands are the
// test's: each comes home when it is told to.

// that a hand fails is what is wanted here
Runtime.install({ logger: new DefaultLogger('ERROR') })

let connection: NativeConnection
beforeAll(async () => {
  connection = await NativeConnection.connect({ address: stack.temporalAddress })
})
afterAll(() => connection.close())

const page: OrderTruth = { state: 'open', amount: 78_000, url: 'https://gateway.example/pay' }
const expired: OrderTruth = { state: 'expired' }
const away = () => Promise.reject(new Error('The gateway does not answer.'))

/** Which hand is out, and what it needs to be: what the payer's page does before, and the hand itself, which comes home only when told. */
const out = {
  'opens the page': (home: Hand): Partial<Activities> => ({ openOrder: firstAway(home) }),
  'asks how the payment stands': (home: Hand): Partial<Activities> => ({
    openOrder: async () => page,
    askOrder: firstAway(home),
  }),
}
type Hand = () => Promise<OrderTruth>
/** The quick try fails, so the patient one goes out. */
function firstAway(home: Hand): Hand {
  let tries = 0
  return () => (++tries === 1 ? away() : home())
}

/** Both hands, met: one that is out comes home with this truth once the closing is under way, the closing a moment after it. */
function meeting(hands: (home: Hand) => Partial<Activities>, truth: OrderTruth): Partial<Activities> {
  const [closing, home] = [gate(), gate()]
  return {
    ...hands(async () => {
      await closing.passed
      home.pass()
      return truth
    }),
    async closeOrder() {
      closing.pass()
      await home.passed
      await engineHears()
      return truth
    },
  }
}

test.each(Object.entries(out))(
  'a hand that %s and comes home after the order was closed, before the engine hears of the withdrawal, makes no lapse of it',
  async (_, hands) => {
    const { records, outcome, withdrawal } = await withdrawn(meeting(hands, expired))
    const end = records.at(-1)
    expect([outcome, end?.state, end?.outcome]).toEqual(['withdrawn', 'closed', 'withdrawn'])
    expect(end?.answered).toContainEqual({ id: withdrawal, state: 'done' })
    expect(end?.notifications).toEqual([])
  },
)

test('what was paid meanwhile is paid, whichever hand brings the news', async () => {
  const posted: OrderTruth = { state: 'posted', payment: randomUUID(), amount: 78_000, review: null }
  const hands = meeting(out['asks how the payment stands'], posted)
  const { records, outcome, withdrawal } = await withdrawn(hands)
  expect(outcome).toBe('paid')
  expect(
    records
      .flatMap(({ answered }) => answered)
      .filter(({ id }) => id === withdrawal)
      .at(-1),
  ).toEqual({
    id: withdrawal,
    state: 'refused',
    reason: 'paid-meanwhile',
  })
})

/** What the engine gets is its own a moment after it was sent. */
const engineHears = () => new Promise(resolve => setTimeout(resolve, 300))

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { passed: promise, pass: resolve }
}

/** Files a payment in a case of these hands, takes it back once one of them is out, and gives what was recorded and how it ended. */
async function withdrawn(hands: Partial<Activities>) {
  const records: CaseRecord[] = []
  const taskQueue = `withdrawing-${randomUUID()}`
  const isRecorded = (what: CaseHappening['what']) =>
    until(
      async () => records.flatMap(({ events }) => events).some(event => event.what === what),
      done => done,
    )
  const worker = await Worker.create({
    connection,
    namespace: 'default',
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: { ...hands, recordCase: async (record: CaseRecord) => void records.push(record) },
    dataConverter: { payloadCodecs: [encryption(caseKey())] },
  })
  return worker.runUntil(async () => {
    const [id, payer] = [randomUUID(), randomUUID()]
    const said = (what: Pick<CaseMessage, 'kind' | 'stepKey' | 'data'>): CaseMessage => ({
      id: randomUUID(),
      actor: { kind: 'person', id: payer, name: 'Zkušební Obyvatel' },
      at: new Date().toISOString(),
      ...what,
    })
    const items = [{ liability: randomUUID(), amount: 78_000 }]
    const handle = await engine.workflow.signalWithStart('fee-payment', {
      workflowId: id,
      taskQueue,
      args: [{ number: 'PO-1/2026', citizen: { id: payer, name: 'Zkušební Obyvatel', language: 'cs' } }],
      signal: message,
      signalArgs: [said({ kind: 'answer', stepKey: 'basket/1', data: { items } })],
    })
    if (hands.askOrder) {
      await isRecorded('payment-open')
      await handle.signal(message, said({ kind: 'payment' }))
    }
    await isRecorded('payment-asking')
    const withdrawal = said({ kind: 'withdraw' })
    await handle.signal(message, withdrawal)
    return { records, outcome: await handle.result(), withdrawal: withdrawal.id }
  })
}
