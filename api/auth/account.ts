import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { findSubject } from '../../activities/ledger/pairing.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { isEmail, isPhone } from '../../forms/formats.ts'
import { audit } from '../audit.ts'
import type { Language } from '../contract.ts'
import type { VerifiedCitizen } from './claims.ts'
import { higher, reaches, storedLevel } from './level.ts'

interface Trip {
  issuer: string
  language: Language
  requestId: string
}

/**
 * The account of a citizen who has just been identified; made, linked and paired as far as the verified data carry. Returns the
 * person's id. A known identity (issuer and sub) leads to its person. An unknown one is linked to an existing person of the same
 * name and birth date only with the same RÚIAN address or the birth number of the paired subject, never by e-mail; when several
 * fit, it gets an account of its own. At level low nothing is linked or paired: a password alone must not open somebody's debts.
 */
export async function accountOf(db: Db, citizen: VerifiedCitizen, trip: Trip): Promise<string> {
  return db.transaction().execute(async tx => {
    await oneAtATime(tx, citizen)
    const known = await personOf(tx, trip.issuer, citizen.sub)
    const sure = reaches(citizen.assurance, 'substantial')
    const linked = known === undefined && sure ? await linkable(tx, citizen) : undefined
    const personId = known ?? linked ?? (await newPerson(tx, citizen, trip.language))
    await keepIdentity(tx, citizen, trip.issuer, personId)
    const acting = {
      who: { kind: 'citizen', person: { id: personId } } as const,
      assurance: citizen.assurance,
      requestId: trip.requestId,
    }
    if (linked !== undefined) await audit(tx, acting, { what: 'linked identity', details: { means: citizen.means } })
    if (known !== undefined || linked !== undefined) {
      const changed = await bringUpToDate(tx, personId, citizen)
      if (changed.length > 0) await audit(tx, acting, { what: 'verified data changed', details: { fields: changed } })
    }
    if (sure && (await pair(tx, personId, citizen)))
      await audit(tx, acting, { what: 'paired with ledger', details: { by: 'verified-data' } })
    return personId
  })
}

/** Two sign-ins of one person at once must not make two accounts. */
export async function oneAtATime(
  tx: Db,
  { givenName, familyName, birthDate }: Pick<VerifiedCitizen, 'givenName' | 'familyName' | 'birthDate'>,
): Promise<void> {
  const key = `${familyName}\n${givenName}\n${birthDate}`.toLocaleLowerCase('cs')
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

async function personOf(tx: Db, issuer: string, sub: string): Promise<string | undefined> {
  const identity = await tx
    .selectFrom('identity')
    .select('personId')
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .executeTakeFirst()
  return identity?.personId
}

/**
 * The one person who verifiably is this citizen and was once identified at least substantially, by a means or by an official who saw
 * their document; none if several might be.
 */
async function linkable(tx: Db, citizen: VerifiedCitizen): Promise<string | undefined> {
  const namesakes = await tx
    .selectFrom('person as p')
    .leftJoin('subject as s', 's.id', 'p.subjectId')
    .select(['p.id', 'p.address', 's.birthNumber'])
    .where(eb => eb(eb.fn('lower', ['p.familyName']), '=', eb.fn<string>('lower', [eb.val(citizen.familyName)])))
    .where(eb => eb(eb.fn('lower', ['p.givenName']), '=', eb.fn<string>('lower', [eb.val(citizen.givenName)])))
    .where('p.birthDate', '=', citizen.birthDate)
    .where(eb =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('identity as i')
            .select('i.sub')
            .whereRef('i.personId', '=', 'p.id')
            .where('i.assurance', 'in', ['substantial', 'high']),
        ),
        eb.exists(eb.selectFrom('identity_check as k').select('k.id').whereRef('k.personId', '=', 'p.id')),
      ]),
    )
    .execute()
  const same = namesakes.filter(({ address, birthNumber }) => {
    if (citizen.birthNumber !== undefined && birthNumber !== null) return citizen.birthNumber === birthNumber
    return citizen.address?.ruianCode !== undefined && citizen.address.ruianCode === address?.ruianCode
  })
  return same.length === 1 ? same[0]?.id : undefined
}

async function newPerson(tx: Db, citizen: VerifiedCitizen, language: Language): Promise<string> {
  const id = randomUUID()
  const { givenName, familyName, birthDate, address, email, phone } = citizen
  await tx
    .insertInto('person')
    .values({
      id,
      givenName,
      familyName,
      birthDate,
      address: address ? json(address) : null,
      // contacts to begin with; the person may change them
      email: email !== undefined && isEmail(email) ? email : null,
      phone: phone !== undefined && isPhone(phone) ? phone : null,
      language,
    })
    .execute()
  return id
}

async function keepIdentity(tx: Db, citizen: VerifiedCitizen, issuer: string, personId: string): Promise<void> {
  const { sub, means, assurance } = citizen
  const old = await tx
    .selectFrom('identity')
    .select('assurance')
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .executeTakeFirst()
  const best = old ? higher(storedLevel(old.assurance), assurance) : assurance
  await tx
    .insertInto('identity')
    .values({ issuer, sub, personId, means, assurance: best })
    .onConflict(oc => oc.columns(['issuer', 'sub']).doUpdateSet({ means, assurance: best, lastAt: sql<Date>`now()` }))
    .execute()
}

/** Takes over what has changed since the last sign-in (marriage, moving house); returns the names of the fields that did. */
async function bringUpToDate(tx: Db, personId: string, citizen: VerifiedCitizen): Promise<string[]> {
  const old = await tx
    .selectFrom('person')
    .select(['givenName', 'familyName', 'birthDate', 'address'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const { givenName, familyName, birthDate, address } = citizen
  const moved = address !== undefined && spelt(address) !== spelt(old.address)
  const changed = [
    ...(givenName !== old.givenName ? ['givenName'] : []),
    ...(familyName !== old.familyName ? ['familyName'] : []),
    ...(birthDate !== old.birthDate ? ['birthDate'] : []),
    ...(moved ? ['address'] : []),
  ]
  if (changed.length === 0) return changed
  await tx
    .updateTable('person')
    .set({ givenName, familyName, birthDate, updatedAt: sql<Date>`now()`, ...(moved && { address: json(address) }) })
    .where('id', '=', personId)
    .execute()
  return changed
}

/** jsonb keeps its keys in an order of its own. */
const spelt = (address: object | null) =>
  JSON.stringify(Object.entries(address ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Pairs the account with the one subject of the ledger that the data lead to, unless it or the account is paired already. */
async function pair(tx: Db, personId: string, citizen: VerifiedCitizen): Promise<boolean> {
  const person = await tx.selectFrom('person').select('subjectId').where('id', '=', personId).executeTakeFirstOrThrow()
  if (person.subjectId !== null) return false
  const { givenName, familyName, birthDate, birthNumber, address } = citizen
  const found = await findSubject(tx, {
    givenName,
    familyName,
    birthDate,
    ...(birthNumber !== undefined && { birthNumber }),
    ...(address !== undefined && { address }),
  })
  if (found.match !== 'one') return false
  const paired = await tx
    .updateTable('person')
    .set({ subjectId: found.subjectId, pairedAt: sql<Date>`now()`, pairedBy: 'verified-data' })
    .where('id', '=', personId)
    .where(eb =>
      eb.not(
        eb.exists(eb.selectFrom('person as other').select('other.id').where('other.subjectId', '=', found.subjectId)),
      ),
    )
    .executeTakeFirst()
  return paired.numUpdatedRows > 0n
}
