import type { Page } from 'playwright-core'
import type { RouteObject } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView, Language } from '../../../api/contract.ts'
import { openDatabase, type Database } from '../../../db/database.ts'
import { inLanguage } from '../../../web/paths.ts'
import { routes } from '../../../web/routes.tsx'
import { stack } from '../../stack.ts'
import { axe, keptWindow, overflow, ownWindow, shifted, shot, sizes, stands, structure, type Window } from '../page.ts'
import { cameAgain } from '../../desk.ts'
import { citizen } from './citizen.ts'
import { everybody } from './everybody.ts'
import { office } from './office.ts'
import { prepare, type Things } from './things.ts'
import type { Visit, Visits } from './visit.ts'

/** Every page of the portal, in each form that it has. */
const visits: Visits = { ...everybody, ...citizen, ...office }

let database: Database
let things: Things

beforeAll(async () => {
  database = openDatabase(stack.databaseUrl, 4)
  things = await prepare(database.db)
})
afterAll(async () => {
  await stack.gateway.controls.behave()
  await stack.gateway.controls.deliver()
  await database.close()
})

test('every page of the table of routes is looked at', () => {
  expect(Object.keys(visits).toSorted()).toEqual(places(routes).toSorted())
})

test.concurrent.each(
  Object.values(visits)
    .flatMap(Object.entries<Visit>)
    .map(([name, visit], n) => ({ name, visit, n })),
)('$name', async ({ name, visit, n }) => {
  const { act, answers } = visit(things, 'cs')
  // What was done on a page is gone when its words change, so both are opened by themselves; else one language first, then the other.
  const found =
    act || answers
      ? (await Promise.all([look(name, visit, ['cs']), look(name, visit, ['en'])])).flat()
      : await look(name, visit, n % 2 === 0 ? ['cs', 'en'] : ['en', 'cs'])
  expect(found).toEqual([])
})

/**
 * Opens a page in the first language, turns to the next as a reader would, and gives what is wrong with it. Both languages have one
 * layout, so the English page is looked at wide and the Czech one narrow; that nothing stands out at the side is asked of both at both
 * widths, as words differ in length.
 */
async function look(name: string, visit: Visit, languages: [Language, ...Language[]]): Promise<string[]> {
  const [language] = languages
  const seen = visit(things, language)
  // Whose answers are changed for the page is not asked for another one.
  const open = seen.answers ? ownWindow : keptWindow
  const window = await open({ language, size: own[language], ...(seen.as && { cookie: seen.as }) })
  const found: string[] = []
  try {
    found.push(...(await lookIn(window, name, seen, languages)))
  } finally {
    found.push(...(await window.close()))
  }
  return found
}

async function lookIn(
  window: Window,
  name: string,
  { path, answers, act }: ReturnType<Visit>,
  [language, ...others]: [Language, ...Language[]],
): Promise<string[]> {
  // A page may well be about something that is not there, or not to be done.
  window.forgive(/^error: Failed to load resource: .* 40[34] /)
  if (name === 'slip-unknown') window.forgive(/^error: Failed to load resource: .* 422 /)
  if (answers) await answering(window, answers)
  if (/\/desk\b/.test(path)) await cameAgain(database.db)
  const page = await window.go(inLanguage(language, new URL(path, stack.urls.portal)))
  // What is done on it may well move its parts, and as late as the portal answers.
  const before = act && (await shifted(page))
  await act?.(page)
  const found = await wrongIn(page, name, language)
  // How far its parts jumped while it came, and not since.
  const jumped = before ?? (await shifted(page))
  if (jumped >= 0.02) found.push(`${language}: its parts jumped by ${jumped}`)
  for (const other of others) {
    const there = inLanguage(other, new URL(page.url()))
    // On a narrow screen the link is in the menu, whose ways are tried elsewhere.
    await page.setViewportSize(sizes.wide)
    await page.locator('header a[hreflang]').click()
    await page.waitForURL(new URL(there, stack.urls.portal).href)
    await page.locator(`html[lang=${other}]`).waitFor({ state: 'attached' })
    await stands(page)
    found.push(...(await wrongIn(page, name, other)))
  }
  return found
}

const own = { cs: 'narrow', en: 'wide' } as const
const otherSize = { narrow: 'wide', wide: 'narrow' } as const

/** What is wrong with a page in the width of its language; leaves it in the other one, in which nothing may stand out either. */
async function wrongIn(page: Page, name: string, language: Language): Promise<string[]> {
  const [first, second] = [own[language], otherSize[own[language]]]
  await page.setViewportSize(sizes[first])
  const found = [...(await structure(page, language)), ...(await overflow(page)), ...(await axe(page))]
  await shot(page, `${name}-${language}-${sizes[first].width}`)
  await page.setViewportSize(sizes[second])
  found.push(...(await overflow(page)))
  await shot(page, `${name}-${language}-${sizes[second].width}`)
  return found.map(what => `${language}: ${what}`)
}

/** The places of the pages in the table of routes: their paths under the language. */
function places(all: readonly RouteObject[]): string[] {
  const under = all.find(route => route.path === '/cs')?.children ?? []
  const leaves = (some: readonly RouteObject[], before: string): string[] =>
    some.flatMap(({ path, children }) => {
      const here = [before, path].filter(Boolean).join('/')
      return children ? leaves(children, here) : [here]
    })
  return leaves(under, '')
}

/** Changes how a case looks to the page. */
async function answering({ page }: Window, change: (view: CaseView) => CaseView) {
  await page.route(/\/api\/cases\/[^/]+$/, async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change((await response.json()) as CaseView) })
  })
}
