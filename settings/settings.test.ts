import { describe, expect, test } from 'vitest'
import { SettingsError, settingsAsMarkdown, settingsFor, table } from './settings.ts'

const good = {
  NODE_ENV: 'production',
  PORTAL_URL: 'https://portal.example.cz/',
  DATABASE_URL: 'postgres://portal:tajne@db:5432/portal',
  TEMPORAL_ADDRESS: 'temporal:7233',
  CASE_KEY: Buffer.alloc(32, 7).toString('base64'),
  STRIPE_API_KEY: 'sk_live_123',
  STRIPE_WEBHOOK_SECRET: 'whsec_123',
  OIDC_ISSUER: 'https://login.example.cz',
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'sixteen characters or more',
  REGISTERS_URL: 'https://registers.example.cz',
  REGISTERS_KEY: 'sixteen characters or more',
  SMTP_URL: 'smtps://mail.example.cz:465',
  MAIL_FROM: 'Portál občana <portal@example.cz>',
}
const messageOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  throw new Error('The settings were taken, although they are wrong.')
}

describe('settings', () => {
  test('are read into their types, with defaults', () => {
    const api = settingsFor('api', good)
    expect(api.port).toBe(3000)
    expect(api.portalUrl).toBe('https://portal.example.cz')
    expect(api.caseKey).toHaveLength(32)
    expect(settingsFor('worker', good).stripeApiUrl).toBeUndefined()
    expect(api.sessionIdleMinutes).toBe(30)
    expect(settingsFor('worker', good).mailFrom).toContain('portal@example.cz')
    expect(Object.keys(settingsFor('migrate', good)).sort()).toEqual(['databaseUrl', 'environment', 'logLevel'])
  })

  test('all that is missing or wrong is named at once, each with an example', () => {
    const message = messageOf(() => settingsFor('api', { ...good, PORT: 'abc', CASE_KEY: 'short', OIDC_ISSUER: ' ' }))
    expect(message).toContain('3 settings are missing or wrong')
    expect(message).toContain('PORT must be a whole number')
    expect(message).toContain('CASE_KEY must be 32 random bytes in base64; make one with: openssl rand -base64 32')
    expect(message).toContain('OIDC_ISSUER is missing')
  })

  test('no value of a secret appears in a message', () => {
    const env = { ...good, DATABASE_URL: 'mysql://root:hunter2@db/x', CASE_KEY: 'hunter2', OIDC_ISSUER: 'hunter2' }
    expect(messageOf(() => settingsFor('api', env))).not.toContain('hunter2')
  })

  test.each([
    [{ OIDC_ISSUER: 'http://login.example.cz' }, 'OIDC_ISSUER must start with https://'],
    [{ OIDC_ISSUER: 'https://localhost:3011' }, 'OIDC_ISSUER must not be on localhost'],
    [{ PORTAL_URL: 'http://portal.example.cz' }, 'PORTAL_URL must start with https://'],
    [{ PORTAL_URL: '' }, 'PORTAL_URL is missing'],
    [{ TEMPORAL_ADDRESS: '' }, 'TEMPORAL_ADDRESS is missing'],
  ])('production refuses %o', (change, message) => {
    expect(messageOf(() => settingsFor('api', { ...good, ...change }))).toContain(message)
  })

  test('production refuses the demo gateway', () => {
    const env = { ...good, STRIPE_API_URL: 'http://127.0.0.1:3010' }
    expect(messageOf(() => settingsFor('worker', env))).toContain('STRIPE_API_URL is the address of a demo gateway')
  })

  test('the same demo addresses are fine on a desk', () => {
    const env = { ...good, NODE_ENV: 'development', PORTAL_URL: '', STRIPE_API_URL: 'http://127.0.0.1:3010' }
    expect(settingsFor('worker', env)).toMatchObject({
      portalUrl: 'http://localhost:3000',
      stripeApiUrl: 'http://127.0.0.1:3010',
    })
  })

  test('every setting has its row in the printed table', () => {
    const rows = settingsAsMarkdown().split('\n').slice(2)
    expect(rows.map(row => /`([A-Z_]+)`/.exec(row)?.[1])).toEqual(Object.values(table).map(it => it.name))
  })
})
