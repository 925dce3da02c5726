import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../api/middleware/limits.ts'
import type { ProblemDetails } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { freePorts } from '../../dev/ports.ts'
import { until } from '../portal.ts'
import { resident } from '../residents.ts'
import { fingerprints, quiet } from '../rows.ts'
import { stack } from '../stack.ts'
import { Visitor } from '../visitor.ts'

// The shared portal runs without limits, so that the tests do not stand in each other's way: here is a second API that has them.

const project = join(import.meta.dirname, '..', '..')
let api: ChildProcess
let portal: string
let database: Database

beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 2)
  const { portal: port } = await freePorts()
  portal = `http://localhost:${port}`
  api = spawn(process.execPath, [join(project, 'api', 'main.ts')], {
    cwd: project,
    env: { ...stack.env, PORT: String(port), PORTAL_URL: portal, RATE_LIMITS: 'on', LOG_LEVEL: 'warn' },
    stdio: 'ignore',
  })
  const ready = () =>
    fetch(`${portal}/health/ready`).then(
      response => response.ok,
      () => false,
    )
  await until(ready, yes => yes)
})
afterAll(async () => {
  api.kill('SIGTERM')
  if (api.exitCode === null) await once(api, 'exit')
  await database.close()
})

const browser = (cookie: string) => {
  const visitor = new Visitor(portal)
  visitor.cookies.set('portal_session', cookie)
  return visitor
}

/** Asks until told to stop; gives that answer and how many went through before it. */
async function untilStopped(ask: () => Promise<{ status: number; headers: Headers; body: unknown }>, most: number) {
  for (let through = 0; through <= most; through++) {
    const answer = await ask()
    if (answer.status === 429 || answer.headers.get('location')?.includes('problem=too-many'))
      return { ...answer, through }
  }
  throw new Error(`Nobody was stopped in ${most} requests.`)
}

test('a browser that asks too often is told when to come back, in its language; others are served', async () => {
  const [hasty, calm] = [await resident(database.db), await resident(database.db)]
  const { burst } = limits.read.browser
  for (const [language, words] of [
    ['cs', /Zkuste to prosím znovu za \d+ s\./],
    ['en', /Please try again in \d+ s\./],
  ] as const) {
    const asks = () => browser(hasty.cookie).get<ProblemDetails>('/api/session', { 'accept-language': language })
    const { status, headers, body, through } = await untilStopped(asks, 3 * burst)
    expect(status).toBe(429)
    if (language === 'cs') expect(through).toBeGreaterThanOrEqual(burst)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ code: 'too-many', status: 429, detail: expect.stringMatching(words) })
    const wait = Number(headers.get('retry-after'))
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(JSON.stringify(body)).toContain(`${wait} s`)
  }
  expect((await browser(calm.cookie).get('/api/session')).status).toBe(200)
  expect((await browser(hasty.cookie).get('/health/live')).status).toBe(200)
})

test('writes have a limit of their own, counted before anything is read or stored', async () => {
  const hasty = await resident(database.db)
  await quiet(database.db)
  const before = await fingerprints(database.db)
  const write = () => browser(hasty.cookie).send('PATCH', '/api/profile', '{"email": ')
  const { through } = await untilStopped(write, 3 * limits.write.browser.burst)
  expect(through).toBeGreaterThanOrEqual(limits.write.browser.burst)
  expect(await fingerprints(database.db)).toEqual(before)
})

test('who signs in too often meets a page with words, not a document for machines', async () => {
  const sign = () => new Visitor(portal).get('/api/auth/callback?state=x&code=y')
  const { status, headers } = await untilStopped(sign, 3 * limits['sign-in'].browser.burst)
  expect([status, headers.get('location')]).toEqual([302, '/cs/signing-in?problem=too-many'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
})
