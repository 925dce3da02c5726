import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CaseView, Liabilities } from '../../api/contract.ts'
import { freePorts } from '../../dev/ports.ts'
import { startStack, type Stack } from '../../dev/stack.ts'
import { launchBrowser } from '../browser.ts'
import { Visitor } from '../visitor.ts'

// Takes the pictures of the documentation anew, from a portal with demo data of its own: `node tests/e2e/pictures.ts`.

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'portal-pictures-'))
const stack = await startStack({ dataDir, ports: await freePorts(), env: { NODE_ENV: 'test' }, progress: console.log })
const browser = await launchBrowser()
try {
  mkdirSync(folder, { recursive: true })
  const portal = stack.urls.portal
  const martin = new Visitor(portal)
  await martin.signIn({ means: 'mobilniklic', person: 'martin-svoboda' })
  const [first] = await owed(martin)
  const items = first ? [{ liability: first.id, amount: first.balance }] : []
  await martin.send('PUT', '/api/drafts/basket', { data: { items }, version: 0 })
  await picture('home-360.png', { width: 360, height: 800 }, `${portal}/cs`)
  await picture('liabilities-1280.png', { width: 1280, height: 860 }, `${portal}/cs/liabilities`, martin)

  const sarka = new Visitor(portal)
  await sarka.signIn({ means: 'bankid', person: 'sarka-durickova' })
  const paid = await pay(stack, sarka)
  await picture('payment-1280.png', { width: 1280, height: 720 }, `${portal}/cs/payments/${paid}`, sarka)
} finally {
  await browser.close()
  await stack.close()
  rmSync(dataDir, { recursive: true, force: true })
}

async function picture(name: string, viewport: { width: number; height: number }, url: string, who?: Visitor) {
  const context = await browser.newContext({ viewport, locale: 'cs-CZ', reducedMotion: 'reduce' })
  const session = who?.cookies.get('portal_session')
  if (session) await context.addCookies([{ name: 'portal_session', value: session, url }])
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('h1').waitFor()
  await page.waitForFunction(() => !document.querySelector('.waiting'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(folder, name) })
  await context.close()
  console.log(`${name}: ${Math.round(statSync(join(folder, name)).size / 1024)} kB`)
}

/** What somebody owes and may pay by card, the oldest first. */
async function owed(who: Visitor) {
  const { body } = await who.get<Liabilities>('/api/liabilities')
  return body.liabilities
    .filter(({ payable, balance }) => payable.how === 'part' && balance > 0)
    .toSorted((a, b) => a.due.localeCompare(b.due))
}

/** Pays everything by card; gives the case once it is settled and the receipt is made. */
async function pay({ gateway }: Stack, who: Visitor): Promise<string> {
  const items = (await owed(who)).map(({ id, balance }) => ({ liability: id, amount: balance }))
  const filing = { id: crypto.randomUUID(), agenda: 'fee-payment', data: { items } }
  const { body } = await who.post<CaseView>('/api/cases', filing)
  for (let paid = false; ; await new Promise(resolve => setTimeout(resolve, 100))) {
    const { payment, id } = (await who.get<CaseView>(`/api/cases/${body.id}`)).body
    if (payment?.receipt) return id
    const checkout = payment?.url?.split('/').at(-1)?.split('?')[0]
    if (checkout && !paid) {
      gateway?.controls.pay(checkout)
      paid = true
    }
  }
}
