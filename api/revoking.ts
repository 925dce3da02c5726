import { isDuplicate } from '../db/duplicate.ts'
import { byLaw, byRegister } from '../activities/mandates/words.ts'
import { endMandate } from '../activities/mandates/ending.ts'
import { mandateById, type KnownMandate } from '../activities/mandates/rows.ts'
import { hasEnded } from '../activities/mandates/rules.ts'
import type { Db } from '../db/database.ts'
import { mayFor, reachOf, todayOf, type Reach } from './acting.ts'
import { audit, type Acting } from './audit.ts'
import type { CitizenCaller } from './auth/session.ts'
import type { Language, Words } from './contract.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'
import { actorOf } from './stepping.ts'

/** The agenda that registers mandates: whoever may revoke in it, revokes in the principal's name. */
export const powersAgenda = 'power-of-attorney'

/** What somebody is to a mandate: its principal (or acts for them), its agent, or nothing. */
export function standing(reach: Reach, mandate: KnownMandate): 'principal' | 'agent' | null {
  if (mayFor(reach, mandate.principal, powersAgenda, 'revoke')) return 'principal'
  return mandate.agents.some(({ person }) => person === reach.person) ? 'agent' : null
}

/** Why a living mandate is not for the portal to end; null when it is. */
export const whyNotHere = ({ source, basis }: KnownMandate): Words | null =>
  source === 'register' ? (byLaw[basis] ?? byRegister) : null

/** The reason that the form of a revocation gives; none need be given. */
export const reasonIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string' ? data.reason : ''

/** The mandate that a case keeps. */
export async function keptBy(db: Db, caseId: string): Promise<string | undefined> {
  const row = await db.selectFrom('mandate').select('id').where('caseId', '=', caseId).executeTakeFirst()
  return row?.id
}

/**
 * Ends a mandate at once, by its principal or by notice of its agent (výpověď): row, audit and messages in one transaction. One that
 * has ended is left as it is. Throws Refusal `not-yours`, `mandate-from-register`, or `stale-view` for a message id used elsewhere.
 */
export async function revoke(
  deps: Deps,
  ctx: Acting & { who: CitizenCaller; language: Language; assistedBy?: { id: string; name: string } },
  { mandate: id, id: message, reason }: { mandate: string; id: string; reason: string },
): Promise<void> {
  const { db, teller } = deps
  const [reach, mandate] = await Promise.all([reachOf(deps, ctx.who), mandateById(db, id)])
  const as = mandate && standing(reach, mandate)
  if (!mandate || as === null) throw new Refusal('not-yours')
  if (hasEnded(mandate, todayOf(deps))) return
  const elsewhere = whyNotHere(mandate)
  if (elsewhere) throw new Refusal('mandate-from-register', { values: { reason: elsewhere[ctx.language] } })
  const how = as === 'principal' ? 'revoked' : 'notice'
  const told = await db
    .transaction()
    .execute(async tx => {
      const messages = await endMandate(tx, { mandate: id, how, by: actorOf(ctx), reason, ownMessage: message })
      if (messages === null) return []
      const { principal: subject, principalName: name, caseId } = mandate
      await audit(tx, ctx, {
        what: how === 'revoked' ? 'revoked mandate' : 'gave notice of mandate',
        ...(caseId !== null && { caseId }),
        for: { subject, name, mandate: id },
      })
      return messages
    })
    .catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal('stale-view') : error
    })
  told.forEach(one => teller.tell(one))
}
