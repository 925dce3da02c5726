import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemDetails, Profile, SessionInfo, SignedOut } from '../../api/contract.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import type { LoginFault } from '../../dev/identity/faults.ts'
import type { Walk } from '../../dev/identity/walk.ts'
import { stranger } from '../portal.ts'
import { stack } from '../stack.ts'
import type { Visitor } from '../visitor.ts'

const { portal, identity } = stack.urls
let database: Database
beforeAll(() => void (database = openDatabase(stack.databaseUrl, 2)))
afterAll(() => database.close())

const control = (change: object) =>
  fetch(`${identity}/_control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
afterEach(() => control({ reset: true }))

const me = async (who: Visitor) => (await who.get<SessionInfo>('/api/session')).body.user
const problemIn = (page: string) => new URL(page, portal).searchParams.get('problem')

describe('signing in', () => {
  test('leads back to the page one came from, with a session of one’s own', async () => {
    const who = stranger()
    expect(await who.arrive({ means: 'bankid', person: 'sarka-durickova' }, { return: '/en/basket?a=1' })).toBe(
      '/en/basket?a=1',
    )
    expect(await me(who)).toMatchObject({
      kind: 'citizen',
      name: 'Šárka Ďuríčková',
      assurance: 'substantial',
      means: 'bankid',
      paired: true,
    })
    expect([...who.cookies.keys()]).toContain('portal_session')
  })

  test('the cookie is not for scripts, and the database keeps its hash alone', async () => {
    const who = stranger()
    const { headers } = await who.get(await who.identify({ means: 'bankid', person: 'sarka-durickova' }))
    const line = headers.getSetCookie().find(cookie => cookie.startsWith('portal_session='))
    expect(line).toMatch(/; HttpOnly; SameSite=Lax/)
    const cookie = who.cookies.get('portal_session') ?? ''
    const ids = await database.db.selectFrom('session').select('id').execute()
    expect(ids.map(({ id }) => id)).not.toContain(cookie)
  })

  test('an official signs in by the town hall’s means and gets roles', async () => {
    const who = stranger()
    await who.arrive({ means: 'employee', person: 'hana-vondrakova' })
    expect(await me(who)).toMatchObject({ kind: 'official', id: 'hana-vondrakova', roles: ['finance'] })
  })

  test.each([
    [{ action: 'cancel' }, 'cancelled'],
    [{ action: 'refuse' }, 'consent-refused'],
    [{ action: 'unavailable' }, 'provider-down'],
  ] as const)('%o at the provider leads to words: %s', async (walk, problem) => {
    const who = stranger()
    const page = await who.arrive({ means: 'bankid', person: 'sarka-durickova', ...walk }, { return: '/en/basket' })
    expect(page).toBe(`/en/signing-in?problem=${problem}&return=%2Fen%2Fbasket`)
    expect(await me(who)).toBeNull()
  })

  test.each([
    ['nonce', 'wrong-nonce'],
    ['code-expired', 'expired'],
    ['code-replayed', 'expired'],
    ['clock-ahead', 'expired'],
    ['clock-behind', 'expired'],
    ['signature', 'unknown'],
    ['token-down', 'provider-down'],
  ] satisfies [LoginFault, string][])('a provider with the fault %s leads to words: %s', async (fault, problem) => {
    const who = stranger()
    expect(problemIn(await who.arrive({ means: 'bankid', person: 'sarka-durickova', fault }))).toBe(problem)
    expect(await me(who)).toBeNull()
  })

  test('keys changed at the provider, even twice a minute, stop nobody', async () => {
    for (const rotateKeys of ['keep-old', 'drop-old']) {
      await control({ rotateKeys })
      const who = stranger()
      expect(problemIn(await who.arrive({ means: 'bankid', person: 'sarka-durickova' }))).toBeNull()
      expect(await me(who)).not.toBeNull()
    }
  })

  test('nobody is sent to a provider that is down', async () => {
    await control({ down: 'everything' })
    const { headers } = await stranger().get('/api/auth/login?return=/en/basket')
    expect(headers.get('location')).toBe('/en/signing-in?problem=provider-down&return=%2Fen%2Fbasket')
  })

  test('a provider that goes down in the middle leads to words, and the next attempt succeeds', async () => {
    const who = stranger()
    const callback = await who.identify({ means: 'bankid', person: 'sarka-durickova' })
    await control({ down: 'token' })
    expect(problemIn((await who.get(callback)).headers.get('location') ?? '')).toBe('provider-down')
    await control({ reset: true })
    expect(problemIn(await who.arrive({ means: 'bankid', person: 'sarka-durickova' }))).toBeNull()
  })

  test('the same answer of the provider works once', async () => {
    const who = stranger()
    const callback = await who.identify({ means: 'bankid', person: 'sarka-durickova' })
    await who.get(callback)
    const again = stranger()
    for (const [name, value] of who.cookies) if (name === 'portal_sign_in') again.cookies.set(name, value)
    expect(problemIn((await again.get(callback)).headers.get('location') ?? '')).toBe('replayed')
    expect(await me(again)).toBeNull()
    expect(await me(who)).not.toBeNull()
  })

  test('an answer planted in another browser signs nobody in, and its owner may still use it', async () => {
    const owner = stranger()
    const victim = stranger()
    const callback = await owner.identify({ means: 'bankid', person: 'sarka-durickova' })
    expect(problemIn((await victim.get(callback)).headers.get('location') ?? '')).toBe('unknown')
    expect(await me(victim)).toBeNull()
    expect((await owner.get(callback)).headers.get('location')).toBe('/cs')
  })

  test('an attempt older than a quarter of an hour has expired', async () => {
    const who = stranger()
    const callback = await who.identify({ means: 'bankid', person: 'sarka-durickova' })
    const state = new URL(callback).searchParams.get('state') ?? ''
    await database.db
      .updateTable('login_attempt')
      .set({ createdAt: new Date(Date.now() - 16 * 60_000) })
      .where('state', '=', state)
      .execute()
    expect(problemIn((await who.get(callback)).headers.get('location') ?? '')).toBe('expired')
  })

  test('an answer nobody asked for leads to words', async () => {
    const { headers } = await stranger().get('/api/auth/callback?state=x&code=y')
    expect(problemIn(headers.get('location') ?? '')).toBe('replayed')
  })

  test.each([
    '//evil.example',
    'https://evil.example/cs',
    '/\\evil.example',
    '/cs/../../evil',
    '/api/session',
    'javascript:alert(1)',
  ])('never leads away: return=%s', async back => {
    expect(await stranger().arrive({ means: 'bankid', person: 'sarka-durickova' }, { return: back })).toMatch(/^\/cs$/)
  })

  test('two tabs of one browser may both be signing in', async () => {
    const who = stranger()
    const first = await who.identify({ means: 'bankid', person: 'sarka-durickova' })
    const second = await who.identify({ means: 'bankid', person: 'sarka-durickova' }, { return: '/cs/basket' })
    expect((await who.get(second)).headers.get('location')).toBe('/cs/basket')
    expect((await who.get(first)).headers.get('location')).toBe('/cs')
  })
})

describe('assurance', () => {
  test('a means below the level asked for is refused, one above it replaces the session', async () => {
    const who = stranger()
    await who.arrive({ means: 'mojeid-password', person: 'sarka-durickova' })
    const before = who.cookies.get('portal_session')
    expect(await me(who)).toMatchObject({ assurance: 'low' })
    const low = await who.arrive(
      { means: 'mojeid-password', person: 'sarka-durickova', anyway: true },
      { assurance: 'substantial' },
    )
    expect(problemIn(low)).toBe('level-too-low')
    expect(await me(who)).toMatchObject({ assurance: 'low' })
    expect(
      problemIn(await who.arrive({ means: 'mojeid', person: 'sarka-durickova' }, { assurance: 'substantial' })),
    ).toBeNull()
    expect(await me(who)).toMatchObject({ assurance: 'substantial' })
    const old = stranger()
    old.cookies.set('portal_session', before ?? '')
    expect((await old.get<ProblemDetails>('/api/profile')).body.code).toBe('session-expired')
  })
})

describe('accounts', () => {
  const idOf = async (person: string, walk: Walk = {}) => {
    const who = stranger()
    await who.arrive({ means: 'bankid', person, ...walk })
    const user = await me(who)
    return user?.kind === 'citizen' ? user : undefined
  }

  test('two means of one person lead to one account', async () => {
    const bank = await idOf('petr-zahradnicek', { means: 'bankid' })
    const card = await idOf('petr-zahradnicek', { means: 'eobcanka' })
    expect(card?.id).toBe(bank?.id)
  })

  test('two people of one name and birth date stay two, each with their own debts', async () => {
    const one = await idOf('jan-novak-kleinerova', { means: 'bankid' })
    const other = await idOf('jan-novak-americka', { means: 'mojeid' })
    expect(one?.id).not.toBe(other?.id)
    const rows = await database.db
      .selectFrom('person')
      .select(['id', 'subjectId'])
      .where('id', 'in', [one?.id ?? '', other?.id ?? ''])
      .execute()
    expect(new Set(rows.map(row => row.subjectId)).size).toBe(2)
  })

  test('the same data arriving twice at once make one account', async () => {
    const both = await Promise.all([
      idOf('vera-krejci', { means: 'bankid' }),
      idOf('vera-krejci', { means: 'eobcanka' }),
    ])
    expect(both[0]?.id).toBe(both[1]?.id)
  })

  test('without the address a second means is not linked: name and birth date alone prove too little', async () => {
    const first = await idOf('tereza-vesela', { means: 'bankid' })
    const second = await idOf('tereza-vesela', { means: 'mobilniklic', address: false })
    expect(second?.id).not.toBe(first?.id)
  })

  test('a new surname reaches the account, and the audit says that it changed', async () => {
    const before = await idOf('jana-mala', { means: 'bankid', state: 'formerly' })
    const after = await idOf('jana-mala', { means: 'bankid', state: 'now' })
    expect(before?.name).toMatch(/Dvořáková$/)
    expect(after).toMatchObject({ id: before?.id })
    expect(after?.name).toMatch(/Malá$/)
    const deeds = await database.db
      .selectFrom('audit')
      .select(['what', 'details'])
      .where('actor', '=', before?.id ?? '')
      .execute()
    expect(deeds).toContainEqual({ what: 'verified data changed', details: { fields: ['familyName'] } })
  })

  test('at level low nothing is paired, at substantial the same account is', async () => {
    const low = await idOf('ondrej-fiala', { means: 'mojeid-password' })
    expect(low?.paired).toBe(false)
    const sure = await idOf('ondrej-fiala', { means: 'mojeid' })
    expect(sure?.id).toBe(low?.id)
  })
})

describe('session', () => {
  test('asking how long it lasts does not prolong it; extending does', async () => {
    const who = stranger()
    await who.arrive({ means: 'bankid', person: 'sarka-durickova' })
    const soon = new Date(Date.now() + 60_000)
    await database.db
      .updateTable('session')
      .set({ expiresAt: soon, seenAt: new Date(Date.now() - 29 * 60_000) })
      .execute()
    expect((await who.get<SessionInfo>('/api/session')).body.expiresAt).toBe(soon.toISOString())
    const { body } = await who.post<SessionInfo>('/api/session/extend')
    expect(Date.parse(body.expiresAt ?? '') - Date.now()).toBeGreaterThan(29 * 60_000)
  })

  test('no session lasts longer than twelve hours', async () => {
    const who = stranger()
    await who.arrive({ means: 'bankid', person: 'sarka-durickova' })
    const began = new Date(Date.now() - 11.9 * 3_600_000)
    await database.db.updateTable('session').set({ createdAt: began }).execute()
    const { body } = await who.post<SessionInfo>('/api/session/extend')
    expect(body.expiresAt).toBe(new Date(began.getTime() + 12 * 3_600_000).toISOString())
  })

  test('past its end it is over, and says so', async () => {
    const who = stranger()
    await who.arrive({ means: 'bankid', person: 'sarka-durickova' })
    await database.db
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .execute()
    expect(await me(who)).toBeNull()
    const { status, body } = await who.get<ProblemDetails>('/api/profile')
    expect([status, body.code]).toEqual([401, 'session-expired'])
  })

  test('signing out ends it here and names the provider’s way out', async () => {
    const who = stranger()
    await who.arrive({ means: 'bankid', person: 'sarka-durickova' })
    const cookie = who.cookies.get('portal_session') ?? ''
    const { body } = await who.post<SignedOut>('/api/auth/logout')
    expect(body.next).toMatch(`${identity}/`)
    expect(body.next).toMatch(/id_token_hint=/)
    expect(who.cookies.has('portal_session')).toBe(false)
    who.cookies.set('portal_session', cookie)
    expect((await who.get('/api/profile')).status).toBe(401)
  })

  test('an official who has left is out at once', async () => {
    const who = stranger()
    await who.arrive({ means: 'employee', person: 'eva-dolezalova' })
    const active = (yes: boolean) =>
      database.db.updateTable('official').set({ active: yes }).where('id', '=', 'eva-dolezalova').execute()
    await active(false)
    try {
      expect(await me(who)).toBeNull()
      expect(problemIn(await stranger().arrive({ means: 'employee', person: 'eva-dolezalova' }))).toBe(
        'not-an-official',
      )
    } finally {
      await active(true)
    }
  })
})

test('the profile shows verified data and changes contacts alone', async () => {
  const who = stranger()
  await who.arrive({ means: 'bankid', person: 'alena-markova' })
  const { body } = await who.get<Profile>('/api/profile')
  expect(body).toMatchObject({
    name: 'Alena Marková',
    birthDate: '1968-10-13',
    address: 'Švermovská 612/3, 273\u00a009 Kladno',
  })
  const patched = await who.send<Profile>('PATCH', '/api/profile', { phone: '601 123 456', email: ' a@b.cz ' })
  expect(patched.body).toMatchObject({ phone: '+420601123456', email: 'a@b.cz', name: 'Alena Marková' })
  const wrong = await who.send<ProblemDetails>('PATCH', '/api/profile', { email: 'nesmysl', phone: '12' })
  expect([wrong.status, wrong.body.problems?.map(p => p.path)]).toEqual([422, ['/email', '/phone']])
  expect((await who.send('PATCH', '/api/profile', { name: 'Jiná' })).status).toBe(422)
})
