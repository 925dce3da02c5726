import { mandateById, type KnownMandate } from '../activities/mandates/rows.ts'
import { samePerson, type Named } from '../activities/mandates/names.ts'
import { RegisterAway } from '../activities/registers/port.ts'
import type { Db } from '../db/database.ts'
import type { Joint, JointSigner } from '../workflows/joint.ts'
import type { CitizenCaller } from './auth/session.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

/**
 * Who must sign a filing beside the one who files it, when their mandate is of several who act together: the others of the company's
 * body as the register of persons names them now, or the other agents of one power. undefined when one signature is enough. Throws
 * Refusal `mandate-joint` when there are not enough of them, `register-away` when the register does not say who they are.
 */
export async function jointOf(
  deps: Deps,
  { person }: CitizenCaller,
  mandate: string | null,
): Promise<Joint | undefined> {
  const held = mandate === null ? undefined : await mandateById(deps.db, mandate)
  if (!held || held.signatures <= 1) return undefined
  const me = { givenName: person.givenName, familyName: person.familyName, birthDate: person.birthDate ?? '' }
  const accounts = await accountsActingFor(deps.db, held.principal)
  const named = held.basis === 'statutory' ? await bodyOf(deps, held) : accounts.filter(one => one.mandate === held.id)
  const others = named
    .filter(one => !samePerson(one, me))
    .map(({ givenName, familyName, birthDate }): JointSigner => {
      const known = accounts.find(one => samePerson(one, { givenName, familyName, birthDate }))
      return { givenName, familyName, birthDate, person: known?.person ?? null }
    })
  if (others.length < held.signatures - 1) throw new Refusal('mandate-joint')
  return { signatures: held.signatures, others }
}

/** The body of a company that acts for it, by the register; nobody when the register does not know the company. */
async function bodyOf({ db, registers }: Deps, { id, principal }: KnownMandate): Promise<readonly Named[]> {
  const { companyId } = await db
    .selectFrom('subject')
    .select('companyId')
    .where('id', '=', principal)
    .executeTakeFirstOrThrow()
  if (companyId === null) return []
  const company = await registers.company(companyId, id).catch((error: unknown) => {
    throw error instanceof RegisterAway ? new Refusal('register-away') : error
  })
  return company?.body.members ?? []
}

/** Accounts that act for a principal now, each with the mandate by which it does. */
async function accountsActingFor(db: Db, principal: string): Promise<(Named & { person: string; mandate: string })[]> {
  const rows = await db
    .selectFrom('mandate as m')
    .innerJoin('mandate_agent as a', 'a.mandateId', 'm.id')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .select(['p.id as person', 'm.id as mandate', 'p.givenName', 'p.familyName', 'p.birthDate'])
    .where('m.principalId', '=', principal)
    .where('m.state', '=', 'active')
    .where('a.acceptedAt', 'is not', null)
    .execute()
  return rows.map(({ birthDate, ...rest }) => ({ ...rest, birthDate: birthDate ?? '' }))
}
