import type axeCore from 'axe-core'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'
import type { Language } from '../../api/contract.ts'
import { launchBrowser } from '../browser.ts'
import { stack } from '../stack.ts'

export const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 800 } } as const
export type Size = keyof typeof sizes

export interface How {
  language?: Language
  size?: Size
  /** Value of a session cookie: the window opens signed in. */
  cookie?: string
}

/** A browser window of one person, with everything in it that went wrong. */
export interface Window {
  page: Page
  context: BrowserContext
  /** Goes to a path of the portal, or a whole address, and waits until the page stands. */
  go(path: string): Promise<Page>
  /** What matches is no trouble in this window: the test brings it about. */
  forgive(what: RegExp): void
}

/** A window that is closed by whoever opened it, who then hears what went wrong in it. */
export interface OwnWindow extends Window {
  close(): Promise<string[]>
}

interface Tab {
  context: BrowserContext
  page: Page
  troubles: string[]
}

let running: Promise<Browser> | undefined
/** One browser for all files, which run in one process; it goes down with that. Another comes when it has crashed. */
async function theBrowser(): Promise<Browser> {
  if (!running || !(await running).isConnected()) running = launchBrowser()
  return running
}

/**
 * Windows for the tests of one file, one test at a time. A test fails when, in any window it opened, a script threw or wrote an error,
 * the content security policy was broken, or anything was asked of another host than this machine's. When it fails, it says what stood there.
 */
export function browserForTests(): (how?: How) => Promise<Window> {
  let opened: OwnWindow[] = []
  afterEach(async ({ task }) => {
    const shown = task.result?.state === 'fail' ? await Promise.all(opened.map(({ page }) => words(page))) : []
    const found = (await Promise.all(opened.map(window => window.close()))).flat()
    opened = []
    if (shown.length > 0)
      throw new Error(`What its windows showed when it failed:\n${[...shown, ...found].join('\n\n')}`)
    expect(found).toEqual([])
  })
  return async how => {
    const window = await ownWindow(how)
    opened.push(window)
    return window
  }
}

/** Address and words of a page, for whoever must find out why a test failed. */
async function words(page: Page): Promise<string> {
  const text = await page.innerText('body', { timeout: 2000 }).catch(String)
  return `${page.url()}\n${text}`
}

/** A new window, in which nothing is known of any other. */
export async function ownWindow({ language = 'cs', size = 'wide', cookie }: How = {}): Promise<OwnWindow> {
  const tab = await newTab(language, size)
  return asWindow(tab, cookie, () => tab.context.close())
}

const free: Record<Language, Tab[]> = { cs: [], en: [] }
/**
 * A window in a tab that is kept for its language, warm with what it has loaded: for pages that are looked at one after another, each
 * loaded anew. Nothing that was stored in it, and no session, stays.
 */
export async function keptWindow({ language = 'cs', size = 'wide', cookie }: How = {}): Promise<OwnWindow> {
  let tab = free[language].pop()
  if (!tab) {
    tab = await newTab(language, size)
    await tab.context.addInitScript(forget)
  }
  const mine = tab
  await mine.page.setViewportSize(sizes[size])
  return asWindow(mine, cookie, async () => {
    await leave(mine)
    free[language].push(mine)
  })
}

async function newTab(language: Language, size: Size): Promise<Tab> {
  const browser = await theBrowser()
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: language === 'cs' ? 'cs-CZ' : 'en-GB',
    timezoneId: 'Europe/Prague',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(watchShifts)
  const troubles: string[] = []
  context.on('page', page => notice(page, troubles))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return { context, page, troubles }
}

async function asWindow(
  { context, page, troubles }: Tab,
  cookie: string | undefined,
  end: () => Promise<void>,
): Promise<OwnWindow> {
  const forgiven: RegExp[] = []
  if (cookie) await context.addCookies([{ name: 'portal_session', value: cookie, url: stack.urls.portal }])
  return {
    page,
    context,
    async go(path) {
      await page.goto(new URL(path, stack.urls.portal).href)
      await stands(page)
      return page
    },
    forgive: what => void forgiven.push(what),
    async close() {
      await end()
      return troubles.splice(0).filter(trouble => !forgiven.some(pattern => pattern.test(trouble)))
    },
  }
}

/**
 * Leaves the page in a kept tab, so that what it still does is told of the one who opened it. It goes to the smallest answer of the
 * portal: a blank page would end the browser's process for the portal, and the next page begin with a new and cold one.
 */
async function leave({ context, page }: Tab): Promise<void> {
  await page.goto(new URL('/health/live', stack.urls.portal).href)
  await context.clearCookies()
}

/** Runs in each page of a kept tab before its own scripts. A blank page, and a frame in a sandbox, can store nothing. */
function forget() {
  if (globalThis.origin === 'null') return
  localStorage.clear()
  sessionStorage.clear()
}

/** Value of the portal's session cookie in this window. */
export async function sessionIn({ context }: Window): Promise<string> {
  const session = (await context.cookies(stack.urls.portal)).find(({ name }) => name === 'portal_session')
  if (!session) throw new Error('Nobody is signed in here.')
  return session.value
}

function notice(page: Page, troubles: string[]): void {
  const own = new Set(Object.values(stack.urls).map(url => new URL(url).origin))
  page.on('pageerror', error => troubles.push(`A script threw: ${error.message}`))
  // Breaking the content security policy is told here too.
  page.on('console', message => {
    const kind = message.type()
    if (kind === 'error' || kind === 'warning') troubles.push(`${kind}: ${message.text()} (${message.location().url})`)
  })
  page.on('request', request => {
    const url = new URL(request.url())
    if (/^https?:/.test(url.protocol) && !own.has(url.origin)) troubles.push(`Asked another host: ${request.url()}`)
  })
}

declare global {
  var axe: typeof axeCore
  var shifted: number | undefined
}

/** Runs in the page before its own scripts: adds up how far its parts jump while it loads. */
function watchShifts() {
  globalThis.shifted = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) globalThis.shifted = (globalThis.shifted ?? 0) + entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Waits until a page of the portal is drawn: its headline is there, nothing is being loaded, and its fonts are in place. */
export async function stands(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.waiting, [data-loading=true]'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** The packed one: a browser reads it in half the time. It ends in a value that can be handed over: none. */
const axeSource = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}\n;void 0`

/** Straight to the browser, which knows the text of a script it has compiled before; in Playwright's wrapping it does not. */
async function loadAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: axeSource })
  await session.detach()
  if (exceptionDetails) throw new Error(`axe could not be loaded: ${exceptionDetails.text}`)
}

/**
 * What axe finds against WCAG 2.0 A to 2.2 AA and its best practice: rule, and where. It runs in the page as it is: the portal has
 * no frames, and a window of its own for each run would take five times as long.
 */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await loadAxe(page)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
  // Only what is wrong is handed over: all that is right would be fifty thousand characters.
  const violations = await page.evaluate(async values => {
    const found = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return found.violations
  }, tags)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  )
}

/** What is wrong with the frame of a page: headline, title, language, width. */
export const structure = (page: Page, language: Language): Promise<string[]> =>
  page.evaluate(language => {
    const wrong: string[] = []
    const headlines = document.querySelectorAll('h1')
    if (headlines.length !== 1) wrong.push(`${headlines.length} headlines h1`)
    if (!headlines[0]?.textContent.trim()) wrong.push('an empty headline')
    if (document.title.trim().length < 5) wrong.push(`the title is “${document.title}”`)
    if (document.documentElement.lang !== language) wrong.push(`lang is ${document.documentElement.lang}`)
    return wrong
  }, language)

/** What stands out of the window to the right, so that one would have to scroll sideways. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > room + 1)
    return [
      `${document.documentElement.scrollWidth} px in a window of ${room}`,
      ...wide.slice(0, 5).map(one => `${one.tagName}.${one.className} ends at ${one.getBoundingClientRect().right}`),
    ]
  })

/** How far the parts of the page jumped since it began to load: the browser's own measure, cumulative layout shift. */
export const shifted = (page: Page): Promise<number> => page.evaluate(() => globalThis.shifted ?? 0)

/** Keeps a picture of the whole page in the folder SHOTS, if there is one. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
