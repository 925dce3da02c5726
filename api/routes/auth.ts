import Type from 'typebox'
import { audit } from '../audit.ts'
import { attemptCookie, cookieLine, cookieOf, sessionCookie } from '../auth/cookie.ts'
import { languageOf, returnPath } from '../auth/return-path.ts'
import { closeSession } from '../auth/session.ts'
import { leave } from '../desk/presence.ts'
import { SignInFailed, attemptLife, beginSignIn, endSignIn } from '../auth/sign-in.ts'
import { Assurance, Language, SignedOut } from '../contract.ts'
import { route } from '../route.ts'

const text = Type.Optional(Type.String())

export const auth = [
  route({
    method: 'get',
    path: '/api/auth/login',
    summary: 'Sends the browser to the identity provider; afterwards it returns to a page of the portal.',
    who: 'anyone',
    limit: 'sign-in',
    query: Type.Object({
      return: text,
      assurance: Type.Optional(Assurance),
      lang: Type.Optional(Language),
      fresh: Type.Optional(Type.Literal('1')),
    }),
    answers: { 302: null },
    async handle({ query, headers, language, log }, deps) {
      const returnTo = returnPath(query.return, query.lang ?? language)
      const cookie = attemptCookie(deps.settings)
      try {
        const { url, browser } = await beginSignIn(deps, cookieOf(headers.cookie, cookie), returnTo, {
          required: query.assurance ?? 'low',
          fresh: query.fresh !== undefined,
        })
        return found(url.href, cookieLine(deps.settings, cookie, browser, attemptLife))
      } catch (error) {
        return found(failurePage(error, returnTo, log))
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/auth/callback',
    summary:
      'The identity provider sends the browser back here; opens a session, or leads to words about what went wrong.',
    who: 'anyone',
    limit: 'sign-in',
    query: Type.Object({ state: text, code: text, iss: text, error: text, error_description: text }),
    answers: { 302: null },
    async handle({ query, headers, session, requestId, language, log }, deps) {
      const { settings } = deps
      const callback = new URL(`${settings.portalUrl}/api/auth/callback`)
      for (const [name, value] of Object.entries(query)) if (value !== undefined) callback.searchParams.set(name, value)
      const browser = { mark: cookieOf(headers.cookie, attemptCookie(settings)), session: session?.id }
      try {
        const { cookie, returnTo } = await endSignIn(deps, callback, browser, requestId)
        return found(returnTo, cookieLine(settings, sessionCookie(settings), cookie))
      } catch (error) {
        return found(failurePage(error, `/${language}`, log))
      }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/logout',
    summary: 'Ends the session; `next` signs out at the identity provider too.',
    who: 'anyone',
    quiet: true,
    answers: { 200: SignedOut },
    async handle({ session, who, assurance, requestId }, { db, settings, identityProvider, now }) {
      const headers = { 'Set-Cookie': cookieLine(settings, sessionCookie(settings), '', 0) }
      if (!session || !who) return { status: 200, headers, body: { next: '/' } }
      const gone = who.kind === 'official' ? await leave(db, who.official.id, now()) : undefined
      if (gone !== undefined)
        await audit(db, { who, assurance, requestId }, { what: 'person left the desk', forPerson: gone })
      await closeSession(db, session.id)
      await audit(db, { who, assurance, requestId }, { what: 'signed out' })
      const there = session.idToken === null ? null : await identityProvider.signOutUrl(session.idToken)
      return { status: 200, headers, body: { next: there?.href ?? '/' } }
    },
  }),
]

const found = (location: string, cookie?: string) => ({
  status: 302 as const,
  headers: { Location: location, ...(cookie !== undefined && { 'Set-Cookie': cookie }) },
})

/** The page with words about the failure, from which the person may try again. Anything unforeseen is thrown on. */
function failurePage(error: unknown, home: string, log: { warn(facts: object, words: string): void }): string {
  if (!(error instanceof SignInFailed)) throw error
  log.warn({ problem: error.problem, err: error.cause }, 'sign-in failed')
  const returnTo = error.returnTo ?? home
  return `/${languageOf(returnTo)}/signing-in?${new URLSearchParams({ problem: error.problem, return: returnTo })}`
}
