import type { DefaultContext, DefaultState, Middleware } from 'koa'
import type { KoaContextWithOIDC, OIDCContext } from 'oidc-provider'
import type Provider from 'oidc-provider'
import type { Desk } from './desk.ts'
import { loginOf } from './desk.ts'
import { spoilCode, spoilIdToken } from './faults.ts'
import { signingKeys } from './keys.ts'
import { logoutPath, returnAddress } from './logout.ts'

/** What is changed about the protocol's answers once they are made: the faults chosen for a login, and a silent logout. */
export function aftermath(
  desk: Desk,
  provider: Provider,
): Middleware<DefaultState, DefaultContext & { oidc: OIDCContext }> {
  provider.on('authorization.success', (ctx, response) => {
    const login = loginOf(desk, ctx.oidc.entities.AuthorizationCode?.grantId)
    if (!login || typeof response?.code !== 'string') return
    spoilCode(desk.storage, response.code, login.fault)
    if (login.fault === 'rotated-keys') desk.controls.rotateKeys()
  })
  return async (ctx, next) => {
    await next()
    if (ctx.status !== 200) return
    if (ctx.path === '/token') spoilAnswer(desk, ctx)
    // nobody is signed in any more: oidc-provider would send a page whose script submits itself
    if (ctx.path === logoutPath && !ctx.oidc.session?.accountId) ctx.redirect(returnAddress(ctx))
  }
}

function spoilAnswer(desk: Desk, ctx: KoaContextWithOIDC): void {
  const fault = loginOf(desk, ctx.oidc.entities.AuthorizationCode?.grantId)?.fault ?? 'none'
  const [key] = signingKeys(desk.storage)
  const body: unknown = ctx.body
  if (fault === 'token-down') {
    ctx.status = 503
    ctx.body = { error: 'temporarily_unavailable' }
  } else if (
    key &&
    typeof body === 'object' &&
    body !== null &&
    'id_token' in body &&
    typeof body.id_token === 'string'
  )
    ctx.body = { ...body, id_token: spoilIdToken(body.id_token, key, fault) }
}
