import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MeansId } from './means.ts'
import { people } from './people.ts'
import type { IdentityProvider, IdentityProviderOptions } from './provider.ts'
import { startIdentityProvider } from './provider.ts'
import type { Jar, Walk } from './walk.ts'
import { visit, walkThroughLogin } from './walk.ts'

const redirect = 'http://localhost:3999/api/auth/callback'
const goodbye = 'http://localhost:3999/odhlaseno'
const scope = 'openid profile email phone address'
const acr = (level: string) => `http://eidas.europa.eu/LoA/${level}`

const settings: IdentityProviderOptions = {
  port: 0,
  dataFile: ':memory:',
  clientId: 'portal',
  clientSecret: 'only-for-tests',
  redirectUris: [redirect],
  postLogoutRedirectUris: [goodbye],
  people,
}

let provider: IdentityProvider
let client: oidc.Configuration

beforeAll(async () => {
  provider = await startIdentityProvider(settings)
  client = await discover(provider.issuer)
})
afterAll(() => provider.close())
beforeEach(() => provider.controls.set({ down: 'nothing', next: 'none' }))

function discover(issuer: string): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(issuer), 'portal', undefined, oidc.ClientSecretBasic('only-for-tests'), {
    execute: [oidc.allowInsecureRequests],
  })
}

async function begin(parameters: Record<string, string> = {}, configuration = client) {
  const verifier = oidc.randomPKCECodeVerifier()
  const checks = { pkceCodeVerifier: verifier, expectedNonce: oidc.randomNonce(), expectedState: oidc.randomState() }
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    nonce: checks.expectedNonce,
    state: checks.expectedState,
    ...parameters,
  })
  return { url: url.href, checks }
}

async function signIn(walk: Walk, options: { parameters?: Record<string, string>; jar?: Jar } = {}) {
  const { url, checks } = await begin(options.parameters)
  const callback = await walkThroughLogin(url, walk, options.jar)
  const tokens = await oidc.authorizationCodeGrant(client, new URL(callback), checks)
  const claims = tokens.claims()
  if (!claims) throw new Error('There is no id_token.')
  return { tokens, claims, callback, checks }
}

const sarka = (change: Walk = {}): Walk => ({ means: 'bankid', person: 'sarka-durickova', ...change })

describe('signing in', () => {
  it.each<[MeansId, string, string]>([
    ['bankid', 'sarka-durickova', 'substantial'],
    ['eobcanka', 'josef-novak', 'high'],
    ['mobilniklic', 'sarka-durickova', 'substantial'],
    ['mojeid', 'sarka-durickova', 'substantial'],
    ['mojeid-password', 'sarka-durickova', 'low'],
    ['databox', 'tomas-pokorny', 'substantial'],
    ['employee', 'hana-vondrakova', 'substantial'],
  ])('by %s names %s at the level %s', async (means, key, level) => {
    const { claims, tokens } = await signIn({ means, person: key })
    const person = people.find(one => one.key === key)
    expect(claims).toMatchObject({ acr: acr(level), given_name: person?.givenName, family_name: person?.familyName })
    expect(claims.idp).toBe(means === 'mojeid-password' ? 'mojeid' : means)
    expect(claims.auth_time).toBeTypeOf('number')
    expect(claims.sub).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    const userinfo = await oidc.fetchUserInfo(client, tokens.access_token, claims.sub)
    expect(userinfo).toMatchObject({ given_name: person?.givenName, acr: acr(level) })
  })

  it('hands over diacritics, address with its register code, ID card and birth number by bank identity', async () => {
    const { claims } = await signIn(sarka())
    expect(claims).toMatchObject({
      given_name: 'Šárka',
      family_name: 'Ďuríčková',
      birthdate: '1987-04-23',
      birthnumber: '8754230111',
      idcard: { type: 'ID', number: '211004501', valid_to: '2031-05-14' },
      email: 'sarka.durickova@posta.example',
      phone_number: '+420601100101',
      address: { street_address: 'Vrchlického 2345/12', postal_code: '272 01', ruian_reference: '99000001' },
    })
  })

  it('keeps the birth number to bank identity and the data box to itself', async () => {
    expect((await signIn(sarka({ means: 'mobilniklic' }))).claims.birthnumber).toBeUndefined()
    const { claims } = await signIn({ means: 'databox', person: 'lenka-prochazkova' })
    expect(claims.ds).toEqual({
      box_id: 'x7kt2pf',
      box_type: 'PO',
      user_type: 'ENTRUSTED_USER',
      company: { name: 'Truhlářství Pokorný s.r.o.', company_id: '99100011' },
    })
    expect(claims).not.toHaveProperty('address')
  })

  it('knows an employee by the id of the official', async () => {
    const { claims } = await signIn({ means: 'employee', person: 'petr-kucera' })
    expect(claims.official).toEqual({ id: 'petr-kucera' })
    expect((await signIn({ means: 'bankid', person: 'petr-kucera' })).claims).not.toHaveProperty('official')
  })

  it('gives one pseudonym for each means, the same every time', async () => {
    const first = await signIn(sarka())
    const again = await signIn(sarka())
    const other = await signIn(sarka({ means: 'mobilniklic' }))
    expect(again.claims.sub).toBe(first.claims.sub)
    expect(other.claims.sub).not.toBe(first.claims.sub)
  })

  it('tells two people of one name and birth date apart', async () => {
    const one = await signIn({ means: 'bankid', person: 'jan-novak-kleinerova' })
    const two = await signIn({ means: 'bankid', person: 'jan-novak-americka' })
    expect(one.claims.birthdate).toBe(two.claims.birthdate)
    expect(one.claims.sub).not.toBe(two.claims.sub)
  })

  it('keeps the pseudonym over a change of surname', async () => {
    const before = await signIn({ means: 'bankid', person: 'jana-mala', state: 'formerly' })
    const after = await signIn({ means: 'bankid', person: 'jana-mala' })
    expect(before.claims.family_name).toBe('Dvořáková')
    expect(after.claims.family_name).toBe('Malá')
    expect(after.claims.sub).toBe(before.claims.sub)
  })

  it('changes the person in one browser', async () => {
    const jar: Jar = new Map()
    await signIn(sarka(), { jar })
    const { claims } = await signIn({ means: 'eobcanka', person: 'vera-krejci' }, { jar })
    expect(claims.given_name).toBe('Věra')
  })

  it('answers a silent request from the session, and refuses it without one', async () => {
    const jar: Jar = new Map()
    const { claims } = await signIn(sarka(), { jar })
    const silent = await signIn({}, { jar, parameters: { prompt: 'none' } })
    expect(silent.claims.sub).toBe(claims.sub)
    expect(silent.claims.family_name).toBe('Ďuríčková')
    await expect(signIn({}, { parameters: { prompt: 'none' } })).rejects.toMatchObject({ error: 'login_required' })
  })

  it('withholds the address when the visitor does', async () => {
    const { claims, tokens } = await signIn(sarka({ address: false }))
    expect(claims).not.toHaveProperty('address')
    expect(claims.birthdate).toBe('1987-04-23')
    expect(tokens.scope?.split(' ')).not.toContain('address')
  })

  it('hands over no more than the scope asks for', async () => {
    const { claims } = await signIn(sarka(), { parameters: { scope: 'openid' } })
    expect(claims).not.toHaveProperty('family_name')
    expect(claims).not.toHaveProperty('birthnumber')
    expect(claims.idp).toBe('bankid')
  })
})

describe('levels of assurance', () => {
  const parameters = { acr_values: acr('high') }

  it('shows a means that is too low as impossible, with the reason', async () => {
    const page = await loginPage(parameters)
    expect(page).toContain('Nelze použít: dává úroveň „značná“, služba žádá alespoň „vysoká“.')
    expect(page).not.toContain('means=bankid')
    expect(page).toContain('means=eobcanka')
  })

  it('refuses a means that is too low, unless the visitor insists', async () => {
    await expect(signIn(sarka(), { parameters })).rejects.toThrow('400')
    const { claims } = await signIn(sarka({ anyway: true }), { parameters })
    expect(claims.acr).toBe(acr('substantial'))
  })

  it('answers low when told to', async () => {
    const { claims } = await signIn(sarka({ fault: 'low' }), { parameters: { acr_values: acr('substantial') } })
    expect(claims.acr).toBe(acr('low'))
  })
})

describe('what the protocol refuses', () => {
  it('a request without PKCE', async () => {
    const { url } = await begin()
    const bare = new URL(url)
    bare.searchParams.delete('code_challenge')
    bare.searchParams.delete('code_challenge_method')
    expect(new URL(await walkThroughLogin(bare.href, {})).searchParams.get('error')).toBe('invalid_request')
  })

  it('the plain method of PKCE', async () => {
    const { url } = await begin({ code_challenge_method: 'plain' })
    expect(new URL(await walkThroughLogin(url, {})).searchParams.get('error')).toBe('invalid_request')
  })

  it('a code that is used twice, and then also its tokens', async () => {
    const { callback, checks, tokens, claims } = await signIn(sarka())
    await expect(oidc.authorizationCodeGrant(client, new URL(callback), checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await expect(oidc.fetchUserInfo(client, tokens.access_token, claims.sub)).rejects.toThrow()
  })

  it('a wrong secret', async () => {
    const { url, checks } = await begin()
    const callback = await walkThroughLogin(url, sarka())
    const thief = await oidc.discovery(new URL(provider.issuer), 'portal', undefined, oidc.ClientSecretBasic('guess'), {
      execute: [oidc.allowInsecureRequests],
    })
    await expect(oidc.authorizationCodeGrant(thief, new URL(callback), checks)).rejects.toMatchObject({
      status: 401,
      cause: [{ parameters: { error: 'invalid_client' } }],
    })
  })

  it('an address that is not registered', async () => {
    const { url } = await begin({ redirect_uri: 'http://localhost:3999/elsewhere' })
    const response = await visit(url, new Map())
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Přihlášení se nepodařilo')
  })

  it('a person who does not hold the means', async () => {
    await expect(signIn({ means: 'eobcanka', person: 'sarka-durickova' })).rejects.toThrow('400')
    await expect(signIn({ means: 'employee', person: 'sarka-durickova' })).rejects.toThrow('400')
  })

  it('a sign-in finished in another browser', async () => {
    const { url } = await begin()
    const response = await visit(url, new Map())
    const page = await visit(new URL(response.headers.get('location') ?? '', url).href, new Map())
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('dokončili v\u00a0jiném okně')
  })
})

describe('situations', () => {
  it.each([
    ['cancel', 'access_denied', 'the visitor cancelled signing in'],
    ['refuse', 'access_denied', 'the visitor refused to hand over the data'],
    ['unavailable', 'temporarily_unavailable', 'the means is out of order'],
  ] as const)('%s ends in %s', async (action, error, error_description) => {
    await expect(signIn({ action })).rejects.toMatchObject({ error, error_description })
  })

  it.each([
    ['nonce', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['clock-ahead', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'],
    ['clock-behind', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'],
  ] as const)('%s is caught by the client', async (fault, code) => {
    await expect(signIn(sarka({ fault }))).rejects.toMatchObject({ code })
    await signIn(sarka())
  })

  it.each(['code-expired', 'code-replayed'] as const)('%s ends in invalid_grant', async fault => {
    await expect(signIn(sarka({ fault }))).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('a foreign signature is not one of the published keys', async () => {
    const { tokens: good } = await signIn(sarka())
    const { tokens: bad } = await signIn(sarka({ fault: 'signature' }))
    expect(await signedByPublishedKey(good.id_token)).toBe(true)
    expect(await signedByPublishedKey(bad.id_token)).toBe(false)
  })

  it('new keys are published at once; the old ones only when kept', async () => {
    const { tokens: before } = await signIn(sarka())
    const { tokens: after } = await signIn(sarka({ fault: 'rotated-keys' }))
    expect(kidOf(after.id_token)).not.toBe(kidOf(before.id_token))
    expect(await signedByPublishedKey(before.id_token)).toBe(true)
    expect(await signedByPublishedKey(after.id_token)).toBe(true)
    provider.controls.rotateKeys({ keepOld: false })
    expect(await signedByPublishedKey(after.id_token)).toBe(false)
    await signIn(sarka())
  })

  it('the token endpoint fails for one login', async () => {
    await expect(signIn(sarka({ fault: 'token-down' }))).rejects.toMatchObject({ cause: { status: 503 } })
    await signIn(sarka())
  })

  it('the controls arm a fault for the next login only', async () => {
    provider.controls.set({ next: 'code-expired' })
    await expect(signIn(sarka())).rejects.toMatchObject({ error: 'invalid_grant' })
    await signIn(sarka())
  })
})

describe('outages and controls', () => {
  const control = (body: unknown, type = 'application/json') =>
    fetch(`${provider.issuer}/_control`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': type },
    })

  it('switches everything off and on again', async () => {
    expect((await control({ down: 'everything' })).status).toBe(200)
    await expect(discover(provider.issuer)).rejects.toThrow()
    const page = await visit(`${provider.issuer}/auth`, new Map())
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('Obnovit provoz')
    await visit(`${provider.issuer}/_control/restore`, new Map(), new URLSearchParams())
    await discover(provider.issuer)
  })

  it('switches off the part that was asked for', async () => {
    await control({ down: 'authorize' })
    await discover(provider.issuer)
    const { url } = await begin()
    expect((await visit(url, new Map())).status).toBe(503)
    await control({ down: 'token' })
    await expect(signIn(sarka())).rejects.toMatchObject({ cause: { status: 503 } })
  })

  it('a button on the page switches the provider off', async () => {
    const jar: Jar = new Map()
    const { url } = await begin()
    const address = new URL((await visit(url, jar)).headers.get('location') ?? '', url).href
    await visit(address, jar, new URLSearchParams({ action: 'outage' }))
    expect((await visit(url, jar)).status).toBe(503)
  })

  it('reads its state and refuses nonsense', async () => {
    const state: unknown = await (await fetch(`${provider.issuer}/_control`)).json()
    expect(state).toMatchObject({ down: 'nothing', next: 'none' })
    expect(state).toHaveProperty('people.0', {
      key: 'sarka-durickova',
      name: 'Šárka\u00a0Ďuríčková',
      means: ['bankid', 'mobilniklic', 'mojeid', 'mojeid-password'],
    })
    expect((await control({ down: 'perhaps' })).status).toBe(400)
    expect((await control({ down: 'everything' }, 'text/plain')).status).toBe(415)
    expect(provider.controls.state().down).toBe('nothing')
  })
})

describe('signing out', () => {
  const leave = (jar: Jar, parameters: Record<string, string>) =>
    visit(oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: goodbye, state: 'x1', ...parameters }).href, jar)

  it('returns at once when the service proves the session, also when it is gone already', async () => {
    const jar: Jar = new Map()
    const { tokens, claims } = await signIn(sarka(), { jar })
    const hint = { id_token_hint: tokens.id_token ?? '' }
    expect((await leave(jar, hint)).headers.get('location')).toBe(`${goodbye}?state=x1`)
    await expect(signIn({}, { jar, parameters: { prompt: 'none' } })).rejects.toMatchObject({ error: 'login_required' })
    await expect(oidc.fetchUserInfo(client, tokens.access_token, claims.sub)).rejects.toThrow()
    expect((await leave(jar, hint)).headers.get('location')).toBe(`${goodbye}?state=x1`)
  })

  it('asks first when it cannot tell who wants it', async () => {
    const jar: Jar = new Map()
    await signIn(sarka(), { jar })
    const page = await (await leave(jar, { ui_locales: 'en' })).text()
    expect(page).toContain('Sign out?')
    const xsrf = page.match(/name="xsrf" value="(\w+)"/)?.[1] ?? ''
    const confirmed = await visit(
      `${provider.issuer}/logout/confirm`,
      jar,
      new URLSearchParams({ xsrf, logout: 'yes' }),
    )
    expect(confirmed.headers.get('location')).toBe(`${goodbye}?state=x1`)
    await expect(signIn({}, { jar, parameters: { prompt: 'none' } })).rejects.toMatchObject({ error: 'login_required' })
  })

  it('does not return to an address that is not registered', async () => {
    const response = await leave(new Map(), { post_logout_redirect_uri: 'http://evil.example/' })
    expect(response.status).toBe(400)
  })
})

describe('pages', () => {
  it('load no script and may not be framed', async () => {
    const { url } = await begin()
    const jar: Jar = new Map()
    const page = await visit(new URL((await visit(url, jar)).headers.get('location') ?? '', url).href, jar)
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self' http://localhost:3999")
    expect(policy).not.toContain('script-src')
    expect(await page.text()).not.toMatch(/<script|style=|onclick/)
  })

  it('speak the language the service asks for', async () => {
    expect(await loginPage({ ui_locales: 'en cs' })).toContain('How do you want to sign in?')
    expect(await loginPage({})).toContain('Čím se přihlásíte?')
  })
})

describe('starting', () => {
  it('keeps keys, pseudonyms and sessions over a restart', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'identity-')), 'identity.sqlite')
    const first = await startIdentityProvider({ ...settings, dataFile })
    const port = Number(new URL(first.issuer).port)
    const jar: Jar = new Map()
    const session = await discover(first.issuer)
    const { url, checks } = await begin({}, session)
    const callback = await walkThroughLogin(url, sarka(), jar)
    await first.close()

    const second = await startIdentityProvider({ ...settings, dataFile, port })
    // the first request may still go out on a connection that died with the first provider
    await fetch(second.issuer).catch(() => undefined)
    const tokens = await oidc.authorizationCodeGrant(session, new URL(callback), checks)
    const silent = await begin({ prompt: 'none' }, session)
    const again = await oidc.authorizationCodeGrant(
      session,
      new URL(await walkThroughLogin(silent.url, {}, jar)),
      silent.checks,
    )
    expect(again.claims()?.sub).toBe(tokens.claims()?.sub)
    expect(kidOf(again.id_token)).toBe(kidOf(tokens.id_token))
    await second.close()
  })

  it('is refused in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await expect(startIdentityProvider(settings)).rejects.toThrow('must not run in production')
    vi.unstubAllEnvs()
  })

  it('says so when the port is taken', async () => {
    const port = Number(new URL(provider.issuer).port)
    await expect(startIdentityProvider({ ...settings, port })).rejects.toThrow('EADDRINUSE')
  })
})

async function loginPage(parameters: Record<string, string>): Promise<string> {
  const jar: Jar = new Map()
  const { url } = await begin(parameters)
  const response = await visit(url, jar)
  return (await visit(new URL(response.headers.get('location') ?? '', url).href, jar)).text()
}

function kidOf(jwt: string | undefined): unknown {
  return JSON.parse(Buffer.from(jwt?.split('.')[0] ?? '', 'base64url').toString()).kid
}

async function signedByPublishedKey(jwt: string | undefined): Promise<boolean> {
  const [header = '', body = '', signature = ''] = jwt?.split('.') ?? []
  const jwks = (await (await fetch(`${provider.issuer}/jwks`)).json()) as { keys: (JsonWebKey & { kid: string })[] }
  const jwk = jwks.keys.find(key => key.kid === kidOf(jwt))
  if (!jwk) return false
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), Buffer.from(`${header}.${body}`))
}
