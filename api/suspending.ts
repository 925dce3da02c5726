import { mandateById, type KnownMandate } from '../activities/mandates/rows.ts'
import { hasEnded } from '../activities/mandates/rules.ts'
import { resumeMandate, suspendMandate } from '../activities/mandates/suspending.ts'
import type { Db } from '../db/database.ts'
import { agendas } from '../workflows/agendas/index.ts'
import { todayOf } from './acting.ts'
import { audit, type Acting } from './audit.ts'
import type { OfficialCaller } from './auth/session.ts'
import type { Language } from './contract.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { powersAgenda, whyNotHere } from './revoking.ts'
import { actorOf } from './stepping.ts'

/** The department whose officials verify mandates, and alone suspend them. */
export const verifiers = agendas.get(powersAgenda)?.department ?? 'finance'

/** Whether an official is a party of the mandate: then it is for a colleague to decide (§ 14 správního řádu). */
export const isOwnMatter = ({ official }: OfficialCaller, { principal, agents }: KnownMandate): boolean =>
  official.subjectId === principal || agents.some(({ person }) => person !== null && person === official.personId)

type By = Acting & { who: OfficialCaller; language: Language }

/**
 * Suspends a valid mandate at once, with a reason that principal and agent read: row, audit and messages in one transaction. One that
 * is suspended is left as it is. Throws Refusal `not-yours`, `own-matter`, `mandate-from-register` or `mandate-not-suspended`.
 */
export const suspend = (deps: Deps, ctx: By, { mandate, reason }: { mandate: string; reason: string }): Promise<void> =>
  turn(deps, ctx, mandate, 'suspended', tx => suspendMandate(tx, { mandate, by: actorOf(ctx), reason: reason.trim() }))

/** Lets a suspended mandate go on at once. Throws as `suspend` does; one that is valid is left as it is. */
export const resume = (deps: Deps, ctx: By, { mandate, reason }: { mandate: string; reason: string }): Promise<void> =>
  turn(deps, ctx, mandate, 'active', tx =>
    resumeMandate(tx, { mandate, by: actorOf(ctx), reason: reason.trim(), day: todayOf(deps) }),
  )

async function turn(
  deps: Deps,
  ctx: By,
  id: string,
  into: 'suspended' | 'active',
  change: (tx: Db) => Promise<string[] | null>,
): Promise<void> {
  const mandate = await mandateById(deps.db, id)
  if (!mandate) throw new Refusal('not-yours')
  if (isOwnMatter(ctx.who, mandate)) throw new Refusal('own-matter')
  const elsewhere = whyNotHere(mandate)
  // what the portal has suspended by a register's word, an official may let go on
  if (elsewhere && mandate.state !== 'suspended')
    throw new Refusal('mandate-from-register', { values: { reason: elsewhere[ctx.language] } })
  if (mandate.state === into) return
  const told = await deps.db.transaction().execute(async tx => {
    const messages = await change(tx)
    if (messages === null) throw new Refusal('mandate-not-suspended')
    await audit(tx, ctx, {
      what: into === 'suspended' ? 'suspended mandate' : 'resumed mandate',
      ...(mandate.caseId !== null && { caseId: mandate.caseId }),
      details: { mandate: id },
    })
    return messages
  })
  told.forEach(one => deps.teller.tell(one))
}

/** What an official may do with a mandate now. */
export function standingOf(
  who: OfficialCaller,
  mandate: KnownMandate,
  day: string,
): { maySuspend: boolean; mayResume: boolean } {
  const over = hasEnded(mandate, day) || isOwnMatter(who, mandate)
  return {
    maySuspend: !over && mandate.state === 'active' && whyNotHere(mandate) === null,
    mayResume: !over && mandate.state === 'suspended',
  }
}
