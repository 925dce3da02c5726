import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsFor } from '../settings/settings.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { route } from './route.ts'

const lines: string[] = []
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
const pages = mkdtempSync(join(tmpdir(), 'portal-pages-'))
const secret = 'never say this aloud'

const routes = [
  route({
    method: 'post',
    path: '/api/echo/:id',
    summary: 'Echo.',
    who: 'anyone',
    body: Type.Object({ text: Type.String() }),
    answers: { 200: Type.Object({ text: Type.String(), id: Type.String() }) },
    handle: async ({ body, params }) => ({ status: 200, body: { text: body.text, id: params.id } }),
  }),
  route({
    method: 'post',
    path: '/api/hook',
    summary: 'Hook.',
    who: 'anyone',
    webhook: true,
    answers: { 200: Type.Object({ bytes: Type.Integer() }) },
    handle: async ({ rawBody }) => ({ status: 200, body: { bytes: rawBody.length } }),
  }),
  route({
    method: 'get',
    path: '/api/broken',
    summary: 'Broken.',
    who: 'anyone',
    answers: { 204: null },
    handle: async () => {
      throw new Error(secret)
    },
  }),
  route({
    method: 'get',
    path: '/api/away',
    summary: 'Away.',
    who: 'anyone',
    answers: { 204: null },
    handle: async () => {
      throw Object.assign(new Error(secret), { code: 'ECONNREFUSED' })
    },
  }),
  route({
    method: 'get',
    path: '/api/long',
    summary: 'Long.',
    who: 'anyone',
    answers: { 200: Type.Array(Type.String()) },
    handle: async () => ({ status: 200, body: Array.from({ length: 1000 }, () => 'text') }),
  }),
  route({
    method: 'get',
    path: '/api/mine',
    summary: 'Mine.',
    who: 'citizen',
    answers: { 204: null },
    handle: async () => ({ status: 204 }),
  }),
  route({
    method: 'get',
    path: '/api/sign-in',
    summary: 'In.',
    who: 'anyone',
    limit: 'sign-in',
    answers: { 204: null },
    handle: async () => ({ status: 204 }),
  }),
]

let server: Server
let base = ''
beforeAll(async () => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html lang="cs"><title>Portál</title>')
  writeFileSync(join(pages, 'assets', 'app-1a2b.js'), `export const text = '${'x'.repeat(2000)}'`)
  writeFileSync(join(pages, '.built-from'), secret)
  const settings = settingsFor('api', {
    NODE_ENV: 'test',
    PORTAL_URL: 'http://portal.test',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    CASE_KEY: Buffer.alloc(32).toString('base64'),
    STRIPE_API_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
    OIDC_ISSUER: 'http://127.0.0.1:1',
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'sixteen characters',
    REGISTERS_URL: 'http://127.0.0.1:1',
    REGISTERS_KEY: 'sixteen characters',
  })
  // These routes need nothing else of what a route may work with.
  const deps = { settings, log, now: () => new Date() } as Deps
  server = createServer(createApp(deps, routes, pages).callback())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(pages, { recursive: true })
})

const ask = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })
const write = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body,
    headers: { origin: 'http://portal.test', 'content-type': 'application/json', ...headers },
  })
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const body = (await response.json()) as { code: string; detail: string; requestId: string }
  expect(body.requestId).toBe(response.headers.get('x-request-id'))
  return [response.status, body.code]
}

describe('refusals', () => {
  test.each([
    ['{"text":', 400, 'malformed-json'],
    ['{"text":1}', 422, 'invalid'],
  ])('%s → %i %s', async (body, status, code) => {
    expect(await problem(await write('/api/echo/1', body))).toEqual([status, code])
  })

  test('a megabyte is too much, and the sender hears it', async () => {
    expect(await problem(await write('/api/echo/1', JSON.stringify({ text: 'x'.repeat(1_000_000) })))).toEqual([
      413,
      'too-large',
    ])
    expect((await write('/api/echo/1', '{"text":"still here"}')).status).toBe(200)
  })

  test.each([
    ['/api/none'],
    ['/api/echo'],
    ['/nothing.txt'],
    ['/assets/../../package.json'],
    ['/.built-from'],
    ['/%2e%2e/%2e%2e/etc/passwd'],
    ['/%'],
  ])('%s is nowhere', async path => {
    const response = await ask(path)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toContain(secret)
  })

  test('a method nobody takes', async () => {
    expect(await problem(await ask('/api/broken', { method: 'DELETE' }))).toEqual([405, 'method-not-allowed'])
  })

  test('nobody is signed in without a cookie', async () => {
    expect(await problem(await ask('/api/mine'))).toEqual([401, 'not-signed-in'])
  })

  test('in the reader’s language', async () => {
    const answer = async (language: string) =>
      (await (await ask('/api/mine', { headers: { 'accept-language': language } })).json()) as { title: string }
    expect((await answer('en-GB,en;q=0.9')).title).toBe('You are not signed in')
    expect((await answer('cs')).title).toBe('Nejste přihlášeni')
    expect((await answer('de')).title).toBe('Nejste přihlášeni')
  })

  test('a fault of ours says nothing of its cause, and is logged with it', async () => {
    lines.length = 0
    const response = await ask('/api/broken')
    const text = await response.clone().text()
    expect(await problem(response)).toEqual([500, 'unexpected'])
    expect(text).not.toContain(secret)
    expect(text).not.toMatch(/\.ts|\bat /)
    expect(lines.join('')).toContain(secret)
  })

  test('no database: out of service', async () => {
    expect(await problem(await ask('/api/away'))).toEqual([503, 'unavailable'])
  })
})

describe('writes', () => {
  test.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: '', 'sec-fetch-site': 'cross-site' }],
    [{ origin: '', 'sec-fetch-site': 'same-site' }],
    [{ origin: '' }],
  ])('from elsewhere are refused: %o', async headers => {
    expect(await problem(await write('/api/echo/1', '{"text":"x"}', headers))).toEqual([403, 'cross-origin'])
  })

  test('from our own pages are taken', async () => {
    const response = await write('/api/echo/7', '{"text":"ahoj"}')
    expect(await response.json()).toEqual({ text: 'ahoj', id: '7' })
    expect((await write('/api/echo/7', '{"text":"x"}', { origin: '', 'sec-fetch-site': 'same-origin' })).status).toBe(
      200,
    )
  })

  test('a webhook needs no origin and gets its bytes as they came', async () => {
    const response = await ask('/api/hook', { method: 'POST', body: '{ "not": json' })
    expect(await response.json()).toEqual({ bytes: 13 })
  })
})

describe('every answer', () => {
  test.each(['/api/long', '/api/none', '/cs', '/api/broken'])('%s carries the policy', async path => {
    const { headers } = await ask(path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';frame-src 'self';form-action 'self';" +
        "frame-ancestors 'none';base-uri 'none';manifest-src 'self'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('is logged by pattern, without what came with the request', async () => {
    lines.length = 0
    await write('/api/echo/8754230111?q=Novák', '{"text":"Novák"}', {
      cookie: 'portal=Novák8754230111'.normalize('NFD').replace(/[^\w=]/g, ''),
    })
    await expect.poll(() => lines.filter(line => line.includes('"msg":"request"')).length).toBe(1)
    const line = JSON.parse(lines.find(text => text.includes('"msg":"request"')) ?? '{}') as object
    expect(line).toMatchObject({ method: 'POST', route: '/api/echo/:id', status: 200 })
    expect(lines.join('')).not.toMatch(/8754230111|Nov/)
  })

  test('is kept by nobody unless it says so, and packed when long', async () => {
    const { headers } = await ask('/api/long', { headers: { 'accept-encoding': 'gzip' } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(
      (await ask('/api/long', { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding'),
    ).toBeNull()
  })
})

describe('limits', () => {
  test('too many sign-ins lead to words; the next minute is free again', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 31; i++) statuses.push((await ask('/api/sign-in')).status)
    expect(statuses.slice(0, 30).every(status => status === 204)).toBe(true)
    const last = await ask('/api/sign-in')
    expect(last.headers.get('location')).toBe('/cs/signing-in?problem=too-many')
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    // reads are counted apart
    expect((await ask('/api/long')).status).toBe(200)
  })
})

describe('pages', () => {
  test('are one file in two languages', async () => {
    expect(await (await ask('/en/cases/1')).text()).toContain('<html lang="en">')
    const czech = await ask('/cs')
    expect(await czech.text()).toContain('<html lang="cs">')
    expect(czech.headers.get('cache-control')).toBe('no-cache')
    const again = await ask('/cs', {
      headers: { 'if-none-match': czech.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
  })

  test('files with a hash are kept for a year and packed', async () => {
    const { headers } = await ask('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'br' } })
    expect(headers.get('cache-control')).toContain('immutable')
    expect(headers.get('content-encoding')).toBe('br')
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('the front door, from which the portal leads on, speaks the reader’s language', async () => {
    expect(await (await ask('/', { headers: { 'accept-language': 'en' } })).text()).toContain('<html lang="en">')
    const slovak = await ask('/', { headers: { 'accept-language': 'sk' } })
    expect(await slovak.text()).toContain('<html lang="cs">')
    expect(slovak.headers.get('vary')).toContain('Accept-Language')
  })

  test('HEAD is answered like GET, without the body', async () => {
    const response = await ask('/cs', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})
