import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Address } from '../../db/tables/people.ts'
import { derivedId } from '../ids.ts'
import { findSubject, subjectForCompany } from '../ledger/pairing.ts'
import { fullName, type Named } from './names.ts'

/** A principal as registers or a form name one. */
export type NamedPrincipal =
  | ({ kind: 'person'; address: Address | null } & Named)
  | { kind: 'company'; companyId: string; name: string; address: Address }

/**
 * The subject of the city's records that a principal is, founded there when missing. `several` when the data fit more than one: a
 * clerk has to say which.
 */
export async function subjectOfPrincipal(tx: Db, principal: NamedPrincipal): Promise<string | 'several'> {
  const found =
    principal.kind === 'person'
      ? await findSubject(tx, { ...named(principal), ...(principal.address && { address: principal.address }) })
      : await subjectForCompany(tx, principal.companyId)
  if (found.match === 'one') return found.subjectId
  if (found.match === 'several') return 'several'
  return principal.kind === 'person' ? marked(tx, principal) : founded(tx, principal)
}

/** Records with a note (a minor, a late relative) are passed over by pairing, but they are the same person. */
async function marked(tx: Db, principal: NamedPrincipal & { kind: 'person' }): Promise<string | 'several'> {
  const rows = await tx
    .selectFrom('subject')
    .select('id')
    .where('kind', '=', 'person')
    .where('note', 'is not', null)
    .where('birthDate', '=', principal.birthDate)
    .where(eb => eb(eb.fn('lower', ['familyName']), '=', eb.fn<string>('lower', [eb.val(principal.familyName)])))
    .where(eb => eb(eb.fn('lower', ['givenName']), '=', eb.fn<string>('lower', [eb.val(principal.givenName)])))
    .execute()
  const [one, ...more] = rows
  if (one) return more.length === 0 ? one.id : 'several'
  return founded(tx, principal)
}

async function founded(tx: Db, principal: NamedPrincipal): Promise<string> {
  const id =
    principal.kind === 'person'
      ? derivedId('subject', fullName(principal).toLocaleLowerCase('cs'), principal.birthDate, spot(principal.address))
      : derivedId('subject', principal.companyId)
  await tx
    .insertInto('subject')
    .values({
      id,
      kind: principal.kind,
      name: principal.kind === 'person' ? fullName(principal) : principal.name,
      ...(principal.kind === 'person' ? named(principal) : { companyId: principal.companyId }),
      address: json(principal.address ?? { city: '' }),
    })
    .onConflict(oc => oc.column('id').doNothing())
    .execute()
  return id
}
const named = ({ givenName, familyName, birthDate }: Named): Named => ({ givenName, familyName, birthDate })
const spot = (address: Address | null) => address?.ruianCode ?? ''

/**
 * The subject of somebody with an account, who grants in their own name: the one they are paired with, or one founded for them from
 * their verified data and paired with the account.
 */
export async function subjectOfAccount(tx: Db, person: string): Promise<string> {
  const account = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (account.subjectId !== null) return account.subjectId
  const id = derivedId('subject', person)
  await tx
    .insertInto('subject')
    .values({
      id,
      kind: 'person',
      name: fullName(account),
      givenName: account.givenName,
      familyName: account.familyName,
      birthDate: account.birthDate,
      address: json(account.address ?? { city: '' }),
    })
    .onConflict(oc => oc.column('id').doNothing())
    .execute()
  await tx
    .updateTable('person')
    .set({ subjectId: id, pairedAt: sql<Date>`now()`, pairedBy: 'founded' })
    .where('id', '=', person)
    .execute()
  return id
}
