/** The programs that take settings from the environment. */
export type Program = 'api' | 'worker' | 'migrate'

/** What a failed check says: what is wrong with the value, ending the sentence "NAME …". */
class Refused extends Error {}

const refuse = (why: string): never => {
  throw new Refused(why)
}

/**
 * One setting. `value` is the default everywhere, `local` the default outside production; a setting with neither is
 * required. `read` turns the text into its value or refuses it; `production` may refuse what is fine on a desk.
 */
interface Setting<T, By extends Program> {
  name: string
  meaning: string
  example: string
  by: readonly By[]
  secret?: true
  value?: string
  local?: string
  read: (text: string) => T
  production?: (text: string) => void
}

const setting = <T, const By extends Program>(it: Setting<T, By>) => it

const plain = (text: string) => text
const among =
  <const T extends string>(...allowed: T[]) =>
  (text: string): T =>
    allowed.find(one => one === text) ?? refuse(`must be one of ${allowed.join(', ')}`)
const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  return /^\d+$/.test(text) && value >= least && value <= most
    ? value
    : refuse(`must be a whole number from ${least} to ${most}`)
}
const address =
  (...protocols: string[]) =>
  (text: string) => {
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
      return refuse(`must be an address starting with ${protocols.map(one => `${one}//`).join(' or ')}`)
    return text.replace(/\/+$/, '')
  }
const optional =
  <T>(read: (text: string) => T) =>
  (text: string) =>
    text === '' ? undefined : read(text)
const onThisMachine = (text: string) => /^(localhost|127\.|\[?::1|0\.0\.0\.0)/.test(new URL(text).hostname)
const publicAddress = (text: string) => {
  if (new URL(text).protocol !== 'https:') refuse('must start with https:// in production')
  if (onThisMachine(text)) refuse('must not be on localhost in production')
}

/** AES-256 key: exactly 32 bytes in base64. */
function key(text: string) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === text
    ? bytes
    : refuse('must be 32 random bytes in base64; make one with: openssl rand -base64 32')
}

/** Every setting of the portal, in the order in which an operator meets them. */
export const table = {
  environment: setting({
    name: 'NODE_ENV',
    meaning: 'What this installation is for; “production” switches every default for the desk off.',
    example: 'production',
    by: ['api', 'worker', 'migrate'],
    value: 'development',
    read: among('development', 'test', 'production'),
  }),
  port: setting({
    name: 'PORT',
    meaning: 'Port on which the portal and its API listen.',
    example: '3000',
    by: ['api'],
    value: '3000',
    read: whole(0, 65535),
  }),
  portalUrl: setting({
    name: 'PORTAL_URL',
    meaning: 'The public address of the portal, as citizens see it; goes to links in mail, sign-in and payment.',
    example: 'https://portal.mestokladno.cz',
    by: ['api', 'worker'],
    local: 'http://localhost:3000',
    read: address('http:', 'https:'),
    production: publicAddress,
  }),
  trustedProxies: setting({
    name: 'TRUSTED_PROXIES',
    meaning: 'How many reverse proxies stand in front of the API and may name the caller in X-Forwarded-For.',
    example: '1',
    by: ['api'],
    value: '0',
    read: whole(0, 10),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    meaning: 'The Postgres database of the portal.',
    example: 'postgres://portal:password@db.example.cz:5432/portal',
    by: ['api', 'worker', 'migrate'],
    secret: true,
    read: address('postgres:', 'postgresql:'),
  }),
  databaseConnections: setting({
    name: 'DATABASE_CONNECTIONS',
    meaning: 'Most connections that one process opens to Postgres.',
    example: '10',
    by: ['api', 'worker'],
    value: '10',
    read: whole(2, 200),
  }),
  temporalAddress: setting({
    name: 'TEMPORAL_ADDRESS',
    meaning: 'Host and port of the Temporal server.',
    example: 'temporal.example.cz:7233',
    by: ['api', 'worker'],
    local: '127.0.0.1:3033',
    read: text => (/^[\w.[\]:-]+:\d+$/.test(text) ? text : refuse('must be host:port')),
  }),
  temporalNamespace: setting({
    name: 'TEMPORAL_NAMESPACE',
    meaning: 'Namespace in Temporal in which the cases live.',
    example: 'default',
    by: ['api', 'worker'],
    value: 'default',
    read: plain,
  }),
  caseKey: setting({
    name: 'CASE_KEY',
    meaning: 'Key that encrypts personal data in Temporal’s histories. Losing it makes running cases unreadable.',
    example: 'the output of: openssl rand -base64 32',
    by: ['api', 'worker'],
    secret: true,
    read: key,
  }),
  stripeApiKey: setting({
    name: 'STRIPE_API_KEY',
    meaning: 'Secret key of the card gateway (Stripe).',
    example: 'sk_live_…',
    by: ['worker'],
    secret: true,
    read: text => (/^(sk|rk)_(test|live)_\w+$/.test(text) ? text : refuse('must be a secret key, sk_… or rk_…')),
  }),
  stripeWebhookSecret: setting({
    name: 'STRIPE_WEBHOOK_SECRET',
    meaning: 'Secret with which the gateway signs what it tells the portal.',
    example: 'whsec_…',
    by: ['api'],
    secret: true,
    read: text => (/^whsec_\S+$/.test(text) ? text : refuse('must be a webhook secret, whsec_…')),
  }),
  stripeApiUrl: setting({
    name: 'STRIPE_API_URL',
    meaning: 'Address of the local card gateway; left out, the portal talks to Stripe. Refused in production.',
    example: 'http://127.0.0.1:3010',
    by: ['worker'],
    value: '',
    read: optional(address('http:', 'https:')),
    production: text => {
      if (text !== '') refuse('is the address of a demo gateway and is refused in production; remove it')
    },
  }),
  oidcIssuer: setting({
    name: 'OIDC_ISSUER',
    meaning: 'Address (issuer) of the OpenID Connect identity provider.',
    example: 'https://login.example.cz',
    by: ['api'],
    read: address('http:', 'https:'),
    production: publicAddress,
  }),
  oidcClientId: setting({
    name: 'OIDC_CLIENT_ID',
    meaning: 'The portal’s name at the identity provider.',
    example: 'portal-obcana',
    by: ['api'],
    read: plain,
  }),
  oidcClientSecret: setting({
    name: 'OIDC_CLIENT_SECRET',
    meaning: 'The portal’s password at the identity provider.',
    example: 'given by the provider',
    by: ['api'],
    secret: true,
    read: text => (text.length >= 16 ? text : refuse('must have at least 16 characters')),
  }),
  registersUrl: setting({
    name: 'REGISTERS_URL',
    meaning:
      'Address of the city’s bridge to the basic registers (ROB, ROS, RÚIAN) and the register of representation.',
    example: 'https://registry.example.cz/portal',
    by: ['api', 'worker'],
    read: address('http:', 'https:'),
    production: publicAddress,
  }),
  registersKey: setting({
    name: 'REGISTERS_KEY',
    meaning: 'What the portal proves itself with at the bridge to the registers.',
    example: 'given by the operator of the bridge',
    by: ['api', 'worker'],
    secret: true,
    read: text => (text.length >= 16 ? text : refuse('must have at least 16 characters')),
  }),
  sessionIdleMinutes: setting({
    name: 'SESSION_IDLE_MINUTES',
    meaning: 'After how many minutes without a move a person is signed out.',
    example: '30',
    by: ['api'],
    value: '30',
    read: whole(5, 240),
  }),
  rateLimits: setting({
    name: 'RATE_LIMITS',
    meaning: 'Whether the API limits how often one browser and one address may ask; “off” is for load tests alone.',
    example: 'on',
    by: ['api'],
    value: 'on',
    read: text => among('on', 'off')(text) === 'on',
    production: text => {
      if (text === 'off') refuse('must not be off in production')
    },
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    meaning: 'Mail server through which the portal writes to citizens.',
    example: 'smtps://portal:password@mail.example.cz:465',
    by: ['worker'],
    secret: true,
    read: address('smtp:', 'smtps:'),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    meaning: 'Sender of the portal’s mail.',
    example: 'Portál občana <portal@mestokladno.cz>',
    by: ['worker'],
    read: text => (/^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(text) ? text : refuse('must be an e-mail address')),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    meaning: 'How much is logged: trace, debug, info, warn, error, silent.',
    example: 'info',
    by: ['api', 'worker', 'migrate'],
    value: 'info',
    read: among('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  }),
}

type Table = typeof table

/** The settings of one program, typed by their `read`. */
export type SettingsFor<P extends Program> = {
  [K in keyof Table as P extends Table[K]['by'][number] ? K : never]: ReturnType<Table[K]['read']>
}

/** Thrown when settings are missing or wrong; `message` lists all of them, each with what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads and checks all settings that a program needs. An empty variable counts as not set.
 * @throws {SettingsError} naming every missing or wrong setting at once
 */
export function settingsFor<P extends Program>(program: P, env: Record<string, string | undefined>): SettingsFor<P> {
  const production = env['NODE_ENV'] === 'production'
  const wrong: string[] = []
  const settings: Record<string, unknown> = {}
  for (const [field, it] of Object.entries<Setting<unknown, Program>>(table)) {
    if (!it.by.includes(program)) continue
    const text = env[it.name]?.trim() || (production ? it.value : (it.local ?? it.value))
    if (text === undefined) {
      wrong.push(`${it.name} is missing. ${it.meaning} For example: ${it.example}`)
      continue
    }
    try {
      settings[field] = it.read(text)
      if (production) it.production?.(text)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      wrong.push(`${it.name} ${error.message}. For example: ${it.example}`)
    }
  }
  if (wrong.length > 0) {
    const head = `The ${program} cannot start: ${wrong.length === 1 ? 'a setting is' : `${wrong.length} settings are`} missing or wrong.`
    throw new SettingsError([head, ...wrong.map(line => `  - ${line}`)].join('\n'))
  }
  // Every key of SettingsFor<P> was read above by its own `read`, which a loop over the table cannot show to the compiler.
  return settings as SettingsFor<P>
}

/** The table as Markdown, as it stands in docs/operations.md. */
export function settingsAsMarkdown(): string {
  const rows = Object.values<Setting<unknown, Program>>(table).map(it => {
    const fallback = it.value === '' ? 'none' : it.value !== undefined ? `\`${it.value}\`` : 'required'
    const local = it.local === undefined ? '' : ` (outside production \`${it.local}\`)`
    const meaning = it.secret ? `${it.meaning} **Secret.**` : it.meaning
    return `| \`${it.name}\` | ${meaning} | ${fallback}${local} | ${it.by.join(', ')} |`
  })
  return ['| Setting | Meaning | Default | Needed by |', '|---|---|---|---|', ...rows].join('\n')
}
