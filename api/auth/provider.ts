import * as client from 'openid-client'
import type { Assurance } from '../contract.ts'
import type { Settings } from '../deps.ts'

/** What an attempt to sign in keeps until its callback: see OpenID Connect Core § 3.1.2.1 and RFC 7636. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
}

/** The claims of a sign-in, unchecked beyond the signature. */
export type Claims = Record<string, unknown>

/** The identity provider (poskytovatel identity) as the portal uses it. */
export interface IdentityProvider {
  /** The issuer as configured; with `sub` it names an identity. */
  issuer: string
  /** Where to send the browser. Throws ProviderDown. */
  signInUrl(attempt: Attempt, assurance: Assurance, language: string, redirectUri: string): Promise<URL>
  /** Redeems the code that came back to `callback`. Throws ProviderDown, SignInFailed, or what openid-client throws. */
  redeem(callback: URL, attempt: Attempt): Promise<{ claims: Claims; idToken: string }>
  /** Where to send the browser to sign out there too; null when the provider offers none or is down. */
  signOutUrl(idToken: string, returnTo: string): Promise<URL | null>
}

/** The provider cannot be reached or is broken; the person can only try later. */
export class ProviderDown extends Error {
  override name = 'ProviderDown'
}

const acrBase = 'http://eidas.europa.eu/LoA/'
const levels: Assurance[] = ['low', 'substantial', 'high']

/** The levels that satisfy a request, the asked one first: the provider offers means of that level or above. */
const acrValues = (assurance: Assurance) =>
  levels
    .slice(levels.indexOf(assurance))
    .map(level => acrBase + level)
    .join(' ')

/** The eIDAS level of a claim `acr`; whatever we do not know counts as low. */
export const assuranceOf = (acr: unknown): Assurance => levels.find(level => acr === acrBase + level) ?? 'low'

/** Whether a level is at least the one asked for. */
export const reaches = (level: Assurance, required: Assurance) => levels.indexOf(level) >= levels.indexOf(required)

/**
 * The provider of the settings, found by discovery at the first use and looked for again while it is down.
 * Plain HTTP is allowed outside production alone.
 */
export function identityProvider(settings: Settings): IdentityProvider {
  let known: Promise<client.Configuration> | undefined
  const discovered = (): Promise<client.Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw new ProviderDown('The identity provider does not answer.', { cause: error })
    })
    return known
  }
  return {
    issuer: settings.oidcIssuer,
    async signInUrl(attempt, assurance, language, redirectUri) {
      return client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: 'openid profile address email phone',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        acr_values: acrValues(assurance),
        ui_locales: language,
      })
    },
    async redeem(callback, attempt) {
      const configuration = await discovered()
      const tokens = await client
        .authorizationCodeGrant(configuration, callback, {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
        })
        .catch(down)
      const id = tokens.claims()
      if (!id || tokens.id_token === undefined) throw new Error('The provider sent no ID token.')
      const more = await client.fetchUserInfo(configuration, tokens.access_token, id.sub).catch(down)
      // What was signed wins over what was fetched.
      return { claims: { ...more, ...id }, idToken: tokens.id_token }
    },
    async signOutUrl(idToken, returnTo) {
      const configuration = await discovered().catch(() => null)
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return null
      return client.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: returnTo })
    },
  }
}

function discover(settings: Settings): Promise<client.Configuration> {
  return client.discovery(
    new URL(settings.oidcIssuer),
    settings.oidcClientId,
    settings.oidcClientSecret,
    client.ClientSecretBasic(settings.oidcClientSecret),
    {
      timeout: 5,
      ...(settings.environment !== 'production' && { execute: [client.allowInsecureRequests] }),
    },
  )
}

/** Tells a provider that is down (no connection, time-out, 5xx) from one that says no. */
function down(error: unknown): never {
  const status = error instanceof client.ResponseBodyError ? error.status : undefined
  const response =
    error instanceof client.ClientError && error.cause instanceof Response ? error.cause.status : undefined
  const network = error instanceof TypeError || (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT')
  if (network || (status ?? response ?? 0) >= 500)
    throw new ProviderDown('The identity provider does not answer.', { cause: error })
  throw error
}
