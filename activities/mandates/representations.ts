import { houseActor } from '../../db/house.ts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { today } from '../../forms/day.ts'
import { derivedId } from '../ids.ts'
import type { PersonQuery, Representation } from '../registers/port.ts'
import { endMandate } from './ending.ts'
import { lastDayOfMinority } from './granting.ts'
import { fullName } from './names.ts'
import { subjectOfPrincipal } from './principals.ts'
import type { MandateDeps } from './registering.ts'
import { insertMandate } from './rows.ts'
import { actions, type Basis } from './rules.ts'

/** Somebody whom the registers let a citizen act for. */
export interface FoundPrincipal {
  name: string
  basis: Basis
}

/**
 * Asks the registers for whom a citizen may act by law (children, companies, entries of ReZa), and keeps each as an active mandate.
 * What the registers no longer say, ends. Doing it again changes nothing that has not changed there. Throws RegisterAway.
 */
export async function findPrincipals(
  { db, registers }: MandateDeps,
  { caseId, person }: { caseId: string; person: string },
): Promise<FoundPrincipal[]> {
  const account = await db
    .selectFrom('person as p')
    .leftJoin('subject as s', 's.id', 'p.subjectId')
    .select(['p.givenName', 'p.familyName', 'p.birthDate', 's.birthNumber'])
    .where('p.id', '=', person)
    .executeTakeFirstOrThrow()
  if (!account.birthDate) return []
  const query: PersonQuery = {
    givenName: account.givenName,
    familyName: account.familyName,
    birthDate: account.birthDate,
    ...(account.birthNumber !== null && { birthNumber: account.birthNumber }),
  }
  const said = await registers.representations(query, caseId)
  return db.transaction().execute(async tx => {
    // one at a time for a person, so that two requests do not end what each other has just written
    await sql`select pg_advisory_xact_lock(hashtextextended(${`representations ${person}`}, 0))`.execute(tx)
    const kept = new Map<string, FoundPrincipal>()
    for (const one of said) {
      const id = await keep(tx, one, { person, name: fullName(account), birthDate: account.birthDate })
      if (id !== undefined) kept.set(id, { name: nameOf(one), basis: one.basis })
    }
    await endGone(tx, person, [...kept.keys()])
    return [...kept.values()]
  })
}

const nameOf = ({ principal }: Representation) => (principal.kind === 'person' ? fullName(principal) : principal.name)

/** The mandate of a person by a relation of a register: a new one when its days or its manner of acting change there. */
export const representationId = (
  person: string,
  {
    register,
    id,
    validFrom,
    validTo,
    signatures,
  }: Pick<Representation, 'register' | 'id' | 'validFrom' | 'validTo' | 'signatures'>,
): string => derivedId('representation', person, register, id, validFrom, validTo ?? '', String(signatures))

/** Keeps one relation; gives its mandate, or nothing when it is over already or its principal cannot be told from others. */
async function keep(
  tx: Db,
  it: Representation,
  agent: { person: string; name: string; birthDate: string | null },
): Promise<string | undefined> {
  const { principal } = it
  const comesOfAge =
    it.basis === 'parent' && principal.kind === 'person' ? lastDayOfMinority(principal.birthDate) : null
  const validTo = [it.validTo, comesOfAge].flatMap(day => day ?? []).toSorted()[0] ?? null
  if (validTo !== null && validTo < today()) return undefined
  const subject = await subjectOfPrincipal(tx, principal)
  if (subject === null) return undefined
  const id = representationId(agent.person, { ...it, validTo })
  await insertMandate(tx, {
    id,
    caseId: null,
    basis: it.basis,
    source: 'register',
    principal: subject,
    limit: null,
    signatures: it.signatures,
    validFrom: it.validFrom,
    validTo,
    scope: it.agendas.map(agenda => ({ agenda, actions })),
    agents: [{ person: agent.person, name: agent.name, birthDate: agent.birthDate, accepted: true }],
    verified: { by: it.register, verification: { kind: 'register', number: it.id, by: it.register, day: today() } },
  })
  return id
}

/** Relations that the registers no longer know are over. */
async function endGone(tx: Db, person: string, kept: string[]): Promise<void> {
  const gone = await tx
    .selectFrom('mandate as m')
    .innerJoin('mandate_agent as a', 'a.mandateId', 'm.id')
    .select('m.id')
    .where('a.personId', '=', person)
    .where('m.source', '=', 'register')
    .where('m.state', 'in', ['active', 'suspended'])
    .$if(kept.length > 0, q => q.where('m.id', 'not in', kept))
    .execute()
  for (const { id } of gone) await endMandate(tx, { mandate: id, how: 'gone', by: houseActor, reason: '' })
}
