import { houseActor } from '../../db/house.ts'
import { sql } from 'kysely'
import { addDays, type Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../../db/tables/cases.ts'
import type { Verification } from '../../db/tables/mandates.ts'
import { today } from '../../forms/day.ts'
import { endMandate } from './ending.ts'
import { flawsOfPaper, rivals, type Flaw, type Proof } from './granting.ts'
import { filing, grantorMay, principalFlaws, type MandateDeps } from './registering.ts'
import { givenBy, mandateById } from './rows.ts'
import { hasEnded } from './rules.ts'

/** What a clerk has seen of the proof. */
export interface ActivationCheck {
  mandate: string
  proof: Proof
  scans: number
  readable: boolean
  signatureVerified: boolean
}

/** Days before the last one on which the end of a mandate is told. */
const noticeDays = 30

/**
 * Makes a verified mandate valid: registers and rules are asked once more, and Postgres holds that a principal has one agent at a
 * time in a matter. Gives the day on which to tell of its end, or why it cannot be. Doing it again gives the same. Throws RegisterAway.
 */
export async function activateMandate(
  deps: MandateDeps,
  { caseId, check }: { caseId: string; check: ActivationCheck },
): Promise<{ notice: Day | null } | { flaw: Flaw }> {
  const { db } = deps
  const mandate = await mandateById(db, check.mandate)
  if (!mandate) throw new Error(`There is no mandate ${check.mandate}.`)
  const told = { notice: mandate.validTo && addDays(mandate.validTo, -noticeDays) }
  if (mandate.state === 'active') return told
  if (hasEnded(mandate, today())) return { flaw: 'ended-already' }
  const filed = await filing(db, caseId)
  const signer = await coSigner(db, caseId)
  const [flaw] = [
    ...flawsOfPaper(check.proof, check),
    ...(mandate.agents.every(agent => agent.accepted) ? [] : (['not-accepted'] as const)),
    ...(grantorMay(filed, signer !== undefined) ? [] : (['beyond-own-mandate'] as const)),
    ...(await principalFlaws(deps, {
      caseId,
      principal: mandate.principal,
      signers: filed.grantor?.basis === 'statutory' ? [filed.person, ...(signer ? [signer] : [])] : null,
    })),
  ]
  if (flaw) return { flaw }
  return (await oneAgent(db, check, await verifierOf(db, caseId))) ? told : { flaw: 'another-agent' }
}

async function coSigner(db: Db, caseId: string) {
  const row = await db
    .selectFrom('case_party as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .select(['p.givenName', 'p.familyName', 'p.birthDate'])
    .where('a.caseId', '=', caseId)
    .where('a.role', '=', 'co-signer')
    .executeTakeFirst()
  return row && { ...row, birthDate: row.birthDate ?? '' }
}

/** The official whose decision it is. */
async function verifierOf(db: Db, caseId: string): Promise<Actor> {
  const answer = await db
    .selectFrom('message')
    .select('actor')
    .where('caseId', '=', caseId)
    .where('kind', '=', 'answer')
    .where(sql<string>`actor->>'kind'`, '=', 'official')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return answer?.actor ?? houseActor
}

const kinds: Record<Proof, Verification['kind']> = {
  online: 'sign-in',
  legalisation: 'legalisation',
  conversion: 'conversion',
  original: 'original',
}

/** Sets it active unless another agent may file in the same matter; true when it is active now. */
async function oneAgent(db: Db, { mandate: id, proof }: ActivationCheck, official: Actor): Promise<boolean> {
  try {
    return await db.transaction().execute(async tx => {
      const { principalId } = await tx
        .selectFrom('mandate')
        .select('principalId')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirstOrThrow()
      const mandate = await mandateById(tx, id)
      if (!mandate || (await hasRival(tx, mandate, principalId))) return false
      const verification: Verification = { kind: kinds[proof], by: official.name, day: today() }
      await tx
        .updateTable('mandate')
        .set({
          state: 'active',
          verification: json(verification),
          verifiedAt: sql<Date>`now()`,
          verifiedBy: official.id,
          checkedAt: sql<Date>`now()`,
        })
        .where('id', '=', id)
        .where('state', 'in', ['submitted', 'verifying'])
        .execute()
      return true
    })
  } catch (error) {
    // 23P01: two grants at once; the constraint lets one of them be
    if (error instanceof Error && 'code' in error && error.code === '23P01') return false
    throw error
  }
}

const hasRival = async (tx: Db, mandate: NonNullable<Awaited<ReturnType<typeof mandateById>>>, principal: string) =>
  rivals(mandate, await givenBy(tx, principal), today()).length > 0

/** Its case ends a mandate: it has run out, was refused, or nobody answered. One that somebody has ended before stays as it is. */
export async function closeMandate(
  db: Db,
  { mandate, how, reason = '' }: { mandate: string; how: 'expired' | 'rejected'; reason?: string },
): Promise<void> {
  await db.transaction().execute(tx => endMandate(tx, { mandate, how, by: houseActor, reason }))
}
