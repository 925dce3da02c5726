import helmet from 'koa-helmet'
import type { Settings } from '../deps.ts'
import type { Step } from '../state.ts'

/** The policy of every page and answer: nothing from elsewhere, nothing inline, in nobody's frame; papers are shown in a frame of ours. */
export const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  manifestSrc: ["'self'"],
}

/** Security headers on everything; answers of the API are kept by nobody unless their route says otherwise. */
export function headers({ environment }: Settings): Step[] {
  const production = environment === 'production'
  const secured = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    // the API sees which page asked, other sites see nothing
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: production && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  })
  const private_: Step = async (ctx, next) => {
    ctx.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (!ctx.path.startsWith('/api/') && !ctx.path.startsWith('/health/')) return next()
    ctx.set('Cache-Control', 'no-store')
    return next()
  }
  return [secured as Step, private_]
}
