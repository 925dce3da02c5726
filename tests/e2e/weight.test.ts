import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { stack } from '../stack.ts'
import { browserForTests, stands } from './page.ts'

const open = browserForTests()

/** Bytes of script that the first page may cost, packed by gzip. */
const most = 120 * 1024

test('the first page is light, and everything on it comes from the portal', async () => {
  const { page } = await open({ size: 'narrow' })
  const got: { url: URL; type: string; body: Promise<Buffer> }[] = []
  page.on('response', response => {
    const type = response.headers()['content-type'] ?? ''
    got.push({ url: new URL(response.url()), type, body: response.body().catch(() => Buffer.alloc(0)) })
  })
  await page.goto(`${stack.urls.portal}/cs`, { waitUntil: 'networkidle' })
  await stands(page)

  expect(got.filter(({ url }) => url.origin !== new URL(stack.urls.portal).origin)).toEqual([])
  const scripts = got.filter(({ type }) => type.includes('javascript'))
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = await Promise.all(scripts.map(async ({ body }) => gzipSync(await body, { level: 9 }).length))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`The first page brings ${(total / 1024).toFixed(1)} kB of script, gzipped, in ${sizes.length} files.`)
  expect(total).toBeLessThanOrEqual(most)

  const fonts = got.filter(({ type }) => type.startsWith('font/'))
  expect(fonts.length).toBeGreaterThan(0)
  const drawn = () => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
  expect(await page.evaluate(drawn)).toEqual(expect.arrayContaining([expect.stringContaining('Roboto')]))
})

test('scripts are sent packed and are kept', async () => {
  const { page } = await open()
  const scripts: Response[] = []
  page.on('response', response => {
    if (response.headers()['content-type']?.includes('javascript')) scripts.push(response)
  })
  await page.goto(`${stack.urls.portal}/cs`, { waitUntil: 'networkidle' })
  await stands(page)

  const sent = await Promise.all(
    scripts.map(async script => ({
      path: new URL(script.url()).pathname,
      bytes: (await script.body()).length,
      coding: script.headers()['content-encoding'],
      kept: script.headers()['cache-control'],
    })),
  )
  // What fits a packet anyhow is not worth packing.
  const large = sent.filter(({ bytes }) => bytes > 1024)
  expect(large.length).toBeGreaterThan(0)
  expect(large.filter(({ coding }) => !/^(br|gzip)$/.test(coding ?? ''))).toEqual([])
  expect(sent.filter(({ kept }) => !kept?.includes('immutable'))).toEqual([])
})
