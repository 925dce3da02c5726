import { settingsFor, SettingsError } from '../settings/settings.ts'
import type { LocalSecrets } from './data-folder.ts'
import { Problem } from './problem.ts'
import type { Ports } from './ports.ts'

/** Where the pieces of the portal that outsiders call back are, below its public address. */
export const callbacks = { signIn: '/api/auth/callback', signedOut: '/', webhook: '/api/webhooks/stripe' }

/** Which parts are embedded: each one whose setting the caller did not give. */
export interface Embedded {
  postgres: boolean
  temporal: boolean
  gateway: boolean
  identity: boolean
  mailbox: boolean
  registers: boolean
}

export const embeddedParts = (env: Record<string, string | undefined>): Embedded => ({
  postgres: !env['DATABASE_URL'],
  temporal: !env['TEMPORAL_ADDRESS'],
  gateway: !env['STRIPE_API_KEY'],
  identity: !env['OIDC_ISSUER'],
  mailbox: !env['SMTP_URL'],
  registers: !env['REGISTERS_URL'],
})

/** The settings of the embedded parts, for those that are embedded. */
export function embeddedSettings(embedded: Embedded, ports: Ports, secrets: LocalSecrets): Record<string, string> {
  return {
    NODE_ENV: 'development',
    PORT: String(ports.portal),
    PORTAL_URL: `http://localhost:${ports.portal}`,
    TEMPORAL_NAMESPACE: 'default',
    CASE_KEY: secrets.caseKey,
    MAIL_FROM: 'Portál občana <portal@mestokladno.example>',
    ...(embedded.postgres && {
      DATABASE_URL: `postgres://portal:${secrets.databasePassword}@127.0.0.1:${ports.postgres}/portal`,
    }),
    ...(embedded.temporal && { TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}` }),
    ...(embedded.gateway && {
      STRIPE_API_KEY: secrets.stripeApiKey,
      STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
      STRIPE_API_URL: `http://localhost:${ports.gateway}`,
    }),
    ...(embedded.identity && {
      OIDC_ISSUER: `http://localhost:${ports.identity}`,
      OIDC_CLIENT_ID: 'portal-obcana',
      OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
    }),
    ...(embedded.mailbox && { SMTP_URL: `smtp://localhost:${ports.smtp}` }),
    ...(embedded.registers && {
      REGISTERS_URL: `http://localhost:${ports.registers}`,
      REGISTERS_KEY: secrets.registersKey,
    }),
  }
}

/**
 * What the api and the worker get: the embedded settings, over them what the caller gave.
 * @throws {Problem} in production, and when a setting is missing or wrong, before anything is started
 */
export function environmentOf(
  given: Record<string, string | undefined>,
  ports: Ports,
  secrets: LocalSecrets,
): Record<string, string> {
  if (given['NODE_ENV'] === 'production')
    throw new Problem(
      'npm start brings up demo parts and does not run with NODE_ENV=production: use docker-compose.yml, or unset NODE_ENV.',
    )
  const set = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  // The variables of npm and of a test runner around us are not for the children.
  const own = set.filter(([name]) => !/^(npm_|VITEST|TEST$|NODE_OPTIONS$|NODE_CHANNEL_)/.test(name))
  const env = { ...embeddedSettings(embeddedParts(given), ports, secrets), ...Object.fromEntries(own) }
  for (const program of ['api', 'worker'] as const)
    try {
      settingsFor(program, env)
    } catch (error) {
      throw error instanceof SettingsError ? new Problem(error.message) : error
    }
  return env as Record<string, string>
}
