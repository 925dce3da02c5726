import type { Assurance, Language } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { reaches } from './level.ts'
import { returnPath } from './return-path.ts'
import type { SessionFacts } from './session.ts'

/**
 * Lets the caller on only if known at least that surely (eIDAS level). Throws Refusal `level-too-low`, whose `next` leads to a
 * stronger sign-in and back to the page the person is on.
 */
export function requireAssurance(
  ctx: { assurance: Assurance | null; language: Language; headers: { referer?: unknown } },
  level: Assurance,
): void {
  if (ctx.assurance !== null && reaches(ctx.assurance, level)) return
  const back = returnPath(pathOf(ctx.headers.referer), ctx.language)
  throw new Refusal('level-too-low', {
    next: `/api/auth/login?${new URLSearchParams({ assurance: level, return: back })}`,
  })
}

/** How long ago somebody may have proved who they are, to change the ways in which they sign in. */
const freshMinutes = 5

/**
 * Lets the caller on only if they have just proved who they are: an unlocked computer must not be enough to make oneself a key to it.
 * Throws Refusal `sign-in-not-fresh`, whose `next` leads to signing in anew and back.
 */
export function requireFresh(
  ctx: { session: SessionFacts | null; language: Language; headers: { referer?: unknown } },
  now: Date,
): void {
  const at = ctx.session?.authenticatedAt
  if (at && now.getTime() - at.getTime() <= freshMinutes * 60_000) return
  const back = returnPath(pathOf(ctx.headers.referer), ctx.language)
  throw new Refusal('sign-in-not-fresh', {
    values: { minutes: freshMinutes },
    next: `/api/auth/login?${new URLSearchParams({ fresh: '1', assurance: 'substantial', return: back })}`,
  })
}

function pathOf(referer: unknown): string | undefined {
  if (typeof referer !== 'string' || !URL.canParse(referer)) return undefined
  const { pathname, search } = new URL(referer)
  return pathname + search
}
