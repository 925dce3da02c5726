import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Draft, ProblemDetails } from '../../../api/contract.ts'
import type { Route } from '../../../api/route.ts'
import { routes } from '../../../api/routes/index.ts'
import { databaseForTests } from '../../database.ts'
import { answerTo, stepOf } from '../../deciding.ts'
import { caseOf, closed, holding, until, stranger } from '../../portal.ts'
import { resident } from '../../residents.ts'
import { fingerprints } from '../../rows.ts'
import { expire } from './expiring.ts'
import { table } from './table/index.ts'
import { makeThings, type Things } from './things.ts'
import { onlyTheParties, wrong, type Try, type Wrong } from './tries.ts'
import type { Visitor } from '../../visitor.ts'

// Everyone sees only what is theirs. The test walks the router's own list: a route without a line in the table fails by name.
const db = databaseForTests()
let it: Things
beforeAll(async () => {
  it = await makeThings(db())
})

const nameOf = (route: Pick<Route, 'method' | 'path'>) => `${route.method.toUpperCase()} ${route.path}`
const as = (who: Wrong | 'victim') => (who === 'stranger' ? stranger() : holding(it[who].cookie))

/** What browsers send with a request that another page has made, and what programs send that are no browser. */
const elsewhere: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '', 'sec-fetch-site': 'cross-site' },
  { origin: '', 'sec-fetch-site': 'same-site' },
  { origin: '' },
]

/** All that is not the askers' own. */
const othersRows = () => fingerprints(db(), [it.citizen.id, it.clerk.id, it.outsider.id])

/** Ids and words that belong to the victim alone: none may stand in an answer to somebody else. */
const secrets = () => [
  ...[it.victim.id, it.victim.subject, it.victim.name, it.document, it.loose, it.mandate],
  ...['rozepsáno', 'Eva Tajná', 'Tajný klíč', it.inviting.parties[0]?.code ?? ''],
  ...[it.paying, it.paid, it.atClerk, it.atVictim, it.inviting].flatMap(view => [
    view.id,
    view.number,
    ...(view.payment ? [view.payment.order] : []),
  ]),
]

async function ask(who: Visitor, route: Route, { path = route.path, body }: Try) {
  if (route.answers[200] === 'events') return listen(who, path)
  return who.send<unknown>(route.method.toUpperCase(), path, body)
}

/** A live page does not end by itself: what its first words are is enough. */
async function listen(who: Visitor, path: string) {
  const stop = new AbortController()
  const response = await fetch(new URL(path, who.portal), {
    headers: { cookie: [...who.cookies].map(pair => pair.join('=')).join('; ') },
    signal: stop.signal,
  })
  const body: unknown = response.ok ? '' : await response.json()
  stop.abort()
  return { status: response.status, body }
}

describe('every route of the API', () => {
  test.each(routes.map(route => [nameOf(route), route] as const))('%s', async (name, route) => {
    const tries = table(it)[name]
    if (!tries) throw new Error(`${name} has no line in the table of this test: say who may use it, and with what.`)
    const before = await othersRows()
    for (const attempt of tries) {
      for (const who of wrong) {
        const told = attempt.told[who]
        if (told === 'may') continue
        const { status, body } = await ask(as(who), route, attempt)
        const said = JSON.stringify(body)
        const what = `${attempt.path ?? name} by ${who}: ${said}`
        if (told === 'own') expect(status, what).toBeLessThan(400)
        else expect(status, what).toBe(told)
        for (const secret of secrets()) expect(said, what).not.toContain(secret)
        expect(await othersRows(), what).toEqual(before)
      }
      if (attempt.rightly) expect((await ask(as(attempt.rightly), route, attempt)).status, attempt.path).toBe(200)
    }
  })

  test('no line of the table is without its route', () => {
    expect(Object.keys(table(it)).filter(name => !routes.some(route => nameOf(route) === name))).toEqual([])
  })

  test('who may ask without signing in is what the table calls everybody’s', () => {
    const open = routes.filter(route => route.who === 'anyone').map(nameOf)
    const strangers = Object.entries(table(it)).filter(([, tries]) =>
      tries.every(({ told }) => told.stranger === 'own' || told.stranger === 400 || told.stranger === 422),
    )
    expect(open.toSorted()).toEqual(strangers.map(([name]) => name).toSorted())
  })

  test.each(
    routes.filter(route => route.method !== 'get' && !route.webhook).map(route => [nameOf(route), route] as const),
  )('%s is not taken from another site, whoever is signed in', async (name, route) => {
    const before = await fingerprints(db())
    for (const attempt of table(it)[name] ?? [])
      for (const who of ['victim', 'clerk'] as const)
        for (const headers of elsewhere) {
          const { status, body } = await as(who).send<ProblemDetails>(
            route.method.toUpperCase(),
            attempt.path ?? route.path,
            attempt.body,
            headers,
          )
          expect([status, body.code], `${name} with ${JSON.stringify(headers)}`).toEqual([403, 'cross-origin'])
        }
    expect(await fingerprints(db())).toEqual(before)
  })
})

describe('a session that has ended', () => {
  const forSomebody = routes.filter(route => route.who !== 'anyone')
  /** Session cookies: of one who has signed out, of one whose time is over, and what was never any. */
  let ended: string[]
  beforeAll(async () => {
    const [gone, late] = [await resident(db()), await resident(db())]
    await holding(gone.cookie).post('/api/auth/logout', undefined)
    await expire(db(), late)
    ended = [gone.cookie, late.cookie, 'x'.repeat(43), 'nonsense', `'${gone.cookie}`]
  })

  test.each(forSomebody.map(route => [nameOf(route), route] as const))('opens nothing: %s', async (name, route) => {
    const before = await fingerprints(db())
    for (const cookie of ended) {
      const { status, body } = await ask(holding(cookie), route, table(it)[name]?.[0] ?? { told: onlyTheParties })
      expect([status, body], name).toEqual([401, expect.objectContaining({ code: 'session-expired' })])
    }
    expect(await fingerprints(db())).toEqual(before)
  })
})

test('in the end the right ones still may: clerk and victim go on as if nobody had tried', async () => {
  const victim = as('victim')
  await as('clerk').post(`/api/cases/${it.atClerk.id}/messages`, answerTo(stepOf(it.atClerk), { verdict: 'grant' }))
  expect(await until(() => caseOf(victim, it.atClerk.id), closed)).toMatchObject({ outcome: 'granted' })
  await victim.post(
    `/api/cases/${it.atVictim.id}/messages`,
    answerTo(stepOf(it.atVictim), { note: 'Doklad přikládám.' }),
  )
  await until(
    () => caseOf(victim, it.atVictim.id),
    view => view.open[0]?.step === 'verdict',
  )
  await victim.post(`/api/cases/${it.paying.id}/messages`, { id: randomUUID(), kind: 'withdraw' })
  expect(await until(() => caseOf(victim, it.paying.id), closed)).toMatchObject({ outcome: 'withdrawn' })
  const { body } = await victim.get<Draft>('/api/drafts/basket')
  expect(body.data).toEqual({ secret: 'rozepsáno' })
})
