import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endLeftovers } from '../../dev/data-folder.ts'
import { freePorts, type Ports } from '../../dev/ports.ts'
import { lives, type ProcessMark } from '../../dev/processes.ts'
import { compiled } from '../../dev/programs.ts'

const dev = resolve(import.meta.dirname, '../../dev')
const dataDir = mkdtempSync(join(tmpdir(), 'portal-start-'))
let env: Record<string, string>
let ports: Ports
const running: ChildProcess[] = []

beforeAll(async () => {
  ports = await freePorts()
  env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    ...compiled,
    PORTAL_DATA: dataDir,
    PORT: String(ports.portal),
    GATEWAY_PORT: String(ports.gateway),
    IDENTITY_PORT: String(ports.identity),
    MAILBOX_PORT: String(ports.mailbox),
    SMTP_PORT: String(ports.smtp),
    POSTGRES_PORT: String(ports.postgres),
    TEMPORAL_PORT: String(ports.temporal),
    TEMPORAL_UI_PORT: String(ports.temporalUi),
  }
})
afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL')
  await endLeftovers(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs dev/start.ts or dev/reset.ts as a person would. */
function run(file: 'start.ts' | 'reset.ts', more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(dev, file)], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString('utf8')))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return {
    child,
    ended,
    text: () => text,
    ready: async () => {
      await expect.poll(() => text, { timeout: 60_000 }).toMatch(/Ready:|✗/)
    },
  }
}
const children = (): ProcessMark[] => JSON.parse(readFileSync(join(dataDir, 'children.json'), 'utf8')) as ProcessMark[]
const healthy = async () => (await fetch(`http://127.0.0.1:${ports.portal}/health/ready`)).ok

async function ask(statement: string) {
  const { databasePassword } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    databasePassword: string
  }
  const client = new pg.Client(`postgres://portal:${databasePassword}@127.0.0.1:${ports.postgres}/portal`)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
const liabilities = () => ask('select * from liability order by id')

test(
  'npm start: ready with addresses and people, alone in its folder, and Ctrl-C leaves nothing running',
  { timeout: 180_000 },
  async () => {
    const start = run('start.ts')
    await start.ready()
    expect(start.text()).toContain(`http://localhost:${ports.portal}`)
    expect(start.text()).toMatch(/People to sign in as:\n {2}\S/)
    expect(await healthy()).toBe(true)
    // Demo data would come again by themselves, the same.
    await ask("update liability set concerns = 'Rex' where id = (select id from liability limit 1)")
    const before = await liabilities()
    expect(before.length).toBeGreaterThanOrEqual(200)

    const second = run('start.ts', { PORT: String((await freePorts()).portal) })
    expect(await second.ended).toBe(1)
    expect(second.text()).toContain(`The portal already runs from ${dataDir} (process ${start.child.pid})`)
    const reset = run('reset.ts')
    expect(await reset.ended).toBe(1)
    expect(reset.text()).toContain('already runs from')

    const marks = children()
    expect(marks).toHaveLength(4)
    start.child.kill('SIGINT')
    expect(await start.ended).toBe(0)
    expect(marks.filter(lives)).toEqual([])

    // All data are there at the next start, which this time is cut off in the hardest way.
    const again = run('start.ts')
    await again.ready()
    expect(await liabilities()).toEqual(before)
    const left = children()
    again.child.kill('SIGKILL')
    await again.ended
    await expect.poll(() => left.filter(lives), { timeout: 15_000 }).toEqual([])

    const third = run('start.ts')
    await third.ready()
    expect(await liabilities()).toEqual(before)
    const worker = children().find(child => 'name' in child && child.name === 'Worker')
    process.kill(worker?.pid ?? 0, 'SIGKILL')
    expect(await third.ended).toBe(1)
    expect(third.text()).toMatch(/✗ Worker ended unexpectedly \(SIGKILL\)/)
    expect(children().filter(lives)).toEqual([])
  },
)

test('a port in use is one sentence with what to do', async () => {
  const squatter = createServer()
  await new Promise<void>(resolve => squatter.listen(ports.gateway, '127.0.0.1', resolve))
  try {
    const start = run('start.ts')
    expect(await start.ended).toBe(1)
    expect(start.text()).toMatch(
      /✗ Port \d+ for the card gateway is in use: free it, or choose another, e\.g\. GATEWAY_PORT=\d+\.\n$/,
    )
  } finally {
    squatter.close()
  }
})

test('no Temporal to be had is one sentence with what to do', async () => {
  // A machine with what PostgreSQL needs, but without Python and behind a proxy that does not answer.
  const bin = join(dataDir, 'bin')
  mkdirSync(bin)
  for (const tool of ['setpriv', 'id', 'true']) {
    const file = ['/usr/bin', '/bin'].map(folder => join(folder, tool)).find(path => existsSync(path))
    if (file) symlinkSync(file, join(bin, tool))
  }
  const start = run('start.ts', { PATH: bin, PORTAL_CACHE: join(dataDir, 'cache'), HTTPS_PROXY: 'http://127.0.0.1:9' })
  expect(await start.ended).toBe(1)
  expect(start.text()).toMatch(
    /✗ No Temporal server could be had: install python3 with pip, or .* or set TEMPORAL_ADDRESS/,
  )
  expect(children().filter(lives)).toEqual([])
})

test('a setting that is missing is named before anything starts', async () => {
  const start = run('start.ts', { STRIPE_API_KEY: 'sk_test_mine' })
  expect(await start.ended).toBe(1)
  expect(start.text()).toContain('STRIPE_WEBHOOK_SECRET is missing')
})

test('a damaged database stops the start, and npm run reset mends it', { timeout: 120_000 }, async () => {
  truncateSync(join(dataDir, 'postgres', 'global', 'pg_control'), 100)
  const start = run('start.ts')
  expect(await start.ended).toBe(1)
  expect(start.text()).toMatch(/✗ PostgreSQL could not start .* npm run reset\./)
  expect(children().filter(lives)).toEqual([])

  const reset = run('reset.ts')
  expect(await reset.ended).toBe(0)
  expect(reset.text()).toMatch(/^Emptied /)
  const fresh = run('start.ts')
  await fresh.ready()
  expect(await healthy()).toBe(true)
  fresh.child.kill('SIGTERM')
  expect(await fresh.ended).toBe(0)
})
