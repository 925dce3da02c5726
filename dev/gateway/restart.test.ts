import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startGateway } from './gateway.ts'
import { apiKey, bench, cardForm, order, postForm, webhookSecret } from './testing.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = () => join(folder, 'inner', 'gateway.sqlite')

test('a restarted gateway knows its sessions, keys and undelivered webhooks', async () => {
  let now = Date.now()
  const b = await bench({ dataFile: file(), retryScheduleMs: [200], now: () => now })
  const made = await b.stripe.checkout.sessions.create(order(), { idempotencyKey: 'k' })
  b.answerWith(500)
  b.gateway.controls.pay(made.id)
  while (b.received.length < 4) await new Promise(setImmediate)

  b.answerWith(200)
  await b.restart()
  expect(b.gateway.controls.deliveries().map(one => one.state)).toContain('pending')
  expect(await b.stripe.checkout.sessions.retrieve(made.id)).toMatchObject({ status: 'complete' })
  expect((await b.stripe.checkout.sessions.create(order(), { idempotencyKey: 'k' })).id).toBe(made.id)
  now += 200
  await b.gateway.controls.settled()
  expect(b.gateway.controls.deliveries().map(one => one.state)).toEqual(Array(4).fill('delivered'))
  expect(b.received).toHaveLength(8)
  expect(b.gateway.controls.totals()['order-1']).toMatchObject({ captured: 78_000 })
  await b.close()
})

test('held webhooks are still held, and a payment waiting at the bank still waits', async () => {
  const b = await bench({ dataFile: file() })
  b.gateway.controls.misbehave({ on: 'webhook', does: 'hold' })
  const { id } = await b.stripe.checkout.sessions.create(order())
  await postForm(`${b.gateway.url}/c/pay/${id}`, cardForm('4000002760003184'))
  await b.restart()
  expect(b.gateway.controls.deliver()).toBe(2)
  await postForm(`${b.gateway.url}/c/pay/${id}/authenticate`, { answer: 'approve' })
  expect(await b.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' })
  await b.close()
})

test('no card number and no code reach the disk', async () => {
  const b = await bench({ dataFile: file() })
  const { id } = await b.stripe.checkout.sessions.create(order())
  await postForm(`${b.gateway.url}/c/pay/${id}`, cardForm('4000002760003184', { cvc: '987' }))
  await b.gateway.controls.settled()
  const written = (await readFile(file(), 'latin1')) + (await readFile(`${file()}-wal`, 'latin1'))
  expect(written).toContain('3184')
  expect(written).not.toMatch(/4000 ?0027 ?6000 ?3184/)
  expect(written).not.toContain('987"')
  await b.close()
})

test('a file of another version is refused, not overwritten', async () => {
  const other = join(folder, 'other.sqlite')
  const database = new DatabaseSync(other)
  database.exec('pragma user_version = 99')
  database.close()
  const start = startGateway({ port: 0, dataFile: other, apiKey, webhookUrl: null, webhookSecret })
  await expect(start).rejects.toThrow('Delete the file and start again')
})
