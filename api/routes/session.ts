import { isMinorCaller } from '../acting.ts'
import { keepAlive } from '../auth/session.ts'
import type { SessionFacts } from '../auth/session.ts'
import type { Deps } from '../deps.ts'
import { route } from '../route.ts'
import type { Caller } from '../route.ts'
import { verifiers } from '../suspending.ts'
import { SessionInfo } from '../contract.ts'
import type { Assurance } from '../contract.ts'

/** Two minutes are enough to reach for the mouse (WCAG 2.2.1 asks for 20 seconds). */
const warnBefore = 120

export const session = [
  route({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in, and until when. Asking does not prolong the session.',
    who: 'anyone',
    quiet: true,
    answers: { 200: SessionInfo },
    async handle({ session, who, assurance }, deps) {
      return { status: 200, body: infoOf(deps, session, who, assurance, session?.expiresAt) }
    },
  }),
  route({
    method: 'post',
    path: '/api/session/extend',
    summary: 'Prolongs the session by its idle time.',
    who: 'signed-in',
    answers: { 200: SessionInfo },
    async handle({ session, who, assurance }, deps) {
      const { db, settings, now } = deps
      const until = session && (await keepAlive(db, session, settings.sessionIdleMinutes, now(), true))
      return { status: 200, body: infoOf(deps, session, who, assurance, until ?? undefined) }
    },
  }),
]

function infoOf(
  deps: Deps,
  session: SessionFacts | null,
  who: Caller | null,
  assurance: Assurance | null,
  until: Date | undefined,
): SessionInfo {
  if (!session || !who || !assurance) return { user: null, expiresAt: null, warnBefore }
  return { user: userOf(deps, who, assurance, session.means), expiresAt: until?.toISOString() ?? null, warnBefore }
}

function userOf(deps: Deps, who: Caller, assurance: Assurance, means: string): SessionInfo['user'] {
  if (who.kind === 'official')
    return { kind: 'official', ...who.official, verifiesMandates: who.official.roles.includes(verifiers) }
  const { id, givenName, familyName, subjectId, language } = who.person
  return {
    kind: 'citizen',
    id,
    name: `${givenName} ${familyName}`,
    assurance,
    means,
    paired: subjectId !== null,
    language,
    minor: isMinorCaller(deps, who.person),
  }
}
