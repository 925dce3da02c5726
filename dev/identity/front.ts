import { readFileSync } from 'node:fs'
import type { Context, Middleware } from 'koa'
import { UnknownControl, applyControls } from './controls.ts'
import type { Desk } from './desk.ts'
import { readBody, securityHeaders } from './http.ts'
import { signingKeys } from './keys.ts'
import { holds } from './means.ts'
import { homePage, outagePage } from './pages/notices.ts'
import { languageOf } from './pages/texts.ts'
import { fullName } from './person.ts'

const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

/** What stands before the protocol: headers, style sheet, home page, the levers under /_control, and outages. */
export function frontDoor(desk: Desk, services: string[]): Middleware {
  const headers = securityHeaders(services)
  return async (ctx, next) => {
    ctx.set(headers)
    if (ctx.path === '/style.css') {
      ctx.type = 'css'
      ctx.body = style
      return
    }
    if (ctx.path.startsWith('/_control')) return control(desk, ctx)
    const language = languageOf(ctx.query.lang, ctx.query.ui_locales, ctx.get('accept-language'))
    const { down } = desk.controls.state()
    if (ctx.path === '/') {
      ctx.type = 'html'
      ctx.body = homePage(language, ctx.URL, down !== 'nothing')
      return
    }
    const struck =
      down === 'everything' ||
      (down === 'authorize' && ctx.path === '/auth') ||
      (down === 'token' && ctx.path === '/token')
    if (!struck) return next()
    ctx.status = 503
    ctx.set('retry-after', '30')
    if (ctx.accepts('json', 'html') === 'html') {
      ctx.type = 'html'
      ctx.body = outagePage(language)
    } else ctx.body = { error: 'temporarily_unavailable', error_description: 'switched off by the controls' }
  }
}

async function control(desk: Desk, ctx: Context): Promise<void> {
  if (ctx.method === 'POST' && ctx.path === '/_control/restore') {
    desk.controls.set({ down: 'nothing' })
    ctx.redirect('/')
    ctx.status = 303
    return
  }
  if (ctx.method === 'POST') {
    // a page of another site cannot send JSON here without asking first, and nobody answers
    if (!ctx.is('json')) return void (ctx.status = 415)
    try {
      applyControls(desk.controls, JSON.parse(await readBody(ctx.req)))
    } catch (error) {
      if (!(error instanceof UnknownControl || error instanceof SyntaxError)) throw error
      ctx.status = 400
      ctx.body = { error: error.message }
      return
    }
  }
  ctx.body = {
    ...desk.controls.state(),
    keys: signingKeys(desk.storage).map(key => key.kid),
    people: desk.people.map(person => ({
      key: person.key,
      name: fullName(person),
      means: desk.offer.filter(means => holds(person, means)).map(means => means.id),
    })),
  }
}
