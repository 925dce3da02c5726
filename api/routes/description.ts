import { readFileSync } from 'node:fs'
import Type from 'typebox'
import { sessionCookie } from '../auth/cookie.ts'
import { docsPage } from '../docs-page.ts'
import { openapi } from '../openapi.ts'
import { route } from '../route.ts'
import type { Described, Route } from '../route.ts'

const styles = readFileSync(new URL('../docs.css', import.meta.url), 'utf8')
const headers = { 'Cache-Control': 'public, max-age=300' }

/** The routes that describe the others, and themselves. */
export function description(others: readonly Route[]): Route[] {
  const own: Route[] = [
    route({
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This description, for machines.',
      who: 'anyone',
      quiet: true,
      answers: { 200: Type.Record(Type.String(), Type.Unknown()) },
      handle: async (_, { settings }) => ({
        status: 200,
        headers,
        body: openapi(all, settings.portalUrl, sessionCookie(settings)),
      }),
    }),
    route({
      method: 'get',
      path: '/api/docs',
      summary: 'This description, for people.',
      who: 'anyone',
      quiet: true,
      answers: { 200: 'html' },
      handle: async () => ({ status: 200, headers, body: docsPage(all) }),
    }),
    route({
      method: 'get',
      path: '/api/docs.css',
      summary: 'How the description looks.',
      who: 'anyone',
      quiet: true,
      answers: { 200: 'css' },
      handle: async () => ({ status: 200, headers, body: styles }),
    }),
  ]
  const all: Described[] = [...others, ...own]
  return own
}
