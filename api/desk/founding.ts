import { randomUUID } from 'node:crypto'
import type { PersonQuery } from '../../activities/registers/port.ts'
import type { Db } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { audit, type Acting } from '../audit.ts'
import { oneAtATime } from '../auth/account.ts'
import type { OfficialCaller } from '../auth/session.ts'
import type { DeskDocument, NewDeskPerson } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { accountsOf, tidy } from './accounts.ts'
import { askRegister } from './examining.ts'
import { begin, type Check, type Serving } from './presence.ts'

type AtDesk = Acting & Serving

/**
 * Founds an account for somebody whose document the official holds in their hand, and has them step to the desk. Names are as the
 * document says; the address is the register's, or what the person says while the register is away.
 * @throws {Refusal} `account-exists` unless the official says that it is a namesake, `person-dead`
 */
export async function found(deps: Deps, acting: AtDesk, data: NewDeskPerson): Promise<Check> {
  const [givenName, familyName] = [tidy(data.givenName), tidy(data.familyName)]
  const query = { givenName, familyName, birthDate: data.birthDate }
  const id = randomUUID()
  const { finding, person } = await askRegister(deps, query, id)
  const address = person?.address ?? data.address
  return deps.db.transaction().execute(async tx => {
    await oneAtATime(tx, query)
    if (data.namesake !== true && (await accountsOf(tx, query)).length > 0) throw new Refusal('account-exists')
    const personId = randomUUID()
    await tx
      .insertInto('person')
      .values({ id: personId, ...query, address: address ? json(address) : null, language: 'cs' })
      .execute()
    const check = { id, personId, document: data.document, register: finding, at: deps.now() }
    await audit(tx, acting, { what: 'founded account at the desk', forPerson: personId })
    await stepUp(tx, acting, check)
    return check
  })
}

/**
 * Checks the document of somebody who has an account, and has them step to the desk.
 * @throws {Refusal} `person-dead`, `own-matter` for an official's own account (§ 14 správního řádu)
 */
export async function check(
  deps: Deps,
  acting: AtDesk,
  person: PersonQuery & { id: string },
  document: DeskDocument,
): Promise<Check> {
  await notThemselves(deps.db, acting.who, person.id)
  const { id: personId, ...query } = person
  const id = randomUUID()
  const { finding } = await askRegister(deps, query, id)
  const made = { id, personId, document, register: finding, at: deps.now() }
  await deps.db.transaction().execute(tx => stepUp(tx, acting, made))
  return made
}

async function stepUp(tx: Db, acting: AtDesk, made: Check): Promise<void> {
  await begin(tx, acting, made)
  await audit(tx, acting, {
    what: 'checked identity',
    forPerson: made.personId,
    details: { check: made.id, document: made.document.kind, end: made.document.end, register: made.register },
  })
}

async function notThemselves(db: Db, { official }: OfficialCaller, person: string): Promise<void> {
  const self = await db
    .selectFrom('official')
    .select('id')
    .where('id', '=', official.id)
    .where('personId', '=', person)
    .executeTakeFirst()
  if (self) throw new Refusal('own-matter')
}

/** Asks the register once more, after it was away. */
export async function askAgain(deps: Deps, acting: AtDesk, known: Check, query: PersonQuery): Promise<Check> {
  const { finding } = await askRegister(deps, query, known.id)
  await deps.db.transaction().execute(async tx => {
    await tx.updateTable('identity_check').set({ register: finding }).where('id', '=', known.id).execute()
    await audit(tx, acting, {
      what: 'asked register again',
      forPerson: known.personId,
      details: { check: known.id, register: finding },
    })
  })
  return { ...known, register: finding }
}
