import { sql } from 'kysely'
import type { Day } from '../../city/calendar.ts'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import { derivedId } from '../ids.ts'
import type { Registers } from '../registers/port.ts'
import { flawsByRegisters, isWithin, type Flaw, type Proof } from './granting.ts'
import { fullName, samePerson, type Named } from './names.ts'
import { subjectOfAccount, subjectOfPrincipal } from './principals.ts'
import { insertMandate, mandateById } from './rows.ts'
import { denial, type Action } from './rules.ts'

export interface MandateDeps {
  db: Db
  registers: Registers
}

/** What the form of a power of attorney says, in the terms of the rules. */
export interface MandateGrant {
  /** Who filed it: the principal, also for a company they represent, or the agent with a paper of the principal's. */
  filer: 'principal' | 'agent'
  principal?: ({ kind: 'person' } & Named) | { kind: 'company'; companyId: string }
  agent?: Named
  coSigner?: Named
  scope: { agenda: string; actions: Action[] }[]
  limit: number | null
  validFrom: Day
  validTo: Day | null
  proof: Proof
  /** The principal in the city's records, where a clerk has chosen one. */
  subject?: string
}

/** The mandate that a case keeps: one a case. */
export const mandateOfCase = (caseId: string): string => derivedId('mandate', caseId)

/**
 * Registers a mandate as submitted, after the state's registers were asked about the principal; asking again finds the same. Founds
 * the principal in the city's records where they are missing. Throws RegisterAway.
 */
export async function registerMandate(
  { db, registers }: MandateDeps,
  { caseId, grant }: { caseId: string; grant: MandateGrant },
): Promise<{ mandate: string } | { flaw: Flaw }> {
  const mandate = mandateOfCase(caseId)
  const filed = await filing(db, caseId)
  const principal = await principalOf(db, registers, { ...filed, caseId }, grant)
  if (typeof principal !== 'string') return principal
  const [flaw] = await principalFlaws({ db, registers }, { caseId, principal, signers: signersOf(filed, grant) })
  if (flaw) return { flaw }
  if (filed.grantor && !isWithin(grant.scope, filed.grantor.scope)) return { flaw: 'beyond-own-mandate' }
  const agent = grant.filer === 'agent' ? filed.person : grant.agent
  if (!agent) return { flaw: 'not-accepted' }
  await db.transaction().execute(tx =>
    insertMandate(tx, {
      id: mandate,
      caseId,
      basis: 'poa',
      source: filed.assistedBy ? 'desk' : grant.proof === 'online' ? 'portal' : 'paper',
      principal,
      limit: grant.limit,
      signatures: 1,
      validFrom: grant.validFrom,
      validTo: grant.validTo,
      scope: grant.scope,
      agents: [
        {
          person: grant.filer === 'agent' ? filed.personId : null,
          name: fullName(agent),
          birthDate: agent.birthDate,
          accepted: grant.filer === 'agent',
        },
      ],
    }),
  )
  return { mandate }
}

interface Filed {
  personId: string
  person: Named
  /** The filer's own subject. */
  own: string | null
  subjectId: string | null
  assistedBy: string | null
  /** The mandate under which the filer grants in somebody else's name. */
  grantor: Awaited<ReturnType<typeof mandateById>>
}

/** Who filed the case, and in whose name. */
export async function filing(db: Db, caseId: string): Promise<Filed> {
  const row = await db
    .selectFrom('case as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select([
      'c.personId',
      'c.subjectId',
      'c.mandateId',
      'c.assistedBy',
      'p.subjectId as own',
      'p.givenName',
      'p.familyName',
      'p.birthDate',
    ])
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow()
  const { givenName, familyName, birthDate, mandateId, ...rest } = row
  return {
    ...rest,
    person: { givenName, familyName, birthDate: birthDate ?? '' },
    grantor: mandateId ? await mandateById(db, mandateId) : undefined,
  }
}

/** Who signs for a company: the filer, who represents it, and the co-signer. Nobody where a clerk looks at signatures on paper. */
const signersOf = ({ person, grantor }: Filed, { coSigner }: MandateGrant): Named[] | null =>
  grantor?.basis === 'statutory' ? [person, ...(coSigner ? [coSigner] : [])] : null

async function principalOf(
  db: Db,
  registers: Registers,
  filed: Filed & { caseId: string },
  grant: MandateGrant,
): Promise<string | { flaw: Flaw }> {
  if (grant.filer === 'principal')
    return filed.subjectId ?? db.transaction().execute(tx => subjectOfAccount(tx, filed.personId))
  if (grant.subject) return grant.subject === filed.own ? { flaw: 'agent-is-principal' } : grant.subject
  const { principal } = grant
  if (!principal) return { flaw: 'principal-unknown' }
  if (principal.kind === 'person') {
    if (samePerson(principal, filed.person)) return { flaw: 'agent-is-principal' }
    const found = await db
      .transaction()
      .execute(tx => subjectOfPrincipal(tx, { ...principal, kind: 'person', address: null }))
    return found === 'several' ? { flaw: 'principal-unknown' } : found
  }
  const company = await registers.company(principal.companyId, filed.caseId)
  if (!company) return { flaw: 'principal-unknown' }
  const found = await db.transaction().execute(tx =>
    subjectOfPrincipal(tx, {
      kind: 'company',
      companyId: company.companyId,
      name: company.name,
      address: company.address,
    }),
  )
  return found === 'several' ? { flaw: 'principal-unknown' } : found
}

/** What the registers say against a principal of the city's records. A person whom ROB does not know for sure is for a clerk to judge. */
export async function principalFlaws(
  { db, registers }: MandateDeps,
  { caseId, principal, signers }: { caseId: string; principal: string; signers: Named[] | null },
): Promise<Flaw[]> {
  const it = await db.selectFrom('subject').selectAll().where('id', '=', principal).executeTakeFirst()
  if (!it) return ['principal-unknown']
  if (it.companyId !== null) {
    const found = await registers.company(it.companyId, caseId)
    return flawsByRegisters(
      { kind: 'company', found: found && (signers ? found : { ...found, body: { signatures: 0, members: [] } }) },
      signers ?? [],
      today(),
    )
  }
  if (it.note === 'deceased') return ['principal-dead']
  if (!it.givenName || !it.familyName || !it.birthDate) return []
  const { givenName, familyName, birthDate, birthNumber } = it
  const found = await registers.person(
    { givenName, familyName, birthDate, ...(birthNumber !== null && { birthNumber }) },
    caseId,
  )
  const known = found === 'several' || found === null ? { died: null, limitedCapacity: false, birthDate } : found
  return flawsByRegisters({ kind: 'person', found: known }, [], today())
}

/** The invited agent has accepted by their own sign-in: they are the agent from now on. */
export async function acceptMandate(
  db: Db,
  { caseId, mandate }: { caseId: string; mandate: string },
): Promise<Flaw | null> {
  const agent = await db
    .selectFrom('case_party as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.subjectId'])
    .where('a.caseId', '=', caseId)
    .where('a.role', '=', 'agent')
    .executeTakeFirst()
  if (!agent) return 'not-accepted'
  return db.transaction().execute(async tx => {
    const row = await tx
      .selectFrom('mandate')
      .select(['principalId', 'state'])
      .where('id', '=', mandate)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (agent.subjectId !== null && agent.subjectId === row.principalId) return 'agent-is-principal'
    await tx
      .updateTable('mandate_agent')
      .set({ personId: agent.id, acceptedAt: sql<Date>`coalesce(accepted_at, now())` })
      .where('mandateId', '=', mandate)
      .where('n', '=', 0)
      .execute()
    await tx
      .updateTable('mandate')
      .set({ state: 'verifying' })
      .where('id', '=', mandate)
      .where('state', '=', 'submitted')
      .execute()
    return null
  })
}

/** Whether the one who granted in somebody else's name still may: asked at every decisive step. */
export function grantorMay(filed: Filed, coSigned: boolean): boolean {
  const { grantor } = filed
  if (!grantor) return true
  const act = {
    person: filed.personId,
    principal: grantor.principal,
    agenda: 'power-of-attorney',
    action: 'sub-delegate' as const,
    day: today(),
    signing: coSigned ? 2 : 1,
  }
  return denial(grantor, act) === null
}
