import type { KoaContextWithOIDC } from 'oidc-provider'
import { logoutPage } from './pages/notices.ts'
import { languageOf } from './pages/texts.ts'

/** Where the service sends its visitor to sign out. */
export const logoutPath = '/logout'

/**
 * Signing out started by the service (OpenID Connect RP-Initiated Logout 1.0 § 2).
 * A request that proves itself by the id_token of this very session is answered at once; any other is asked about first.
 */
export async function logoutSource(ctx: KoaContextWithOIDC): Promise<void> {
  const { oidc } = ctx
  const { session } = oidc
  const hint = oidc.entities.IdTokenHint?.payload.sub
  const { client } = oidc
  const own = session?.accountId && client && hint !== undefined && hint === (await subOf(ctx, session.accountId))
  if (!own || !session) {
    const language = languageOf(oidc.params?.ui_locales, ctx.get('accept-language'))
    ctx.body = logoutPage(language, oidc.urlFor('end_session_confirm'), xsrfOf(session?.state))
    return
  }
  await session.destroy()
  ctx.cookies.set(oidc.provider.cookieName('session'), null)
  ctx.redirect(returnAddress(ctx))
}

/** Where the service wants its visitor back; the provider has already checked that the address is registered. */
export function returnAddress(ctx: KoaContextWithOIDC): string {
  const { post_logout_redirect_uri: address, state } = ctx.oidc.params ?? {}
  if (typeof address !== 'string') return ctx.oidc.urlFor('end_session_success')
  const url = new URL(address)
  if (typeof state === 'string') url.searchParams.set('state', state)
  return url.href
}

async function subOf(ctx: KoaContextWithOIDC, accountId: string): Promise<unknown> {
  const claims = new ctx.oidc.provider.Claims({ sub: accountId }, { ctx })
  claims.scope('openid')
  return (await claims.result()).sub
}

function xsrfOf(state: Record<string, unknown> | undefined): string {
  return typeof state?.secret === 'string' ? state.secret : ''
}
