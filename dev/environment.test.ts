import { expect, test } from 'vitest'
import { settingsFor } from '../settings/settings.ts'
import { environmentOf } from './environment.ts'
import { portsFrom } from './ports.ts'

const secrets = {
  caseKey: Buffer.alloc(32, 1).toString('base64'),
  databasePassword: 'abc',
  stripeApiKey: 'sk_test_abc',
  stripeWebhookSecret: 'whsec_abc',
  oidcClientSecret: 'a secret that is long enough',
  registersKey: 'another that is long enough',
}
const environment = (given: Record<string, string>) => environmentOf(given, portsFrom(given), secrets)

test('the embedded parts give every setting that the api and the worker need', () => {
  const env = environment({ PORT: '4000' })
  expect(settingsFor('api', env)).toMatchObject({
    port: 4000,
    portalUrl: 'http://localhost:4000',
    databaseUrl: 'postgres://portal:abc@127.0.0.1:3032/portal',
  })
  expect(settingsFor('worker', env)).toMatchObject({
    stripeApiUrl: 'http://localhost:3010',
    smtpUrl: 'smtp://localhost:3025',
    registersUrl: 'http://localhost:3013',
  })
})

test('with a key of Stripe the local gateway is off', () => {
  const env = environment({ STRIPE_API_KEY: 'sk_test_mine', STRIPE_WEBHOOK_SECRET: 'whsec_mine' })
  expect(settingsFor('worker', env)).toMatchObject({ stripeApiKey: 'sk_test_mine', stripeApiUrl: undefined })
})

test('a setting that another one calls for is named before anything starts', () => {
  expect(() => environment({ STRIPE_API_KEY: 'sk_test_mine' })).toThrow('STRIPE_WEBHOOK_SECRET is missing')
})

test('production has no demo parts', () => {
  expect(() => environment({ NODE_ENV: 'production' })).toThrow('does not run with NODE_ENV=production')
})

test('the variables of npm and of a test runner stay outside', () => {
  expect(Object.keys(environment({ npm_config_x: '1', VITEST: 'true', HTTPS_PROXY: 'p' }))).not.toContain('VITEST')
  expect(environment({ npm_config_x: '1', HTTPS_PROXY: 'p' })).toMatchObject({ HTTPS_PROXY: 'p' })
})
