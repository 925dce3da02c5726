import { createHmac, randomBytes } from 'node:crypto'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { interactionPolicy } from 'oidc-provider'
import { claimsByScope, claimsOf } from './claims.ts'
import type { Desk } from './desk.ts'
import { loginOf, loginSeconds, personOf } from './desk.ts'
import { signingKeys } from './keys.ts'
import { logoutPath, logoutSource } from './logout.ts'
import { acrValues } from './means.ts'
import { errorPage, loggedOutPage } from './pages/notices.ts'
import { languageOf } from './pages/texts.ts'
import { inState } from './person.ts'

/** The one service registered at the provider. All redirectUris must share a host: pseudonyms are bound to it. */
export type ClientSettings = {
  clientId: string
  clientSecret: string
  redirectUris: string[]
  postLogoutRedirectUris: string[]
}

/** The configuration of oidc-provider: code flow with PKCE for one confidential client, pseudonyms, our own pages. */
export function configurationOf(desk: Desk, client: ClientSettings): Configuration {
  const salt = desk.storage.keep('salt', () => randomBytes(32).toString('base64'))
  return {
    adapter: desk.storage.adapterFor,
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        client_name: desk.service,
        redirect_uris: client.redirectUris,
        post_logout_redirect_uris: client.postLogoutRedirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        require_auth_time: true,
      },
    ],
    jwks: { keys: signingKeys(desk.storage) },
    cookies: {
      // cookies ignore ports: other names than the defaults keep apart from whatever else runs on localhost
      names: { session: 'idp_session', interaction: 'idp_login', resume: 'idp_resume' },
      keys: [desk.storage.keep('cookies', () => randomBytes(32).toString('base64'))],
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    scopes: ['openid'],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic'],
    pkce: { required: () => true },
    acrValues,
    claims: claimsByScope,
    // small services read the id_token alone, so it carries what the userinfo endpoint does
    conformIdTokenClaims: false,
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, account, { clientId }) => pseudonym(salt, clientId, account),
    async findAccount(ctx, account, token) {
      const person = personOf(desk, account)
      if (!person) return undefined
      return {
        accountId: account,
        claims() {
          const login = loginOf(desk, token?.grantId ?? ctx.oidc.entities.Grant?.jti)
          const means = desk.offer.find(({ id }) => id === login?.means)
          if (!login || !means) throw new Error(`There is no login behind the token of ${account}.`)
          return claimsOf(account, inState(person, login.state), means, login)
        },
      }
    },
    interactions: { policy: alwaysChoose(), url: (_ctx, interaction) => `/login/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource,
        postLogoutSuccessSource: ctx => void (ctx.body = loggedOutPage(pageLanguage(ctx))),
      },
    },
    renderError(ctx, out) {
      ctx.type = 'html'
      ctx.body = errorPage(pageLanguage(ctx), { detail: `${out.error}: ${out.error_description ?? ''}` })
    },
    routes: { userinfo: '/userinfo', end_session: logoutPath },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 3600,
      Grant: loginSeconds,
      Session: loginSeconds,
    },
  }
}

/**
 * The visitor chooses a person at every sign-in: a demo is there for changing roles.
 * A silent request (`prompt=none`) is still answered from the session.
 */
function alwaysChoose(): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base()
  const choose = new interactionPolicy.Check('choose_person', 'the person must be chosen', 'login_required', ctx => {
    const chosen = ctx.oidc.result?.login !== undefined
    return !chosen && !ctx.oidc.prompts.has('none')
  })
  policy.get('login')?.checks.add(choose)
  return policy
}

/** A pseudonym of an account for one client, shaped like a GUID. Another client gets another one and neither tells who it is. */
function pseudonym(salt: string, clientId: string, account: string): string {
  const hash = createHmac('sha256', Buffer.from(salt, 'base64')).update(`${clientId}\n${account}`).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

function pageLanguage(ctx: KoaContextWithOIDC) {
  return languageOf(ctx.oidc.params?.ui_locales, ctx.get('accept-language'))
}
