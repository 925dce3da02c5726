import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import * as contract from './contract.ts'
import { docsPage } from './docs-page.ts'
import { errors } from './errors.ts'
import { openapi, refusalsOf, templated } from './openapi.ts'
import { routes } from './routes/index.ts'

const document = openapi(routes, 'https://portal.example', 'session')
const page = docsPage(routes)

describe('the table of routes', () => {
  test('has every method and path once', () => {
    const all = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(new Set(all).size).toBe(all.length)
  })

  test.each(routes.map(route => [`${route.method} ${route.path}`, route] as const))(
    '%s is fit to be described',
    (_, route) => {
      expect(route.path).toMatch(/^\/(api|health)\//)
      expect(route.summary).toMatch(/^\p{Lu}.+\.$/su)
      expect(Object.keys(route.answers).length).toBeGreaterThan(0)
      expect(Object.keys(route.answers).every(status => /^[23]\d\d$|^503$/.test(status))).toBe(true)
      // a parameter nobody judges would reach the database as it came
      for (const [, name] of route.path.matchAll(/:(\w+)/g))
        if (name === 'id' && !route.path.startsWith('/api/tasks')) expect(route.params).toHaveProperty('id')
      if (route.body) expect(route.method).not.toBe('get')
    },
  )

  test('whoever changes something is known, or proves it otherwise', () => {
    const open = routes.filter(({ who, method }) => who === 'anyone' && method !== 'get').map(({ path }) => path)
    expect(open).toEqual([
      '/api/auth/logout',
      // a signature of a passkey, or a code of the desk
      '/api/auth/passkey/options',
      '/api/auth/passkey',
      '/api/auth/passkey/register',
      '/api/auth/desk-code',
      // what a slip says, or the ticket that came for it
      '/api/slip',
      '/api/slip/:ticket/return',
      // the ticket of a reminder
      '/api/reminder-links/:ticket/stop',
      '/api/webhooks/stripe',
    ])
  })
})

describe('the description', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(document['openapi']).toMatch(/^3\.1\./)
  })

  test('knows every route, its answers and its refusals', () => {
    for (const route of routes) {
      const operation = at(document, 'paths', templated(route.path), route.method)
      const statuses = Object.keys(at(operation, 'responses') as object)
      expect(statuses).toEqual(expect.arrayContaining(Object.keys(route.answers)))
      for (const code of refusalsOf(route)) expect(statuses).toContain(String(errors[code].status))
      expect(at(operation, 'security')).toEqual(
        route.webhook ? [{ signature: [] }] : route.who === 'anyone' ? [] : [{ session: [] }],
      )
    }
  })

  test('refers to shapes that it has, and to all of them by name', () => {
    const text = JSON.stringify(document)
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(new Set(named)).toEqual(new Set(named.filter(name => Object.hasOwn(contract, name ?? ''))))
    for (const name of ['CaseView', 'ProblemDetails', 'Liability', 'SessionInfo']) expect(named).toContain(name)
    expect(text).not.toContain('~')
  })

  test('names no operation twice', () => {
    const ids = routes.map(route => at(document, 'paths', templated(route.path), route.method, 'operationId'))
    expect(new Set(ids).size).toBe(routes.length)
  })
})

describe('the page', () => {
  test('lists every route and every problem', () => {
    for (const { method, path } of routes) expect(page).toContain(`<b>${method.toUpperCase()}</b> ${templated(path)}`)
    for (const code of Object.keys(errors)) expect(page).toContain(`<tr id="${code}">`)
  })

  test('fits the policy: no script, nothing inline, nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i)
    expect([...page.matchAll(/(?:src|<link[^>]+href)="([^"]+)"/g)].map(([, url]) => url)).toEqual(['/api/docs.css'])
  })

  test('has one main heading, unique ids, and links that lead somewhere', () => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })
})

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  )
}
