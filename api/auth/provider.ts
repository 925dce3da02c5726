import * as client from 'openid-client'
import type { Assurance, Language } from '../contract.ts'
import type { Settings } from '../deps.ts'
import { acrValues } from './level.ts'

/** What an attempt to sign in keeps until its callback (OpenID Connect Core § 3.1.2.1, RFC 7636). */
export interface Secrets {
  state: string
  nonce: string
  verifier: string
}

/** The claims of a sign-in: signed by the provider, of no checked shape. */
export type Claims = Record<string, unknown>

/** The identity provider (poskytovatel identity) as the portal uses it. */
export interface IdentityProvider {
  /** With the claim `sub` it names an identity. */
  issuer: string
  /** Where to send the browser; `fresh`: nobody comes back who has not proved now who they are. Throws ProviderDown. */
  signInUrl(secrets: Secrets, asked: { required: Assurance; fresh: boolean }, language: Language): Promise<URL>
  /** Redeems the code that came back. Throws ProviderDown, or what openid-client throws for a refusal. */
  redeem(callback: URL, secrets: Secrets): Promise<{ claims: Claims; idToken: string }>
  /** Where to send the browser to sign out there too; null when the provider offers none or is down. */
  signOutUrl(idToken: string): Promise<URL | null>
}

/** The provider cannot be reached or is broken; the person can only try later. */
export class ProviderDown extends Error {
  override name = 'ProviderDown'
}

/** Clocks of two machines differ; so many seconds are forgiven. */
const skew = 30
/** Seconds; a person waits. */
const timeout = 6

/**
 * The provider of the settings. It is looked up anew for every step: so a person is not sent to a provider that is down, and keys it
 * has changed this very minute are known. Signatures are checked although TLS protects the channel. Plain HTTP is allowed outside
 * production alone.
 */
export function identityProvider(settings: Settings): IdentityProvider {
  return {
    issuer: settings.oidcIssuer,
    async signInUrl(secrets, { required, fresh }, language) {
      return client.buildAuthorizationUrl(await discover(settings), {
        redirect_uri: `${settings.portalUrl}/api/auth/callback`,
        scope: 'openid profile address email phone',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        acr_values: acrValues(required),
        ui_locales: language,
        ...(fresh && { prompt: 'login', max_age: '0' }),
      })
    },
    async redeem(callback, { state, nonce, verifier }) {
      const configuration = await discover(settings)
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const tokens = await client.authorizationCodeGrant(configuration, callback, checks).catch(toldApart)
      const signed = tokens.claims()
      if (!signed || tokens.id_token === undefined) throw new Error('The provider sent no ID token.')
      const more = await client.fetchUserInfo(configuration, tokens.access_token, signed.sub).catch(toldApart)
      return { claims: { ...more, ...signed }, idToken: tokens.id_token }
    },
    async signOutUrl(idToken) {
      const configuration = await discover(settings).catch(() => null)
      if (!configuration || configuration.serverMetadata().end_session_endpoint === undefined) return null
      const after = { id_token_hint: idToken, post_logout_redirect_uri: `${settings.portalUrl}/` }
      return client.buildEndSessionUrl(configuration, after)
    },
  }
}

async function discover(settings: Settings): Promise<client.Configuration> {
  const { oidcIssuer, oidcClientId, oidcClientSecret, environment } = settings
  const metadata = { client_secret: oidcClientSecret, [client.clockTolerance]: skew }
  const insecure = environment === 'production' ? [] : [client.allowInsecureRequests]
  const options = { timeout, execute: [client.enableNonRepudiationChecks, ...insecure] }
  const proof = client.ClientSecretBasic(oidcClientSecret)
  return client.discovery(new URL(oidcIssuer), oidcClientId, metadata, proof, options).catch((error: unknown) => {
    throw new ProviderDown('The identity provider does not answer.', { cause: error })
  })
}

/** Tells a provider that does not answer (no connection, time-out, 5xx) from one that says no. */
function toldApart(error: unknown): never {
  const response = error instanceof client.ClientError && error.cause instanceof Response ? error.cause : undefined
  const status = error instanceof client.ResponseBodyError ? error.status : (response?.status ?? 0)
  const silent = error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT'
  if (silent || status >= 500 || (error instanceof TypeError && error.cause !== undefined))
    throw new ProviderDown('The identity provider does not answer.', { cause: error })
  throw error
}
