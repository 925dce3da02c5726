import type { Assurance, Language } from '../contract.ts'
import { Refusal } from '../errors.ts'
import { reaches } from './level.ts'
import { returnPath } from './return-path.ts'

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

function pathOf(referer: unknown): string | undefined {
  if (typeof referer !== 'string' || !URL.canParse(referer)) return undefined
  const { pathname, search } = new URL(referer)
  return pathname + search
}
