import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Liabilities } from '../../api/contract.ts'
import { freePorts } from '../../dev/ports.ts'
import { startStack } from '../../dev/stack.ts'
import { launchBrowser } from '../browser.ts'
import { Visitor } from '../visitor.ts'

// Takes the picture of the README anew, from a portal with demo data of its own: `node tests/e2e/picture.ts`.

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'portal-picture-'))
const stack = await startStack({ dataDir, ports: await freePorts(), env: { NODE_ENV: 'test' }, progress: console.log })
const browser = await launchBrowser()
try {
  const url = `${stack.urls.portal}/cs/liabilities`
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'cs-CZ',
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'portal_session', value: await oneWhoOwes(), url: stack.urls.portal }])
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('h1').waitFor()
  await page.waitForFunction(() => !document.querySelector('.waiting'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, 'liabilities-1280.png') })
} finally {
  await browser.close()
  await stack.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** The session of somebody who has put the oldest of their debts into the basket. */
async function oneWhoOwes(): Promise<string> {
  const martin = await new Visitor(stack.urls.portal).signIn({ means: 'mobilniklic', person: 'martin-svoboda' })
  const { body } = await martin.get<Liabilities>('/api/liabilities')
  const [first] = body.liabilities
    .filter(({ payable, balance }) => payable.how === 'part' && balance > 0)
    .toSorted((a, b) => a.due.localeCompare(b.due))
  const items = first ? [{ liability: first.id, amount: first.balance }] : []
  await martin.send('PUT', '/api/drafts/basket', { data: { items }, version: 0 })
  return martin.cookies.get('portal_session') ?? ''
}
