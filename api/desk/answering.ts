import { isDuplicate } from '../../db/duplicate.ts'
import { holdMandate, todayOf } from '../acting.ts'
import { audit, type Acting } from '../audit.ts'
import type { CitizenCaller, OfficialCaller } from '../auth/session.ts'
import type { DeskAnswer, Language } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { fileMessage } from '../filing.ts'
import { keptBy, reasonIn, revoke } from '../revoking.ts'
import { actorOf, answered, firstToAnswer } from '../stepping.ts'
import { caseFor } from '../views/case-rows.ts'
import { deskRule } from './examining.ts'

type AtDesk = Acting & { who: OfficialCaller; language: Language; headers: Record<string, unknown> }

/**
 * Answers a step of a case for the person at the desk (asistovaná služba): theirs in every respect, with the official who helped on
 * record. What they could not answer themselves at the desk's level, or may not, is refused alike. The same message again answers
 * nothing twice.
 * @throws {Refusal} of the step, the level, the mandate or the form
 */
export async function answerFor(
  deps: Deps,
  acting: AtDesk,
  citizen: CitizenCaller,
  caseId: string,
  { id, stepKey, data }: DeskAnswer,
): Promise<void> {
  const row = await caseFor(deps, citizen, caseId)
  const ctx = {
    who: citizen,
    body: { id, kind: 'answer' as const, stepKey, data },
    assurance: deskRule(deps).assurance,
    assistedBy: { id: acting.who.official.id, name: acting.who.official.name },
    ...{ language: acting.language, headers: acting.headers, requestId: acting.requestId },
  }
  const sent = await answered(deps, ctx, row)
  const deed = { what: `answered ${stepKey} at the desk`, caseId: row.id, forPerson: citizen.person.id }
  const mandate = stepKey.startsWith('revocation/') ? await keptBy(deps.db, row.id) : undefined
  if (mandate !== undefined) {
    await revoke(deps, ctx, { mandate, id, reason: reasonIn(sent.data) })
    return audit(deps.db, acting, deed)
  }
  const { acting: as, party: _, take: __, ...brought } = sent
  await deps.db
    .transaction()
    .execute(async tx => {
      if (as) await holdMandate(tx, as, todayOf(deps))
      await fileMessage(tx, { id, caseId: row.id, kind: 'answer', actor: actorOf(ctx, sent), ...brought })
      await audit(tx, acting, { ...deed, ...(as && { for: as }) })
    })
    .catch(async (error: unknown) => {
      if (!isDuplicate(error)) throw error
      if ((await firstToAnswer(deps.db, id)) !== row.id) throw new Refusal('already-answered')
    })
}
