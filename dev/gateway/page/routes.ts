import { readFileSync } from 'node:fs'
import Router, { type RouterContext } from '@koa/router'
import { nobody, type Acts } from '../act.ts'
import { ApiError } from '../api/errors.ts'
import { readBody } from '../body.ts'
import { storedCard, testCard } from '../cards.ts'
import type { Language } from '../money.ts'
import type { Session } from '../objects/types.ts'
import { authenticate, awaitingAuthentication, currentSession, payWithCard, type Attempt } from '../payments.ts'
import type { Store } from '../store.ts'
import { empty, judge, typed, type Problems, type Typed } from './card-form.ts'
import {
  back,
  bankPage,
  closedPage,
  grouped,
  homePage,
  missingPage,
  payPage,
  type Refusal,
  type Setting,
} from './pages.ts'

export interface PageDeps {
  acts: Acts
  store: Store
  merchant: string
  clock: () => number
}

/** The hosted page where the payer types the card: plain HTML under a strict policy, no script at all. */
export function createPages(deps: PageDeps): Router {
  const router = new Router()
  const css = readFileSync(new URL('./page.css', import.meta.url), 'utf8')
  const icon = readFileSync(new URL('./icon.svg', import.meta.url), 'utf8')
  const session = (id: string | undefined) => deps.acts(nobody, act => currentSession(act, id ?? ''))

  router.get('/c/page.css', ctx => asset(ctx, 'text/css; charset=utf-8', css))
  router.get('/c/icon.svg', ctx => asset(ctx, 'image/svg+xml', icon))

  router.get('/', ctx => show(ctx, homePage(setting(deps, ctx)), undefined))

  router.get('/c/pay/:id', ctx =>
    withSession(deps, ctx, () => {
      const found = session(ctx.params['id'])
      show(ctx, found.status === 'open' ? form(deps, ctx, found) : closedPage(setting(deps, ctx, found), found), found)
    }),
  )

  router.post('/c/pay/:id', async ctx => {
    const sent = new URLSearchParams(await readBody(ctx.req))
    withSession(deps, ctx, () => {
      const found = session(ctx.params['id'])
      const fields = typed(sent)
      const wanted = testCard(sent.get('fill') ?? '')
      if (found.status !== 'open') return leave(ctx, found, found.status)
      if (wanted) {
        const filled = {
          number: grouped(wanted.number),
          expiry: '12/34',
          cvc: wanted.brand === 'amex' ? '1234' : '123',
        }
        return show(ctx, form(deps, ctx, found, { ...filled, holder: fields.holder || 'Jana Nováková' }), found)
      }
      const judged = judge(fields, today(deps.clock()))
      const kept = { ...fields, cvc: '' }
      if ('problems' in judged) return show(ctx, form(deps, ctx, found, kept, judged.problems), found, 422)
      const { card, expiry, holder } = judged.read
      const attempt = deps.acts(nobody, act => payWithCard(act, found.id, storedCard(card, expiry, holder)))
      follow(deps, ctx, found, attempt, kept)
    })
  })

  router.get('/c/pay/:id/authenticate', ctx =>
    withSession(deps, ctx, () => {
      const found = session(ctx.params['id'])
      const waiting = deps.acts(nobody, act => awaitingAuthentication(act, found))
      if (found.status !== 'open' || !waiting) return redirect(ctx, here(ctx, found))
      show(ctx, bankPage(setting(deps, ctx, found), found, waiting.card), found)
    }),
  )

  router.post('/c/pay/:id/authenticate', async ctx => {
    const sent = new URLSearchParams(await readBody(ctx.req))
    withSession(deps, ctx, () => {
      const found = session(ctx.params['id'])
      const attempt = deps.acts(nobody, act => authenticate(act, found.id, sent.get('answer') === 'approve'))
      if (attempt) follow(deps, ctx, found, attempt, empty)
      else redirect(ctx, here(ctx, found))
    })
  })
  return router
}

function follow(deps: PageDeps, ctx: RouterContext, session: Session, attempt: Attempt, kept: Typed): void {
  if (attempt.outcome === 'paid') return leave(ctx, session, 'complete')
  if (attempt.outcome === 'closed') return leave(ctx, session, attempt.status)
  if (attempt.outcome === 'authenticate') return redirect(ctx, here(ctx, session, '/authenticate'))
  const { declineCode, code, field } = attempt.decline
  show(ctx, form(deps, ctx, session, kept, {}, { reason: declineCode ?? code, field }), session, 402)
}

/** Paid: off to the merchant. Expired: to the page that says so. */
function leave(ctx: RouterContext, session: Session, status: 'complete' | 'expired'): void {
  const merchant = status === 'complete' ? session.success_url : null
  redirect(ctx, merchant ? back(merchant, session) : here(ctx, session))
}

function form(
  deps: PageDeps,
  ctx: RouterContext,
  session: Session,
  fields?: Typed,
  problems?: Problems,
  refusal?: Refusal,
) {
  const lines = deps.store.hidden('checkout.session', session.id)?.lineItems ?? []
  return payPage(setting(deps, ctx, session), session, lines, fields, problems, refusal)
}

function withSession(deps: PageDeps, ctx: RouterContext, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error
    show(ctx, missingPage(setting(deps, ctx), ctx.path), undefined, 404)
  }
}

/** Czech unless the session or the payer's own choice says English. */
function setting(deps: PageDeps, ctx: RouterContext, session?: Session): Setting {
  const chosen = ctx.query['lang']
  const language: Language =
    chosen === 'cs' || chosen === 'en' ? chosen : session?.locale?.startsWith('en') ? 'en' : 'cs'
  return { language, merchant: deps.merchant }
}

const here = (ctx: RouterContext, session: Session, more = '') =>
  `/c/pay/${session.id}${more}${ctx.query['lang'] === 'en' ? '?lang=en' : ctx.query['lang'] === 'cs' ? '?lang=cs' : ''}`

function redirect(ctx: RouterContext, url: string): void {
  ctx.status = 303
  ctx.set({ location: url, 'cache-control': 'no-store' })
  ctx.body = ''
}

function show(ctx: RouterContext, page: string, session: Session | undefined, status = 200): void {
  ctx.status = status
  ctx.type = 'text/html; charset=utf-8'
  ctx.set({
    'cache-control': 'no-store',
    'content-security-policy': policy(session),
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  ctx.body = page
}

/** After paying, the form leads to the merchant's address; Chromium holds that redirect against `form-action` too. */
function policy(session: Session | undefined): string {
  const urls = [session?.success_url, session?.cancel_url].filter(url => typeof url === 'string')
  const targets = new Set(["'self'", ...urls.map(url => new URL(url).origin)])
  return `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${[...targets].join(' ')}; base-uri 'none'; frame-ancestors 'none'`
}

function asset(ctx: RouterContext, type: string, body: string): void {
  ctx.type = type
  ctx.set({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
  ctx.body = body
}

/** The day in Prague, `YYYY-MM-DD`. */
const today = (now: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Prague' }).format(now)
